import Text

/// One step of a recorded computation: an operation with its inputs, or a leaf where gradients end.
///
/// A node keeps its inputs' nodes alive and, for its rule, the storage of its output; it never points to a
/// tensor that points back, so a graph goes away with the last tensor that carries it.
///
/// Unchecked because of two things that change after `init`: the marks of a backward pass, which are only
/// touched while `BackwardPass.lock` is held, and `inputs`, which the release below empties when this node
/// is the only one that still holds them. Neither is read while it is written, so the run-time checks of
/// exclusive access, which a small step would feel, are off for them.
class Node: @unchecked Sendable {
    /// What a leaf is; nil for an operation.
    final let leaf: Leaf?
    @exclusivity(unchecked) final var inputs: Inputs
    final let shape: Shape
    final let storage: Buffer?
    /// Whether a gradient can flow to or through here; false for a parameter that is held constant.
    final let isVariable: Bool
    /// The longest way down to a leaf.
    final let depth: Int32

    /// The number of the backward pass that visited this node last.
    @exclusivity(unchecked) final var pass: UInt64 = 0
    /// Its place in that pass.
    @exclusivity(unchecked) final var place = 0
    /// Whether a wanted variable lies below, in that pass.
    @exclusivity(unchecked) final var leadsToWanted = false
    /// The last pass that wanted this node's own gradient.
    @exclusivity(unchecked) final var wantedIn: UInt64 = 0

    /// What an operation made of these inputs.
    fileprivate init(_ inputs: Inputs, output: Tensor) {
        self.inputs = inputs
        leaf = nil
        shape = output.shape
        storage = output.buffer
        isVariable = true
        depth = inputs.depth + 1
    }

    /// A leaf. It does not hold its values, so that a parameter whose graphs are gone is updated in place.
    init(leaf: Leaf, shape: Shape, isVariable: Bool) {
        self.leaf = leaf
        self.shape = shape
        self.isVariable = isVariable
        inputs = Inputs()
        storage = nil
        depth = 0
    }

    /// Passes the gradient of the output on to the inputs. A leaf has none.
    func differentiate(_ step: GradientStep) throws {}

    /// Below this depth the natural recursion of releases is harmless.
    private static let recursionLimit: Int32 = 500

    deinit {
        guard depth >= Self.recursionLimit else { return }
        // Releasing a long chain would recurse through all of it: take it apart from the top instead.
        var pending: [Node] = []
        inputs.takeNodes(deeperThan: Self.recursionLimit, into: &pending)
        while var node = pending.popLast() {
            if isKnownUniquelyReferenced(&node) {
                node.inputs.takeNodes(deeperThan: Self.recursionLimit, into: &pending)
            }
        }
    }
}

/// A step that an operation made, with the settings that it was applied with.
///
/// Unchecked as every node is; what it adds never changes.
final class OperationNode<Settings: Sendable>: Node, @unchecked Sendable {
    private let operation: Operation<Settings>
    private let settings: Settings

    init(_ operation: Operation<Settings>, _ settings: Settings, _ inputs: Inputs, output: Tensor) {
        self.operation = operation
        self.settings = settings
        super.init(inputs, output: output)
    }

    override func differentiate(_ step: GradientStep) throws {
        guard let rule = operation.rule else {
            throw Mistake(
                construct: "gradient", problem: "\(operation.name) has no gradient",
                note: "the loss depends on the variables through \(operation.name), "
                    + "for which no rule is known; detach its result if it is meant as a constant")
        }
        try rule(step, settings)
    }
}
