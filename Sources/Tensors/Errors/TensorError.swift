/// A learner's mistake with tensors, as data: the words around it (source line, caret, colors) are the
/// caller's.
public struct TensorError: Error, Equatable, Sendable {
    /// What was being done, in the field's words: "matrix product", "reshape".
    public var construct: String
    /// What is wrong, in one clause: "the inner sizes differ".
    public var problem: String
    /// The values involved. `{0}`, `{1}`… stand for the source text of that argument or operand.
    public var note: String
    /// The argument at fault, or nil when it is the expression as a whole.
    public var argument: Int?

    /// Describes a mistake.
    public init(construct: String, problem: String, note: String = "", argument: Int? = nil) {
        self.construct = construct
        self.problem = problem
        self.note = note
        self.argument = argument
    }
}

extension TensorError: CustomStringConvertible {
    /// The mistake in one line, with the place holders as they are.
    public var description: String {
        note.isEmpty ? "\(construct): \(problem)" : "\(construct): \(problem): \(note)"
    }
}
