import Glibc
import Prelude
import Text

/// The one door to the terminal: standard output, written at once, so that what a script prints is there when it is
/// printed.
enum StandardOutput {
    /// Writes a text of the program's.
    static func write(_ text: TerminalText) { send(text.string) }

    /// Writes what a script prints, or a file holds: into a pipe or a file byte for byte, on a terminal with signs for
    /// what that would obey.
    static func pass(_ text: String) {
        if isTerminal { write(TerminalText(text)) } else { send(text) }
    }

    private static let isTerminal = isatty(STDOUT_FILENO) == 1

    private static func send(_ text: String) {
        do {
            try writeAll(Array(text.utf8), to: STDOUT_FILENO)
        } catch {
            StandardError.write("duel: cannot write to standard output: \(error.reason)\n")
            exit(ExitStatus.failure)
        }
    }
}

/// Standard error, for diagnostics and progress: the door's other wing.
enum StandardError {
    static func write(_ text: TerminalText) {
        try? writeAll(Array(text.string.utf8), to: STDERR_FILENO)
    }
}
