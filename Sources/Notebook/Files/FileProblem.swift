import Glibc

/// Why a file could not be read or written, in words for whoever named it.
public struct FileProblem: Error, Equatable, CustomStringConvertible {
    /// The path as it was given.
    public let path: String
    /// What is the matter with it: "is a folder", "no such file".
    public let reason: String

    /// A problem with the file at `path`.
    public init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    /// The path and the reason.
    public var description: String { "\(path): \(reason)" }

    /// The problem that the C library reports in `errno`.
    static func last(_ path: String, code: Int32 = errno) -> FileProblem {
        switch code {
        case ENOENT: FileProblem(path, "no such file")
        case EISDIR: FileProblem(path, "is a folder")
        case EACCES, EPERM: FileProblem(path, "you may not read or write it")
        case ENOSPC: FileProblem(path, "the disk is full")
        case EROFS: FileProblem(path, "the disk is read-only")
        default: FileProblem(path, String(cString: strerror(code)).lowercased())
        }
    }
}
