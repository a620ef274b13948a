/// Signs and words of other languages between, before and behind operands. Where it is clear what was
/// meant, the message names it, and the parser goes on as if it stood there.
extension Parser {
    private struct ForeignOperator {
        let note: String
        /// What was meant, when it is an operator here.
        var meaning: Token.Kind?
    }

    private static let signs: [String: ForeignOperator] = [
        "===": ForeignOperator(note: "write `==`", meaning: .equal),
        "!==": ForeignOperator(note: "write `!=`", meaning: .notEqual),
        "<>": ForeignOperator(note: "write `!=`", meaning: .notEqual),
        "=>": ForeignOperator(
            note: "write `>=` to compare; a closure is `{ x in … }`", meaning: .greaterOrEqual),
        "->": ForeignOperator(note: "a closure is `{ x in … }`, a function `func f(x) { … }`"),
        "&": ForeignOperator(note: "both conditions: write `&&`", meaning: .and),
        "|": ForeignOperator(note: "either condition: write `||`", meaning: .or),
        "^": ForeignOperator(note: "a power is `**`", meaning: .power),
        "..": ForeignOperator(
            note: "a range is `0..<n` without its end, or `0...n` with it", meaning: .halfOpenRange),
        "..=": ForeignOperator(note: "a range with its end is `0...n`", meaning: .closedRange),
        "<<": ForeignOperator(note: "write `x * 2 ** n`"),
        ">>": ForeignOperator(note: "there are no operations on bits"),
        "<=>": ForeignOperator(note: "compare with `<`, `==` or `>`"),
        "|>": ForeignOperator(note: "write `f(x)` or `x.f()`"),
        "~": ForeignOperator(note: "not is `!`"),
        "*/": ForeignOperator(note: "no `/*` before it is open"),
        "++": ForeignOperator(note: "write `x += 1`"),
        "--": ForeignOperator(note: "write `x -= 1`"),
        ":=": ForeignOperator(note: "a new name is bound with `let x = …`"),
        "&&=": ForeignOperator(note: "write `x = x && y`"),
        "||=": ForeignOperator(note: "write `x = x || y`"),
        "??=": ForeignOperator(note: "write `x = x ?? y`"),
        "\\": ForeignOperator(note: "a line goes on by itself after an operator, a comma or `=`"),
        "$": ForeignOperator(note: "`$0` is a closure's first parameter; names need no sign before them"),
        "`": ForeignOperator(note: "strings stand between `\"` and `\"`"),
    ]

    private static let words: [String: ForeignOperator] = [
        "and": ForeignOperator(note: "write `&&`", meaning: .and),
        "or": ForeignOperator(note: "write `||`", meaning: .or),
        "is": ForeignOperator(note: "write `==`", meaning: .equal),
        "mod": ForeignOperator(note: "write `%`", meaning: .percent),
        "div": ForeignOperator(note: "write `/`", meaning: .slash),
        "as": ForeignOperator(note: "values know their own kind", meaning: .coalesce),
        "instanceof": ForeignOperator(note: "values of different kinds are never equal", meaning: .equal),
    ]

    static let foreignOperators: [ForeignWord] = (Array(signs) + Array(words)).map {
        ForeignWord($0.key, as: .syntax, $0.value.note)
    }

    /// What the host says about a foreign word or sign, else the language.
    func note(on word: String, _ own: String) -> String { advised(.foreignWord(word)) ?? own }

    /// What stands at hand in place of an operator, read as what was meant.
    mutating func foreignInfix() -> Infix? {
        let sign = text(current)
        switch current.kind {
        case .foreign:
            guard let operation = Parser.signs[sign], let meaning = operation.meaning else { return nil }
            report("operator", "there is no `\(sign)`", note(on: sign, operation.note))
            return Infix(meaning)
        case .name where sign == "not" && peek().kind == .inWord:
            advance()
            return foreignInfix()
        case .name:
            guard let operation = Parser.words[sign], let meaning = operation.meaning else { return nil }
            guard peek().kind.startsOperand || peek().kind == .minus || peek().kind == .exclamation else {
                return nil
            }
            var note = note(on: sign, operation.note)
            if sign == "is", text(peek()) == "None" { note = "write `== nil`" }
            if sign == "is", text(peek()) == "not" {
                note = text(peek(2)) == "None" ? "write `!= nil`" : "write `!=`"
            }
            report("operator", "`\(sign)` is no operator here", note)
            return Infix(meaning)
        case .inWord:
            let isNegated = text(previous) == "not"
            guard let element = operand(before: isNegated ? 2 : 1) else { return nil }
            let list = peek().kind == .name ? text(peek()) : "xs"
            report(
                "operator", "`in` asks nothing here",
                advised(.membership(isNegated: isNegated), list, element)
                    ?? "it belongs into the head of a `for`")
            return Infix(.equal)
        default: return nil
        }
    }

