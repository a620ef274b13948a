import Networks
import Plots
import Script
import Tensors

/// What the body of an entry may give back.
protocol ScriptConvertible: SendableMetatype {
    /// What an entry gives whose body gives this type.
    static var resultKind: ResultKind { get }
    /// The same as a script holds it.
    var scriptValue: Value { get }
}

extension Value: ScriptConvertible {
    static var resultKind: ResultKind { .anything }
    var scriptValue: Value { self }

    /// A tensor.
    init(_ tensor: Tensor) { self = .object(TensorObject(tensor)) }
}

extension Bool: ScriptConvertible {
    static var resultKind: ResultKind { .bool }
    var scriptValue: Value { .bool(self) }
}

extension Int: ScriptConvertible {
    static var resultKind: ResultKind { .int }
    var scriptValue: Value { .int(self) }
}

extension Double: ScriptConvertible {
    static var resultKind: ResultKind { .double }
    var scriptValue: Value { .double(self) }
}

extension String: ScriptConvertible {
    static var resultKind: ResultKind { .string }
    var scriptValue: Value { .string(self) }
}

extension Tensor: ScriptConvertible {
    static var resultKind: ResultKind { .tensor }
    var scriptValue: Value { Value(self) }
}

extension Figure: ScriptConvertible {
    static var resultKind: ResultKind { .figure }
    var scriptValue: Value { .object(FigureObject(self)) }
}

extension Network: ScriptConvertible {
    static var resultKind: ResultKind { .network }
    var scriptValue: Value { .object(NetworkObject(self)) }
}

extension Optional: ScriptConvertible where Wrapped: ScriptConvertible {
    static var resultKind: ResultKind { .optional(Wrapped.resultKind) }
    var scriptValue: Value { self?.scriptValue ?? .none }
}

extension Array: ScriptConvertible where Element: ScriptConvertible {
    static var resultKind: ResultKind { .list(of: Element.resultKind) }
    var scriptValue: Value { .list(ListValue(map(\.scriptValue))) }
}
