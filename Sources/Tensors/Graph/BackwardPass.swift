import Synchronization

/// Reverse mode over a recorded graph: find what the loss was made of, then run the rules from the loss down.
enum BackwardPass {
    /// The number of passes so far. Held during a pass, since passes mark the nodes.
    static let lock = Mutex<UInt64>(0)

    static func run(_ root: Node, _ variables: [Tensor], isDifferentiable: Bool) throws -> [Tensor] {
        try lock.withLock { number in
            number += 1
            let order = try ordered(from: root, number, wanted: variables)
            for variable in variables {
                guard let node = variable.node, node.pass == number, node.place >= 0 else { continue }
                return try gradients(root, order, number, variables, isDifferentiable)
            }
            throw TensorError(
                construct: "gradient", problem: "the loss does not depend on the variables",
                note: variables.count == 1
                    ? "{0} was computed without {1}" : "{0} was computed without any of {1}")
        }
    }

    private static func gradients(
        _ root: Node, _ order: [Node], _ number: UInt64, _ variables: [Tensor], _ isDifferentiable: Bool
    ) throws -> [Tensor] {
        let step = GradientStep(
            root: root, number: number, count: order.count, isDifferentiable: isDifferentiable)
        let wanted = Set(variables.compactMap { $0.node.map(ObjectIdentifier.init) })
        for node in order.reversed() where node.leadsToWanted && node.operation != nil {
            try step.run(node)
            if !wanted.contains(ObjectIdentifier(node)) { step.forget(node) }
        }
        return try variables.map { variable in
            if let node = variable.node, let gradient = step.gathered(node) { return gradient }
            return try zeros(variable.shape)
        }
    }

    /// The nodes below the root, operands before what was made of them. An explicit stack, since graphs are
    /// deep; marks whether a wanted variable lies below each.
    private static func ordered(
        from root: Node, _ number: UInt64, wanted: [Tensor]
    ) throws -> [Node] {
        for variable in wanted {
            guard let node = variable.node else { continue }
            node.pass = number
            node.place = wantedUnvisited
        }
        var order: [Node] = []
        var stack: [(node: Node, next: Int)] = []
        try enter(root, number, &stack)
        while let (node, next) = stack.last {
            if next < node.inputs.count {
                stack[stack.count - 1].next += 1
                guard let below = node.inputs.node(next) else { continue }
                if below.pass != number || below.place == wantedUnvisited {
                    try enter(below, number, &stack)
                }
            } else {
                stack.removeLast()
                for index in 0..<node.inputs.count where !node.leadsToWanted {
                    if let below = node.inputs.node(index), below.leadsToWanted { node.leadsToWanted = true }
                }
                node.place = order.count
                order.append(node)
            }
        }
        return order
    }

    /// The place of a wanted variable that the walk has not met.
    private static let wantedUnvisited = -1
    /// The place of a node whose operands are being walked.
    private static let underWay = -2

    private static func enter(
        _ node: Node, _ number: UInt64, _ stack: inout [(node: Node, next: Int)]
    ) throws {
        if let leaf = node.leaf, leaf.isStale {
            let name = leaf.name ?? "a parameter"
            throw TensorError(
                construct: "gradient", problem: "\(name) was changed after the loss was computed",
                note: "compute the loss again before taking its gradient")
        }
        node.leadsToWanted = node.pass == number
        node.pass = number
        node.place = underWay
        stack.append((node, 0))
    }
}
