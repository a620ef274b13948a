/// A learner's way through a lesson, page by page.
public struct LessonWalk: Sendable {
    /// A cell of code and the prose before it; the last page may be prose alone.
    public struct Page: Sendable, Equatable {
        /// The Markdown before the code.
        public let prose: String
        /// The code, or nil.
        public let code: CellSource?
        /// The hints that follow the code, in their order: prose in cells titled `hint`.
        public internal(set) var hints: [String] = []
    }

    /// The lesson.
    public let lesson: Lesson
    /// Its title, as its document or its folder gives it.
    public let title: String
    /// What a learner will be able to do, if its document says so.
    public let goal: String?
    /// Its pages.
    public let pages: [Page]
    /// How many pages have been shown.
    public internal(set) var position = 0 { didSet { hintsGiven = 0 } }
    /// How many hints of the page shown last were given.
    var hintsGiven = 0

    /// Opens a lesson at its first page.
    ///
    /// - Throws: `FileProblem` if it cannot be read.
    public init(_ lesson: Lesson) throws {
        let document = try lesson.document()
        self.lesson = lesson
        title = document.title ?? lesson.topic
        goal = document.frontMatter?["goal"]
        pages = Self.pages(of: document, in: lesson)
    }

    /// The page that comes next, or nil at the end.
    public var next: Page? { position < pages.count ? pages[position] : nil }

    /// The hints that follow the page shown last.
    public var hints: [String] { pages.prefix(position).last?.hints ?? [] }

    /// The name of the random numbers of a page's cell: what is typed in between does not move them.
    static func streamName(_ page: Int, of lesson: Lesson) -> String { "\(lesson.name)/\(page + 1)" }

    /// Cuts a document into pages; hints are shown only when they are asked for.
    private static func pages(of document: CellDocument, in lesson: Lesson) -> [Page] {
        var pages: [Page] = []
        var proseCells: [String] = []
        var prose: String { proseCells.joined(separator: "\n\n") }
        for cell in document.cells where !cell.isBlank {
            switch cell.kind {
            case .markdown where isHint(cell):
                if !pages.isEmpty { pages[pages.count - 1].hints.append(cell.markdown) }
            case .markdown: proseCells.append(cell.markdown)
            case .code:
                let source = CellSource(
                    cell, of: "\(lesson.name)/lesson.duel", prose: prose,
                    streamName: streamName(pages.count, of: lesson))
                pages.append(Page(prose: prose, code: source))
                proseCells = []
            }
        }
        if !proseCells.isEmpty { pages.append(Page(prose: prose, code: nil)) }
        return pages
    }

    private static func isHint(_ cell: DocumentCell) -> Bool {
        cell.title == "hint" || cell.title.hasPrefix("hint:")
    }
}
