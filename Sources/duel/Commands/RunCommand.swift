import ArgumentParser
import Notebook
import Script
import Tensors

/// `duel run FILE`.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs a script; standard output holds what it prints and nothing else.")

    @Argument(help: "The script; - for standard input.")
    var file: String

    @Option(name: .long, help: "Where the random numbers begin.")
    var seed: UInt64?

    @OptionGroup var options: CommonOptions

    func run() throws {
        try ScriptRun(path: file, seed: seed, options: options).run()
    }
}

/// A script that is run as a whole: it is read before anything runs, and the first error ends it.
struct ScriptRun {
    let path: String
    let seed: UInt64?
    let options: CommonOptions

    func run() throws {
        let source = SourceFile(name: path == "-" ? "standard input" : path, text: try TextFile.read(path))
        let interpreter = Engines.script(seed: seed, options: options)
        interpreter.stopsWhenInterrupted()
        Interrupts.watchScript()
        let parsed = interpreter.parse(source)
        for warning in parsed.warnings { report(warning) }
        if let error = parsed.firstError {
            report(error)
            throw ExitCode(ExitStatus.failure)
        }
        do {
            _ = try interpreter.run(parsed.program)
            // A training that was stopped as the last statement ends normally.
            if Interruption.requested.load(ordering: .relaxed) { throw Interrupted() }
        } catch let error as Diagnostic {
            report(error)
            throw ExitCode(ExitStatus.failure)
        } catch is Interpreter.Interrupted {
            throw ExitCode(ExitStatus.interrupted)
        } catch is Interrupted {
            throw ExitCode(ExitStatus.interrupted)
        }
    }

    private func report(_ diagnostic: Diagnostic) {
        let appearance = options.errorAppearance
        StandardError.write(diagnostic.rendered(color: appearance.hasColors) + "\n")
    }
}
