/// One cell of a document: code to run, or prose to read.
public struct DocumentCell: Sendable, Equatable {
    /// What a cell holds.
    public enum Kind: Sendable {
        /// A piece of script.
        case code
        /// Markdown, written in comments.
        case markdown
    }

    /// Code or prose.
    public var kind: Kind
    /// What stands behind `// %%`, without `[markdown]`; empty if nothing does.
    public var title: String
    /// The text between this cell's marker and the next, as it stands in the file, without the empty lines
    /// at its end.
    public var text: String
    /// The number of `text`'s first line in the document, counted from 1.
    public var firstLine: Int
    /// The line that opens the cell, or nil for text before the first marker.
    var marker: String?
    /// How many empty lines follow the text in the file; nil for a cell that comes from no file, which the
    /// writer sets apart from the next by one.
    var emptyLinesAfter: Int?

    /// A cell with a marker made from its kind and title.
    public init(_ kind: Kind = .code, title: String = "", text: String, firstLine: Int = 1) {
        self.kind = kind
        self.title = title
        self.text = text
        self.firstLine = firstLine
        self.marker = DocumentCell.marker(kind, title: title)
        self.emptyLinesAfter = nil
    }

    init(markerLine: String, firstLine: Int) {
        let rest = markerLine.drop { $0 == "/" || $0 == " " }.drop { $0 == "%" }
        var words = rest.split(separator: " ")
        let tags: [Substring] = ["[markdown]", "[md]"]
        let isMarkdown = words.contains { tags.contains($0) }
        words.removeAll { tags.contains($0) }
        self.kind = isMarkdown ? .markdown : .code
        self.title = words.joined(separator: " ")
        self.text = ""
        self.firstLine = firstLine
        self.marker = markerLine
        self.emptyLinesAfter = 0
    }

    init(headless firstLine: Int) {
        self.kind = .code
        self.title = ""
        self.text = ""
        self.firstLine = firstLine
        self.marker = nil
        self.emptyLinesAfter = 0
    }

    /// The Markdown of a prose cell: its text without the comment marks.
    public var markdown: String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map(Comment.content)
            .joined(separator: "\n")
    }

    /// The name of the exercise that a cell titled `exercise: name` holds.
    public var exercise: String? {
        let prefix = "exercise:"
        guard title.hasPrefix(prefix) else { return nil }
        return String(title.dropFirst(prefix.count).drop { $0 == " " })
    }

    /// Whether there is nothing in it but white space.
    public var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

    static func marker(_ kind: Kind, title: String) -> String {
        switch (kind, title.isEmpty) {
        case (.code, true): "// %%"
        case (.code, false): "// %% \(title)"
        case (.markdown, true): "// %% [markdown]"
        case (.markdown, false): "// %% \(title) [markdown]"
        }
    }
}
