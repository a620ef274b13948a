import CKernels

/// An activation function with its setting: what a network does to each number between its layers.
public struct Activation: Sendable, Equatable {
    /// All that is to be said of an activation, whatever its setting.
    private final class Definition: Sendable {
        let name: String
        let setting: Setting?
        let operation: (any CatalogEntry)?
        let fusion: Fusion?
        let compute: @Sendable (Tensor, Float) throws -> Tensor

        init(
            _ name: String, _ setting: Setting?, _ operation: (any CatalogEntry)?, _ fusion: Fusion?,
            _ compute: @escaping @Sendable (Tensor, Float) throws -> Tensor
        ) {
            self.name = name
            self.setting = setting
            self.operation = operation
            self.fusion = fusion
            self.compute = compute
        }
    }

    /// The one thing that can be set.
    private enum Setting {
        case number(String, usual: Float)
        case axis(usual: Int)
    }

    private let definition: Definition
    private let setting: Float

    /// An activation of its own.
    ///
    /// - Parameters:
    ///   - operation: What a graph holds where it was computed, for those that are one operation.
    ///   - fusion: How it is fused into a matrix product, where it can be.
    ///   - compute: Its value for a tensor and the setting.
    private init(
        _ name: String, _ setting: Setting? = nil, _ operation: (any CatalogEntry)? = nil,
        fusion: Fusion? = nil,
        _ compute: @escaping @Sendable (Tensor, Float) throws -> Tensor
    ) {
        definition = Definition(name, setting, operation, fusion, compute)
        self.setting =
            switch setting {
            case nil: 0
            case .number(_, let usual): usual
            case .axis(let usual): Float(usual)
            }
    }

    private init(_ other: Activation, setting: Float) {
        definition = other.definition
        self.setting = setting
    }

    /// The activation of this name with its usual setting, or nil.
    public init?(name: String) {
        guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    /// Its name as a script writes it.
    public var name: String { definition.name }

    /// The call as a script writes it: "leakyRelu(slope: 0.2)".
    public var signature: String {
        switch definition.setting {
        case nil: name
        case .number(let label, _): "\(name)(\(label): \(setting))"
        case .axis: "\(name)(axis: \(Int(setting)))"
        }
    }

    /// Its value.
    public func callAsFunction(_ x: Tensor) throws -> Tensor { try definition.compute(x, setting) }

    /// How it is fused into a matrix product. A negative slope hides from the output on which side x was.
    var fused: FusedActivation? {
        guard setting >= 0, let fusion = definition.fusion else { return nil }
        return FusedActivation(fusion: fusion, parameter: setting)
    }

    /// What a graph holds where it was computed, for those that are one operation.
    var operation: (any CatalogEntry)? { definition.operation }

    /// Whether both are the same function.
    public static func == (a: Activation, b: Activation) -> Bool {
        a.definition === b.definition && a.setting == b.setting
    }
}

// One activation is its line here, its place in `all`, its operation and its function below.
extension Activation {
    /// All of them, with their usual settings.
    static let all: [Activation] = [
        .relu, .leakyRelu, .elu, .tanh, .sigmoid, .softplus, .gelu, .silu, .softmax,
    ]

    /// max(x, 0).
    public static let relu = Activation("relu", nil, Operations.relu, fusion: .relu) { x, _ in
        try Tensors.relu(x)
    }
    /// x, or a hundredth of it below zero.
    static let leakyRelu = Activation(
        "leakyRelu", .number("slope", usual: 0.01), Operations.leakyRelu, fusion: .leakyRelu
    ) { try Tensors.leakyRelu($0, slope: $1) }
    /// x, or eˣ - 1 below zero.
    static let elu = Activation("elu", .number("alpha", usual: 1), Operations.elu, fusion: .elu) {
        try Tensors.elu($0, alpha: $1)
    }
    /// The hyperbolic tangent.
    public static let tanh = Activation("tanh", nil, Operations.tanh, fusion: .tanh) { x, _ in
        try Tensors.tanh(x)
    }
    /// 1 / (1 + e⁻ˣ).
    public static let sigmoid = Activation("sigmoid", nil, Operations.sigmoid, fusion: .sigmoid) { x, _ in
        try Tensors.sigmoid(x)
    }
    /// log(1 + eˣ).
    public static let softplus = Activation("softplus", nil, Operations.softplus) { x, _ in
        try Tensors.softplus(x)
    }
    /// x · Φ(x), with the normal distribution's Φ in the usual approximation by tanh.
    public static let gelu = Activation("gelu") { x, _ in try Tensors.gelu(x) }
    /// x · σ(x).
    public static let silu = Activation("silu", nil, Operations.silu) { x, _ in try Tensors.silu(x) }
    /// Positive numbers that sum to 1 along axis 1.
    static let softmax = Activation("softmax", .axis(usual: 1), Operations.softmax) { x, axis in
        // An axis beyond what a Float tells apart is none that a tensor has.
        try Tensors.softmax(x, axis: Int(exactly: axis) ?? .max)
    }

