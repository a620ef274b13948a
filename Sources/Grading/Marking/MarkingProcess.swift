import FoundationEssentials
import Notebook
import Prelude
import Script
import Tensors
import Text

/// What runs in a process of its own for one submission: the student's script, cell by cell, and then the checks,
/// as a program of their own with their own names, prelude and random stream.
///
/// No name of the script leads to the checks or to the channel over which their comparisons are sent.
public enum MarkingProcess {
    /// Reads a job from standard input and marks; the result goes to the channel at file descriptor 3.
    ///
    /// - Returns: the process's exit status.
    public static func main() -> Int32 {
        do {
            let job = try JSONDecoder().decode(MarkingJob.self, from: Data(TextFile.bytes(of: "-")))
            try mark(job, Channel(descriptor: ChildProcess.channelDescriptor))
            return 0
        } catch {
            return 1
        }
    }

    private static func mark(_ job: MarkingJob, _ channel: Channel) throws {
        let reporter = ChannelReporter(channel)
        let book = try CheckBook.read(
            job.checks, name: job.checksName, seed: job.seed, home: job.home, reporter: reporter)
        ResourceLimits.lower(to: book.book.limits)

        let student = StudentRun(job, limits: book.book.limits)
        for note in student.run() { try channel.send(.note(note)) }
        try channel.send(.scriptEnded)

        let session = StudentSession(student)
        var passed: Set<String> = []
        for (index, check) in book.book.checks.enumerated() {
            let description = check.description
            try channel.send(.began(check: index))
            if let after = description.after, !passed.contains(after) {
                try channel.send(.ended(check: index, .skipped))
                continue
            }
            reporter.begin(index)
            student.prepare(forCheck: description.name)
            book.prepare(forCheck: description.name)
            let ending = run(check, on: session, in: book.interpreter, limits: book.book.limits)
            if ending == .completed, !reporter.hasFailed { passed.insert(description.name) }
            try channel.send(.ended(check: index, ending))
        }
        try channel.send(.finished)
    }

    private static func run(
        _ check: CheckBook.Check, on session: StudentSession, in interpreter: Interpreter,
        limits: MarkingLimits
    ) -> CheckEnding {
        let watch = ProcessorWatch(seconds: limits.seconds)
        defer { watch.stop() }
        do {
            _ = try interpreter.call(check.body, [.object(session)])
            return .completed
        } catch is CheckFailed {
            return .completed
        } catch let fault as StudentFault {
            return .studentError(fault.text)
        } catch is Interrupted {
            return .limit(timeText(limits.seconds, "this check"))
        } catch let diagnostic as Diagnostic {
            return .checkError(diagnostic.rendered())
        } catch {
            return .checkError("\(error)")
        }
    }

    static func timeText(_ seconds: Double, _ what: String) -> String {
        "\(what) used up its \(NumberText.plain(seconds)) seconds of processor time and was stopped"
    }
}
