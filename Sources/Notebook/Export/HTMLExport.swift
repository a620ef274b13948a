import Plots
import Text

/// A notebook as a page that needs no other file: pictures as SVG, formulas as MathML; it prints well.
enum HTMLExport {
    static func text(of notebook: ExportedNotebook) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="generator" content="duel">
        <title>\(escaped(notebook.title, for: .xml))</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <main>
        \(notebook.parts.map(cell).joined(separator: "\n"))
        </main>
        </body>
        </html>

        """
    }

    private static func cell(_ cell: ExportedNotebook.Part) -> String {
        switch cell {
        case .markdown(let source):
            return "<section class=\"prose\">\n\(MarkdownHTML.text(source))</section>"
        case .code(let source, let number, let outputs):
            let label = number.map { "<span class=\"number\">[\($0)]</span>" } ?? ""
            let code = "<pre class=\"code\">\(label)<code>\(HTMLCode.text(source.text.trimmed))</code></pre>"
            let parts = [code] + outputs.map(output)
            return "<section class=\"cell\">\n\(parts.joined(separator: "\n"))\n</section>"
        }
    }

    private static func output(_ output: ExportedNotebook.Output) -> String {
        switch output {
        case .printed(let text): "<pre class=\"printed\">\(escaped(text, for: .xml))</pre>"
        case .result(let text): "<pre class=\"result\">\(escaped(text, for: .xml))</pre>"
        case .figure(let figure): "<figure>\(figure.svg())</figure>"
        case .error(let text): "<pre class=\"error\">\(escaped(text, for: .xml))</pre>"
        }
    }

    private static let style = """
        :root { color-scheme: light dark; }
        body { font: 16px/1.55 system-ui, sans-serif; margin: 0; background: #fff; color: #1b1b1b; }
        main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
        h1, h2, h3 { line-height: 1.25; }
        pre, code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; }
        pre { overflow-x: auto; padding: .6rem .8rem; border-radius: .4rem; margin: .4rem 0;
              font-size: .88rem; line-height: 1.4; }
        pre.code { background: #f2f4f7; }
        pre.printed, pre.result { padding-left: 1.6rem; }
        pre.error { background: #fdecea; color: #8c1d18; }
        .number { float: right; color: #6b7280; }
        .k { font-weight: 600; }
        .s { color: #0a6847; }
        .n { color: #9a3412; }
        .c { color: #6b7280; }
        figure { margin: .6rem 0; background: #fff; border-radius: .4rem; }
        figure svg { max-width: 100%; height: auto; }
        table { border-collapse: collapse; }
        th, td { padding: .25rem .7rem; border-bottom: 1px solid #cbd5e1; }
        math[display="block"] { margin: .8rem 0; }
        @media (prefers-color-scheme: dark) {
          body { background: #16181d; color: #e6e6e6; }
          pre.code { background: #22262e; }
          pre.error { background: #45211f; color: #ffb4ab; }
          .s { color: #7ddeb0; }
          .n { color: #fdba74; }
        }
        @media print {
          main { max-width: none; margin: 0; }
          pre { white-space: pre-wrap; overflow: visible; }
          pre, figure, table, li { break-inside: avoid; }
          h1, h2, h3, pre.code { break-after: avoid; }
          section.prose:has(> :is(h1, h2, h3):last-child) { break-after: avoid; }
          figure svg { max-height: 11cm; }
        }
        """
}
