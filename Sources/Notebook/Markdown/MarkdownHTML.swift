import CMark
import Glibc
import Text

/// Markdown as HTML, formulas as MathML.
enum MarkdownHTML {
    static func text(_ markdown: String) -> String {
        let tree = MarkdownTree(markdown)
        // Without CMARK_OPT_UNSAFE, HTML in the source is left out: a page shows what a lesson says, no more.
        guard let rendered = cmark_render_html(tree.root.pointer, CMARK_OPT_DEFAULT, nil) else { return "" }
        defer { free(rendered) }
        return tree.shelter.pieces(of: escaped(String(cString: rendered), for: .terminal)).map { piece in
            switch piece {
            case .text(let text): text
            case .formula(let formula): MathMLSetter.text(formula.source, isDisplayed: formula.isDisplayed)
            }
        }.joined()
    }
}
