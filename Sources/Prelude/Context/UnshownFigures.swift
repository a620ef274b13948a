import Script

/// Warnings about figures that a script makes on a line of their own and lets go of.
///
/// At the prompt such a line draws the figure; a script, whose output is only what it prints, must say so.
public func unshownFigures(in program: Program) -> [Diagnostic] {
    program.plainCalls.filter { figureMakers.contains($0.name) }.map { call in
        let isLong = call.span.text.contains("\n") || call.span.text.utf8.count > 60
        return Diagnostic(
            .warning, construct: "figure", problem: "nothing shows it",
            note: "write `show(\(isLong ? "…" : call.span.text))`, or `save(…, \"figure.png\")`",
            span: call.span)
    }
}

private let figureMakers = Set(entries.filter { $0.returns == "figure" }.map(\.name))
