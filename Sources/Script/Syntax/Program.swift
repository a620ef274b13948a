/// A source that was read without an error: what the interpreter runs.
public struct Program: Sendable {
    /// The text that it was read from.
    public let source: SourceFile
    let statements: [Statement]

    /// Whether there is nothing to run: an empty text, or comments alone.
    public var isEmpty: Bool { statements.isEmpty }

    /// The names that its statements bind, those of blocks left out.
    public var boundNames: [String] {
        statements.flatMap { statement -> [String] in
            switch statement.kind {
            case .binding(let binding): binding.pattern.names.map(\.text)
            case .function(let declaration): [declaration.name.text]
            default: []
            }
        }
    }

    /// The span of each statement, in order.
    public var statementSpans: [Span] { statements.map { source.span($0.extent) } }

    /// The statements that are nothing but a call of a name that the program itself does not bind: what is
    /// called, be it `f(x)` or `x.f()`, and where the statement stands.
    public var plainCalls: [(name: String, span: Span)] {
        let own = bindings
        return statements.compactMap { statement in
            guard case .expression(let expression) = statement.kind, case .call(let call) = expression.kind
            else { return nil }
            let name: String
            switch call.callee.kind {
            case .name(let text): name = text
            case .member(_, let member): name = member.text
            default: return nil
            }
            return own[name] == nil ? (name, source.span(statement.extent)) : nil
        }
    }

    /// The statements that are nothing but a value: they call nothing, so that running them changes nothing.
    public var plainValues: [PlainValue] {
        statements.compactMap { statement in
            guard case .expression(let expression) = statement.kind, !expression.isCall else { return nil }
            return PlainValue(span: source.span(statement.extent), meaning: meaning(of: expression))
        }
    }

    private func meaning(of expression: Expression) -> PlainValue.Meaning {
        switch expression.kind {
        case .name(let name): return meaning(ofName: name)
        case .binary(.equal, let left, let right):
            return .comparison(left: source.text(left.extent), right: source.text(right.extent))
        default: return .other
        }
    }

    private func meaning(ofName name: String) -> PlainValue.Meaning {
        for statement in statements.reversed() {
            switch statement.kind {
            case .function(let function) where function.name.text == name: return .function
            case .binding(let binding) where binding.pattern.names.contains(where: { $0.text == name }):
                guard case .call(let call) = binding.value.kind else { return .other }
                return .result(of: call.callee.kind.nameText)
            default: break
            }
        }
        return .unbound
    }

    /// The names that the program binds at its top level, and where.
    var bindings: [String: Span] {
        var found: [String: Span] = [:]
        for statement in statements {
            switch statement.kind {
            case .binding(let binding):
                for name in binding.pattern.names where found[name.text] == nil {
                    found[name.text] = source.span(name.extent)
                }
            case .function(let function) where found[function.name.text] == nil:
                found[function.name.text] = source.span(function.name.extent)
            default: break
            }
        }
        return found
    }
}

/// A statement that is nothing but a value.
public struct PlainValue: Sendable {
    /// What the value is, as far as the text tells.
    public enum Meaning: Sendable {
        /// A function of the program, by its name.
        case function
        /// A name bound to the result of a call.
        case result(of: String)
        /// A name that the program does not bind: the prelude's, or unknown.
        case unbound
        /// `left == right`
        case comparison(left: String, right: String)
        case other
    }

    /// Where the statement stands.
    public let span: Span
    /// What it holds.
    public let meaning: Meaning
}

/// What came of reading a source.
public struct Parsed: Sendable {
    /// The statements that could be read; only to be run when there are no errors.
    public let program: Program
    /// What there is to say, in the order of the text. Errors and warnings.
    public let diagnostics: [Diagnostic]
    /// Whether the text only breaks off: more lines could make it whole. A prompt then asks for them.
    public let isIncomplete: Bool

    /// The first error, if any.
    public var firstError: Diagnostic? { diagnostics.first { $0.severity == .error } }

    /// What does not stop the program from running.
    public var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }
}
