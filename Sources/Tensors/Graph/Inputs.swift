/// The operands of one operation: up to three in place, more in an array.
///
/// They lie here taken apart. An optional `Tensor` would be copied by the runtime's general routines, an
/// optional reference by one instruction, and every operation makes one of these.
struct Inputs: Sendable {
    private(set) var count: Int
    private var others: [Tensor]?
    private var buffers: (Buffer?, Buffer?, Buffer?)
    private var nodes: (Node?, Node?, Node?)
    private var shapes: (Shape, Shape, Shape)

    init() {
        count = 0
        buffers = (nil, nil, nil)
        nodes = (nil, nil, nil)
        shapes = (Shape(), Shape(), Shape())
    }

    init(_ a: Tensor) {
        count = 1
        buffers = (a.buffer, nil, nil)
        nodes = (a.node, nil, nil)
        shapes = (a.shape, Shape(), Shape())
    }

    init(_ a: Tensor, _ b: Tensor) {
        count = 2
        buffers = (a.buffer, b.buffer, nil)
        nodes = (a.node, b.node, nil)
        shapes = (a.shape, b.shape, Shape())
    }

    init(_ a: Tensor, _ b: Tensor, _ c: Tensor?) {
        self.init(a, b)
        if let c { append(c) }
    }

    init(_ tensors: [Tensor]) {
        self.init()
        for tensor in tensors { append(tensor) }
    }

    private mutating func append(_ tensor: Tensor) {
        switch count {
        case 0: (buffers.0, nodes.0, shapes.0) = (tensor.buffer, tensor.node, tensor.shape)
        case 1: (buffers.1, nodes.1, shapes.1) = (tensor.buffer, tensor.node, tensor.shape)
        case 2: (buffers.2, nodes.2, shapes.2) = (tensor.buffer, tensor.node, tensor.shape)
        default:
            if others == nil { others = [] }
            others?.append(tensor)
        }
        count += 1
    }

    subscript(index: Int) -> Tensor {
        switch index {
        case 0: if let buffer = buffers.0 { return Tensor(shape: shapes.0, buffer: buffer, node: nodes.0) }
        case 1: if let buffer = buffers.1 { return Tensor(shape: shapes.1, buffer: buffer, node: nodes.1) }
        case 2: if let buffer = buffers.2 { return Tensor(shape: shapes.2, buffer: buffer, node: nodes.2) }
        default: if let others { return others[index - 3] }
        }
        preconditionFailure("operand \(index) of \(count)")
    }

    /// The node of an operand, without copying the tensor.
    func node(_ index: Int) -> Node? {
        switch index {
        case 0: nodes.0
        case 1: nodes.1
        case 2: nodes.2
        default: others?[index - 3].node
        }
    }

    /// Whether a gradient can flow to any operand.
    var isVariable: Bool {
        if let node = nodes.0, node.isVariable { return true }
        if let node = nodes.1, node.isVariable { return true }
        if let node = nodes.2, node.isVariable { return true }
        return others?.contains { $0.isRecorded } ?? false
    }

    var depth: Int32 {
        var depth = Swift.max(nodes.0?.depth ?? 0, nodes.1?.depth ?? 0, nodes.2?.depth ?? 0)
        if let others { for tensor in others { depth = Swift.max(depth, tensor.node?.depth ?? 0) } }
        return depth
    }

    /// Moves the operands' nodes of at least this depth out.
    mutating func takeNodes(deeperThan limit: Int32, into taken: inout [Node]) {
        if let node = nodes.0, node.depth >= limit {
            nodes.0 = nil
            taken.append(node)
        }
        if let node = nodes.1, node.depth >= limit {
            nodes.1 = nil
            taken.append(node)
        }
        if let node = nodes.2, node.depth >= limit {
            nodes.2 = nil
            taken.append(node)
        }
        guard var others else { return }
        self.others = nil
        for index in others.indices {
            if let node = others[index].node, node.depth >= limit {
                others[index].node = nil
                taken.append(node)
            }
        }
    }
}
