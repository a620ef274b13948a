/// One lesson: a folder `NN-topic` with prose and cells, exercises, and the checks that mark them.
public struct Lesson: Sendable, Equatable {
    /// The folder's path.
    public let folder: String
    /// The folder's name: "08-minimax-loss".
    public let name: String
    /// The number at the head of the name, or nil.
    public let number: Int?

    /// The lesson in a folder.
    public init(folder: String) {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        self.folder = folder
        self.name = folder.split(separator: "/").last.map(String.init) ?? folder
        self.number = Int(name.prefix { $0.isASCII && $0.isNumber })
    }

    /// The name without its number: "minimax-loss".
    public var topic: String {
        let rest = name.drop { $0.isASCII && $0.isNumber }
        return String(rest.first == "-" ? rest.dropFirst() : rest)
    }

    /// How a learner types it: "8", or the folder's name where it has no number.
    public var shortName: String { number.map(String.init) ?? name }

    /// The path of `lesson.duel`.
    public var script: String { folder + "/lesson.duel" }
    /// The path of `starter.duel`: the exercises with the places to fill.
    public var starter: String { folder + "/starter.duel" }
    /// The path of `solution.duel`. It is not installed with the lessons.
    public var solution: String { folder + "/solution.duel" }
    /// The path of `checks.duel`.
    public var checks: String { folder + "/checks.duel" }

    /// Reads prose and cells.
    ///
    /// - Throws: `FileProblem` if `lesson.duel` cannot be read.
    public func document() throws -> CellDocument {
        CellDocument(try TextFile.read(script))
    }

    /// The title in the front matter, or the topic.
    public var title: String { (try? document().title) ?? topic }
}