    private func operand(before distance: Int) -> String? {
        let token = tokens[max(index - distance, 0)]
        return switch token.kind {
        case .name, .int, .double: text(token)
        case .closeQuote, .rightParenthesis, .rightBracket: "x"
        default: nil
        }
    }

    // MARK: Before an operand

    var isAtForeignPrefix: Bool {
        switch current.kind {
        case .plus: true
        case .foreign: ["++", "--", "~", "&"].contains(text(current)) && peek().kind.startsOperand
        case .name where text(current) == "not":
            !peek().isAfterNewline && peek().kind.startsOperand && peek().kind != .leftParenthesis
                && peek().kind != .leftBrace && peek().kind != .leftBracket
        default: false
        }
    }

    /// Reports what `isAtForeignPrefix` found, and gives what it stands for.
    mutating func takeForeignPrefix() -> UnaryOperator? {
        let sign = text(current)
        switch sign {
        case "not":
            report("operator", "`not` is no operator here", "write `!` before the condition")
            advance()
            return .not
        case "+":
            let isTorn = previous.kind == .assign && !current.isAfterSpace
            report(
                "operator", "a number needs no `+` before it",
                isTorn ? "leave the `+` out; to add, write `+=`" : "leave the `+` out")
        case "&": report("operator", "there is no `&` before a value", "leave the `&` out")
        case "~":
            report("operator", "there is no `~`", "not is `!`")
            advance()
            return .not
        default:
            let name = peek().kind == .name ? text(peek()) : "x"
            report(
                "operator", "there is no `\(sign)`",
                "write `\(name) \(sign.prefix(1))= 1` on a line of its own")
        }
        advance()
        return nil
    }

    // MARK: Behind an operand

    /// `i++`, `x!`, `x?.y`
    mutating func foreignPostfix(_ operand: Expression) -> Panic? {
        guard !current.isAfterNewline else { return nil }
        let sign = text(current)
        if at(.foreign), sign == "++" || sign == "--" {
            return fail("operator", "there is no `\(sign)`", "write `\(text(operand)) \(sign.prefix(1))= 1`")
        }
        if at(.exclamation), !current.isAfterSpace, !peek().kind.startsOperand || peek().isAfterNewline {
            return fail(
                "operator", "`!` does not stand behind a value",
                "values need no unwrapping: leave it out; `?? other` gives a value in place of nil")
        }
        if at(.question), !current.isAfterSpace, peek().kind == .dot, !peek().isAfterSpace {
            return fail("operator", "there is no `?.`", "write `.`; `?? other` gives a value in place of nil")
        }
        return nil
    }

    /// A foreign sign that can stand nowhere.
    mutating func foreignSign() -> Panic {
        let sign = text(current)
        let problem = sign == "`" ? "a backquote means nothing here" : "there is no `\(sign)`"
        return fail("operator", problem, note(on: sign, Parser.signs[sign]?.note ?? ""))
    }

    // MARK: In place of an assignment

    /// `x := 3`, `i++`, `x ||= y` as statements.
    mutating func parseForeignAssignment(_ expression: Expression) throws(Panic) -> Statement.Kind? {
        let sign = text(current)
        guard [":=", "&&=", "||=", "??=", "<<=", ">>=", "&=", "|=", "^="].contains(sign) else { return nil }
        let name = text(expression)
        let note =
            sign == ":="
            ? "write `let \(name) = …` for a new name, `\(name) = …` for a new value"
            : Parser.signs[sign]?.note
        throw fail(
            "assignment", "there is no `\(sign)`", note ?? "write `\(name) = \(name) \(sign.dropLast()) …`")
    }

    /// `x =- 1` is read as `x = -1`, and was perhaps meant as `x -= 1`.
    mutating func warnOfDetachedSign(_ symbol: Token, _ value: Expression) {
        guard case .unary(.negate, let operand) = value.kind, symbol.isAfterSpace,
            symbol.extent.end == value.extent.start, operand.extent.start > value.extent.start + 1
        else { return }
        let extent = SourceRange(symbol.extent.start, symbol.extent.end + 1)
        diagnostics.append(
            Diagnostic(
                .warning, construct: "assignment", problem: "`=-` assigns a negative value",
                note: "to subtract, write `-=`", span: source.span(extent)))
    }

    /// `=` where a value is needed.
    mutating func assignmentInExpression() -> Panic {
        fail(
            "assignment", "an assignment has no value", "a single `=` gives a name a new value; `==` compares"
        )
    }
}