    /// x, or slope · x below zero.
    public static func leakyRelu(slope: Float) -> Activation { Activation(.leakyRelu, setting: slope) }
    /// x, or alpha · (eˣ - 1) below zero.
    public static func elu(alpha: Float) -> Activation { Activation(.elu, setting: alpha) }
    /// Positive numbers that sum to 1 along an axis.
    public static func softmax(axis: Int) -> Activation { Activation(.softmax, setting: Float(axis)) }
}

extension Operations {
    static let relu = fused("relu", "max(x, 0): what is positive, else 0.", "relu(tensor([-1, 2]))", .relu)
    static let leakyRelu = fused(
        "leakyRelu", "x, or slope times x below zero.", "leakyRelu(tensor([-1, 2]), slope: 0.2)", .leakyRelu)
    static let elu = fused(
        "elu", "x, or alpha times (exp(x) - 1) below zero.", "elu(tensor([-1, 2]))", .elu)
    static let tanh = fused("tanh", "The hyperbolic tangent of each element.", "tanh(tensor([-1, 2]))", .tanh)
    static let sigmoid = fused(
        "sigmoid", "1 / (1 + exp(-x)): a logit as a probability.", "sigmoid(tensor([-1, 2]))", .sigmoid)

    static let softplus = Operation<Void>(
        "softplus", "log(1 + exp(x)), exact far out on both sides.", example: "softplus(tensor([-1, 2]))",
        forward: .unary({ x, _ in try Elementwise.unary(.softplus, x) }),
        rule: { step, _ in try step.pass(to: 0, step.cotangent * Tensors.sigmoid(step[0])) })

    static let silu = Operation<Void>(
        "silu", "x times sigmoid(x): about x above zero, and a shallow dip below it.",
        example: "silu(tensor([-1, 2]))",
        forward: .unary({ x, _ in try Elementwise.unary(.silu, x) }),
        rule: { step, _ in
            let x = step[0]
            let share = try Tensors.sigmoid(x)
            try step.pass(to: 0, step.cotangent * share * (1 + x * (1 - share)))
        })

    static let normalDistribution = Operation<Void>(
        "normalDistribution", "The probability that a standard normal number is below x.",
        example: "normalDistribution(tensor([-1, 2]))",
        forward: .unary({ x, _ in try Elementwise.unary(.normalCDF, x) }),
        rule: { step, _ in
            let density = try exp(square(step[0]) * -0.5) * 0.398_942_28
            try step.pass(to: 0, step.cotangent * density)
        })
}

/// max(x, 0); its gradient at 0 is 0.
public func relu(_ x: Tensor) throws -> Tensor { try Operations.relu(x, 0) }

/// The hyperbolic tangent.
public func tanh(_ x: Tensor) throws -> Tensor { try Operations.tanh(x, 0) }

/// 1 / (1 + e⁻ˣ): a logit as a probability.
public func sigmoid(_ x: Tensor) throws -> Tensor { try Operations.sigmoid(x, 0) }

/// x where it is positive, slope · x elsewhere.
public func leakyRelu(_ x: Tensor, slope: Float = 0.01) throws -> Tensor {
    if slope < 0 { return try `where`(greater(x, Tensor(0)), x, x * slope) }
    return try Operations.leakyRelu(x, slope)
}

/// x where it is positive, alpha · (eˣ - 1) elsewhere.
public func elu(_ x: Tensor, alpha: Float = 1) throws -> Tensor {
    if alpha < 0 { return try `where`(greater(x, Tensor(0)), x, elu(x) * alpha) }
    return try Operations.elu(x, alpha)
}

/// log(1 + eˣ), exact far out on both sides.
public func softplus(_ x: Tensor) throws -> Tensor { try Operations.softplus(x) }

/// x · Φ(x) with Φ(x) as ½ (1 + tanh(√(2/π) (x + 0.044715 x³))), the form that GPT and most papers compute
/// (Hendrycks and Gimpel, 2016); it differs from the exact one by less than 0.0005.
public func gelu(_ x: Tensor) throws -> Tensor {
    // ½ (1 + tanh u) is σ(2u), and 2 √(2/π) is 1.5957….
    let inside = try x * (square(x) * 0.044_715 + 1) * 1.595_769_1
    return try x * sigmoid(inside)
}

/// x · σ(x), the sigmoid-weighted linear unit (Elfwing, Uchibe and Doya, 2018), also called swish (Ramachandran,
/// Zoph and Le, 2017).
public func silu(_ x: Tensor) throws -> Tensor { try Operations.silu(x) }

/// Φ(x): the probability that a standard normal number is below x.
public func normalDistribution(_ x: Tensor) throws -> Tensor { try Operations.normalDistribution(x) }
