import Text

/// The list of lessons as `duel lesson` and `:lesson` show it.
public enum LessonList {
    /// One line for each lesson; `current` is marked.
    public static func text(_ curriculum: Curriculum, at current: Lesson? = nil) -> String {
        guard !curriculum.lessons.isEmpty else {
            return "no lessons were found; set DUEL_HOME to the folder that holds `lessons`"
        }
        let width = curriculum.lessons.map { displayWidth($0.shortName) }.max() ?? 0
        return curriculum.lessons.map { lesson in
            let mark = lesson == current ? ">" : " "
            return "\(mark) \(lesson.shortName.padded(leftTo: width))  \(lesson.title)"
        }.joined(separator: "\n")
    }
}
