import Budget
import Script

extension Value {
    /// The whole number that the value is or, as a tensor without axes, counts as.
    var wholeNumber: Int? {
        switch self {
        case .int(let value): value
        case .object(let object): object.number.flatMap { Int(exactly: $0) }
        default: nil
        }
    }
}

extension Input where Argument == Int {
    /// A whole number of at least `least` and at most `most`, which bounds what is made one by one.
    static func int(
        _ name: String, _ summary: String = "", atLeast least: Int = .min, atMost most: Int = .max,
        default fallback: Int? = nil
    ) -> Self {
        Input(
            name, type: "Int", summary, default: fallback, text: fallback.map(String.init),
            accepts: .number
        ) { given, value in
            guard let number = value.wholeNumber else {
                var hint = ""
                if case .double = value { hint = "`Int(x)` cuts off the fraction, `round(x)` rounds" }
                throw given.mismatch("a whole number", hint: hint)
            }
            guard number >= least else {
                throw given.mistake("`\(name)` must be at least \(least)", "{\(given.index)} is \(number)")
            }
            guard number <= most else {
                throw given.mistake("`\(name)` must be at most \(most)", "{\(given.index)} is \(number)")
            }
            return number
        }
    }
}

extension Input where Argument == Double {
    /// A number.
    static func number(
        _ name: String, _ summary: String = "", default fallback: Double? = nil
    ) -> Self {
        Input(
            name, type: "number", summary, default: fallback,
            text: fallback.map { Int(exactly: $0).map(String.init) ?? String($0) },
            accepts: .number
        ) { given, value in
            guard let number = value.number else { throw given.mismatch("a number") }
            return number
        }
    }
}

extension Input where Argument == Double {
    /// A number above 0.
    static func positive(_ name: String, _ summary: String) -> Self {
        bounded(name, summary, "a number above 0") { $0 > 0 && $0 < 1e15 }
    }

    /// A number of 0 or more.
    static func distance(_ name: String, _ summary: String) -> Self {
        bounded(name, summary, "a distance of 0 or more") { $0 >= 0 }
    }

    private static func bounded(
        _ name: String, _ summary: String, _ needed: String, _ holds: @escaping @Sendable (Double) -> Bool
    ) -> Self {
        Input(name, type: "number", summary, default: nil, text: nil, accepts: .number) { given, value in
            guard let number = value.number, holds(number) else { throw given.mismatch(needed) }
            return number
        }
    }
}

extension Input where Argument == Float {
    /// A number that goes to the engine, in 32 bits.
    static func float(
        _ name: String, _ summary: String = "", default fallback: Double? = nil
    ) -> Self {
        Input<Double>.number(name, summary, default: fallback).map { Float($0) }
    }
}

extension Input where Argument == Bool {
    /// `true` or `false`.
    static func flag(_ name: String, _ summary: String = "", default fallback: Bool = false) -> Self {
        Input(
            name, type: "Bool", summary, default: fallback, text: fallback ? "true" : "false",
            accepts: .bool
        ) { given, value in
            guard case .bool(let flag) = value else { throw given.mismatch("true or false") }
            return flag
        }
    }
}

extension Input where Argument == [Int] {
    /// Whole numbers: one, a list, a range, or a tensor of one axis.
    static func ints(_ name: String, _ summary: String = "") -> Self {
        Input(
            name, type: "list of Ints", summary, default: nil, text: nil, accepts: .numbers
        ) {
            given, value in
            guard let numbers = try wholeNumbers(value) else {
                throw given.mismatch("a list of whole numbers", hint: given.hintForClasses(value))
            }
            return numbers
        }
    }

    /// A shape: numbers, or one list of numbers.
    static func shape(_ name: String = "shape", _ summary: String = "the size of each axis") -> Self {
        Input(
            name, type: "Int", summary, isVariadic: true, accepts: .numbers
        ) { given in
            var sizes: [Int] = []
            for (position, value) in given.rest.enumerated() {
                if let size = value.wholeNumber {
                    sizes.append(size)
                } else if given.rest.count == 1, let list = try wholeNumbers(value) {
                    return list
                } else {
                    throw given.mismatch(ofRest: position, "whole numbers, or one list of them")
                }
            }
            return sizes
        }
    }
}

extension Given {
    /// What makes a list of classes of a tensor that holds them in another form: in a column, or one-hot.
    fileprivate func hintForClasses(_ value: Value) -> String {
        guard ["labels", "classes"].contains(parameter.name), case .object(let object) = value,
            let shape = (object as? TensorObject)?.tensor.shape, shape.rank == 2
        else { return "" }
        return shape[1] == 1
            ? "one axis is enough: `{\(index)}.reshape(-1)`"
            : "of one-hot rows the classes are `argmax({\(index)}, axis: 1)`"
    }
}

/// The whole numbers in a value: a number, a list, a tuple, a range, or a tensor of at most one axis.
func wholeNumbers(_ value: Value) throws -> [Int]? {
    try reserveCopy(of: value)
    switch value {
    case .int(let number): return [number]
    case .range(let range): return range.count <= 1 << 26 ? Array(range) : nil
    case .tuple(let values): return all(values.map(\.wholeNumber))
    case .list(let list): return all(list.map(\.wholeNumber))
    case .object(let object):
        guard let tensor = (object as? TensorObject)?.tensor, tensor.rank <= 1 else { return nil }
        return all(tensor.floats.map { Int(exactly: $0) })
    default: return nil
    }
}

/// Makes sure that there is room for a copy of a value's numbers, and for another that is made on the way, and pays for
/// going through them: the one door by which a script's numbers reach functions that want arrays.
private func reserveCopy(of value: Value) throws {
    let count: Int
    switch value {
    case .range(let range): count = range.count <= 1 << 26 ? range.count : 0
    case .list(let list): count = list.count
    case .object(let object): count = (object as? TensorObject)?.tensor.count ?? 0
    default: return
    }
    guard count > Work.elementsInStep else { return }
    try MemoryBudget.reserve(count, of: 3 * MemoryLayout<Double>.stride)
    Work.count(steps: count / 64)
    try Interruption.check()
}

/// The elements if none is nil.
func all<Element>(_ elements: [Element?]) -> [Element]? {
    let found = elements.compactMap { $0 }
    return found.count == elements.count ? found : nil
}

extension Input where Argument == [Double] {
    /// Numbers: a list, a range, or a tensor, row by row.
    static func numbers(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "numbers", summary, default: nil, text: nil, accepts: .numbers) {
            given, value in
            guard let numbers = try doubles(value) else {
                throw given.mismatch("numbers: a list, a range or a tensor")
            }
            return numbers
        }
    }
}

/// The numbers in a value: one number, a list, a range, a tensor of any shape.
func doubles(_ value: Value) throws -> [Double]? {
    try reserveCopy(of: value)
    switch value {
    case .int(let number): return [Double(number)]
    case .double(let number): return [number]
    case .range(let range): return range.count <= 1 << 26 ? range.map(Double.init) : nil
    case .list(let list): return list.doubles
    case .tuple(let values): return all(values.map(\.number))
    case .object(let object): return (object as? TensorObject)?.tensor.floats.map(Double.init)
    default: return nil
    }
}
