import Glibc
import Prelude
import Text

/// The inputs of all sessions, the oldest first: one line of the file for each, so that two sessions can
/// append at the same time.
public struct HistoryFile: Sendable {
    /// The file's path.
    public let path: String

    /// How many entries a session starts with, and how many the file keeps.
    static let mostEntries = 2_000

    /// The history in a state folder.
    public init(_ folder: StateFolder) {
        path = folder.path + "/history"
    }

    /// The entries. A file that is not there, or cannot be read, has none. One that has grown to twice its
    /// size is cut.
    public func load() -> [String] {
        guard let bytes = try? TextFile.bytes(of: path) else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        if lines.count > 2 * Self.mostEntries { trim() }
        return lines.suffix(Self.mostEntries).map { Self.decoded($0) }
    }

    /// Appends an entry.
    ///
    /// - Throws: `FileProblem` if the file cannot be written.
    public func append(_ entry: String) throws {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        try TextFile.makeFolder(folder)
        try withLockedFile { descriptor in
            // One write: a line is either there or not, whatever another session does.
            try writeAll(Array((escaped(entry, for: .history) + "\n").utf8), to: descriptor)
        }
    }

    private func trim() {
        try? withLockedFile { descriptor in
            guard let bytes = try? TextFile.bytes(of: path) else { return }
            let lines = bytes.split(separator: UInt8(ascii: "\n")).suffix(Self.mostEntries)
            guard ftruncate(descriptor, 0) == 0 else { return }
            try writeAll(lines.flatMap { $0 + [UInt8(ascii: "\n")] }, to: descriptor)
        }
    }

    private func withLockedFile(_ body: (Int32) throws -> Void) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileProblem(path, SystemError()) }
        defer { close(descriptor) }
        flock(descriptor, LOCK_EX)
        do { try body(descriptor) } catch let error as SystemError { throw FileProblem(path, error) }
    }

    /// An entry from its line.
    static func decoded(_ line: some StringProtocol) -> String {
        var entry = ""
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if isEscaped {
                entry.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                entry.unicodeScalars.append(scalar)
            }
        }
        return entry
    }
}
