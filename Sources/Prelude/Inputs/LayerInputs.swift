import Networks
import Script
import Tensors
import Text

extension Input where Argument == any Layer {
    /// A layer: a layer or network, an activation by its name, or any function of one tensor.
    static func layer(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "layer", summary, accepts: .layer) { given in
            guard let value = given.value, let layer = try layerLike(value, given.call) else {
                throw given.mismatch("a layer, or an activation such as relu")
            }
            return layer
        }
    }
}

extension Input where Argument == [any Layer] {
    /// Layers one after the other, or one list of them.
    static func layers(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "layer", summary, isVariadic: true, accepts: .layer) { given in
            var values = given.rest
            if values.count == 1, case .list(let list) = values[0] { values = Array(list) }
            return try values.enumerated().map { position, value in
                guard let layer = try layerLike(value, given.call) else {
                    var hint = ""
                    if case .object = value, value.number != nil {
                        // `leakyRelu(0.2)`: the function of 0.2, and no layer.
                        hint = "an activation's settings have labels: `leakyRelu(slope: 0.2)`"
                    }
                    throw given.mismatch(
                        ofRest: min(position, given.rest.count - 1),
                        "layers such as Dense(16, 128), and activations such as relu", hint: hint)
                }
                return layer
            }
        }
    }
}

extension Input where Argument == Initializer {
    /// How weights begin, by name.
    static var initializer: Self {
        .labeled(
            Input(
                "initializer", type: "String",
                "how the weights begin: \(Initializer.names.joined(separator: ", "))", default: .standard,
                text: "\"standard\"", accepts: .text
            ) { given, value in
                guard case .string(let name) = value else {
                    throw given.mismatch("the name of an initializer")
                }
                do {
                    return try Initializer.named(name)
                } catch let error as Mistake {
                    throw Mistake(
                        problem: error.problem, note: error.note, place: .argument(given.index),
                        suggestions: nearNames(to: name, among: Initializer.names))
                }
            })
    }
}

/// The layer that a value is or can be taken for.
func layerLike(_ value: Value, _ call: Call) throws -> (any Layer)? {
    switch value {
    case .object(let object):
        guard let network = (object as? NetworkObject)?.network else { return nil }
        return network.isFrozen ? FrozenLayer(network) : network.root
    case .function(let function):
        if function.native != nil {
            return Activation(name: function.name).map(ActivationLayer.init)
                ?? FunctionOfScript(value, call.interpreter)
        }
        return FunctionOfScript(value, call.interpreter)
    default: return nil
    }
}

/// A function of a script of one tensor, as a layer without parameters.
final class FunctionOfScript: Layer {
    let kind = "function"
    let signature: String
    private let function: Value
    private weak var interpreter: Interpreter?

    init(_ function: Value, _ interpreter: Interpreter) {
        self.function = function
        self.interpreter = interpreter
        if case .function(let value) = function, !value.name.isEmpty {
            signature = value.name
        } else {
            signature = "{ … }"
        }
    }

    func outputShape(_ input: [Int?]?) -> [Int?]? { nil }
    func copied() -> any Layer { self }

    func callAsFunction(_ x: Tensor, _ pass: Pass) throws -> Tensor {
        guard let interpreter else {
            throw Mistake(construct: signature, problem: "the session that made this layer is gone")
        }
        let result = try interpreter.call(function, [Value(x)])
        guard let tensor = try tensorLike(result) else {
            throw Mistake(
                construct: signature, problem: "a layer gives a tensor",
                note: "this function gave \(result.phrase)")
        }
        return tensor
    }
}
