import Limits
import Tensors

/// What the machine can do at most: the line that the engine's numbers are held against.
struct MachineLimits {
    /// Floating-point operations of one thread, in GFLOP/s, by fused multiply-adds alone.
    let arithmeticOfThread: Double
    /// Bytes read and written by all threads together, in GB/s.
    let memory: Double

    var arithmetic: Double { arithmeticOfThread * Double(Machine.threads) }

    static func measure() throws -> MachineLimits {
        var sink: Float = 0
        let rounds = 1_000_000
        let operations = limit_multiply_add(1, &sink) * rounds
        let seconds = shortestTime { _ = limit_multiply_add(rounds, &sink) }
        let speed = try MachineSpeed.measure()
        return MachineLimits(arithmeticOfThread: Double(operations) / seconds / 1e9, memory: speed.memory)
    }

    func printed() throws {
        print("\(Machine.processor), \(Machine.vectorInstructions), \(try Machine.productKernel())")
        print("threads: \(Machine.threads)")
        print("multiply-add limit: \(text(arithmeticOfThread, 0)) GFLOP/s a thread")
        print("memory limit: \(text(memory, 1)) GB/s")
    }
}
