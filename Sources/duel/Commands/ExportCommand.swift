import ArgumentParser
import Notebook

/// `duel export`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Runs a script's cells and writes a notebook with outputs and pictures.",
        discussion: """
            duel export lab.duel -o lab.html
            duel export 5 -o lesson.ipynb
            """)

    @Argument(help: "The script, or a lesson's number or name.")
    var file: String

    @Option(name: .shortAndLong, help: "The notebook: .ipynb, .html or .md.")
    var output: String

    @Flag(name: .long, help: "Leave the cells as they are, without outputs.")
    var noRun = false

    @Option(name: .long, parsing: .unconditional, help: "Where the random numbers begin.")
    var seed: Seed?

    @OptionGroup var options: CommonOptions

    func validate() throws { try seed?.check() }

    func run() throws {
        let format = try ExportFormat(path: output)
        let lesson = try lesson()
        let file = lesson?.script ?? file
        let document = CellDocument(try TextFile.read(file))
        let notebook: ExportedNotebook
        if noRun {
            notebook = ExportedNotebook(document: document, name: file)
        } else {
            Interrupts.watchScript()
            let display = LineDisplay(StandardError.write)
            let session = Session { options.sessionContext(seed: seed?.number ?? 0, display: display) }
            notebook = ExportedNotebook(running: document, name: file, lesson: lesson, in: session)
        }
        try TextFile.write(format.text(of: notebook), to: output)
        if notebook.hasErrors {
            StandardError.write("duel: some cells of \(line: file) failed; \(line: output) shows which\n")
            throw ExitCode(ExitStatus.failure)
        }
    }

    /// The lesson that is meant: by its script's path, or by its number or name where no such file is.
    private func lesson() throws -> Lesson? {
        if file.hasSuffix("/lesson.duel") {
            return Lesson(folder: String(file.dropLast("/lesson.duel".count)))
        }
        guard !TextFile.exists(file), !file.hasSuffix(".duel"), file != "-" else { return nil }
        return try Curriculum.find().lesson(file)
    }
}
