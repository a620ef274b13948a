import Script

extension Library {
    /// Warnings about values that a script makes on a line of their own and lets go of.
    ///
    /// At the prompt such a line shows the value or draws the figure; a script, whose output is only what it prints,
    /// must say so.
    public static func unshownValues(in program: Program) -> [Diagnostic] {
        (unshownFigures(in: program) + program.plainValues.compactMap(warning)).sorted {
            $0.span.start < $1.span.start
        }
    }
}

private func unshownFigures(in program: Program) -> [Diagnostic] {
    program.plainCalls.filter { results[$0.name] == .figure }.map { call in
        warning(
            "figure", "nothing shows it", "write `show(\(brief(call.span)))`, or `save(…, \"figure.png\")`",
            call.span)
    }
}

private func warning(_ value: PlainValue) -> Diagnostic? {
    let text = brief(value.span)
    switch value.meaning {
    case .unbound:
        // What nothing binds is an error as soon as it is reached.
        guard let result = results[text] else { return nil }
        let call = result == .figure ? "show(\(text)(…))" : "\(text)(…)"
        return warning("function", "it is named and not called", "write `\(call)`", value.span)
    case .function:
        return warning("function", "it is named and not called", "write `\(text)(…)`", value.span)
    case .result(let function) where results[function] == .figure:
        let note = "write `show(\(text))`, or `save(\(text), \"figure.png\")`"
        return warning("figure", "nothing shows it", note, value.span)
    case .comparison(let left, let right):
        return warning(
            "comparison", "its value goes nowhere", "to assign, write `\(left) = \(right)`", value.span)
    case .result, .other:
        return warning("value", "it goes nowhere", "write `print(\(text))` to see it", value.span)
    }
}

private func warning(_ construct: String, _ problem: String, _ note: String, _ span: Span) -> Diagnostic {
    Diagnostic(.warning, construct: construct, problem: problem, note: note, span: span)
}

/// The text of a statement, where it is short enough to be repeated.
private func brief(_ span: Span) -> String {
    span.text.contains("\n") || span.text.utf8.count > 60 ? "…" : span.text
}

/// What each function of the prelude gives.
private let results = Dictionary(Library.functions.map { ($0.name, $0.result) }) { first, _ in first }
