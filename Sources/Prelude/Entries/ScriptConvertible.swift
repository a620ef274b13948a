import Networks
import Plots
import Script
import Tensors

/// What the body of an entry may give back.
protocol ScriptConvertible: SendableMetatype {
    /// What an entry gives whose body gives this type.
    static var resultKind: ResultKind { get }
    /// The same as a script holds it. What takes memory by its size is made by the interpreter, which asks whether
    /// there is room.
    func scriptValue(_ interpreter: Interpreter) throws -> Value
}

extension Value: ScriptConvertible {
    static var resultKind: ResultKind { .anything }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { self }

    /// A tensor.
    init(_ tensor: Tensor) { self = .object(TensorObject(tensor)) }
}

extension Bool: ScriptConvertible {
    static var resultKind: ResultKind { .bool }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .bool(self) }
}

extension Int: ScriptConvertible {
    static var resultKind: ResultKind { .int }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .int(self) }
}

extension Double: ScriptConvertible {
    static var resultKind: ResultKind { .double }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .double(self) }
}

extension String: ScriptConvertible {
    static var resultKind: ResultKind { .string }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .string(self) }
}

extension Tensor: ScriptConvertible {
    static var resultKind: ResultKind { .tensor }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { Value(self) }
}

extension Figure: ScriptConvertible {
    static var resultKind: ResultKind { .figure }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .object(FigureObject(self)) }
}

extension Network: ScriptConvertible {
    static var resultKind: ResultKind { .network }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .object(NetworkObject(self)) }
}

extension Optional: ScriptConvertible where Wrapped: ScriptConvertible {
    static var resultKind: ResultKind { .optional(Wrapped.resultKind) }
    func scriptValue(_ interpreter: Interpreter) throws -> Value {
        try self?.scriptValue(interpreter) ?? .none
    }
}

extension ListValue: ScriptConvertible {
    static var resultKind: ResultKind { .list }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .list(self) }
}

extension Array: ScriptConvertible where Element: ScriptConvertible {
    static var resultKind: ResultKind { .list(of: Element.resultKind) }
    func scriptValue(_ interpreter: Interpreter) throws -> Value {
        var list = try interpreter.listBuilder(capacity: count)
        for element in self { try list.append(try element.scriptValue(interpreter)) }
        return .list(list.list())
    }
}
