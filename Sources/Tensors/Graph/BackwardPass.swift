import Synchronization
import Text

/// Reverse mode over a recorded graph: find what the loss was made of, then run the rules from the loss down.
enum BackwardPass {
    /// The number of passes so far. Held during a pass, since passes mark the nodes.
    private static let lock = Mutex<UInt64>(0)

    static func run(_ root: Node, _ variables: [Tensor], isDifferentiable: Bool) throws -> [Tensor] {
        try lock.withLock { number in
            number += 1
            for variable in variables { variable.node?.wantedIn = number }
            let order = try ordered(from: root, number)
            if !root.leadsToWanted {
                throw Mistake(
                    construct: "gradient", problem: "the loss does not depend on the variables",
                    note: variables.count == 1
                        ? "{0} was computed without {1}" : "{0} was computed without any of {1}")
            }
            return try gradients(root, order, number, variables, isDifferentiable)
        }
    }

    private static func gradients(
        _ root: Node, _ order: [Unmanaged<Node>], _ number: UInt64, _ variables: [Tensor],
        _ isDifferentiable: Bool
    ) throws -> [Tensor] {
        let step = GradientStep(
            root: root, number: number, count: order.count, isDifferentiable: isDifferentiable)
        for index in order.indices.reversed() {
            let node = order[index].takeUnretainedValue()
            if !node.leadsToWanted || node.leaf != nil { continue }
            try step.run(node)
            if node.wantedIn != number { step.forget(node) }
        }
        return try variables.map { variable in
            if let node = variable.node, let gradient = step.gathered(node) { return gradient }
            return try zeros(variable.shape)
        }
    }

    /// The nodes below the root, operands before what was made of them. An explicit stack, since graphs are
    /// deep; unmanaged, since the root keeps all of them. Marks whether a wanted variable lies below each.
    private static func ordered(from root: Node, _ number: UInt64) throws -> [Unmanaged<Node>] {
        var order: [Unmanaged<Node>] = []
        var stack: [(node: Unmanaged<Node>, next: Int)] = []
        order.reserveCapacity(32)
        stack.reserveCapacity(32)
        try enter(root, number, &stack)
        while let (reference, next) = stack.last {
            let node = reference.takeUnretainedValue()
            if next < node.inputs.count {
                stack[stack.count - 1].next += 1
                if let below = node.inputs.node(next), below.pass != number {
                    try enter(below, number, &stack)
                }
                continue
            }
            stack.removeLast()
            for index in 0..<node.inputs.count {
                if let below = node.inputs.node(index), below.leadsToWanted { node.leadsToWanted = true }
            }
            node.place = order.count
            order.append(reference)
        }
        return order
    }

    private static func enter(
        _ node: Node, _ number: UInt64, _ stack: inout [(node: Unmanaged<Node>, next: Int)]
    ) throws {
        if let leaf = node.leaf, leaf.isStale {
            let owner = leaf.owner?.phrase ?? "a parameter"
            throw Mistake(
                construct: "gradient", problem: "\(owner) was changed after the loss was computed",
                note: "compute the loss again before taking its gradient")
        }
        node.pass = number
        node.leadsToWanted = node.wantedIn == number
        stack.append((Unmanaged.passUnretained(node), 0))
    }
}
