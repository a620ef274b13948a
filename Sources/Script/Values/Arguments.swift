/// What a native function was called with, bound to its parameters.
///
/// It looks into the machine's registers and is good only during the call: keep values, not the arguments.
public struct Arguments {
    let base: UnsafeMutablePointer<Slot>

    /// How many parameters the function has.
    public let count: Int

    /// How many arguments the variadic parameter took.
    public let restCount: Int

    /// The interpreter that runs the call: for calling functions back, for output, for the host's context.
    public let interpreter: Interpreter

    /// The value of a parameter, or nil where it was left out. A variadic parameter's values are in `rest`.
    public subscript(_ index: Int) -> Value? {
        guard index < count, base[index].head != Tag.absent else { return nil }
        return Value(base[index])
    }

    /// The values that the variadic parameter took.
    public var rest: [Value] {
        (0..<restCount).map { Value(base[count + $0]) }
    }

    /// The number by which a `Mistake` names the variadic parameter's argument at `position` of `rest`,
    /// in `{ }` and in its place.
    public func placeOfRest(_ position: Int) -> Int { count + position }
}

extension Arguments {
    /// The source text of the argument that stands at this place of the call, counted from 0, on one line and
    /// shortened; nil for a call that was made from outside a script.
    public func source(ofWritten place: Int) -> String? {
        guard let (site, source) = interpreter.currentSite, site.operands.indices.contains(place) else {
            return nil
        }
        return shortSource(source.span(site.operands[place]).text)
    }
}

/// What a host object was called with.
public struct CallArguments {
    /// The arguments without a label, in order.
    public let positional: [Value]
    /// The arguments with a label, in order. No label stands twice.
    public let labeled: [(label: String, value: Value)]

    /// Arguments for a call from the host.
    public init(_ positional: [Value], labeled: [(label: String, value: Value)] = []) {
        self.positional = positional
        self.labeled = labeled
    }

    /// The value given by this label.
    public subscript(_ label: String) -> Value? {
        labeled.first { $0.label == label }?.value
    }
}
