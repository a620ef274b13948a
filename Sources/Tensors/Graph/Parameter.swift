/// A learnable tensor that an optimiser changes in place.
///
/// Not Sendable: it belongs to one interpreter and its thread.
public final class Parameter {
    /// Its name within its network: "layer 1 weight".
    public var name: String { didSet { renew() } }
    /// The network's name, for messages.
    public var owner: String { didSet { renew() } }
    /// The sizes of its axes.
    public let shape: Shape
    private(set) var buffer: Buffer
    private var leaf: Leaf
    private var variableNode: Node
    private var constantNode: Node

    /// A parameter that begins with a tensor's values.
    public init(_ value: Tensor, name: String, owner: String = "") {
        self.name = name
        self.owner = owner
        shape = value.shape
        buffer = value.buffer
        leaf = Leaf(name: Self.phrase(name, owner))
        variableNode = Node(leaf: leaf, shape: shape, isVariable: true)
        constantNode = Node(leaf: leaf, shape: shape, isVariable: false)
    }

    /// The number of elements.
    public var count: Int { shape.count }

    /// Its values now, as a leaf for which gradients can be asked.
    public var value: Tensor { Tensor(shape: shape, buffer: buffer, node: variableNode) }

    /// Its values now, as a constant. A graph that uses it still notices when the parameter changes.
    public var constant: Tensor { Tensor(shape: shape, buffer: buffer, node: constantNode) }

    /// Takes over a tensor's values. The shape must be the parameter's.
    public func assign(_ t: Tensor) throws {
        if t.shape != shape {
            throw TensorError(
                construct: "assignment to \(Self.phrase(name, owner))", problem: "the shapes differ",
                note: "the parameter is \(shape) and the new value is \(t.shape)")
        }
        buffer = t.buffer
        renew()
    }

    /// Changes the values in place; losses computed before are stale from now on.
    ///
    /// Tensors that still look at the old values keep them: the parameter then moves to storage of its own.
    public func update(_ body: (UnsafeMutableBufferPointer<Float>) throws -> Void) throws {
        if !isKnownUniquelyReferenced(&buffer) {
            let copy = try Buffer(count: shape.count)
            copy.pointer.update(from: buffer.pointer, count: shape.count)
            buffer = copy
        }
        renew()
        try withExtendedLifetime(buffer) {
            try body(UnsafeMutableBufferPointer(start: buffer.pointer, count: shape.count))
        }
    }

    /// Whether a tensor is this parameter's value as it is now.
    public func isSource(of t: Tensor) -> Bool { t.node === variableNode }

    private func renew() {
        leaf.markStale()
        leaf = Leaf(name: Self.phrase(name, owner))
        variableNode = Node(leaf: leaf, shape: shape, isVariable: true)
        constantNode = Node(leaf: leaf, shape: shape, isVariable: false)
    }

    private static func phrase(_ name: String, _ owner: String) -> String {
        if owner.isEmpty { return name.isEmpty ? "a parameter" : "parameter \(name)" }
        return owner
    }
}
