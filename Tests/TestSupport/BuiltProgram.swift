import Foundation

/// The `duel` that was built with these tests, run as anyone runs it.
public enum BuiltProgram {
    /// Where the binary is: beside the tests' own.
    public static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("duel")
            .path
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        return packageFolder + "/.build/debug/duel"
    }()

    /// The folder that holds Package.swift.
    public static let packageFolder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// What came of a run.
    public struct Outcome: Sendable {
        /// The exit status, or minus the number of the signal that ended it.
        public let status: Int32
        /// What it wrote on standard output.
        public let output: String
        /// What it wrote on standard error.
        public let errors: String
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input.
    ///   - environment: variables beside a plain environment; the tests' own home is never used.
    ///   - folder: the working directory, by default one that holds nothing of Duel's.
    ///   - mark: what it writes on standard output before Ctrl-C is sent; nil: none is.
    public static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:], folder: String = "/",
        interruptedAfterWriting mark: String? = nil
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = plainEnvironment.merging(environment) { $1 }
        let (inputPipe, outputPipe, errorPipe) = (Pipe(), Pipe(), Pipe())
        process.standardInput = inputPipe
        process.standardOutput = outputPipe
        process.standardError = errorPipe
        let (output, errors) = (Gathered(), Gathered())
        output.listen(to: outputPipe)
        errors.listen(to: errorPipe)
        try process.run()
        try? inputPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try? inputPipe.fileHandleForWriting.close()
        if let mark, output.waits(for: mark) { kill(process.processIdentifier, SIGINT) }
        if !output.waitsForEnd() || !errors.waitsForEnd() { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        let status =
            process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        return Outcome(status: status, output: output.text, errors: errors.text)
    }

    /// An environment in which nothing of the user's is found or changed.
    public static let plainEnvironment: [String: String] = [
        "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "TERM": "xterm-256color",
        "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ]
}

/// What comes out of a pipe until its other end is closed.
private final class Gathered: @unchecked Sendable {
    // Sendable because the lock guards the data.
    private let lock = NSLock()
    private let came = DispatchSemaphore(value: 0)
    private var data = Data()
    private var hasEnded = false

    func listen(to pipe: Pipe) {
        let handle = pipe.fileHandleForReading
        Thread.detachNewThread { [self] in
            while true {
                let more = handle.availableData
                lock.withLock {
                    data.append(more)
                    hasEnded = more.isEmpty
                }
                came.signal()
                if more.isEmpty { break }
            }
        }
    }

    var text: String { lock.withLock { String(decoding: data, as: UTF8.self) } }

    /// Waits until a text has come; false if the pipe was closed or patience ended before.
    func waits(for mark: String) -> Bool { waits { $0.contains(mark) } }

    /// Waits until the other end is closed.
    func waitsForEnd() -> Bool { waits { _ in false } || lock.withLock { hasEnded } }

    private func waits(until isEnough: (String) -> Bool) -> Bool {
        while !isEnough(text) {
            if lock.withLock({ hasEnded }) { return isEnough(text) }
            guard came.wait(timeout: Patience.end) == .success else { return false }
        }
        return true
    }
}
