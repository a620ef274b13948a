import Glibc
import Prelude

/// Standard output, written at once: what a script prints is there when it is printed.
enum StandardOutput {
    static func write(_ text: String) {
        do {
            try writeAll(Array(text.utf8), to: STDOUT_FILENO)
        } catch {
            StandardError.write("duel: cannot write to standard output: \(error.reason)\n")
            exit(ExitStatus.failure)
        }
    }
}

/// Standard error, for diagnostics and progress.
enum StandardError {
    static func write(_ text: String) {
        try? writeAll(Array(text.utf8), to: STDERR_FILENO)
    }
}
