import Text

/// The gradients of a loss, one for each variable, of the variable's shape.
///
/// Only what leads to the variables is computed. With `differentiable` the gradients are recorded and can be
/// differentiated again. Variables that the loss does not depend on get zeros; if it depends on none of
/// them, that is an error.
public func gradients(
    of loss: Tensor, for variables: [Tensor], differentiable: Bool = false
) throws -> [Tensor] {
    if loss.count != 1 {
        throw Mistake(
            construct: "gradient", problem: "a gradient is taken of one number",
            note: "{0} is \(loss.shape); take its mean or its sum", argument: 0)
    }
    for (index, variable) in variables.enumerated() where !variable.isRecorded {
        throw Mistake(
            construct: "gradient", problem: "the variable is not recorded",
            note: variables.count == 1
                ? "{1} is a plain tensor of shape \(variable.shape); variable(…) makes one for which a gradient "
                    + "can be asked"
                : "number \(index + 1) of the \(variables.count) variables, of shape \(variable.shape), is a "
                    + "plain tensor; variable(…) makes one for which a gradient can be asked",
            argument: 1)
    }
    guard let root = loss.node, root.isVariable else {
        throw Mistake(
            construct: "gradient", problem: "the loss is not recorded",
            note:
                "{0} was not computed from a network's parameters or a variable, was detached, or is constant "
                + "as the slope of a linear function is; comparisons, sign and argmax detach, for they have no slope",
            argument: 0)
    }
    if variables.isEmpty { return [] }
    return try Recording.paused(!differentiable) {
        try BackwardPass.run(root, variables, isDifferentiable: differentiable)
    }
}
