/// Statements as other languages begin them. The words are names here, so they are only recognized where
/// a name cannot stand: before another name or a value.
extension Parser {
    private struct ForeignStatement {
        let construct: String
        let problem: String
        let note: String
    }

    private static let functionWords: Set = ["def", "function", "fn", "fun", "sub", "proc", "procedure"]
    private static let bindingWords: Set = [
        "const", "val", "auto", "local", "final", "int", "float", "double", "string", "bool", "char", "long",
        "Int", "Float", "Double", "String", "Bool", "mut", "my", "set", "dim", "static",
    ]

    private static let noClass = ForeignStatement(
        construct: "class", problem: "there are no classes here",
        note: "functions, lists and dictionaries do")
    private static let noImport = ForeignStatement(
        construct: "import", problem: "there is nothing to import",
        note: "every function is there already; leave the line out")
    private static let noSwitch = ForeignStatement(
        construct: "switch", problem: "there is no `switch` here", note: "write `if … { … } else if … { … }`")
    private static let noTry = ForeignStatement(
        construct: "try", problem: "errors are not caught here",
        note: "leave it out; an error ends the program and says where")
    private static let noRepeat = ForeignStatement(
        construct: "loop", problem: "loops are `for` and `while`",
        note: "write `while true { … if done { break } }`")

    private static let words: [String: ForeignStatement] = [
        "class": noClass, "struct": noClass, "enum": noClass, "protocol": noClass, "extension": noClass,
        "interface": noClass, "trait": noClass,
        "import": noImport, "from": noImport, "include": noImport, "using": noImport, "require": noImport,
        "switch": noSwitch, "match": noSwitch, "case": noSwitch, "default": noSwitch,
        "try": noTry, "except": noTry, "catch": noTry, "finally": noTry,
        "repeat": noRepeat, "do": noRepeat, "loop": noRepeat, "until": noRepeat,
        "foreach": ForeignStatement(
            construct: "for", problem: "there is no `foreach` here", note: "write `for x in xs { … }`"),
        "guard": ForeignStatement(
            construct: "guard", problem: "there is no `guard` here", note: "write `if !condition { return }`"),
        "unless": ForeignStatement(
            construct: "if", problem: "there is no `unless` here", note: "write `if !condition { … }`"),
        "elif": ForeignStatement(
            construct: "if", problem: "there is no `if` before this `elif`",
            note: "`else if` follows the `}` of an `if`"),
        "with": ForeignStatement(
            construct: "with", problem: "there is no `with` here",
            note: "leave it out"),
        "defer": ForeignStatement(
            construct: "defer", problem: "there is no `defer` here", note: "write it where it shall happen"),
        "del": ForeignStatement(
            construct: "del", problem: "names are not deleted here",
            note: "leave it out, or write `xs.remove(at: 0)` for an element"),
        "global": ForeignStatement(
            construct: "global", problem: "names outside of a function need no word",
            note: "a function sees and changes the names around it; leave it out"),
        "assert": ForeignStatement(
            construct: "assert", problem: "there is no `assert` here",
            note: "write `if !condition { … }`"),
        "raise": ForeignStatement(
            construct: "raise", problem: "errors are not thrown here",
            note: "print what is wrong, or return nil"),
        "throw": ForeignStatement(
            construct: "throw", problem: "errors are not thrown here",
            note: "print what is wrong, or return nil"),
        "async": ForeignStatement(
            construct: "async", problem: "there is no `async` here", note: "leave it out"),
        "typealias": ForeignStatement(
            construct: "typealias", problem: "values have no written types here", note: "leave the line out"),
    ]

    static let foreignWords: [ForeignWord] =
        foreignOperators
        + words.map { ForeignWord($0.key, as: .syntax, "\($0.value.problem): \($0.value.note)") }
        + functionWords.map { ForeignWord($0, as: .syntax, "write `func f(…) { … }`") }
        + bindingWords.map {
            ForeignWord($0, as: .syntax, "write `let x = …`, or `var` if it changes later")
        }

