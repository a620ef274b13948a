import Glibc
import Prelude

/// How a child process ended.
public enum ProcessExit: Equatable, Sendable {
    /// It ended by itself with this exit status.
    case exited(Int32)
    /// It was ended by this signal, sent by the system or by a limit.
    case signaled(Int32)
    /// The wall clock ran out and it was killed.
    case outOfTime
    /// It sent more than the channel takes and was killed.
    case talkedTooMuch
}

/// One process of our own binary, with its standard input fed from memory and a one-way channel back.
///
/// The child finds the channel at file descriptor 3. Its standard output and error lead nowhere, so nothing
/// that runs in it can be mistaken for a result.
final class ChildProcess {
    /// The descriptor at which a child finds its channel.
    static let channelDescriptor: Int32 = 3

    let identifier: pid_t
    private(set) var inputEnd: Int32
    private(set) var channelEnd: Int32
    private var unsent: ArraySlice<UInt8>

    /// Starts `executable` with `arguments`; `input` is written to its standard input as it takes it.
    init(executable: String, arguments: [String], environment: [String], input: [UInt8]) throws {
        var toChild: [Int32] = [-1, -1]
        var fromChild: [Int32] = [-1, -1]
        guard pipe(&toChild) == 0 else { throw SystemError("cannot make a pipe") }
        guard pipe(&fromChild) == 0 else {
            close(toChild[0])
            close(toChild[1])
            throw SystemError("cannot make a pipe")
        }
        // No other child may hold these ends open.
        for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        defer {
            close(toChild[0])
            close(fromChild[1])
        }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // A duplicate onto itself would keep the close-on-exec mark, so the channel takes a detour.
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], 9)
        posix_spawn_file_actions_adddup2(&actions, 9, Self.channelDescriptor)
        posix_spawn_file_actions_addclose(&actions, 9)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)

        var identifier = pid_t()
        let status = withCStrings([executable] + arguments) { argv in
            withCStrings(environment) { envp in
                posix_spawn(&identifier, executable, &actions, &attributes, argv, envp)
            }
        }
        guard status == 0 else {
            close(toChild[1])
            close(fromChild[0])
            throw SystemError("cannot start \(executable)", code: status)
        }
        self.identifier = identifier
        inputEnd = toChild[1]
        channelEnd = fromChild[0]
        unsent = input[...]
        for descriptor in [inputEnd, channelEnd] {
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        }
        if input.isEmpty { closeInput() }
    }

    /// Writes as much of the input as the child takes now; closes it after the last byte.
    func feed() {
        while !unsent.isEmpty {
            let written = unsent.withUnsafeBytes { write(inputEnd, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            if written < 0 && errno == EAGAIN { return }
            if written < 0 { break }
            unsent = unsent.dropFirst(written)
        }
        closeInput()
    }

    /// The bytes that wait in the channel, and whether the child has closed it.
    func receive() -> (bytes: [UInt8], ended: Bool) {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(channelEnd, &chunk, chunk.count)
            if count > 0 {
                bytes += chunk[0..<count]
            } else if count == 0 {
                return (bytes, true)
            } else if errno == EAGAIN {
                return (bytes, false)
            } else if errno != EINTR {
                return (bytes, true)
            }
        }
    }

    /// Ends the child and whatever it may have started.
    func kill() {
        Glibc.kill(-identifier, SIGKILL)
        Glibc.kill(identifier, SIGKILL)
    }

    /// Waits for the end of the child and closes what is left of the pipes.
    func reap() -> ProcessExit {
        closeInput()
        if channelEnd >= 0 { close(channelEnd) }
        channelEnd = -1
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? .exited((status >> 8) & 0xff) : .signaled(signal)
    }

    private func closeInput() {
        if inputEnd >= 0 { close(inputEnd) }
        inputEnd = -1
        unsent = []
    }
}

/// Calls `body` with a null-terminated array of C strings, as exec wants its arguments.
private func withCStrings<R>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R) -> R {
    let pointers = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
}
