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
    /// Where printed text goes while a cell runs.
    public var write: (String) -> Void
    /// What the session is built on.
    public let engine: Engine

    /// The statement with which a script starts as this session did.
    public private(set) var seedStatement: String?

    private var recorder = OutputRecorder()

    /// A session without cells.
    public init(engine: Engine, write: @escaping (String) -> Void = { _ in }) {
        self.engine = engine
        self.write = write
        interpreter = engine.makeInterpreter()
        listen()
    }

    /// Runs a text as the next cell.
    ///
    /// - Parameters:
    ///   - source: the text.
    ///   - name: what messages call it; `In[4]` unless it comes from a file.
    ///   - firstLine: the number of its first line in that file.
    ///   - title: its title there.
    ///   - prose: the Markdown that stands before it.
    ///   - streamName: a name from which the cell's random numbers follow; nil: they go on from the last
    ///     cell's.
    @discardableResult
    public func run(
        _ source: String, name: String? = nil, firstLine: Int = 1, title: String = "", prose: String = "",
        streamName: String? = nil
    ) -> SessionCell {
        let number = cells.count + 1
        let file = SourceFile(name: name ?? "In[\(number)]", text: source, firstLine: firstLine)
        let parsed = interpreter.parse(file)
        recorder = OutputRecorder()
        var result: Value?
        var outcome = SessionCell.Outcome.done
        var statementsDone = 0
        var drewInVain = false
        let start = ContinuousClock.now
        if let error = parsed.firstError {
            outcome = .failed(error)
        } else {
            let endCell = engine.beginCell(interpreter, streamName)
            do {
                result = try interpreter.run(parsed.program) { statement in
                    statementsDone = statement
                    if Interruption.requested.load(ordering: .relaxed) { throw Interrupted() }
                }
                statementsDone = parsed.program.statementSpans.count
                if case .none? = result { result = nil }
                if let result { interpreter.lastResult = result }
                // A training that was stopped gives its history and leaves the request for what comes after.
                if Interruption.requested.exchange(false, ordering: .relaxed) { outcome = .interrupted }
            } catch is Interrupted {
                outcome = .interrupted
            } catch is Interrupted {
                outcome = .interrupted
            } catch {
                outcome = .failed(error)
            }
            if case .done = outcome { _ = endCell(true) } else { drewInVain = endCell(false) }
        }
        let spans = parsed.program.statementSpans
        let effectEnd = statementsDone < spans.count ? spans[statementsDone].start : source.utf8.count
        let cell = SessionCell(
            number: number, title: title, prose: prose, file: file, isTyped: name == nil,
            streamName: streamName, boundNames: parsed.program.boundNames, output: recorder.text,
            result: result,
            outcome: outcome, effectEnd: statementsDone == 0 ? 0 : effectEnd, drewInVain: drewInVain,
            warnings: parsed.warnings, seconds: (ContinuousClock.now - start).inSeconds)
        cells.append(cell)
        return cell
    }

    /// The cells that a student would hand in: those that they typed themselves and that had an effect.
    public var answer: [SessionCell] { cells.filter { $0.isTyped && ($0.isDone || $0.hasEffect) } }

    /// Whether more lines could make the text whole, so that a prompt should ask for them.
    public func isIncomplete(_ source: String) -> Bool {
        interpreter.parse(SourceFile(name: "In", text: source)).isIncomplete
    }

    /// Forgets everything: names, cells, random numbers.
    public func reset() {
        interpreter = engine.makeInterpreter()
        cells = []
        listen()
    }

    private func listen() {
        seedStatement = engine.seedStatement(interpreter)
        interpreter.output = { [unowned self] text in
            recorder.append(text)
            write(text)
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

extension Duration {
    /// The duration in seconds.
    public var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
