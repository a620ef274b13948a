import Budget
import Glibc
import Script
import Text

/// The one place where paths that a script names are opened.
public struct FileAccess: Sendable {
    /// What a run may touch.
    public enum Policy: Sendable, Equatable {
        /// Whatever the user may.
        case open
        /// It may read below these folders, through no symbolic link, and write nothing.
        case sealed(readable: [String])
    }

    /// What this run may touch.
    public let policy: Policy
    /// The largest file that is read.
    public let mostBytes = 1 << 31

    /// Access by a policy.
    public init(_ policy: Policy) { self.policy = policy }

    /// The content of a file.
    ///
    /// - Throws: a `Mistake` that names the file and says what is wrong with it.
    public func read(_ path: String) throws -> [UInt8] {
        let allowed = try readable(path)
        let descriptor = Glibc.open(allowed, O_RDONLY | O_CLOEXEC | (isSealed ? O_NOFOLLOW : 0))
        guard descriptor >= 0 else { throw problem("the file cannot be read", path, SystemError().reason) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw problem("the file cannot be read", path, SystemError().reason)
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw problem("this is a folder", path, "a file is needed")
        }
        guard Int(status.st_size) <= min(mostBytes, MemoryBudget.left) else {
            throw problem("the file is too large", path, "it has \(status.st_size) bytes")
        }
        let bytes: [UInt8]?
        do {
            bytes = try readAll(
                descriptor, atMost: min(mostBytes, max(0, MemoryBudget.left)), about: Int(status.st_size))
        } catch {
            throw problem("the file cannot be read", path, error.reason)
        }
        // A device or a pipe has no size that could be looked at first.
        guard let bytes else { throw problem("the file is too large", path, "") }
        return bytes
    }

    /// Writes a file, as `FileReplacement` does.
    public func write(_ bytes: [UInt8], to path: String) throws {
        guard !isSealed else {
            throw problem("this run may write no files", path, "it is being marked")
        }
        do {
            try FileReplacement.write(bytes, to: path)
        } catch {
            try Interruption.check()
            throw problem("the file cannot be written", path, error.reason)
        }
    }

    /// Whether there is something at the path that may be read.
    public func exists(_ path: String) -> Bool {
        guard let allowed = try? readable(path) else { return false }
        return access(allowed, R_OK) == 0
    }

    private var isSealed: Bool { policy != .open }

    /// The path to open, if it may be read.
    private func readable(_ path: String) throws -> String {
        guard case .sealed(let folders) = policy else { return path }
        // The path without any symbolic link in it must lie below one of the folders, as these really are.
        guard let real = resolved(path) else {
            throw problem("the file cannot be read", path, SystemError().reason)
        }
        let isInside = folders.contains { folder in
            resolved(folder).map { real.hasPrefix($0 + "/") } ?? false
        }
        guard isInside else {
            throw problem("this run may not read the file", path, "only the data sets that Duel brings along")
        }
        return real
    }

    private func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private func problem(_ problem: String, _ path: String, _ reason: String) -> Mistake {
        Mistake(
            construct: "file", problem: problem, note: "\"\(path)\"" + (reason.isEmpty ? "" : ": \(reason)"))
    }
}
