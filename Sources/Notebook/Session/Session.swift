import Budget
import Prelude
import Script
import Tensors
import Text

/// Cells run one after another by one interpreter: what a student works in.
///
/// A cell that fails leaves everything that was bound before as it was. It belongs to one thread.
public final class Session {
    /// What the cells are run by.
    public private(set) var interpreter: Interpreter
    /// The cells in the order in which they were run.
    public private(set) var cells: [SessionCell] = []
    /// The seed that the first cell started from; a later one may have set another.
    private(set) var firstSeed: UInt64

    private let makeContext: () -> PreludeContext
    private var context: PreludeContext
    private let write: (String) -> Void
    private let show: (TerminalText) -> Void
    private var recorder = OutputRecorder()

    /// A session without cells.
    ///
    /// - Parameters:
    ///   - write: gets what is printed while a cell runs.
    ///   - show: gets the pictures that are drawn.
    ///   - makeContext: makes what the prelude keeps for a session in its first state: seed, files, display.
    public init(
        write: @escaping (String) -> Void = { _ in }, show: @escaping (TerminalText) -> Void = { _ in },
        makeContext: @escaping () -> PreludeContext
    ) {
        self.write = write
        self.show = show
        self.makeContext = makeContext
        context = makeContext()
        firstSeed = context.random.seed
        interpreter = Library.interpreter(context: context, output: { _ in })
        listen()
    }

    /// Reads a text that was typed, as the cell that comes next.
    public func read(typed text: String) -> ParsedCell {
        read(CellSource(typed: text, number: cells.count + 1))
    }

    /// Reads a cell without running it.
    public func read(_ source: CellSource) -> ParsedCell {
        ParsedCell(source: source, parsed: interpreter.parse(source.file))
    }

    /// Reads a cell and runs it.
    @discardableResult
    public func run(_ source: CellSource) -> SessionCell { run(read(source)) }

    /// Reads a text that was typed and runs it.
    @discardableResult
    public func run(typed text: String) -> SessionCell { run(read(typed: text)) }

    /// Runs a cell that was read as the next one.
    @discardableResult
    public func run(_ cell: ParsedCell) -> SessionCell {
        var ran = SessionCell(number: cells.count + 1, cell)
        recorder = OutputRecorder()
        let start = ContinuousClock.now
        if let error = cell.parsed.firstError {
            ran.outcome = .failed(error)
        } else {
            execute(&ran)
        }
        ran.output = recorder.text
        ran.seconds = (ContinuousClock.now - start).inSeconds
        cells.append(ran)
        return ran
    }

    /// Runs a cell's statements with the random numbers that are its own. One that fails or is stopped moves no
    /// number of those after it.
    private func execute(_ cell: inout SessionCell) {
        let takeBack = context.random.remember()
        if let name = cell.source.streamName { context.random.begin(name) }
        do {
            cell.result = try interpreter.run(cell.program) { statement in
                cell.statementsDone = statement
                if Interruption.requested.load(ordering: .relaxed) { throw Interrupted() }
            }
            cell.statementsDone = cell.program.statementSpans.count
            // A training that was stopped gives its history and leaves the request for what comes after.
            if Interruption.requested.exchange(false, ordering: .relaxed) { cell.outcome = .interrupted }
        } catch is Interrupted {
            cell.outcome = .interrupted
        } catch {
            cell.outcome = .failed(error)
        }
        if cell.source.streamName != nil {
            context.random.end()
        } else if !cell.isDone {
            cell.drewInVain = takeBack()
        }
    }

    /// The cells that a student would hand in: those that they typed themselves and that ran.
    public var answer: [SessionCell] { cells.filter { $0.source.isTyped && $0.hasRun } }

    /// Forgets everything: names, cells, random numbers.
    public func reset() {
        context = makeContext()
        firstSeed = context.random.seed
        interpreter = Library.interpreter(context: context, output: { _ in })
        cells = []
        listen()
    }

    private func listen() {
        interpreter.output = { [unowned self] text in
            recorder.append(text)
            context.display.makeRoom()
            write(text)
        }
        interpreter.show = { [unowned self] picture, plain in
            recorder.append(plain)
            context.display.makeRoom()
            show(picture)
        }
        interpreter.stopsWhenInterrupted()
    }
}

/// The first part of what a cell printed, for exports. A cell that prints without end fills no memory.
private struct OutputRecorder {
    private(set) var text = ""
    private static let mostBytes = 1 << 20

    mutating func append(_ more: String) {
        if text.utf8.count < Self.mostBytes { text += more }
    }
}
