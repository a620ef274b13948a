import Grading
import Notebook

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
            let answer = SessionScript.answer(conversation.session)
            guard !answer.isEmpty else {
                throw CommandProblem("you have typed nothing yet that could be marked")
            }
            let result = try marked(Batch.Submission(name: "session", text: answer), by: lesson)
            conversation.screen.say(result.textReport)
            return .goOn
        }
    }
}

/// Marks one script by a lesson's checks.
func marked(_ submission: Batch.Submission, by lesson: Lesson) throws -> SubmissionResult {
    guard let executable = Home.executablePath() else {
        throw CommandProblem("cannot find the program's own file, which the marking process runs")
    }
    let batch = try Batch(checksFile: lesson.checks, home: Home.find()?.folder)
    var results: [SubmissionResult] = []
    try batch.mark([submission], jobs: 1, executable: executable) { results.append($0) }
    guard let result = results.first else { throw CommandProblem("the marking process gave no result") }
    return result
}
