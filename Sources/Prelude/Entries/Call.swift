import Plots
import Script
import Tensors
import Text

/// A call of an entry: who calls, and what the prelude keeps for this interpreter.
struct Call {
    /// What the interpreter bound to the parameters.
    let arguments: Arguments
    /// Random numbers, files, display.
    let context: PreludeContext

    init(_ arguments: Arguments) throws {
        self.arguments = arguments
        context = try .of(arguments.interpreter)
    }

    var interpreter: Interpreter { arguments.interpreter }
    var random: RandomStream { context.random.current }

    /// Runs a body that counts its operands from `{0}` on; a mistake about one then speaks of the arguments.
    ///
    /// - Parameter firstIsVariadic: whether the operation's operand `{0}` is the first value of a variadic
    ///   parameter, and not the first argument.
    func countingArguments<Result>(firstIsVariadic: Bool, _ body: () throws -> Result) throws -> Result {
        guard firstIsVariadic else { return try body() }
        do {
            return try body()
        } catch let mistake as Mistake {
            throw mistake.shifted(by: arguments.placeOfRest(0))
        }
    }
}

/// What was given for one parameter.
struct Given {
    let call: Call
    /// The parameter's place.
    let index: Int
    let parameter: EntryParameter

    /// The argument, or nil if it was left out.
    var value: Value? { call.arguments[index] }

    /// The arguments that a variadic parameter took: those without a label, or the one behind its label.
    var rest: [Value] { value.map { [$0] } ?? call.arguments.rest }

    /// Where a value of `rest` stands among the arguments.
    private func place(ofRest position: Int) -> Int {
        value == nil ? call.arguments.placeOfRest(position) : index
    }

    /// A mistake about this argument.
    func mistake(_ problem: String, _ note: String? = nil) -> Mistake {
        Mistake(
            problem: problem, note: note ?? "{\(index)} is \(value?.phrase ?? "missing")",
            place: .argument(index))
    }

    /// The argument is of another kind than the parameter takes.
    func mismatch(_ needed: String, hint: String = "") -> Mistake {
        let note = "{\(index)} is \(value?.phrase ?? "missing")" + (hint.isEmpty ? "" : "; \(hint)")
        return mistake("`\(parameter.name)` must be \(needed)", note)
    }

    /// One value of a variadic parameter is of another kind than it takes.
    func mismatch(ofRest position: Int, _ needed: String, hint: String = "") -> Mistake {
        let place = place(ofRest: position)
        let note = "{\(place)} is \(rest[position].phrase)" + (hint.isEmpty ? "" : "; \(hint)")
        return Mistake(
            problem: "`\(parameter.name)` takes \(needed)", note: note, place: .argument(place))
    }
}