    /// A statement of another language, read as what was meant or reported; nil when the name at hand
    /// begins an expression.
    mutating func parseForeignStatement() throws(Panic) -> Statement.Kind? {
        let word = text(current)
        let next = peek()
        let token = current
        if word == "pass", next.isAfterNewline || next.kind == .endOfFile || next.kind == .rightBrace {
            throw fail("block", "there is no `pass` here", "an empty block is `{ }`")
        }
        guard !next.isAfterNewline else { return nil }
        if word == "import", next.kind == .leftBrace {
            throw fail(
                Parser.noImport.construct, Parser.noImport.problem, Parser.noImport.note, at: token.extent)
        }
        if next.kind == .name || next.kind == .underscore {
            if Parser.functionWords.contains(word) {
                report(
                    "func", "a function begins with `func`", "write `func \(text(next))(…) { … }`",
                    at: token.extent)
                return try parseFunction(after: advance())
            }
            if Parser.bindingWords.contains(word) {
                report(
                    "let", "a name is bound with `let` or `var`",
                    "write `let \(text(next)) = …`, or `var` if it changes later", at: token.extent)
                return try parseBinding(after: advance(), isVariable: false)
            }
        }
        if ["public", "private", "mutating", "override", "export"].contains(word),
            next.kind == .funcWord || next.kind == .letWord
        {
            throw fail("func", "`\(word)` is not needed here", "leave it out")
        }
        guard let foreign = Parser.words[word], standsBeforeOperand(next) else { return nil }
        throw fail(
            foreign.construct, foreign.problem, note(on: word, foreign.note), at: token.extent)
    }

    /// Whether a name before `next` cannot be a call, an operand or a closure's function.
    private func standsBeforeOperand(_ next: Token) -> Bool {
        switch next.kind {
        case .leftBracket, .leftParenthesis: false
        case .leftBrace: ["do", "repeat", "try", "finally", "loop", "defer", "catch"].contains(text(current))
        case .colon: ["try", "except", "finally", "default"].contains(text(current))
        default: next.kind.startsOperand || next.kind.isWord
        }
    }

    // MARK: for

    /// `for (i = 0; i < 3; i++) { … }`, read up to its block.
    mutating func checkForeignFor(_ head: Token) throws(Panic) {
        if at(.leftParenthesis),
            peek().kind == .letWord || peek().kind == .varWord || text(peek()) == "const",
            let of = (2...4).first(where: { ["of", "in"].contains(text(peek($0))) })
        {
            let names = source.text(SourceRange(peek(2).extent, through: peek(of - 1).extent))
            throw fail(
                "for", "the head has no parentheses", "write `for \(names) in … { … }`", at: current.extent)
        }
        var end = index
        while !tokens[end].isAfterNewline, tokens[end].kind != .endOfFile, tokens[end].kind != .leftBrace {
            if tokens[end].kind == .semicolon {
                while !at(.leftBrace), !isAtLineBreak, !at(.endOfFile) { advance() }
                throw fail(
                    "for", "`for` goes through the elements of something", "write `for i in 0..<n { … }`",
                    at: head.extent)
            }
            end += 1
        }
    }

    /// `for i in range(10):`, where two things are different.
    mutating func reportPythonRange(_ sequence: Expression, _ pattern: Pattern) {
        guard case .call(let call) = sequence.kind, case .name("range") = call.callee.kind,
            let last = call.arguments.last, call.arguments.count <= 2
        else { return }
        let lower = call.arguments.count == 2 ? text(call.arguments[0].value) : "0"
        let head = "for \(source.text(pattern.extent)) in \(lower)..<\(text(last.value)) { … }"
        report("for", "a `:` does not begin a block", "write `\(head)`")
    }

    /// `for i, x in enumerate(xs)`
    mutating func reportBareNames(_ pattern: Pattern, _ sequence: Expression) {
        var elements = text(sequence)
        if case .call(let call) = sequence.kind {
            switch call.callee.kind {
            case .name("enumerate") where call.arguments.count == 1:
                let list = text(call.arguments[0].value)
                elements = advised(.enumeration, list) ?? list
            case .member(let base, let name) where name.text == "items": elements = text(base)
            default: break
            }
        }
        report(
            "for", "several names stand in parentheses",
            "write `for (\(source.text(pattern.extent))) in \(elements) { … }`", at: pattern.extent)
    }

