import ArgumentParser
import Budget
import Glibc
import Notebook
import Prelude
import Script
import Tensors
import Text

/// A script that is run as a whole: it is read before anything runs, and the first error ends it.
struct ScriptRun {
    let path: String
    var arguments: [String] = []
    var seed: UInt64?
    /// How long it may run; nil: as long as it likes.
    var seconds: Double?
    /// What its tensors may hold together, and what its lists and texts may; nil: what the machine has.
    var bytes: Int?
    let options: CommonOptions

    func run() throws {
        let name = path == "-" ? "standard input" : path
        let source = SourceFile(name: name, text: try TextFile.read(path))
        let interpreter = makeInterpreter()
        limit(interpreter)
        Interrupts.watchScript()
        let parsed = interpreter.parse(source)
        for warning in parsed.warnings + Library.unshownValues(in: parsed.program) { report(warning) }
        if let error = parsed.firstError {
            report(error)
            throw ExitCode(ExitStatus.failure)
        }
        do {
            _ = try interpreter.run(parsed.program)
            // A training that was stopped as the last statement ends normally.
            if !TimeLimit.isReached { try Interruption.check() }
        } catch let error as Diagnostic {
            report(error)
            throw ExitCode(ExitStatus.failure)
        } catch is Interrupted {
            throw ExitCode(ExitStatus.interrupted)
        }
    }

    /// Prints what the script becomes, and runs nothing.
    func list() throws {
        let source = SourceFile(name: path == "-" ? "standard input" : path, text: try TextFile.read(path))
        let interpreter = makeInterpreter()
        let parsed = interpreter.parse(source)
        do {
            if let error = parsed.firstError { throw error }
            StandardOutput.write(TerminalText(try interpreter.listing(of: parsed.program)))
        } catch let error as Diagnostic {
            report(error)
            throw ExitCode(ExitStatus.failure)
        }
    }

    /// Pictures are drawn as for a pipe of 80 columns, so that the same script prints the same everywhere; trainings
    /// are shown on standard error.
    private func makeInterpreter() -> Interpreter {
        let display = options.display(on: STDERR_FILENO, write: StandardError.write)
        let context = PreludeContext(
            seed: seed ?? 0, home: Home.find()?.folder, display: display, arguments: arguments)
        let interpreter = Library.interpreter(context: context) { text in
            display.makeRoom()
            StandardOutput.pass(text)
        }
        guard Terminal.isInteractive else { return interpreter }
        context.outputStyle.style = options.appearance.plotStyle
        interpreter.show = { picture, _ in
            display.makeRoom()
            StandardOutput.write(picture)
        }
        return interpreter
    }

    private func limit(_ interpreter: Interpreter) {
        if let bytes {
            interpreter.limits.memory = bytes
            MemoryBudget.limit = bytes
        }
        interpreter.stopsWhenInterrupted()
        guard let seconds else { return }
        let poll = interpreter.poll
        let timeIsUp = timeIsUp
        interpreter.poll = {
            if TimeLimit.isReached { throw timeIsUp }
            try poll?()
        }
        TimeLimit.start(seconds: seconds)
    }

    private var timeIsUp: Mistake {
        let amount = seconds.map { $0 == 1 ? "1 second" : "\(NumberText.plain($0)) seconds" } ?? "no time"
        return Mistake(
            construct: "limit", problem: "the script's time is used up",
            note: "`--time` allows it \(amount)")
    }

    private func report(_ diagnostic: Diagnostic) {
        StandardError.write("\(diagnostic.rendered(options.errorAppearance.colors))\n")
    }
}
