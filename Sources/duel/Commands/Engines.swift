import Glibc
import Notebook
import Prelude
import Script

/// The interpreters and sessions that the commands work with.
enum Engines {
    /// An interpreter for one script. Pictures are drawn as for a pipe of 80 columns, so that the same script
    /// prints the same everywhere; trainings are shown on standard error.
    static func script(seed: UInt64?, arguments: [String] = [], options: CommonOptions) -> Interpreter {
        let display = display(on: STDERR_FILENO, options: options, write: StandardError.write)
        let context = PreludeContext(
            seed: seed ?? 0, home: Home.find()?.folder, display: display, arguments: arguments)
        if Terminal.isInteractive { context.canvas.style = options.appearance.plotStyle }
        return Library.interpreter(context: context) { text in
            (display as? LiveDisplay)?.makeRoom()
            StandardOutput.write(text)
        }
    }

    /// What a session is built on; its trainings are shown where its text goes, if that is a terminal.
    static func session(seed: UInt64?, options: CommonOptions, display: any Display) -> Engine {
        let home = Home.find()?.folder
        return Engine.prelude {
            let appearance = options.appearance
            return PreludeContext(
                seed: seed ?? 0, home: home, display: display,
                canvas: Canvas(width: min(appearance.width, 120), style: appearance.plotStyle))
        }
    }

    /// A conversation on standard output.
    static func conversation(
        options: CommonOptions, curriculum: Curriculum = .find(), commands: CommandTable = .standard,
        state: StateFolder? = nil
    ) -> Conversation {
        let screen = Screen(StandardOutput.write)
        let display = display(options: options, write: screen.write)
        let conversation = Conversation(
            engine: session(seed: nil, options: options, display: display), screen: screen,
            appearance: options.appearance, curriculum: curriculum, commands: commands, state: state)
        conversation.session.write = { [unowned conversation] text in
            (display as? LiveDisplay)?.makeRoom()
            conversation.write(printed: text)
        }
        return conversation
    }

    /// Who is shown a training on an output: frames where they can be redrawn, else lines on standard error.
    static func display(
        on descriptor: Int32 = STDOUT_FILENO, options: CommonOptions, write: @escaping (String) -> Void
    ) -> any Display {
        guard Terminal.movesCursor(descriptor) else { return LineDisplay(StandardError.write) }
        let allowsColor = !options.noColor
        return LiveDisplay(
            appearance: { Terminal.appearance(of: descriptor, allowsColor: allowsColor) },
            keyboard: isatty(STDIN_FILENO) == 1 ? RawKeyboard() : nil, send: write)
    }
}
