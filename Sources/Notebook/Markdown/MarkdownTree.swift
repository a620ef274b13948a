import CMark
import Text

/// Parsed Markdown: GitHub's dialect with tables and strikethrough, formulas set aside.
///
/// It owns cmark's tree and frees it.
final class MarkdownTree {
    /// The document's node.
    let root: MarkdownNode
    /// The formulas whose stand-ins are in the text.
    let shelter: FormulaShelter

    init(_ markdown: String) {
        cmark_gfm_core_extensions_ensure_registered()
        shelter = FormulaShelter(escaped(markdown, for: .terminal))
        let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
        for name in ["table", "strikethrough", "autolink"] {
            if let syntax = cmark_find_syntax_extension(name) {
                cmark_parser_attach_syntax_extension(parser, syntax)
            }
        }
        var text = shelter.markdown
        text.withUTF8 { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        root = MarkdownNode(pointer: cmark_parser_finish(parser))
        cmark_parser_free(parser)
    }

    deinit {
        cmark_node_free(root.pointer)
    }
}

/// A node of cmark's tree. It lives as long as its `MarkdownTree`.
struct MarkdownNode {
    let pointer: OpaquePointer

    /// What cmark calls the node: "paragraph", "heading", "table_cell".
    var type: String { String(cString: cmark_node_get_type_string(pointer)) }

    var children: [MarkdownNode] {
        var nodes: [MarkdownNode] = []
        var next = cmark_node_first_child(pointer)
        while let child = next {
            nodes.append(MarkdownNode(pointer: child))
            next = cmark_node_next(child)
        }
        return nodes
    }

    /// The text of a text, code or HTML node.
    var literal: String { text(cmark_node_get_literal(pointer)) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    var destination: String { text(cmark_node_get_url(pointer)) }

    /// A text of cmark's, in which `&#27;` has become the character that it means.
    private func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { escaped(String(cString: $0), for: .terminal) } ?? ""
    }

    /// The alignment of a table's columns: "l", "c", "r", or a zero byte for none.
    var alignments: [Character] {
        let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return (0..<count).map { Character(Unicode.Scalar(letters[$0])) }
    }
}
