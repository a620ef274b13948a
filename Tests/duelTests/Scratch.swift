import Foundation
import TestSupport

/// A folder of its own that goes when the test ends, with a state and a configuration folder in it.
final class Scratch {
    let path = NSTemporaryDirectory() + "duel-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// A place in it.
    func file(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

    func read(_ name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }

    /// The environment of a user who lives here.
    var environment: [String: String] {
        BuiltProgram.plainEnvironment.merging([
            "HOME": path, "XDG_STATE_HOME": path + "/state", "XDG_CONFIG_HOME": path + "/config",
            "DUEL_HOME": BuiltProgram.packageFolder,
        ]) { $1 }
    }

    /// The prompt in a terminal.
    func prompt(
        _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
        environment more: [String: String] = [:]
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            BuiltProgram.path, arguments, environment: environment.merging(more) { $1 }, columns: columns,
            rows: rows, folder: path)
    }
}
