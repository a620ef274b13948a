import Script
import Text

extension Input where Argument == Value {
    /// Any value.
    static func any(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "any value", summary, accepts: .anything) { given in
            guard let value = given.value else { throw given.mistake("`\(name)` is missing") }
            return value
        }
    }

    /// Something to call: a function, a closure, a network.
    static func function(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "function", summary, accepts: .callable) { given in
            guard let value = given.value, value.isCallable else { throw given.mismatch("a function") }
            return value
        }
    }
}

extension Input where Argument == Value? {
    /// Any value, which may be left out; a `nil` that is given is a value as well.
    static func given(_ name: String, type: String = "any value", _ summary: String) -> Self {
        Input(name, type: type, default: "nil", summary, accepts: .anything) { $0.value }
    }
}

extension Value {
    /// Whether it can stand before parentheses.
    var isCallable: Bool {
        switch self {
        case .function: true
        case .object(let object): object is NetworkObject
        default: false
        }
    }
}

extension Input where Argument == [Value] {
    /// Any number of values.
    static func values(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "any value", summary, isVariadic: true, accepts: .anything) { $0.rest }
    }
}

extension Input where Argument == String {
    /// Text.
    static func string(_ name: String, _ summary: String = "", default fallback: String? = nil) -> Self {
        Input(
            name, type: "String", summary, default: fallback, text: fallback.map { "\"\($0)\"" },
            accepts: .text
        ) { given, value in
            guard case .string(let text) = value else { throw given.mismatch("a text") }
            return text
        }
    }
}

extension Input where Argument == [String] {
    /// Texts in a list.
    static func strings(_ name: String, _ summary: String = "") -> Self {
        Input(
            name, type: "list of Strings", default: "[]", summary, isLabelOnly: true,
            accepts: .list
        ) { given in
            guard let value = given.value else { return [] }
            guard case .list(let list) = value else { throw given.mismatch("a list of texts") }
            try given.call.interpreter.reserve(bytes: list.count * MemoryLayout<String>.stride)
            try given.call.interpreter.spend(list.count >> 4)
            return try list.map { element in
                guard case .string(let text) = element else { throw given.mismatch("a list of texts") }
                return text
            }
        }
    }
}

extension Input where Argument == ClosedRange<Double> {
    /// A range of numbers: `0...1`, or a list or tuple of two numbers where they have fractions.
    static func range(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "range", summary, accepts: .range) { given in
            guard let value = given.value, let range = try bounds(value) else {
                throw given.mismatch("a range such as -3...3, or its ends in a list: [-0.5, 0.5]")
            }
            return range
        }
    }
}

/// The ends of a range, or of two numbers in a list of which the first is not above the second.
private func bounds(_ value: Value) throws -> ClosedRange<Double>? {
    let ends: [Double]?
    if case .range(let range) = value {
        ends = range.isEmpty ? nil : [Double(range[0]), Double(range[range.count - 1])]
    } else {
        ends = try doubles(value)
    }
    guard let ends, ends.count == 2, ends[0] <= ends[1] else { return nil }
    return ends[0]...ends[1]
}

extension Input where Argument == ListValue {
    /// One list, or something else that a `for` can go through.
    static func list(_ name: String, _ summary: String = "") -> Self {
        Input(
            name, type: "list", summary,
            accepts: .sequence
        ) { given in
            guard let value = given.value else { throw given.mistake("`\(name)` is missing") }
            do {
                return try given.call.interpreter.elements(of: value)
            } catch let mistake as Mistake {
                // A limit that was met is no wrong argument.
                if mistake.construct == "limit" { throw mistake }
                throw given.mismatch("a list, or something else to go through")
            }
        }
    }
}
