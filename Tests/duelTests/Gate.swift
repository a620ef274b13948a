import Foundation

/// A pipe with a name, from which a script reads numbers: its cell waits there until the test opens the gate, however
/// long that takes.
final class Gate {
    private let path: String

    /// A closed gate at a path.
    init(_ path: String) throws {
        self.path = path
        guard mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
    }

    /// Lets the script through.
    ///
    /// - Returns: whether a script waited there.
    func opens() -> Bool {
        let descriptor = open(path, O_WRONLY | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return write(descriptor, "1,2\n3,4\n", 8) == 8
    }
}
