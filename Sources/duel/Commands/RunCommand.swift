import ArgumentParser
import Grading
import Prelude

/// `duel run FILE`.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs a script; standard output holds what it prints and nothing else.",
        discussion: """
            duel run train.duel --seed 3
            duel run train.duel --time 60 --memory 512MiB
            duel run report.duel -- ring 8            # the script finds ["ring", "8"] as `arguments`
            duel run train.duel --listing             # what the script becomes; nothing runs
            """)

    @Argument(help: "The script; - for standard input.")
    var file: String

    @Argument(parsing: .postTerminator, help: "What the script finds as `arguments`, behind --.")
    var arguments: [String] = []

    @Option(name: .long, parsing: .unconditional, help: "Where the random numbers begin.")
    var seed: Seed?

    @Option(name: .long, help: "The seconds that the script may run.")
    var time: Double?

    @Option(name: .long, help: "What tensors, and what lists and texts, may hold: 512MiB, 2GB.")
    var memory: ByteSize?

    @Flag(help: "Print the instructions that the script becomes, below its lines; nothing runs.")
    var listing = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if let time, !(time > 0 && time < 1e8) {
            throw ValidationError("--time is a number of seconds above 0")
        }
        try seed?.check()
    }

    func run() throws {
        let script = ScriptRun(
            path: file, arguments: arguments, seed: seed?.number, seconds: time, bytes: memory?.count,
            options: options)
        try listing ? script.list() : script.run()
    }
}

/// A size as the command line writes it.
struct ByteSize: ExpressibleByArgument {
    let count: Int

    init?(argument: String) {
        guard let count = byteCount(argument) else { return nil }
        self.count = count
    }
}
