import Script

/// The lessons, in the order of their folders' names. There is no index to keep.
public struct Curriculum: Sendable {
    /// The lessons in their order.
    public let lessons: [Lesson]

    /// The lessons whose folders lie in `folder`.
    public init(folder: String) {
        lessons = TextFile.names(in: folder)
            .map { Lesson(folder: "\(folder)/\($0)") }
            .filter { TextFile.exists($0.script) }
    }

    /// The lessons that the program brings along; none where it finds no home.
    public static func find() -> Curriculum {
        Curriculum(folder: Home.find()?.lessons ?? "")
    }

    /// The lesson that a learner means: by number (`8`, `08`), by folder name or topic, or by the path of a
    /// folder that holds a `lesson.duel`.
    ///
    /// - Throws: `UnknownLesson` with the near names.
    public func lesson(_ wanted: String) throws(UnknownLesson) -> Lesson {
        if let number = Int(wanted), let found = lessons.first(where: { $0.number == number }) {
            return found
        }
        if let found = lessons.first(where: { $0.name == wanted || $0.topic == wanted }) { return found }
        let beginning = lessons.filter { $0.topic.hasPrefix(wanted) || $0.name.hasPrefix(wanted) }
        if beginning.count == 1, !wanted.isEmpty, Int(wanted) == nil { return beginning[0] }
        let byPath = Lesson(folder: wanted)
        if wanted.contains("/"), TextFile.exists(byPath.script) { return byPath }
        throw UnknownLesson(wanted: wanted, near: near(wanted), known: lessons)
    }

    /// The lesson after this one.
    public func lesson(after lesson: Lesson) -> Lesson? {
        guard let index = lessons.firstIndex(of: lesson), index + 1 < lessons.count else { return nil }
        return lessons[index + 1]
    }

    private func near(_ wanted: String) -> [String] {
        if Int(wanted) != nil { return [] }
        return nearNames(to: wanted, among: lessons.map(\.topic) + lessons.map(\.name))
    }
}

/// No lesson goes by that name.
public struct UnknownLesson: Error, CustomStringConvertible {
    /// What was asked for.
    public let wanted: String
    /// Names that were perhaps meant.
    public let near: [String]
    /// The lessons there are.
    public let known: [Lesson]

    /// What was asked for, and what there is.
    public var description: String {
        if known.isEmpty {
            return
                "no lesson \(wanted): no lessons were found; set DUEL_HOME to the folder that holds `lessons`"
        }
        if wanted.contains("/") { return "no lesson \(wanted): there is no lesson.duel in that folder" }
        if let first = near.first { return "no lesson \(wanted); did you mean \(first)?" }
        let numbers = known.compactMap(\.number).sorted()
        if let last = numbers.last, numbers.count == known.count, numbers.count > 1 {
            let isUnbroken = last - numbers[0] == numbers.count - 1
            let those =
                isUnbroken
                ? "\(numbers[0]) to \(last)"
                : numbers.dropLast().map(String.init).joined(separator: ", ") + " and \(last)"
            return "no lesson \(wanted); there are lessons \(those), and `duel lesson` lists them"
        }
        return "no lesson \(wanted); there are \(known.map(\.shortName).joined(separator: ", "))"
    }
}
