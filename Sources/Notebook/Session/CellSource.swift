import Script

/// The text of a cell and where it comes from: the prompt, a page of a lesson, a piece of a file.
public struct CellSource: Codable, Equatable, Sendable {
    /// What messages call it: `In[4]`, `lab.duel`.
    public let name: String
    /// The number of its first line there.
    public let firstLine: Int
    /// Its text.
    public let text: String
    /// The title behind its `// %%`, if it comes from a document.
    public let title: String
    /// The prose that a lesson shows before it, as Markdown.
    public let prose: String
    /// The name from which its random numbers follow, if it is a lesson's; nil: they go on from the last cell's.
    public let streamName: String?
    /// Whether it was typed, and comes from no file and no lesson.
    public let isTyped: Bool

    /// A text that was typed as the session's cell of this number.
    public init(typed text: String, number: Int) {
        self.init(name: "In[\(number)]", text: text, isTyped: true)
    }

    /// The whole text of a file.
    public init(file: String, text: String) {
        self.init(name: file, text: text)
    }

    /// A cell of the document that messages call `name`.
    public init(_ cell: DocumentCell, of name: String, prose: String = "", streamName: String? = nil) {
        self.init(
            name: name, firstLine: cell.firstLine, text: cell.text, title: cell.title, prose: prose,
            streamName: streamName)
    }

    private init(
        name: String, firstLine: Int = 1, text: String, title: String = "", prose: String = "",
        streamName: String? = nil, isTyped: Bool = false
    ) {
        self.name = name
        self.firstLine = firstLine
        self.text = text
        self.title = title
        self.prose = prose
        self.streamName = streamName
        self.isTyped = isTyped
    }

    /// The text for the language's reader, under the name and line by which messages call it.
    public var file: SourceFile { SourceFile(name: name, text: text, firstLine: firstLine) }
}

/// A cell that was read, which is done once: the prompt asks it whether more lines are wanted, and the session runs it.
public struct ParsedCell {
    /// What was read.
    public let source: CellSource
    /// What came of it.
    let parsed: Parsed

    /// Whether the text only breaks off, so that a prompt should ask for more lines.
    public var isIncomplete: Bool { parsed.isIncomplete }

    /// The names that its statements bind.
    var boundNames: [String] { parsed.program.boundNames }
}
