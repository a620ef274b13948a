import Networks
import Plots
import Script
import Tensors

/// What the body of an entry may give back.
protocol ScriptConvertible {
    /// The same as a script holds it.
    var scriptValue: Value { get }
}

extension Value: ScriptConvertible {
    var scriptValue: Value { self }

    /// A tensor.
    init(_ tensor: Tensor) { self = .object(TensorObject(tensor)) }
}

/// Nothing: the call is made for what it does.
struct Nothing: ScriptConvertible {
    var scriptValue: Value { .none }
}

extension Bool: ScriptConvertible {
    var scriptValue: Value { .bool(self) }
}

extension Int: ScriptConvertible {
    var scriptValue: Value { .int(self) }
}

extension Double: ScriptConvertible {
    var scriptValue: Value { .double(self) }
}

extension String: ScriptConvertible {
    var scriptValue: Value { .string(self) }
}

extension Tensor: ScriptConvertible {
    var scriptValue: Value { Value(self) }
}

extension Figure: ScriptConvertible {
    var scriptValue: Value { .object(FigureObject(self)) }
}

extension Network: ScriptConvertible {
    var scriptValue: Value { .object(NetworkObject(self)) }
}

extension Optional: ScriptConvertible where Wrapped: ScriptConvertible {
    var scriptValue: Value { self?.scriptValue ?? .none }
}

extension Array: ScriptConvertible where Element: ScriptConvertible {
    var scriptValue: Value { .list(ListValue(map(\.scriptValue))) }
}
