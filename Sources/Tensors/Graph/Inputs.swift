/// The operands of one operation: up to three in place, more in an array.
struct Inputs: Sendable {
    private var first: Tensor?
    private var second: Tensor?
    private var third: Tensor?
    private var others: [Tensor]?
    private(set) var count: Int

    init() { count = 0 }

    init(_ a: Tensor) {
        first = a
        count = 1
    }

    init(_ a: Tensor, _ b: Tensor) {
        first = a
        second = b
        count = 2
    }

    init(_ a: Tensor, _ b: Tensor, _ c: Tensor?) {
        first = a
        second = b
        third = c
        count = c == nil ? 2 : 3
    }

    init(_ tensors: [Tensor]) {
        count = tensors.count
        first = tensors.first
        if count > 1 { second = tensors[1] }
        if count > 2 { third = tensors[2] }
        if count > 3 { others = Array(tensors[3...]) }
    }

    subscript(index: Int) -> Tensor {
        let tensor: Tensor?
        switch index {
        case 0: tensor = first
        case 1: tensor = second
        case 2: tensor = third
        default: tensor = others?[index - 3]
        }
        guard let tensor else { preconditionFailure("operand \(index) of \(count)") }
        return tensor
    }

    /// The node of an operand, without copying the tensor.
    func node(_ index: Int) -> Node? {
        switch index {
        case 0: first?.node
        case 1: second?.node
        case 2: third?.node
        default: others?[index - 3].node
        }
    }

    /// Whether a gradient can flow to any operand.
    var isVariable: Bool {
        if let node = first?.node, node.isVariable { return true }
        if let node = second?.node, node.isVariable { return true }
        if let node = third?.node, node.isVariable { return true }
        return others?.contains { $0.isRecorded } ?? false
    }

    var depth: Int32 {
        var depth: Int32 = 0
        for index in 0..<count { depth = Swift.max(depth, node(index)?.depth ?? 0) }
        return depth
    }

    var all: [Tensor] { (0..<count).map { self[$0] } }

    /// Moves the operands' nodes of at least this depth out.
    mutating func takeNodes(deeperThan limit: Int32, into nodes: inout [Node]) {
        Self.take(&first, limit, &nodes)
        Self.take(&second, limit, &nodes)
        Self.take(&third, limit, &nodes)
        guard var others = others else { return }
        self.others = nil
        for index in others.indices {
            if let node = others[index].node, node.depth >= limit {
                others[index].node = nil
                nodes.append(node)
            }
        }
    }

    private static func take(_ tensor: inout Tensor?, _ limit: Int32, _ nodes: inout [Node]) {
        guard let node = tensor?.node, node.depth >= limit else { return }
        tensor = nil
        nodes.append(node)
    }
}
