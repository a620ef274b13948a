extension Parser {
    /// `[1, 2] * 2`, which repeats the list and was perhaps meant to double its numbers.
    mutating func warnOfRepetition(_ left: Expression, _ right: Expression, _ extent: SourceRange) {
        guard let list = [left, right].first(where: { $0.isListOfNumbers }) else { return }
        let other = list.extent == left.extent ? right : left
        if case .list = other.kind { return }
        warn(
            "repetition", "`*` repeats a list",
            advised(.repeatedNumbers, text(list), text(other)) ?? "each of its numbers stays as it is",
            at: extent)
    }

    /// `xs = xs.append(1)`, which leaves nil in xs.
    mutating func warnOfLostChange(_ value: Expression) {
        guard case .call(let call) = value.kind, case .member(let base, let member) = call.callee.kind,
            ["append", "insert", "removeAll"].contains(member.text)
        else { return }
        warn(
            member.text, "it changes `\(text(base))` in place, and gives nil back",
            "write `\(text(value))` on a line of its own, without `=`", at: value.extent)
    }

    /// `let counts = {}`, which is a closure and was perhaps meant as a dictionary.
    mutating func warnOfEmptyBraces(_ value: Expression) {
        guard case .closure(let closure) = value.kind, closure.body.statements.isEmpty else { return }
        switch closure.parameters {
        case .named(let patterns) where patterns.isEmpty: break
        case .shorthand(count: 0): break
        default: return
        }
        warn(
            "closure", "`{ }` is a closure that does nothing", "an empty dictionary is `[:]`",
            at: value.extent)
    }

    private mutating func warn(_ construct: String, _ problem: String, _ note: String, at extent: SourceRange)
    {
        diagnostics.append(
            Diagnostic(
                .warning, construct: construct, problem: problem, note: note, span: source.span(extent)))
    }
}

extension Expression {
    /// Whether it is a list of two numbers or more, or of such lists, as written.
    fileprivate var isListOfNumbers: Bool {
        guard case .list(let elements) = kind else { return false }
        if elements.count > 1, elements.allSatisfy({ $0.literalNumber != nil }) { return true }
        return !elements.isEmpty && elements.allSatisfy(\.isListOfNumbers)
    }
}
