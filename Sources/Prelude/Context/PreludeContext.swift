import Networks
import Script
import Tensors
import Text

/// What the prelude keeps for one interpreter: random numbers, files, the display of a training, the home folder.
///
/// The interpreter carries it as its `context`; it belongs to the interpreter's thread.
public final class PreludeContext {
    /// Where `randn`, `noise`, new weights and batches draw from.
    public var random: RandomStream
    /// The numbers that wait while those of a named stream are drawn.
    private var ownRandom: RandomStream?
    /// Where pictures and measures draw from, so that looking at a training does not change it.
    public let observation: RandomStream
    /// The seed that the streams came from.
    public private(set) var seed: UInt64
    /// What a run may read and write.
    public var files: FileAccess
    /// Who is shown a training while it runs.
    public var display: any Display
    /// The folder that holds what Duel brings along, with `data/mnist-5k` in it; nil if it was not found.
    public let home: String?
    /// What the output can show, for `show(figure)`.
    public var canvas: Canvas
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
    ///   - canvas: What the output can show; a pipe of 80 columns unless given.
    ///   - arguments: What the script finds as `arguments`.
    public init(
        seed: UInt64 = 0, home: String? = nil, files: FileAccess = FileAccess(.open),
        display: any Display = NoDisplay(), canvas: Canvas = Canvas(), arguments: [String] = []
    ) {
        self.seed = seed
        self.home = home
        self.files = files
        self.display = display
        self.canvas = canvas
        self.arguments = arguments
        random = RandomStream(seed: seed)
        observation = random.split("observation")
    }

    /// A context for a submission or the checks that mark it: it reads the data sets that Duel brings along, and
    /// touches no other file.
    public static func forMarking(seed: UInt64, home: String?) -> PreludeContext {
        let readable = home.map { [$0 + "/data"] } ?? []
        return PreludeContext(seed: seed, home: home, files: FileAccess(.sealed(readable: readable)))
    }

    /// Begins all random numbers anew.
    public func reseed(_ seed: UInt64) {
        self.seed = seed
        ownRandom = nil
        random = RandomStream(seed: seed)
        observation.state = random.split("observation").state
    }

    /// Gives what follows a stream of its own that depends on the seed and this name only, so that nothing typed
    /// or drawn before moves its numbers. What `train` shows gets one as well.
    public func beginStream(_ name: String) {
        if ownRandom == nil { ownRandom = random }
        random = RandomStream(seed: seed).split(name)
        observation.state = random.split("observation").state
    }

    /// Gives what follows the numbers that would come anyway, without moving them.
    public func copyStream() {
        if ownRandom == nil { ownRandom = random }
        random = RandomStream(random.state)
    }

    /// Goes on with the numbers as they were before the first `beginStream`, which moved none of them.
    public func endStream() {
        if let ownRandom { random = ownRandom }
        ownRandom = nil
    }

    /// Remembers where the random numbers stand. What it gives takes back all that were drawn since, and says whether
    /// there were any.
    public func rememberNumbers() -> () -> Bool {
        let (seed, stream, state, own) = (seed, random, random.state, ownRandom)
        return {
            let hasMoved = self.random !== stream || stream.state != state
            self.seed = seed
            self.random = stream
            self.ownRandom = own
            stream.state = state
            return hasMoved
        }
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