    // MARK: Behind a statement

    /// The report that something stands behind a whole statement on its line.
    mutating func leftOver(after kind: Statement.Kind) -> Panic {
        let expression = lastExpression(of: kind)
        switch current.kind {
        case .rightParenthesis, .rightBracket:
            return fail(
                "bracket", "this `\(text(current))` closes nothing",
                "no `\(opener(of: current))` before it is open")
        case .comma: return leftOverComma(after: kind)
        case .colon: return leftOverColon(expression)
        case .foreign: return foreignSign()
        case .ifWord where expression != nil: return pythonChoice()
        case .forWord where expression != nil:
            return fail(
                "for", "a `for` does not stand behind a value",
                "write `for x in xs { … }` on a line of its own")
        case .elseWord:
            return fail("else", "there is no `if` before this `else`", "`else` follows the `}` of an `if`")
        case .leftBrace:
            return fail(
                "block", "a `{` cannot stand here",
                "a block belongs to `if`, `for`, `while`, `func`, or a call that takes a closure")
        case let word where word.startsStatement:
            return fail(
                "statement", "two statements stand on one line",
                "put a `;` or a new line before `\(text(current))`")
        default: break
        }
        guard let expression else {
            return fail(
                "statement", "two statements stand on one line",
                "put a `;` or a new line before \(described(current))")
        }
        guard current.kind.startsOperand else {
            return fail("expression", "`\(text(current))` cannot stand here", "")
        }
        if case .name(let name) = expression.kind, current.kind != .name || advice.isFunction(name) {
            let arguments = shortSource(source.text(SourceRange(current.extent, through: lastOfLine.extent)))
            return fail("call", "the parentheses are missing", "write `\(name)(\(arguments))`")
        }
        return fail(
            "expression", "two values stand side by side",
            "between `\(text(expression))` and \(described(current)) something is missing: an operator, or a new line"
        )
    }

    private func lastExpression(of kind: Statement.Kind) -> Expression? {
        switch kind {
        case .expression(let expression): expression
        case .binding(let binding): binding.value
        case .assignment(let assignment): assignment.value
        case .returning(let value): value
        default: nil
        }
    }

    private var lastOfLine: Token {
        var position = index
        while position + 1 < tokens.count, !tokens[position + 1].isAfterNewline,
            tokens[position + 1].kind != .endOfFile, tokens[position + 1].kind != .semicolon,
            tokens[position + 1].kind != .rightBrace
        {
            position += 1
        }
        return tokens[position]
    }

    private mutating func leftOverComma(after kind: Statement.Kind) -> Panic {
        if previous.kind == .int, peek().kind == .int, !current.isAfterSpace, !peek().isAfterSpace {
            return fail(
                "number", "a number has no commas", adviceOnComma(between: text(previous), and: text(peek())))
        }
        if case .binding(let binding) = kind, peek().kind == .name {
            let word = binding.isVariable ? "var" : "let"
            return fail(
                word, "one name is bound at a time",
                "put a `;` or a new line, and `\(word) \(text(peek())) = …`")
        }
        var position = index
        while !tokens[position].isAfterNewline || position == index, tokens[position].kind != .endOfFile {
            if tokens[position].kind == .assign {
                return fail(
                    "assignment", "one name is assigned to at a time",
                    "`let (a, b) = (1, 2)` binds several new names")
            }
            position += 1
        }
        return fail(
            "expression", "a `,` cannot stand here", "several values stand in brackets: `[1, 2]` or `(1, 2)`")
    }

    private mutating func leftOverColon(_ expression: Expression?) -> Panic {
        if let expression, case .name(let name) = expression.kind,
            peek().kind == .name || peek().kind == .leftBracket
        {
            return fail(
                "let", "a name has no type here", "values know their own type: write `let \(name) = …`")
        }
        return fail(
            "expression", "a `:` cannot stand here",
            "a block stands in braces `{ … }`; a choice is `c ? a : b`")
    }
}
