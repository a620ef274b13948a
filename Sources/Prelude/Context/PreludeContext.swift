import Networks
import Script
import Text

/// What the prelude keeps for one interpreter: random numbers, files, the display of a training, the home folder.
///
/// The interpreter carries it as its `context`; it belongs to the interpreter's thread.
public final class PreludeContext {
    /// Where random numbers come from.
    public let random: RandomStreams
    /// What a run may read and write.
    public var files: FileAccess
    /// Who is shown a training while it runs.
    public var display: any Display
    /// The folder that holds what Duel brings along, with `data/mnist-5k` in it; nil if it was not found.
    public let home: String?
    /// What the output can show, for `show(figure)`.
    public var outputStyle: OutputStyle
    /// Who is told what `expect` finds: unless a marking is, the script itself stops.
    package var judge: any Judge = ScriptJudge()
    /// What stood behind `--` on the command line.
    public let arguments: [String]

    /// The runs of `Model` functions that are under way, the innermost last.
    var modelRuns: [ModelRun] = []

    /// A context for one interpreter.
    ///
    /// - Parameters:
    ///   - seed: Of all random numbers.
    ///   - home: The folder that holds lessons and data.
    ///   - files: What may be read and written.
    ///   - display: Who is shown a training; nobody unless given.
    ///   - outputStyle: What the output can show; a pipe of 80 columns unless given.
    ///   - arguments: What the script finds as `arguments`.
    public init(
        seed: UInt64 = 0, home: String? = nil, files: FileAccess = FileAccess(.open),
        display: any Display = NoDisplay(), outputStyle: OutputStyle = OutputStyle(), arguments: [String] = []
    ) {
        random = RandomStreams(seed: seed)
        self.home = home
        self.files = files
        self.display = display
        self.outputStyle = outputStyle
        self.arguments = arguments
    }

    /// A context for a submission or the checks that mark it: it reads the data sets that Duel brings along, and
    /// touches no other file.
    public static func forMarking(seed: UInt64, home: String?) -> PreludeContext {
        let readable = home.map { [$0 + "/data"] } ?? []
        return PreludeContext(seed: seed, home: home, files: FileAccess(.sealed(readable: readable)))
    }

    /// The context of an interpreter that `Library.interpreter` made.
    static func of(_ interpreter: Interpreter) throws -> PreludeContext {
        guard let context = interpreter.context as? PreludeContext else {
            throw Mistake(problem: "this interpreter was made without the prelude's context")
        }
        return context
    }
}

/// A `Model` function that is running: which layers stand for those that the script's closure names, and the pass
/// they run in.
struct ModelRun {
    let layers: [ObjectIdentifier: any Layer]
    let pass: Pass
}
