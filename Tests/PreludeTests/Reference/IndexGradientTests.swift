import Foundation
import Prelude
import Testing

/// Gradients of scripts through every way of choosing elements, against central differences that the scripts
/// take themselves.
@Suite struct IndexGradientTests {
    /// Choices from x, a tensor of shape [4, 6] whose values as a constant are x0.
    static let choices = [
        "x[2]", "x[-1, 1..<5]", "x[1..<3]", "x[0..., 2]",
        "x[stride(from: 0, to: 4, by: 2)]", "x[0..., stride(from: 5, to: 0, by: -2)]",
        "x[stride(from: 3, through: 0, by: -1), 1...3]",
        "x[x0 > 0]", "x[!(x0 > 0)]", "x[tensor([1, 0, 0, 1]) > 0]",
        "x[tensor([1, 1, -1])]", "x[[0, 3, 0]]", "x[tensor([[0, 1], [1, 3]])]",
        "gather(x, [5, 0, 5], axis: 1)", "where(x0 > 0, x, x * 3)", "sort(x, axis: 1)",
        "concatenate([x[0..<2], x[3...]])", "flip(x, axis: 1)[1..<3]", "pad(x, 1)[0..<2]",
        "slice(x, rows: [1, 3], columns: [2, 6])", "transpose(x)[[4, 4]]", "x.T[1..., 0]",
    ]

    /// The losses are of second degree, so a central difference is the derivative but for its rounding.
    private static func script(_ choice: String) -> String {
        """
        let x0 = reshape(arange(24) * 0.25 - 2.875, [4, 6]) * where(reshape(arange(24), [4, 6]) % 2 > 0, 1, -1)
        func weighted(y) { sum(square(y) * reshape(arange(y.count) * 0.5 + 1, y.shape)) }
        func loss(x) { weighted(\(choice)) }
        func slope(x, again) { gradient(of: loss(x), for: x, differentiable: again) }
        func differences(f) {
            tensor((0..<24).map { i in
                let step = reshape(oneHot([i], 24), [4, 6]) * 0.125
                return (number(f(x0 + step)) - number(f(x0 - step))) * 4
            })
        }
        let first = differences(loss)
        let second = differences({ x in sum(square(slope(variable(x), false))) })
        let x = variable(x0)
        let found = slope(x, true)
        [first, found, second, gradient(of: sum(square(found)), for: x)]
        """
    }

    @Test("First and second gradients agree with central differences", arguments: choices)
    func agree(_ choice: String) throws {
        let run = try run(Self.script(choice))
        #expect(run.error == "")
        guard case .list(let results) = run.datum, results.count == 4 else {
            Issue.record("\(choice) gave \(run.datum.text)")
            return
        }
        let values = results.compactMap { if case .tensor(_, let values) = $0 { values } else { nil } }
        for (expected, found) in [(values[0], values[1]), (values[2], values[3])] {
            let scale = expected.map(\.magnitude).max() ?? 0
            #expect(scale > 0 && expected.count == found.count)
            let worst = zip(expected, found).map { ($0 - $1).magnitude }.max() ?? .infinity
            #expect(worst <= 2e-4 * scale, "\(choice): \(worst / scale)")
        }
    }
}
