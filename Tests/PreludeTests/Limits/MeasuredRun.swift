import Budget
import Foundation
import Prelude
import Script
import Text

/// Runs scripts under small limits, in the process that it is called in, and measures what each took of it: for a process
/// that does nothing else.
struct MeasuredRun {
    /// What a script may hold, and the processor time it may take.
    static let memory = 64 << 20
    static let seconds = 0.25

    /// What is more than this escaped the limits: the memory that is asked for and the same again for what the system, the
    /// pool and the grain of accounting add, and the time until the next look.
    static let mostMemory = 2 * memory + 48 << 20
    static let mostSeconds = seconds + 0.75

    /// How much the process grew, at most, and the processor time that the run took.
    let memoryTaken: Int
    let secondsTaken: Double
    /// What the script was told.
    let outcome: String

    /// What limit it went beyond; nil if it held.
    var escape: String? {
        if memoryTaken > Self.mostMemory { return "memory: \(memoryTaken >> 20) MiB" }
        if secondsTaken > Self.mostSeconds { return "time: \(secondsTaken) s" }
        return nil
    }

    /// Runs a script, which may call these natives too.
    init(_ script: String, natives: [NativeFunction] = []) throws {
        try Self.forgetPeak()
        let before = try Self.status("VmRSS:")
        let start = Self.processorTime()
        outcome = try runOnLargeStack {
            let context = PreludeContext(files: FileAccess(.sealed(readable: [])))
            var limits = Limits()
            limits.memory = Self.memory
            let interpreter = Library.interpreter(context: context, limits: limits) { _ in }
            for native in natives { interpreter.bind(native.name, to: .function(FunctionValue(native))) }
            MemoryBudget.limit = Self.memory
            interpreter.poll = { try Interruption.check() }
            Self.startClock()
            defer {
                Self.stopClock()
                MemoryBudget.limit = 1 << 40
            }
            let parsed = interpreter.parse(SourceFile(name: "script", text: script))
            if let error = parsed.firstError { return error.rendered() }
            do {
                _ = try interpreter.run(parsed.program)
                return "done"
            } catch let error as Diagnostic {
                return "\(error.construct): \(error.problem)"
            } catch is Interrupted {
                return "time"
            }
        }
        secondsTaken = Self.processorTime() - start
        memoryTaken = try Self.status("VmHWM:") - before
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// A line of the process's status, in bytes.
    private static func status(_ key: String) throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
        return 1024 * (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0)
    }

    /// Makes the most memory that was ever held the memory that is held now.
    private static func forgetPeak() throws {
        try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    }

    private static func startClock() {
        Interruption.reset()
        signal(SIGPROF) { _ in Interruption.endTime() }
        set(seconds)
    }

    private static func stopClock() {
        set(0)
        Interruption.reset()
    }

    private static func set(_ seconds: Double) {
        var interval = itimerval()
        interval.it_value.tv_usec = Int(seconds * 1_000_000)
        setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &interval, nil)
    }
}
