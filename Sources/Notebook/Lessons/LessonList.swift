import Text

/// The list of lessons as `duel lesson` and `:lesson` show it.
public enum LessonList {
    /// One line for each lesson; `current` is marked.
    public static func text(_ curriculum: Curriculum, at current: Lesson? = nil) -> String {
        guard !curriculum.lessons.isEmpty else {
            return "no lessons were found; set DUEL_HOME to the folder that holds `lessons`"
        }
        let names = curriculum.lessons.map { escaped($0.shortName, for: .line) }
        let width = names.map { displayWidth($0) }.max() ?? 0
        return zip(curriculum.lessons, names).map { lesson, name in
            let mark = lesson == current ? ">" : " "
            return "\(mark) \(name.padded(leftTo: width))  \(escaped(lesson.title, for: .line))"
        }.joined(separator: "\n")
    }
}
