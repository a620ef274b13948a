/// Reads the LaTeX of a formula. It never fails: what it does not know stands as it was written.
struct FormulaParser {
    private var tokens: ArraySlice<FormulaToken>
    private var depth = 0

    /// More brackets inside one another than any formula has.
    private static let deepest = 16

    static func parse(_ source: String) -> FormulaNode {
        var parser = FormulaParser(tokens: formulaTokens(source)[...])
        return parser.rows(until: nil, style: .aligned)
    }

    private init(tokens: ArraySlice<FormulaToken>) {
        self.tokens = tokens
    }

    /// Rows set apart by `\\` and columns by `&`, up to `\end{…}`; a single one is no table.
    private mutating func rows(until end: String?, style: FormulaTableStyle) -> FormulaNode {
        var rows: [[FormulaNode]] = [[]]
        while true {
            rows[rows.count - 1].append(
                row { $0 == .command("\\") || $0 == .character("&") || $0 == .command("end") })
            guard let token = tokens.popFirst() else { break }
            if token == .command("\\") {
                rows.append([])
            } else if token == .command("end") {
                _ = word()
                if end != nil { break }
            }
        }
        if rows.count > 1, rows.last?.allSatisfy({ $0 == .row([]) }) == true { rows.removeLast() }
        if end == nil || style == .aligned, rows.count == 1, rows[0].count == 1 { return rows[0][0] }
        return .table(rows, style)
    }

    private mutating func row(until isTerminator: (FormulaToken) -> Bool) -> FormulaNode {
        depth += 1
        defer { depth -= 1 }
        var parts: [FormulaNode] = []
        while let token = tokens.first, !isTerminator(token) {
            guard let part = atom() else { continue }
            parts.append(scripts(of: part))
        }
        return parts.count == 1 ? parts[0] : .row(parts)
    }

    /// Takes the `_`, `^` and primes that follow a base.
    private mutating func scripts(of base: FormulaNode) -> FormulaNode {
        var lower: FormulaNode?
        var upper: [FormulaNode] = []
        while true {
            skipWhite()
            if tokens.first == .character("_") {
                tokens.removeFirst()
                lower = argument()
            } else if tokens.first == .character("^") {
                tokens.removeFirst()
                upper.append(argument())
            } else if tokens.first == .character("'") {
                tokens.removeFirst()
                upper.append(.symbol("′", .ordinary))
            } else if tokens.first == .command("limits") || tokens.first == .command("nolimits") {
                tokens.removeFirst()
            } else {
                break
            }
        }
        if lower == nil, upper.isEmpty { return base }
        let above: FormulaNode? = upper.isEmpty ? nil : upper.count == 1 ? upper[0] : .row(upper)
        return .scripts(base: base, lower: lower, upper: above)
    }

    /// One part without what hangs on it; nil for what leaves no trace.
    private mutating func atom() -> FormulaNode? {
        guard let token = tokens.popFirst() else { return nil }
        switch token {
        case .white: return nil
        case .command(let name): return command(name)
        case .character("{"): return group()
        case .character("}"): return nil
        case .character("_"), .character("^"), .character("'"):
            tokens = [token] + tokens  // A script without a base hangs on nothing.
            return .row([])
        case .character(let character) where character.isASCII && character.isNumber:
            return number(String(character))
        case .character(let character):
            let (sign, class_) = FormulaSymbols.sign(character)
            return .symbol(sign, class_)
        }
    }

    private mutating func number(_ first: String) -> FormulaNode {
        var digits = first
        while case .character(let next)? = tokens.first, next.isASCII, next.isNumber || next == "." {
            let isSentenceEnd = next == "." && !isDigit(tokens.dropFirst().first)
            if isSentenceEnd { break }
            digits.append(next)
            tokens.removeFirst()
        }
        return .symbol(digits, .ordinary)
    }

    private func isDigit(_ token: FormulaToken?) -> Bool {
        guard case .character(let character)? = token else { return false }
        return character.isASCII && character.isNumber
    }

    /// What stands up to the closing brace. Beyond the deepest level it is taken as text.
    private mutating func group() -> FormulaNode {
        guard depth < Self.deepest else { return .text(verbatim()) }
        let inside = row { $0 == .character("}") }
        if tokens.first == .character("}") { tokens.removeFirst() }
        return inside
    }

