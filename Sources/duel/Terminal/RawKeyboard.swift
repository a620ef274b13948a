import Budget
import CReadline
import Glibc
import Notebook
import Tensors

/// The keys of the terminal while a training is shown.
final class RawKeyboard: LiveKeyboard {
    private var saved: termios?

    func begin() {
        var modes = termios()
        guard saved == nil, isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
        saved = modes
        // Keys come at once and are not echoed; Ctrl-C stays a signal.
        modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    }

    func end() {
        guard var modes = saved else { return }
        tcsetattr(STDIN_FILENO, TCSANOW, &modes)
        saved = nil
    }

    func key(within seconds: Double) -> Character? {
        guard saved != nil else { return nil }
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, Int32(seconds * 1000)) > 0 else { return nil }
        var byte: UInt8 = 0
        guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
        return Character(Unicode.Scalar(byte))
    }

    /// Bytes come and go one by one, so a letter of several bytes is whole again at the prompt.
    func keep(_ key: Character) {
        for scalar in key.unicodeScalars { creadline_type_ahead(UInt8(truncatingIfNeeded: scalar.value)) }
    }

    var isInterrupted: Bool { Interruption.requested.load(ordering: .relaxed) }
}
