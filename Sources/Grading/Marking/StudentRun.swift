import Notebook
import Prelude
import Script
import Tensors

/// The student's script in its own interpreter: run by cell, so that a cell that fails costs only itself.
final class StudentRun {
    let interpreter: Interpreter
    let printed: PrintedText
    private let context: PreludeContext
    private let job: MarkingJob
    private let limits: MarkingLimits

    init(_ job: MarkingJob, limits: MarkingLimits) {
        self.job = job
        self.limits = limits
        let printed = PrintedText(limit: limits.output)
        self.printed = printed
        context = PreludeContext.forMarking(seed: job.seed, home: job.home)
        var bounds = Limits()
        bounds.memory = limits.memory
        bounds.steps = limits.steps
        interpreter = Prelude.interpreter(
            context: context, limits: bounds, output: { printed.append($0) })
        interpreter.stopsWhenInterrupted()
        MemoryBudget.limit = limits.memory
    }

    /// Runs every cell once. What has to be said about the script: cells left out, errors, limits reached.
    func run() -> [String] {
        var notes: [String] = []
        let watch = ProcessorWatch(seconds: limits.seconds)
        defer { watch.stop() }
        for cell in CellDocument(job.script).codeCells {
            let source = SourceFile(name: job.submission, text: cell.text, firstLine: cell.firstLine)
            let parsed = interpreter.parse(source)
            if let error = parsed.firstError {
                notes.append("A cell was left out, since it cannot be read:\n" + error.rendered())
                continue
            }
            do {
                _ = try interpreter.run(parsed.program)
            } catch let diagnostic as Diagnostic {
                notes.append("A cell failed; what it had bound before is kept:\n" + diagnostic.rendered())
            } catch is Interrupted {
                notes.append(sentence(MarkingProcess.timeText(limits.seconds, "the script")))
                break
            } catch is Interpreter.Interrupted {
                notes.append(sentence(MarkingProcess.timeText(limits.seconds, "the script")))
                break
            } catch {
                notes.append("A cell failed: \(error)")
            }
        }
        if printed.isCut {
            notes.append("The script printed more than \(limits.output) bytes; the rest was dropped.")
        }
        return notes
    }

    /// Gives the student's side a random stream and a budget of its own for a check.
    func prepare(forCheck name: String) {
        context.random = RandomStream(seed: job.seed).split("student: " + name)
        if let steps = limits.steps { interpreter.limits.steps = interpreter.stepsTaken + steps }
    }

    private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }
}

/// What a script prints, up to a limit; what comes after is dropped.
final class PrintedText {
    private(set) var text = ""
    private(set) var isCut = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func append(_ more: String) {
        guard !isCut else { return }
        if text.utf8.count + more.utf8.count <= limit {
            text += more
        } else {
            text += String(decoding: more.utf8.prefix(limit - text.utf8.count), as: UTF8.self)
            isCut = true
        }
    }
}

/// Raises the interruption flag when the process has used `seconds` more of its processors.
struct ProcessorWatch {
    init(seconds: Double) {
        Interruption.requested.store(false, ordering: .relaxed)
        ProcessorTimer.start(seconds: seconds) { _ in Interruption.requested.store(true, ordering: .relaxed) }
    }

    func stop() {
        ProcessorTimer.stop()
        Interruption.requested.store(false, ordering: .relaxed)
    }
}
