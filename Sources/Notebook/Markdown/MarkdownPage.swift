import Text

/// Markdown as lines of a terminal.
public enum MarkdownPage {
    /// The text of a Markdown source, wrapped at the appearance's width, without a line break at its end.
    ///
    /// Headings, emphasis, lists, quotes, code and tables are drawn with the terminal's means; formulas
    /// between `$…$` and `$$…$$` are set in Unicode.
    public static func text(_ markdown: String, _ appearance: Appearance) -> TerminalText {
        let tree = MarkdownTree(markdown)
        let setter = PageSetter(shelter: tree.shelter, appearance: appearance)
        return setter.blocks(tree.root.children, width: max(appearance.width, 10))
            .map { $0.text(appearance.colors) }
            .joined(separator: "\n")
    }
}
