import Text

extension Mistake {
    /// The mistake where it happened.
    ///
    /// - Parameters:
    ///   - whole: the call or operation.
    ///   - callee: the name before the parentheses, where there is one.
    ///   - arguments: the source of each argument, in the order that the mistake counts them; nil for one
    ///     that was not written (a default).
    ///   - construct: what to call it when the mistake itself does not say.
    public func diagnostic(whole: Span, callee: Span?, arguments: [Span?], construct: String) -> Diagnostic {
        let span =
            switch place {
            case .whole: whole
            case .argument(let index): arguments.indices.contains(index) ? arguments[index] ?? whole : whole
            case .callee: callee ?? whole
            }
        let texts = arguments.map { $0.map { shortSource($0.text) } }
        func filled(_ template: String) -> String {
            replacingPlaceholders(in: template) { index in
                texts.indices.contains(index) ? texts[index] ?? "argument \(index + 1)" : nil
            }
        }
        return Diagnostic(
            construct: self.construct.isEmpty ? construct : self.construct,
            problem: filled(problem),
            note: filled(note),
            span: span, suggestions: suggestions)
    }
}

/// Puts the source of each operand in the place of its number.
func filled(_ template: String, _ operands: [String]) -> String {
    replacingPlaceholders(in: template) { operands.indices.contains($0) ? operands[$0] : nil }
}

/// Source text on one line and of bounded length, for use inside a sentence.
func shortSource(_ text: String, limit: Int = 40) -> String {
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    guard words.count > limit else { return words }
    let tail = limit / 4
    return "\(words.prefix(limit - tail - 1))…\(words.suffix(tail))"
}
