import Tensors
import Text

extension GAN {
    /// Finds a number that is no number at the step where it first appears, before the optimizer spreads it: the
    /// networks keep the values they had.
    func checkFinite(
        _ loss: Tensor, _ gradients: Gradients, _ norm: Double, outputs: [Tensor], of network: Network,
        _ step: Int
    ) throws {
        if norm.isFinite, loss.item.isFinite { return }
        let name = network.name
        var found = "the loss of \(name) is \(NumberText.short(loss.item))"
        let bad = zip(gradients.parameters, gradients.tensors).first { !$0.1.isFinite }
        if let (parameter, _) = zip(gradients.parameters, gradients.parameters).first(where: {
            !$0.0.constant.isFinite
        }) {
            found = "\(describe(parameter)) holds a number that is not finite"
        } else if let (parameter, gradient) = bad {
            let number = NumberText.short(gradient.firstNotFinite)
            found = "the gradient of \(describe(parameter)) is not finite (\(number))"
            if !loss.item.isFinite { found += ", and so is the loss (\(NumberText.short(loss.item)))" }
        } else if loss.item.isFinite {
            found = "the gradients of \(name) have grown beyond what a float can square"
        }
        // What was infinite on its way through a layer is no number behind it: ∞ − ∞.
        let weight = gradients.parameters.map(\.constant.largestMagnitude).max() ?? 0
        let cause: String
        if weight < 1e10, outputs.contains(where: { $0.holdsNaN }) {
            cause =
                "The outputs already held a number that is none (nan), so look for 0 / 0, ∞ − ∞, or the logarithm or "
                + "root of a negative number in a layer."
        } else if let largest = outputs.map(\.largestMagnitude).max(), largest.isFinite, largest < 1e4 {
            cause =
                "The outputs were still ordinary, so look for a logarithm or root of 0, or a division by 0, in "
                + "the loss or in a layer."
        } else {
            cause =
                "The outputs had grown too large: a smaller learning rate, a bounded last layer such as tanh, or "
                + "clip(…, norm: 1) keep them in bounds."
        }
        throw Mistake(
            construct: "train", problem: "the numbers ran away at step \(step + 1)",
            note: "\(found). \(cause) The networks keep the values from before this step.")
    }
}

extension Tensor {
    var holdsNaN: Bool { withFloats { floats in floats.contains(where: \.isNaN) } }

    var firstNotFinite: Float { withFloats { floats in floats.first { !$0.isFinite } ?? .nan } }

    /// The largest absolute value, infinite where a number is no number.
    var largestMagnitude: Float {
        withFloats { floats in
            floats.reduce(0) { largest, float in float.isNaN ? .infinity : max(largest, abs(float)) }
        }
    }
}
