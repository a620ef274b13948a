import ArgumentParser
import Glibc
import Notebook
import Prelude
import Text

/// What every command takes, and what the commands work with in consequence.
struct CommonOptions: ParsableArguments {
    @Flag(name: .long, help: "Write without colors.")
    var noColor = false
}

extension CommonOptions {
    /// What standard output can show.
    var appearance: Appearance { Terminal.appearance(allowsColor: !noColor) }

    /// What standard error can show.
    var errorAppearance: Appearance {
        Terminal.appearance(of: STDERR_FILENO, allowsColor: !noColor)
    }

    /// Who is shown a training on an output: frames where they can be redrawn, else lines on standard error.
    func display(
        on descriptor: Int32 = STDOUT_FILENO, write: @escaping (TerminalText) -> Void
    ) -> any Display {
        guard Terminal.movesCursor(descriptor) else { return LineDisplay(StandardError.write) }
        let allowsColor = !noColor
        return LiveDisplay(
            appearance: { Terminal.appearance(of: descriptor, allowsColor: allowsColor) },
            keyboard: isatty(STDIN_FILENO) == 1 ? RawKeyboard() : nil, send: write)
    }

    /// What the prelude keeps for a session; its figures are as wide as the window, within reason.
    func sessionContext(seed: UInt64 = 0, display: any Display) -> PreludeContext {
        let appearance = appearance
        return PreludeContext(
            seed: seed, home: Home.find()?.folder, display: display,
            outputStyle: OutputStyle(width: min(appearance.width, 120), style: appearance.plotStyle))
    }

    /// A conversation on standard output; its trainings are shown where its text goes, if that is a terminal.
    func conversation(
        curriculum: Curriculum = .find(), commands: CommandTable = .standard, state: StateFolder? = nil
    ) -> Conversation {
        let screen = Screen(appearance, StandardOutput.write)
        let display = display(write: screen.write)
        return Conversation(screen: screen, curriculum: curriculum, commands: commands, state: state) {
            sessionContext(display: display)
        }
    }
}
