import ArgumentParser
import Glibc
import Notebook

/// What the process says when it ends.
enum ExitStatus {
    static let success: Int32 = 0
    /// The script failed; the reason is on standard error.
    static let failure: Int32 = 1
    /// The command line made no sense.
    static let usage: Int32 = 2
    /// Ctrl-C, as shells count it.
    static let interrupted: Int32 = 130
}

/// `duel`: the prompt, unless a command is named.
struct DuelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duel",
        abstract: "A notebook for the terminal that teaches generative adversarial networks.",
        discussion: """
            Without a command it opens the prompt; `duel lesson 1` is where to begin. With a script on \
            standard input it runs that, and `duel answer.duel` runs that file.
            """,
        version: "duel \(duelVersion)",
        subcommands: [
            LessonCommand.self, RunCommand.self, ExerciseCommand.self, GradeCommand.self, ExportCommand.self,
            DoctorCommand.self, MarkSubmissionCommand.self,
        ])

    @OptionGroup var options: CommonOptions

    func run() throws {
        if isatty(STDIN_FILENO) == 0 {
            try ScriptRun(path: "-", options: options).run()
        } else {
            try Prompt(options: options).run()
        }
    }

    /// Parses the command line and runs what it says.
    ///
    /// - Returns: the exit status. ArgumentParser's own for wrong usage is 64; ours is 2, as of most tools.
    static func start() -> Int32 {
        do {
            var arguments = Array(CommandLine.arguments.dropFirst())
            // `duel answer.duel` can only mean one thing.
            if let first = arguments.first, first.hasSuffix(".duel") { arguments.insert("run", at: 0) }
            var command = try parseAsRoot(arguments)
            try command.run()
            return ExitStatus.success
        } catch {
            let code = exitCode(for: error)
            if code.isSuccess {
                StandardOutput.write("\(fullMessage(for: error))\n")
                return ExitStatus.success
            }
            if error is ExitCode { return code.rawValue }
            if code == .validationFailure {
                StandardError.write("\(fullMessage(for: error))\n")
                return ExitStatus.usage
            }
            StandardError.write("duel: \(error)\n")
            return ExitStatus.failure
        }
    }
}
