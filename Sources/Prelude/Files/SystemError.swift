import Glibc

/// What the operating system refused, and why, in words for whoever asked for it.
public struct SystemError: Error, Equatable, CustomStringConvertible {
    /// What could not be done, if that need be said.
    public let attempt: String?
    /// The value of `errno`.
    public let code: Int32

    /// The error that the C library has just reported.
    public init(_ attempt: String? = nil, code: Int32 = errno) {
        self.attempt = attempt
        self.code = code
    }

    /// Why it was refused.
    public var reason: String {
        switch code {
        case ENOENT: "there is no such file or folder"
        case EACCES, EPERM: "you have no permission"
        case ENOSPC: "the disk is full"
        case EROFS: "the disk is read-only"
        case EISDIR: "it is a folder"
        case ENOTDIR: "a part of its path is no folder"
        default: String(cString: strerror(code)).lowercased()
        }
    }

    /// What could not be done, and why.
    public var description: String { attempt.map { "\($0): \(reason)" } ?? reason }
}
