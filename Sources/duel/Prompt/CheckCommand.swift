import Grading
import Notebook
import Text

extension Command {
    /// Marks what the student typed in this session, as `duel grade` would mark it if it were handed in.
    ///
    /// It runs in a process of its own, so that nothing the checks do reaches the session or its networks.
    static var check: Command {
        Command(
            "check", usage: "[LESSON]", argument: .lesson,
            summary: "marks the exercises as far as you are; nothing counts"
        ) {
            conversation, wanted in
            let lesson: Lesson
            if !wanted.isEmpty {
                lesson = try conversation.curriculum.lesson(wanted)
            } else if let open = conversation.walk?.lesson {
                lesson = open
            } else {
                throw CommandProblem("which lesson? `:check 5`")
            }
            guard TextFile.exists(lesson.checks) else {
                throw CommandProblem("lesson \(lesson.shortName) has no exercises to mark")
            }
            guard !conversation.session.answer.isEmpty else {
                throw CommandProblem("you have typed nothing yet that could be marked")
            }
            let screen = conversation.screen
            let check = SessionCheck(
                session: conversation.session, lesson: lesson, width: screen.appearance.width)
            screen.say(TerminalText(try check.report()))
        }
    }
}

/// Marks a session as far as it is: what the student typed, as if it were handed in; and where that is not
/// enough, with the lesson's cells around it, since in the session the student may build on those.
private struct SessionCheck {
    let session: Session
    let lesson: Lesson
    let width: Int

    func report() throws -> String {
        let alone = try mark(session.answer)
        guard alone.score < alone.maxScore || !alone.notes.isEmpty,
            session.cells.contains(where: { $0.source.streamName != nil })
        else { return text(alone) }
        let whole = try mark(session.cells)
        guard whole.score > alone.score else {
            return text(whole.score == alone.score && whole.notes.count < alone.notes.count ? whole : alone)
        }
        let warning = """
            Your cells build on names that the lesson bound. In a file that you hand in they are missing: bind \
            them there too, or make them parameters. Alone, what you typed earns \
            \(alone.points) points.
            """
        return text(whole) + "\n" + reflowed(warning, width: width)
    }

    private func mark(_ cells: [SessionCell]) throws -> SubmissionResult {
        try MarkingBatch(lesson: lesson, window: width - 4).mark(
            MarkingBatch.Submission(name: "session", cells: cells))
    }

    private func text(_ result: SubmissionResult) -> String {
        result.textReport(title: "So far", width: width)
    }
}
