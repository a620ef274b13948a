import Tensors
import Text

/// Changes a network's parameters along their gradients. Shared, not copied: it remembers its moments.
public final class Optimizer {
    /// The rule and its settings.
    public let rule: any UpdateRule
    /// The network it changes.
    public let network: Network
    /// The parameters it changes.
    public let parameters: [Parameter]
    /// The rate before any schedule.
    public let learningRate: Float
    /// What the schedule makes of the rate now: 1 is the full rate.
    public var rateFactor: Float = 1
    /// The rate that a step has now: the learning rate by what the schedule makes of it.
    public var currentRate: Float { learningRate * rateFactor }
    /// How many steps it has made.
    public private(set) var stepCount = 0
    private var moments: [[Buffer]]

    /// Makes an optimizer of a network's parameters.
    public init(_ rule: any UpdateRule, of network: Network, learningRate: Float? = nil) throws {
        try rule.validate()
        let rate = learningRate ?? rule.usualRate
        guard rate >= 0, rate.isFinite else {
            throw Mistake(
                construct: rule.name, problem: "the learning rate must not be negative", note: "lr is \(rate)"
            )
        }
        guard !network.isFrozen else {
            throw Mistake(
                construct: rule.name, problem: "a frozen network cannot be changed",
                note: "the parameters of {0} are constants; give the optimizer the network itself",
                argument: 0)
        }
        parameters = network.parameters
        guard !parameters.isEmpty else {
            throw Mistake(
                construct: rule.name, problem: "the network has no parameters",
                note: "none of its layers learns anything", argument: 0)
        }
        self.rule = rule
        self.network = network
        self.learningRate = rate
        moments = try parameters.map { parameter in
            try (0..<rule.momentCount).map { _ in
                try Buffer.zeros(count: parameter.shape.count)
            }
        }
    }

    /// The call that makes it: "Adam(lr: 0.0002, beta1: 0.5)".
    public var signature: String {
        "\(rule.name)(lr: \(learningRate)\(rule.settings.map { ", \($0): \($1)" }.joined()))"
    }

    /// Changes the parameters along these gradients.
    ///
    /// - Throws: ``Mistake`` when they belong to another network.
    public func step(_ gradients: Gradients) throws {
        let isMine =
            gradients.parameters.count == parameters.count
            && zip(gradients.parameters, parameters).allSatisfy { $0 === $1 }
        guard isMine else {
            let owner = gradients.parameters.first?.owner ?? ""
            let mine = network.name.isEmpty ? "its own network" : network.name
            throw Mistake(
                construct: "\(rule.name) step", problem: "these gradients belong to another network",
                note: "the optimizer changes \(mine), and {1} are the gradients for "
                    + (owner.isEmpty || owner == network.name ? "another one" : owner),
                argument: 1)
        }
        try step(tensors: gradients.tensors)
    }

    /// Changes the parameters along gradients given as plain tensors, one for each parameter in their order.
    public func step(tensors: [Tensor]) throws {
        guard tensors.count == parameters.count else {
            throw Mistake(
                construct: "\(rule.name) step", problem: "the number of gradients is wrong",
                note: "the network has \(parameters.count) parameters and {1} are \(tensors.count)",
                argument: 1)
        }
        for (parameter, gradient) in zip(parameters, tensors) where parameter.shape != gradient.shape {
            throw Mistake(
                construct: "\(rule.name) step", problem: "a gradient has the wrong shape",
                note: "\(describe(parameter)) is \(parameter.shape) and its gradient \(gradient.shape)",
                argument: 1)
        }
        stepCount += 1
        for (index, parameter) in parameters.enumerated() {
            try rule.update(
                parameter, gradient: tensors[index], moments: moments[index], rate: currentRate,
                step: stepCount)
        }
    }

    /// Brings every number of the parameters into [−limit, limit], as the Wasserstein critic wants it.
    func clipParameters(_ limit: Float) throws {
        for parameter in parameters {
            try parameter.update { values in
                for index in 0..<values.count { values[index] = min(max(values[index], -limit), limit) }
            }
        }
    }
}

/// "G: layer 0 Dense weight": a parameter as messages name it.
func describe(_ parameter: Parameter) -> String {
    parameter.owner.isEmpty ? parameter.name : "\(parameter.owner): \(parameter.name)"
}