    /// The argument of a command or script: a group, or the one part that follows.
    private mutating func argument() -> FormulaNode {
        skipWhite()
        guard let token = tokens.first else { return .row([]) }
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else {
            tokens.removeFirst()
            return .row([])
        }
        if case .character(let character) = token, character.isASCII, character.isNumber {
            tokens.removeFirst()
            return .symbol(String(character), .ordinary)
        }
        return atom() ?? .row([])
    }

    private mutating func command(_ name: String) -> FormulaNode? {
        if let width = FormulaSymbols.spaces[name] { return width == 0 ? nil : .space(width) }
        if let (sign, class_) = FormulaSymbols.signs[name] { return .symbol(sign, class_) }
        if FormulaSymbols.functions.contains(name) { return .symbol(name, .function) }
        if FormulaSymbols.functionsWithLimits.contains(name) { return .symbol(name, .limits) }
        if FormulaSymbols.ignored.contains(name) { return nil }
        if let accent = FormulaSymbols.accents[name] { return .accent(accent, argument()) }
        switch name {
        case "frac", "dfrac", "tfrac":
            let above = argument()
            return .fraction(above, argument())
        case "sqrt": return root()
        case "text", "mathrm", "textrm", "mathsf", "texttt", "mathtt", "textit", "emph":
            return .text(word())
        case "operatorname":
            if tokens.first == .character("*") {
                tokens.removeFirst()
                return .symbol(word(), .limits)
            }
            return .symbol(word(), .function)
        case "left": return fence()
        case "right":
            _ = delimiter()
            return nil
        case "begin": return environment()
        case "mathbb", "mathcal", "mathscr", "mathbf", "textbf", "mathfrak":
            let text = word()
            return .symbol(FormulaAlphabets.letters(text, of: name) ?? text, .ordinary)
        case "not":
            guard case .symbol(let sign, let class_)? = atom() else { return nil }
            return .symbol(sign == "=" ? "≠" : sign + "\u{338}", class_)
        default: return .text("\\" + name)
        }
    }

    private mutating func root() -> FormulaNode {
        skipWhite()
        var index: FormulaNode?
        if tokens.first == .character("[") {
            tokens.removeFirst()
            index = row { $0 == .character("]") || $0 == .character("}") }
            if tokens.first == .character("]") { tokens.removeFirst() }
        }
        return .root(argument(), index: index)
    }

    private mutating func fence() -> FormulaNode {
        let left = delimiter()
        guard depth < Self.deepest else { return .text(left) }
        let inside = row { $0 == .command("right") || $0 == .character("}") || $0 == .command("end") }
        guard tokens.first == .command("right") else { return .fenced(left: left, inside, right: "") }
        tokens.removeFirst()
        return .fenced(left: left, inside, right: delimiter())
    }

    /// The bracket after `\left` or `\right`; `.` stands for none.
    private mutating func delimiter() -> String {
        skipWhite()
        switch tokens.popFirst() {
        case .character("."): return ""
        case .character(let character): return String(character)
        case .command(let name): return FormulaSymbols.signs[name]?.0 ?? ""
        case .white, nil: return ""
        }
    }

    private mutating func environment() -> FormulaNode {
        let name = word()
        guard depth < Self.deepest else { return .text(name) }
        let style: FormulaTableStyle =
            switch name {
            case "bmatrix": .brackets
            case "pmatrix": .parentheses
            case "vmatrix": .bars
            case "cases": .cases
            case "aligned", "align", "align*", "split", "gathered": .aligned
            default: .plain
            }
        depth += 1
        defer { depth -= 1 }
        return rows(until: name, style: style)
    }

    /// The text of a group as it was written, or the one character that follows.
    private mutating func word() -> String {
        skipWhite()
        guard tokens.first == .character("{") else {
            guard case .character(let character)? = tokens.first else { return "" }
            tokens.removeFirst()
            return String(character)
        }
        tokens.removeFirst()
        return verbatim()
    }

    /// Everything up to the brace that closes the group.
    private mutating func verbatim() -> String {
        var text = ""
        var open = 1
        while let token = tokens.popFirst() {
            switch token {
            case .white: text += " "
            case .command(let name):
                let space = FormulaSymbols.spaces[name].map { _ in " " }
                text += FormulaSymbols.signs[name]?.0 ?? space ?? name
            case .character("{"): open += 1
            case .character("}"):
                open -= 1
                if open == 0 { return text }
            case .character(let character): text.append(character)
            }
        }
        return text
    }

    private mutating func skipWhite() {
        while tokens.first == .white { tokens.removeFirst() }
    }
}
