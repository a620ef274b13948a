/// What a rule sees: the gradient that comes from above, the output, and the operands; and the
/// one thing it does, passing a gradient on to an operand.
final class GradientStep {
    /// The gradient of the loss with respect to the output.
    @exclusivity(unchecked) private(set) var cotangent: Tensor
    @exclusivity(unchecked) private var node: Node
    private let number: UInt64
    /// Whether the rule is being recorded, to be differentiated again.
    let isDifferentiable: Bool
    private var sums: [Tensor?]

    init(root: Node, number: UInt64, count: Int, isDifferentiable: Bool) {
        cotangent = Tensor(1)
        node = root
        self.number = number
        self.isDifferentiable = isDifferentiable
        sums = Array(repeating: nil, count: count)
        sums[root.place] = root.shape.rank == 0 ? cotangent : cotangent.viewed(as: root.shape)
    }

    /// The output, recorded as what this operation made of its operands.
    var output: Tensor {
        guard let storage = node.storage else { preconditionFailure("a leaf has no rule") }
        return Tensor(shape: node.shape, buffer: storage, node: isDifferentiable ? node : nil)
    }

    /// An operand.
    subscript(index: Int) -> Tensor { node.inputs[index] }

    var operandCount: Int { node.inputs.count }

    /// Whether a wanted variable lies below an operand.
    func wants(_ index: Int) -> Bool {
        guard index < node.inputs.count, let below = node.inputs.node(index) else { return false }
        return below.pass == number && below.leadsToWanted
    }

    /// Adds a gradient to an operand's, summed over axes along which the operand was repeated. It is not
    /// computed if no wanted variable lies there.
    func pass(to index: Int, _ gradient: @autoclosure () throws -> Tensor) throws {
        guard wants(index), let below = node.inputs.node(index) else { return }
        let gradient = try sum(gradient(), to: below.shape)
        if let sum = sums[below.place] {
            sums[below.place] = try add(sum, gradient)
        } else {
            sums[below.place] = gradient
        }
    }

    /// Runs the rule of one node with the gradient gathered for it.
    func run(_ node: Node) throws {
        guard let gathered = sums[node.place] else { return }
        self.node = node
        cotangent = gathered
        try node.differentiate(self)
    }

    /// The gradient gathered so far; nil for a node that the pass did not meet.
    func gathered(_ node: Node) -> Tensor? {
        node.pass == number ? sums[node.place] : nil
    }

    /// Lets go of the gradient of a node whose rule has run.
    func forget(_ node: Node) { sums[node.place] = nil }
}
