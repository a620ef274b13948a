import Text

/// A learnable tensor that an optimizer changes in place.
///
/// Not Sendable: it belongs to one interpreter and its thread.
public final class Parameter {
    /// Its name within its network: "layer 1 weight".
    public var name: String { didSet { label.phrase = phrase } }
    /// The network's name, for messages.
    public var owner: String { didSet { label.phrase = phrase } }
    /// The sizes of its axes.
    public let shape: Shape
    private var buffer: Buffer
    private let label = OwnerLabel("")
    private var leaf: Leaf
    // Made when they are asked for: a graph uses one of them.
    private var variableNode: Node?
    private var constantNode: Node?

    /// A parameter that begins with a tensor's values.
    public init(_ value: Tensor, name: String, owner: String = "") {
        self.name = name
        self.owner = owner
        shape = value.shape
        buffer = value.buffer
        leaf = Leaf(owner: label)
        label.phrase = phrase
    }

    /// The number of elements.
    public var count: Int { shape.count }

    /// Its values now, as a leaf for which gradients can be asked.
    public var value: Tensor {
        let node = variableNode ?? Node(leaf: leaf, shape: shape, isVariable: true)
        variableNode = node
        return Tensor(shape: shape, buffer: buffer, node: node)
    }

    /// Its values now, as a constant. A graph that uses it still notices when the parameter changes.
    public var constant: Tensor {
        let node = constantNode ?? Node(leaf: leaf, shape: shape, isVariable: false)
        constantNode = node
        return Tensor(shape: shape, buffer: buffer, node: node)
    }

    /// Takes over a tensor's values. The shape must be the parameter's.
    public func assign(_ t: Tensor) throws {
        if t.shape != shape {
            throw Mistake(
                construct: "assignment to \(phrase)", problem: "the shapes differ",
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

    /// Computes the values anew: the body reads the old ones and writes the new ones, which lie in the same
    /// place if no tensor looks at the old ones any more. Losses computed before are stale from now on.
    func rewrite(_ body: (_ old: Kernels.Source, _ new: Kernels.Target) -> Void) throws {
        let target = try isKnownUniquelyReferenced(&buffer) ? buffer : Buffer(count: shape.count)
        if count > 0 { body(buffer.pointer, target.pointer) }
        buffer = target
        renew()
    }

    /// Losses computed so far are stale, and the next ones begin at new leaves.
    private func renew() {
        leaf.markStale()
        leaf = Leaf(owner: label)
        variableNode = nil
        constantNode = nil
    }

    private var phrase: String {
        if !owner.isEmpty { return owner }
        return name.isEmpty ? "a parameter" : "parameter \(name)"
    }
}
