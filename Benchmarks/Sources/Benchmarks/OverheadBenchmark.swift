import Tensors

/// What an operation costs when its arithmetic costs nothing.
enum OverheadBenchmark {
    static func run() throws {
        let table = Table("operations on 2 × 2", ["", "ns"], widths: [44, 10])
        let a = try Tensor([1, 2, 3, 4], Shape([2, 2]))
        let b = try Tensor([5, 6, 7, 8], Shape([2, 2]))
        let addition = try shortestTime { _ = try a + b }
        table.row(["a + b", text(addition * 1e9, 0)])
        let product = try shortestTime { _ = try matmul(a, b) }
        table.row(["a @ b", text(product * 1e9, 0)])
        let both = try shortestTime {
            let (a, b) = (variable(a), variable(b))
            _ = try gradients(of: sum(matmul(a, b) * b), for: [a, b])
        }
        table.row(["forward and backward of sum((a @ b) * b)", text(both * 1e9, 0)])
    }
}
