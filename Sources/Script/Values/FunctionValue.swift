/// A function as the host sees it: of a script, with the variables it captured and the globals of its own
/// program, or of the prelude.
public struct FunctionValue: Equatable {
    enum Implementation {
        case closure(ClosureObject)
        case native(NativeObject)
    }

    let implementation: Implementation

    init(_ closure: ClosureObject) { implementation = .closure(closure) }
    init(_ native: NativeObject) { implementation = .native(native) }

    /// A function whose body is written in Swift.
    public init(_ function: NativeFunction) { implementation = .native(NativeObject(function)) }

    /// Its name; empty for a closure.
    public var name: String {
        switch implementation {
        case .closure(let closure): closure.prototype.name
        case .native(let native): native.function.name
        }
    }

    /// What a call writes before the colon of each argument, in order.
    public var parameterNames: [String] {
        switch implementation {
        case .closure(let closure): closure.prototype.parameters.map(\.label)
        case .native(let native): native.function.parameters.map(\.name)
        }
    }

    /// The function of Swift behind it, if it is one.
    public var native: NativeFunction? {
        if case .native(let native) = implementation { native.function } else { nil }
    }

    /// Where a function of a script was written; nil for one of the prelude.
    public var definition: Span? {
        if case .closure(let closure) = implementation { closure.prototype.definition } else { nil }
    }

    var identity: ObjectIdentifier {
        switch implementation {
        case .closure(let closure): ObjectIdentifier(closure)
        case .native(let native): ObjectIdentifier(native)
        }
    }

    /// Whether they are the same function with the same captured variables.
    public static func == (left: FunctionValue, right: FunctionValue) -> Bool {
        left.identity == right.identity
    }
}
