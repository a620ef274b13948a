import CReadline
import Glibc
import Notebook

/// The terminal that the program runs in, if it runs in one.
enum Terminal {
    /// Whether there is someone to type and a screen to show it.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Whether a picture can be drawn again in its place.
    static func movesCursor(_ descriptor: Int32) -> Bool {
        guard isatty(descriptor) == 1, let terminal = environmentVariable("TERM") else { return false }
        return !terminal.isEmpty && terminal != "dumb"
    }

    /// What an output can show; its size is that of the window now.
    static func appearance(of descriptor: Int32 = STDOUT_FILENO, allowsColor: Bool = true) -> Appearance {
        var (columns, rows): (Int32, Int32) = (0, 0)
        if isatty(descriptor) == 1 { creadline_window(&columns, &rows) }
        return Appearance.detect(
            environment: environmentVariable, isTerminal: isatty(descriptor) == 1, allowsColor: allowsColor,
            width: columns > 0 ? Int(columns) : 80, height: rows > 0 ? Int(rows) : 24)
    }
}
