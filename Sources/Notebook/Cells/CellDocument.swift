/// A script in cells: plain text in the percent format that Jupytext, VS Code and Spyder share, with
/// Swift's comment mark.
///
///     // ---
///     // title: The minimax loss
///     // ---
///
///     // %% [markdown]
///     // # The minimax game
///
///     // %% a real batch
///     let real = ring(modes: 8)
///
/// Reading and writing a document gives back the same text.
public struct CellDocument: Sendable, Equatable {
    /// What stands between two `// ---` at the head, if anything does.
    public var frontMatter: FrontMatter?
    /// The cells in the order of the file. Text before the first marker is a cell without a marker.
    public var cells: [DocumentCell]

    var emptyLinesBefore = 0
    var emptyLinesAfterFrontMatter = 1
    var endsWithLineBreak = true

    /// A document made of cells.
    public init(frontMatter: FrontMatter? = nil, cells: [DocumentCell]) {
        self.frontMatter = frontMatter
        self.cells = cells
    }

    /// Reads a document. Every text is one: without markers it is a single cell.
    public init(_ text: String) {
        self = CellSplitter(text).document()
    }

    /// The document as it is written to a file.
    public var text: String {
        var lines = [String](repeating: "", count: emptyLinesBefore)
        if let frontMatter {
            lines += frontMatter.lines
            lines += [String](repeating: "", count: emptyLinesAfterFrontMatter)
        }
        for (index, cell) in cells.enumerated() {
            if let marker = cell.marker { lines.append(marker) }
            if !cell.text.isEmpty { lines.append(cell.text) }
            let isLast = index == cells.count - 1
            lines += [String](repeating: "", count: cell.emptyLinesAfter ?? (isLast ? 0 : 1))
        }
        let body = lines.joined(separator: "\n")
        return endsWithLineBreak && !lines.isEmpty ? body + "\n" : body
    }

    /// The title in the front matter, or the first heading of the prose.
    public var title: String? {
        if let title = frontMatter?["title"] { return title }
        for cell in cells where cell.kind == .markdown {
            let heading = cell.markdown.split(separator: "\n").first { $0.hasPrefix("# ") }
            if let heading { return String(heading.dropFirst(2)) }
        }
        return nil
    }

    /// The cells of code, without those in which there is nothing.
    public var codeCells: [DocumentCell] { cells.filter { $0.kind == .code && !$0.isBlank } }
}
