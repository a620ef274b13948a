import Tensors

/// What a layer learns that multiplies by a weight and adds a bias: ``Dense`` and the convolutions.
struct WeightAndBias {
    let weight: Parameter
    let bias: Parameter?

    /// Random ones, without a bias if `outputs` is nil; `fan` says how many inputs each output has and how many outputs each input.
    init(
        of kind: String, weight shape: Shape, bias outputs: Int?, fan: (inputs: Int, outputs: Int),
        _ initializer: Initializer, _ random: RandomStream
    ) throws {
        func parameter(_ role: String, _ shape: Shape, _ initializer: Initializer) throws -> Parameter {
            Parameter(
                try initializer.weights(shape, inputs: fan.inputs, outputs: fan.outputs, random),
                name: "\(kind) \(role)")
        }
        weight = try parameter("weight", shape, initializer)
        // The bias follows the weight only where that is the custom: it is zero for He, Glorot and the like.
        bias = try outputs.map { try parameter("bias", [$0], initializer == .standard ? .standard : .zeros) }
    }

    private init(copying other: WeightAndBias) throws {
        weight = try other.weight.copied()
        bias = try other.bias?.copied()
    }

    /// Parameters of their own with the same values.
    func copied() throws -> WeightAndBias { try WeightAndBias(copying: self) }

    /// Both with the names that model files use.
    var own: [OwnParameter] {
        [OwnParameter(role: "weight", parameter: weight)]
            + (bias.map { [OwnParameter(role: "bias", parameter: $0)] } ?? [])
    }
}
