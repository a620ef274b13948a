import Script
import Tensors

extension Entry {
    static let numbers: [Entry] = [
        Entry(
            "number", .numbers, "The Double of a tensor without axes, or of a number.", .number("x"), returns: "Double",
            example: "let loss = mean(tensor([1, 2]))\nprint(number(loss))", prints: "1.5", seeAlso: ["Double"]
        ) { _, x in x },
        Entry(
            "Int", .numbers, "A whole number: of a number without its fraction, or read from a text.", .any("x"),
            returns: "Int", text: "A text that is no whole number gives nil.",
            example: "print(Int(2.7), Int(-2.7), Int(\"42\"), Int(\"4x\"))", prints: "2 -2 42 nil",
            raises: ["A number that is not finite, or too large for an Int."], seeAlso: ["Double", "round", "floor"]
        ) { _, x in try wholeNumber(x) },
        Entry(
            "Double", .numbers, "A number with a fraction: of a number, or read from a text.", .any("x"), returns: "Double",
            text: "A text that is no number gives nil.", example: "print(Double(2), Double(\"0.5\"), Double(\"x\"))",
            prints: "2.0 0.5 nil", seeAlso: ["Int", "number"]
        ) { call, x -> Value in
            if case .string(let text) = x { return Double(text).map { .double($0) } ?? .none }
            guard let number = x.number else {
                throw Mistake(problem: "only numbers and texts become a Double", note: "{0} is \(x.phrase)", place: .argument(0))
            }
            return .double(number)
        },
        Entry(
            "round", .numbers, "The nearest whole number, or the nearest with so many digits behind the point.",
            .tensorOrNumber("x"), .labelled(.int("digits", "how many digits to keep", default: 0)), returns: "Double or Tensor",
            text: "Halves go away from zero. Of a tensor every element is rounded to a whole number.",
            example: "print(round(2.345, digits: 2), round(2.5), round(tensor([0.4, 1.6])))", prints: "2.35 3.0 [0, 2]",
            seeAlso: ["Int", "floor", "ceil"]
        ) { call, x, digits -> Value in
            guard let number = x.number else {
                guard let tensor = try tensorLike(x) else { return x }
                return Value(try Tensors.round(tensor))
            }
            guard (0...15).contains(digits) else {
                throw Mistake(problem: "`digits` is between 0 and 15", note: "{1} is \(digits)", place: .argument(1))
            }
            if case .int(let whole) = x { return .int(whole) }
            let text = fixedText(number, digits: digits)
            return .double(digits == 0 ? number.rounded() : Double(text) ?? number)
        },
        Entry(
            "quotient", .numbers, "The whole number of times that b fits into a, rounded down.", .int("a"), .int("b"),
            returns: "Int", text: "`/` divides truly and gives a Double; `%` is what remains, with the divisor's sign.",
            example: "print(quotient(7, 2), quotient(-7, 2), 7 / 2)", prints: "3 -4 3.5", raises: ["A divisor of 0."]
        ) { _, a, b in
            guard b != 0 else { throw Mistake(problem: "the divisor is zero", note: "{1} is 0", place: .argument(1)) }
            let (result, overflow) = a.dividedReportingOverflow(by: b)
            guard !overflow else { throw Mistake(problem: "the result is too large for an Int") }
            return a % b != 0 && (a < 0) != (b < 0) ? result - 1 : result
        },
        Entry(
            "stride", .numbers, "Whole numbers at one distance, to go through or to map.", .labelled(.int("from")),
            .labelled(.optional(.int("to", "the end, which does not belong to it"), meaning: "none")),
            .labelled(.optional(.int("through", "the end, which belongs to it if it is reached"), meaning: "none")),
            .labelled(.int("by", "the distance, not 0")), returns: "Range",
            example: "for i in stride(from: 0, to: 10, by: 4) { print(i) }", prints: "0\n4\n8",
            raises: ["Both `to` and `through`, or neither.", "A distance of 0."], seeAlso: ["linspace", "arange"]
        ) { _, from, to, through, by -> Value in
            guard (to == nil) != (through == nil) else {
                throw Mistake(problem: "one end is needed", note: "give `to:`, which is left out, or `through:`, which belongs to it")
            }
            guard by != 0 else { throw Mistake(problem: "the distance is 0", note: "{3} is 0", place: .argument(3)) }
            guard let range = RangeValue(from: from, bound: to ?? through ?? 0, by: by, isThrough: through != nil) else {
                throw Mistake(problem: "the range is too long")
            }
            return .range(range)
        },
    ]
}

private func wholeNumber(_ value: Value) throws -> Value {
    if case .string(let text) = value { return Int(text).map { .int($0) } ?? .none }
    if case .int = value { return value }
    guard let number = value.number else {
        throw Mistake(
            problem: "only numbers and texts become an Int", note: "{0} is \(value.phrase)", place: .argument(0))
    }
    guard let whole = Int(exactly: number.rounded(.towardZero)) else {
        throw Mistake(problem: "there is no such Int", note: "{0} is \(number)", place: .argument(0))
    }
    return .int(whole)
}


extension Input where Argument == Value {
    /// A number, or a tensor.
    fileprivate static func tensorOrNumber(_ name: String, _ summary: String = "") -> Self {
        Input(name, type: "number or Tensor", summary, accepts: { $0.isTensorLike || $0.number != nil }) { given in
            guard let value = given.value, value.isTensorLike || value.number != nil else {
                throw given.mismatch("a number or a tensor")
            }
            return value
        }
    }
}
