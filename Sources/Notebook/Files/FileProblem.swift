import Glibc
import Prelude

/// Why a file could not be read or written, in words for whoever named it.
public struct FileProblem: Error, Equatable, CustomStringConvertible {
    /// The path as it was given.
    public let path: String
    /// What is the matter with it: "it is a folder", "the disk is full".
    public let reason: String

    /// A problem with the file at `path`.
    public init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    /// The path and the reason.
    public var description: String { "\(path): \(reason)" }

    /// What the operating system said about the file at `path`.
    public init(_ path: String, _ error: SystemError) {
        self.init(path, error.reason)
    }

    /// There is nothing at `path`.
    public static func missing(_ path: String) -> FileProblem { FileProblem(path, SystemError(code: ENOENT)) }
}
