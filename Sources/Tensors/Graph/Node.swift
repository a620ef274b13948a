/// One step of a recorded computation: an operation with its inputs, or a leaf where gradients end.
///
/// A node keeps its inputs' nodes alive and, for its rule, the storage of its output; it never points to a
/// tensor that points back, so a graph goes away with the last tensor that carries it.
///
/// Unchecked because of two things that change after `init`: the marks of a backward pass, which are only
/// touched while `BackwardPass.lock` is held, and `inputs`, which the release below empties when this node
/// is the only one that still holds them. Neither is read while it is written, so the run-time checks of
/// exclusive access, which a small step would feel, are off for them.
final class Node: @unchecked Sendable {
    /// What a leaf is; nil for an operation.
    let leaf: Leaf?
    let operation: Operation?
    let attributes: Attributes
    @exclusivity(unchecked) var inputs: Inputs
    let shape: Shape
    let storage: Buffer?
    /// Whether a gradient can flow to or through here; false for a parameter that is held constant.
    let isVariable: Bool
    /// The longest way down to a leaf.
    let depth: Int32

    /// The number of the backward pass that visited this node last.
    @exclusivity(unchecked) var pass: UInt64 = 0
    /// Its place in that pass.
    @exclusivity(unchecked) var place = 0
    /// Whether a wanted variable lies below, in that pass.
    @exclusivity(unchecked) var leadsToWanted = false
    /// The last pass that wanted this node's own gradient.
    @exclusivity(unchecked) var wantedIn: UInt64 = 0

    init(_ operation: Operation, _ attributes: Attributes, _ inputs: Inputs, output: Tensor) {
        self.operation = operation
        self.attributes = attributes
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
        operation = nil
        attributes = Attributes()
        inputs = Inputs()
        storage = nil
        depth = 0
    }

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
