import Grading
import Notebook
import Text

/// Proves a lesson: every cell runs, the starter earns nothing, the solution everything.
struct LessonProof {
    let lesson: Lesson
    let options: CommonOptions

    /// Writes a line for each part.
    ///
    /// - Returns: whether all of it holds.
    func run() throws -> Bool {
        guard TextFile.exists(lesson.script) else { throw FileProblem.missing(lesson.script) }
        var holds = try cellsRun()
        guard TextFile.exists(lesson.checks) else {
            say("no checks.duel: nothing to mark")
            return holds
        }
        holds = try earns(lesson.starter, "starter", { score, _ in score == 0 }, "must earn nothing") && holds
        return try earns(lesson.solution, "solution", { $0 == $1 }, "must earn everything") && holds
    }

    private func cellsRun() throws -> Bool {
        let conversation = options.conversation()
        conversation.screen.isMuted = true
        let all = try conversation.runThrough(lesson)
        let cells = conversation.session.cells
        if all {
            let seconds = cells.reduce(0) { $0 + $1.seconds }
            say("cells     \(cells.count) ran in \(NumberText.duration(seconds))")
            return true
        }
        say("cells     cell \(cells.count) failed")
        if case .failed(let error)? = cells.last?.outcome { say(conversation.texts.error(error)) }
        return false
    }

    private func earns(
        _ path: String, _ name: String, _ isRight: (Double, Double) -> Bool, _ demand: String
    ) throws -> Bool {
        guard TextFile.exists(path) else {
            say("\(name) is missing: \(line: path)")
            return false
        }
        let result = try MarkingBatch(lesson: lesson).mark(MarkingBatch.Submission(name: name, path: path))
        let isFine = isRight(result.score, result.maxScore)
        say("\(name.padded(to: 10))\(result.points) points\(isFine ? "" : ": it \(demand)")")
        if !isFine { say(TerminalText(result.textReport)) }
        return isFine
    }

    private func say(_ line: TerminalText) { StandardOutput.write("\(line)\n") }
}
