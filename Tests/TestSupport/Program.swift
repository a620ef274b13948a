import Foundation

/// The built `duel` as a child process: what it printed and how it ended.
public struct Program {
    /// What it wrote to standard output.
    public let output: String
    /// What it wrote to standard error.
    public let errors: String
    /// How it ended.
    public let status: Int32

    /// The program that was built together with the tests, or the one that `DUEL_BINARY` names.
    public static var binary: URL {
        if let path = ProcessInfo.processInfo.environment["DUEL_BINARY"] { return URL(fileURLWithPath: path) }
        let runner = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() } + [
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
            runner.deletingLastPathComponent(),
        ]
        let candidates = beside.map { $0.appendingPathComponent("duel") }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? candidates[0]
    }

    /// Runs `duel` with these arguments and waits for its end.
    ///
    /// - Parameters:
    ///   - input: what it reads from standard input.
    ///   - folder: its working directory.
    ///   - environment: variables beside those of the test.
    ///   - program: another binary than the one built.
    public init(
        _ arguments: [String], input: String = "", in folder: URL? = nil, environment: [String: String] = [:],
        program: URL? = nil
    ) throws {
        let process = Process()
        process.executableURL = program ?? Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let scratch = try Scratch()
        let files = ["in", "out", "err"].map { scratch.file($0) }
        try Data(input.utf8).write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        output = try String(decoding: Data(contentsOf: files[1]), as: UTF8.self)
        errors = try String(decoding: Data(contentsOf: files[2]), as: UTF8.self)
        status = process.terminationStatus
    }
}

/// A folder that lasts as long as the value is held.
public final class Scratch {
    /// Where it is.
    public let folder: URL

    /// Makes an empty folder.
    public init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("duel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A place in it.
    public func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Writes a text into it and gives its path.
    public func write(_ text: String, to name: String) throws -> String {
        let place = file(name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
        return place.path
    }

    /// The text of a file in it.
    public func read(_ name: String) throws -> String {
        try String(decoding: Data(contentsOf: file(name)), as: UTF8.self)
    }
}

/// The package's own folder.
public let packageFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
