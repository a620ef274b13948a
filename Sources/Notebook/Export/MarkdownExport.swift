import Plots
import Text

/// A notebook as Markdown: code in fences, outputs in fences below, pictures drawn in characters.
enum MarkdownExport {
    static func text(of notebook: ExportedNotebook) -> String {
        notebook.parts.map { cell in
            switch cell {
            case .markdown(let source): escaped(source, for: .terminal)
            case .code(let source, _, let outputs):
                ([fenced(escaped(source.text.trimmed, for: .terminal), "swift")]
                    + outputs.map { fenced(text(of: $0), "text") })
                    .joined(separator: "\n\n")
            }
        }.joined(separator: "\n\n") + "\n"
    }

    private static func text(of output: ExportedNotebook.Output) -> String {
        switch output {
        case .printed(let text), .result(let text), .error(let text): text
        case .figure(let figure): figure.text(width: 80, height: 24)
        }
    }

    /// A block of code inside a fence that is longer than any in it.
    private static func fenced(_ text: String, _ language: String) -> String {
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
        return "\(fence)\(language)\n\(body)\n\(fence)"
    }
}
