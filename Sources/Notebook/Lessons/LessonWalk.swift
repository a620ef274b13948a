/// A learner's way through a lesson, page by page.
public struct LessonWalk: Sendable {
    /// A cell of code and the prose before it; the last page may be prose alone.
    public struct Page: Sendable, Equatable {
        /// The Markdown before the code.
        public let prose: String
        /// The code, or nil.
        public let code: Cell?
    }

    /// The lesson.
    public let lesson: Lesson
    /// Its cells.
    public let document: CellDocument
    /// Its pages.
    public let pages: [Page]
    /// How many pages have been shown.
    public var position = 0

    /// Opens a lesson at its first page.
    ///
    /// - Throws: `FileProblem` if it cannot be read.
    public init(_ lesson: Lesson) throws {
        self.lesson = lesson
        document = try lesson.document()
        pages = Self.pages(of: document)
    }

    /// The page that comes next, or nil at the end.
    public var next: Page? { position < pages.count ? pages[position] : nil }

    /// The hints that follow the page shown last, in their order: prose in cells titled `hint`.
    public var hints: [String] {
        guard let shown = pages.prefix(position).last?.code,
            let index = document.cells.firstIndex(of: shown)
        else { return [] }
        return document.cells[(index + 1)...].prefix { $0.kind == .markdown }.filter(Self.isHint).map(
            \.markdown)
    }

    /// A name of the random numbers of a page's cell: what is typed in between does not move them.
    public func streamName(_ page: Int) -> String { Self.streamName(page, of: lesson) }

    /// The same for a lesson that nobody walks through.
    static func streamName(_ page: Int, of lesson: Lesson) -> String { "\(lesson.name)/\(page + 1)" }

    /// Cuts a document into pages; hints are shown only when they are asked for.
    static func pages(of document: CellDocument) -> [Page] {
        var pages: [Page] = []
        var prose: [String] = []
        for cell in document.cells where !cell.isBlank && !isHint(cell) {
            switch cell.kind {
            case .markdown: prose.append(cell.markdown)
            case .code:
                pages.append(Page(prose: prose.joined(separator: "\n\n"), code: cell))
                prose = []
            }
        }
        if !prose.isEmpty { pages.append(Page(prose: prose.joined(separator: "\n\n"), code: nil)) }
        return pages
    }

    private static func isHint(_ cell: Cell) -> Bool {
        cell.kind == .markdown && (cell.title == "hint" || cell.title.hasPrefix("hint:"))
    }
}
