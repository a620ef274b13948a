import Budget
import Notebook
import Prelude
import Script
import Tensors
import Text

/// The student's script in its own interpreter: run by cell, so that a cell that fails costs only itself.
final class StudentRun {
    let interpreter: Interpreter
    let printed: PrintedText
    private let context: PreludeContext
    private let job: MarkingJob
    private let limits: MarkingLimits
    private var notes: [String] = []
    /// Whether a cell failed, so that names may be missing.
    private(set) var hasLostCells = false

    init(_ job: MarkingJob, limits: MarkingLimits) {
        self.job = job
        self.limits = limits
        let printed = PrintedText(limit: limits.output)
        self.printed = printed
        context = PreludeContext.forMarking(seed: job.seed, home: job.home)
        var bounds = Limits()
        bounds.memory = limits.memory
        bounds.steps = limits.steps
        interpreter = Library.interpreter(
            context: context, limits: bounds, output: { printed.append($0) })
        interpreter.stopsWhenInterrupted()
        MemoryBudget.limit = limits.memory
    }

    /// Runs every cell once. What has to be said about the script: cells left out, errors, limits reached.
    func run() -> [String] {
        let watch = ProcessorWatch(seconds: limits.seconds)
        defer { watch.stop() }
        let script = CellDocument(job.script).codeCells.map { MarkingCell($0, of: job.submission) }
        for cell in job.sessionCells + script {
            let parsed = interpreter.parse(cell.source.file)
            if let error = parsed.firstError {
                note(cell, "A cell was left out, since it cannot be read:\n" + rendered(error))
                continue
            }
            begin(cell.source)
            defer { end(cell.source) }
            do {
                _ = try interpreter.run(parsed.program)
            } catch let diagnostic as Diagnostic {
                note(cell, "A cell failed; what it had bound before is kept:\n" + rendered(diagnostic))
            } catch is Interrupted {
                notes.append(sentence(MarkingProcess.timeText(limits.seconds, "the script")))
                break
            } catch {
                note(cell, "A cell failed: \(error)")
            }
        }
        if printed.isCut {
            notes.append("The script printed more than \(limits.output) bytes; the rest was dropped.")
        }
        return notes
    }

    private func note(_ cell: MarkingCell, _ text: String) {
        hasLostCells = true
        if !cell.hasFailed { notes.append(text) }
    }

    /// Gives a lesson's cell its own random numbers and keeps what it prints apart.
    private func begin(_ cell: CellSource) {
        guard let stream = cell.streamName else { return }
        context.random.begin(stream)
        printed.isPaused = true
    }

    private func end(_ cell: CellSource) {
        guard cell.streamName != nil else { return }
        context.random.end()
        printed.isPaused = false
    }

    func rendered(_ diagnostic: Diagnostic) -> String {
        diagnostic.rendered(width: job.window.map { max(20, $0 - 8) } ?? 100, window: job.window)
    }

    /// Gives the student's side a random stream and a budget of its own for a check.
    func prepare(forCheck name: String) {
        context.random.current = RandomStream(seed: job.seed).split("student: " + name)
        if let steps = limits.steps { interpreter.limits.steps = interpreter.stepsTaken + steps }
    }

    private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }
}

/// What a script prints, up to a limit; what comes after is dropped.
final class PrintedText {
    private(set) var text = ""
    private(set) var isCut = false
    /// While true, nothing is kept.
    var isPaused = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func append(_ more: String) {
        guard !isCut, !isPaused else { return }
        if text.utf8.count + more.utf8.count <= limit {
            text += more
        } else {
            text += String(decoding: more.utf8.prefix(limit - text.utf8.count), as: UTF8.self)
            isCut = true
        }
    }
}
