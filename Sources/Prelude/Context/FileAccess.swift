import Glibc
import Script
import Text

/// The one place where a script's paths are opened.
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
        guard descriptor >= 0 else { throw problem("the file cannot be read", path, reason(errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw problem("the file cannot be read", path, reason(errno))
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw problem("this is a folder", path, "a file is needed")
        }
        guard Int(status.st_size) <= mostBytes else {
            throw problem("the file is too large", path, "it has \(status.st_size) bytes")
        }
        return try contents(of: descriptor, about: Int(status.st_size), path)
    }

    private func contents(of descriptor: Int32, about size: Int, _ path: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw problem("the file cannot be read", path, reason(errno))
            }
            bytes += chunk[..<count]
            // A device or a pipe has no size that could be looked at first.
            guard bytes.count <= mostBytes else { throw problem("the file is too large", path, "") }
        }
    }

    /// Writes a file, as `FileReplacement` does.
    public func write(_ bytes: [UInt8], to path: String) throws {
        guard !isSealed else {
            throw problem("this run may write no files", path, "it is being marked")
        }
        do {
            try FileReplacement.write(bytes, to: path)
        } catch {
            throw problem("the file cannot be written", path, reason(error.code))
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
            throw problem("the file cannot be read", path, reason(errno))
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

    private func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "there is no such file or folder"
        case EACCES, EPERM: "you have no permission"
        case ENOSPC: "the disk is full"
        case EISDIR: "it is a folder"
        case ENOTDIR: "a part of its path is no folder"
        default: String(cString: strerror(code))
        }
    }
}
