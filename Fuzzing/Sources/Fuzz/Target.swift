import Prelude
import Script
import Tensors
import Text

/// What one input goes through: it is read, every message about it is rendered, and it is run within limits.
///
/// Whatever a script does, the process lives on: a crash is the only finding there is to look for, beside the
/// hangs and the memory that libFuzzer watches over itself.
func runOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    let source = SourceFile(name: "input", bytes: Array(UnsafeBufferPointer(start: data, count: size)))
    let parsed = reader.parse(source)
    var characters = parsed.diagnostics.reduce(0) { $0 + $1.rendered().utf8.count }
    guard parsed.firstError == nil else { return 0 }
    let interpreter = Interpreter(
        natives: pureNatives, constants: ["arguments": .list(ListValue([.string("a"), .string("b")]))],
        limits: smallLimits(), output: { characters += $0.utf8.count },
        context: PreludeContext(files: FileAccess(.sealed(readable: []))))
    // Twice, as a cell that is run again: the second time meets the names that the first has bound.
    for _ in 0..<2 {
        do {
            guard let value = try interpreter.run(parsed.program) else { continue }
            characters += try interpreter.text(value, .result).utf8.count
        } catch let error as Diagnostic {
            characters += error.rendered().utf8.count
        } catch {
            // A text of the result that is too long, or nests too deeply, is a mistake without a place.
            precondition(error is Mistake, "\(error)")
        }
    }
    return 0
}

/// Reads every input; it never runs anything. `nonisolated(unsafe)`: an interpreter belongs to one thread, and
/// libFuzzer calls the target on one only.
private nonisolated(unsafe) let reader = Interpreter()

/// The functions of the prelude that are about the language alone: no tensors, files or trainings.
let pureEntries = [Topic.language, .numbers, .text, .lists].flatMap { Library.entries(in: .topic($0)) }

private let pureNatives = pureEntries.compactMap(\.native)

/// Small enough that an input takes a fraction of a millisecond, and that each limit is met often.
private func smallLimits() -> Limits {
    var limits = Limits()
    limits.calls = 200
    limits.nesting = 100
    limits.elements = 10_000
    limits.stringBytes = 1 << 14
    limits.memory = MemoryMeter.used + 4 << 20
    limits.steps = 2_000
    // Some functions of numbers take a list for a tensor.
    MemoryBudget.limit = 64 << 20
    return limits
}
