import Foundation

/// A program in a terminal of its own, driven by keys and watched through what it writes.
public final class PseudoTerminal {
    private let master: Int32
    /// The program's number among the system's processes.
    public let process: pid_t
    private var bytes: [UInt8] = []
    private var seen = 0
    private var status: Int32?
    /// Whether no process has the terminal open any more.
    private var isClosed = false

    /// Starts a program in a terminal of the given size.
    public init(
        _ executable: String, _ arguments: [String] = [], environment: [String: String],
        columns: Int = 80, rows: Int = 24, folder: String = "/"
    ) throws {
        var (ours, theirs): (Int32, Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 128)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ours, &theirs, &name, nil, &size) == 0 else { throw POSIXError(.ENXIO) }
        master = ours
        // No child may hold our end, or the terminal would never close.
        _ = fcntl(ours, F_SETFD, FD_CLOEXEC)
        _ = fcntl(theirs, F_SETFD, FD_CLOEXEC)
        defer { close(theirs) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a new session opens becomes its own.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads that run tests hold signals back; the program must not inherit that.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        let setsid: Int16 = 0x80  // POSIX_SPAWN_SETSID, which the module map leaves out
        posix_spawnattr_setflags(&attributes, setsid | Int16(POSIX_SPAWN_SETSIGMASK))

        let words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, executable] + arguments
        var argv = words.map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var pid = pid_t()
        let failure = posix_spawn(&pid, "/bin/sh", &actions, &attributes, &argv, &envp)
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
        process = pid
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(master)
    }

    /// Types keys.
    public func type(_ keys: String) {
        var rest = Array(keys.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 512)) }
            if count > 0 { rest = rest.dropFirst(count) }
            read(within: 10)
        }
    }

    /// Types a line and presses Enter.
    public func enter(_ line: String) { type(line + "\r") }

    /// Changes the window's size.
    public func resize(columns: Int, rows: Int) {
        Self.setSize(master, columns: columns, rows: rows)
    }

    /// Waits until a text is written, after those that were waited for before.
    ///
    /// - Returns: whether it came.
    public func waits(for text: String) -> Bool {
        waits { [self] in
            let visible = Self.withoutEscapes(bytes[seen...])
            guard let range = visible.firstRange(of: text) else { return false }
            seen += Self.byteCount(bytes[seen...], visibleUpTo: visible[..<range.upperBound])
            return true
        }
    }

    /// Waits until something is so, looking again whenever the program writes, and now and then.
    ///
    /// - Returns: whether it came to be so.
    public func waits(until isSo: () -> Bool) -> Bool {
        let patience = Patience()
        while !isSo() {
            if isOver, !read(within: 0) { return isSo() }
            if patience.isOver { return false }
            read(within: 50)
        }
        return true
    }

    /// Waits for the end of the program.
    ///
    /// - Returns: its exit status, minus the signal that ended it, or nil if it goes on.
    public func exitStatus() -> Int32? {
        _ = waits { [self] in isOver }
        guard let status else { return nil }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    }

    /// All that was written, escape sequences included.
    public var raw: String { String(decoding: bytes, as: UTF8.self) }

    /// All that was written, without escape sequences.
    public var text: String { Self.withoutEscapes(bytes[...]) }

    /// What was written since the text that was waited for last.
    public var rest: String { Self.withoutEscapes(bytes[seen...]) }

    private var isOver: Bool {
        if status != nil { return true }
        var ended: Int32 = 0
        // Who has let go of the terminal is about to end, and nothing else would tell when.
        if waitpid(process, &ended, isClosed ? 0 : WNOHANG) == process { status = ended }
        return status != nil
    }

    /// Reads what the program has written, or writes within the time.
    @discardableResult
    private func read(within milliseconds: Int32) -> Bool {
        var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard !isClosed, poll(&source, 1, milliseconds) > 0 else { return false }
        var block = [UInt8](repeating: 0, count: 1 << 16)
        let count = Foundation.read(master, &block, block.count)
        guard count > 0 else {
            isClosed = count == 0 || errno != EAGAIN
            return false
        }
        bytes += block[..<count]
        return true
    }

    private static func setSize(_ descriptor: Int32, columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    }

    /// The text without control sequences and carriage returns.
    private static func withoutEscapes(_ bytes: ArraySlice<UInt8>) -> String {
        var kept: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let next = afterEscape(bytes, index)
            if next == index {
                if bytes[index] != 0x0D, bytes[index] != 0x07 { kept.append(bytes[index]) }
                index += 1
            } else {
                index = next
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// How many bytes hold the visible text given.
    private static func byteCount(_ bytes: ArraySlice<UInt8>, visibleUpTo text: Substring) -> Int {
        var left = text.utf8.count
        var index = bytes.startIndex
        while index < bytes.endIndex, left > 0 {
            let next = afterEscape(bytes, index)
            if next == index {
                if bytes[index] != 0x0D, bytes[index] != 0x07 { left -= 1 }
                index += 1
            } else {
                index = next
            }
        }
        return index - bytes.startIndex
    }

    /// The index behind the control sequence that begins at `start`, or `start` if none does.
    private static func afterEscape(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int {
        guard bytes[start] == 0x1B, start + 1 < bytes.endIndex else { return start }
        guard bytes[start + 1] == UInt8(ascii: "[") else { return start + 2 }
        var index = start + 2
        while index < bytes.endIndex, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
        return min(index + 1, bytes.endIndex)
    }
}
