import ArgumentParser
import Notebook

/// `duel lesson`.
struct LessonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson", abstract: "Lists the lessons, or opens one.",
        discussion:
            "In a terminal a lesson opens at the prompt, where you left off; elsewhere it is run through.")

    @Argument(help: "A number, a name, or the folder of a lesson.")
    var lesson: String?

    @Flag(name: .long, help: "Run all of its cells, one after the other.")
    var all = false

    @Option(
        name: .long,
        help: "Prove the lesson in a folder: every cell runs, the starter earns 0, the solution all.")
    var verify: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        if let verify {
            Interrupts.watchScript()
            guard try LessonProof(lesson: Lesson(folder: verify), options: options).run() else {
                throw ExitCode(ExitStatus.failure)
            }
            return
        }
        let curriculum = Curriculum.find()
        guard let lesson else {
            if all { throw ValidationError("--all needs a lesson: duel lesson 1 --all") }
            StandardOutput.write("\(LessonList.text(curriculum))\n")
            return
        }
        let found = try curriculum.lesson(lesson)
        guard all || !Terminal.isInteractive else {
            return try Prompt(options: options).run(opening: found)
        }
        Interrupts.watchScript()
        let conversation = options.conversation(curriculum: curriculum)
        guard try conversation.runThrough(found) else {
            let wasStopped = conversation.session.cells.last.map { cell in
                if case .interrupted = cell.outcome { true } else { false }
            }
            throw ExitCode(wasStopped == true ? ExitStatus.interrupted : ExitStatus.failure)
        }
    }
}

/// `duel exercise`.
struct ExerciseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exercise", abstract: "Prints the starter of a lesson's exercises.",
        discussion: "duel exercise 8 > answer.duel")

    @Argument(help: "A number, a name, or the folder of a lesson.")
    var lesson: String

    func run() throws {
        let found = try Curriculum.find().lesson(lesson)
        guard TextFile.exists(found.starter) else {
            throw CommandProblem("lesson \(found.shortName) has no exercises")
        }
        StandardOutput.pass(try TextFile.read(found.starter))
    }
}
