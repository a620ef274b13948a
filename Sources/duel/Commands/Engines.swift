import Notebook
import Prelude
import Script

/// The interpreters and sessions that the commands work with.
enum Engines {
    /// An interpreter for one script. Pictures are drawn as for a pipe of 80 columns, so that the same script prints
    /// the same everywhere; a training's progress goes to standard error.
    static func script(seed: UInt64?, arguments: [String] = [], options: CommonOptions) -> Interpreter {
        let context = PreludeContext(
            seed: seed ?? 0, home: Home.find()?.folder, display: LineDisplay(), arguments: arguments)
        if Terminal.isInteractive { context.canvas.style = options.appearance.plotStyle }
        return Prelude.interpreter(context: context, output: StandardOutput.write)
    }

    /// What a session in a terminal is built on.
    static func session(seed: UInt64?, options: CommonOptions) -> Engine {
        let home = Home.find()?.folder
        return Engine.prelude {
            let appearance = options.appearance
            let display: any Display =
                Terminal.movesCursor ? TerminalDisplay { options.appearance } : LineDisplay()
            return PreludeContext(
                seed: seed ?? 0, home: home, display: display,
                canvas: Canvas(width: min(appearance.width, 100), style: appearance.plotStyle))
        }
    }
}
