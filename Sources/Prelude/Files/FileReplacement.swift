import Budget
import Glibc

/// Writes whole files so that a full disk or an interruption leaves what was there.
public enum FileReplacement {
    /// Writes the bytes to a file beside the target and gives it the target's name.
    ///
    /// A symbolic link stays one, and what it points to is written; a file that was there keeps its permissions.
    /// A device or a pipe is written as it stands, since another file in its place would take it away.
    public static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
        var status = stat()
        guard stat(path, &status) == 0 else { return try replace(path, by: bytes, permissions: 0o666) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw SystemError(code: EISDIR)
        case S_IFREG:
            // Renaming asks the folder only; a file that is closed to its owner is not to be replaced either.
            guard access(path, W_OK) == 0 else { throw SystemError() }
            try replace(followingLinks(path), by: bytes, permissions: status.st_mode & 0o7777)
        default: try fill(path, with: bytes, flags: O_WRONLY | O_CLOEXEC)
        }
    }

    private static func replace(_ path: String, by bytes: [UInt8], permissions: mode_t) throws(SystemError) {
        let temporary = "\(path).\(getpid()).part"
        do throws(SystemError) {
            try fill(
                temporary, with: bytes, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                permissions: permissions)
            guard rename(temporary, path) == 0 else { throw SystemError() }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private static func fill(
        _ path: String, with bytes: [UInt8], flags: Int32, permissions: mode_t = 0
    ) throws(SystemError) {
        let descriptor = open(path, flags, permissions)
        guard descriptor >= 0 else { throw SystemError() }
        var failure: SystemError?
        do throws(SystemError) { try writeAll(bytes, to: descriptor) } catch { failure = error }
        // Devices, pipes and some file systems have nothing to bring to a disk.
        if failure == nil, fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { failure = SystemError() }
        // A full disk far away may show no sooner than now.
        if close(descriptor) != 0, failure == nil { failure = SystemError() }
        if let failure { throw failure }
    }

    private static func followingLinks(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
