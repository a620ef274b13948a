import Glibc

/// Standard output, written at once: what a script prints is there when it is printed.
enum StandardOutput {
    static func write(_ text: String) {
        guard writeAll(text, to: STDOUT_FILENO) else { fail() }
    }

    /// Ends the process. What the disk could not take is an error too.
    static func finish(_ status: Int32) -> Never {
        exit(status)
    }

    private static func fail() -> Never {
        let reason = String(cString: strerror(errno)).lowercased()
        StandardError.write("duel: cannot write to standard output: \(reason)\n")
        exit(ExitStatus.failure)
    }
}

/// Standard error, for diagnostics and progress.
enum StandardError {
    static func write(_ text: String) {
        _ = writeAll(text, to: STDERR_FILENO)
    }
}

private func writeAll(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        var start = 0
        while start < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress! + start, bytes.count - start)
            if count < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                return false
            }
            start += count
        }
        return true
    }
}
