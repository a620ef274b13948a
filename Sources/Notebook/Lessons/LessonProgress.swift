/// How far a learner came in each lesson.
public struct LessonProgress: Sendable {
    private let path: String

    /// The progress in a state folder.
    public init(_ folder: StateFolder) {
        path = folder.path + "/lessons"
    }

    /// How many pages of a lesson have been seen.
    public func pages(of lesson: Lesson) -> Int {
        entries()[lesson.folder] ?? 0
    }

    /// Remembers how many pages of a lesson have been seen.
    ///
    /// - Throws: `FileProblem` if the file cannot be written.
    public func remember(_ pages: Int, of lesson: Lesson) throws {
        var entries = entries()
        entries[lesson.folder] = pages
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        try TextFile.makeFolder(folder)
        let lines = entries.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
        try TextFile.write(lines.joined(), to: path)
    }

    private func entries() -> [String: Int] {
        guard let text = try? TextFile.read(path) else { return [:] }
        var entries: [String: Int] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2, let pages = Int(parts[0]) { entries[String(parts[1])] = pages }
        }
        return entries
    }
}
