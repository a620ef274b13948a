import Script
import Tensors
import Text

extension Entry {
    static let numbers: [Entry] = [
        Entry(
            "Int", .numbers, "A whole number: a fraction is cut off, a text is read.",
            .any("x", "a number, a text or a Bool"),
            returns: .described("Int; nil for a text that is no whole number", .optional(.int)),
            example: "print(Int(2.9), Int(\"42\"), Int(\"many\"))", prints: "2 42 nil",
            raises: ["A number that does not fit an Int."], seeAlso: ["Double", "round"]
        ) { call, x in
            switch x {
            case .string(let text): return Int(try trimmed(text, call)).map { Value.int($0) } ?? .none
            case .bool(let truth): return .int(truth ? 1 : 0)
            case .int: return x
            default: break
            }
            guard let number = x.number else { throw needsNumber(x) }
            guard let whole = Int(exactly: number.rounded(.towardZero)) else {
                throw Mistake(
                    problem: "the number does not fit an Int",
                    note: number.isNaN ? "{0} is no number, and stands for none" : "{0} is \(number)",
                    place: .argument(0))
            }
            return .int(whole)
        },
        Entry(
            "Double", .numbers, "A number of 64 bits with a fraction; a text is read.",
            .any("x", "a number, a text or a Bool"),
            returns: .described("Double; nil for a text that is no number", .optional(.double)),
            example: "print(Double(3), Double(\"0.5\"))",
            prints: "3.0 0.5", seeAlso: ["Int", "number"]
        ) { call, x in
            switch x {
            case .string(let text):
                // Swift reads powers of two behind 0x, which no literal of the language writes.
                let number = try trimmed(text, call)
                return number.contains("x") || number.contains("X")
                    ? .none : Double(number).map { Value.double($0) } ?? .none
            case .bool(let truth): return .double(truth ? 1 : 0)
            default: break
            }
            guard let number = x.number else { throw needsNumber(x) }
            return .double(number)
        },
        Entry(
            "number", .numbers, "The number that a tensor of one element holds, without its history.",
            .any("x"), example: "print(number(mean(tensor([1, 2]))))", prints: "1.5",
            raises: ["A tensor of more than one element."], seeAlso: ["detach", "Double"]
        ) { _, x in
            if case .object(let object) = x, let tensor = (object as? TensorObject)?.tensor {
                guard tensor.count == 1 else {
                    throw Mistake(
                        problem: "only a tensor of one element is a number",
                        note:
                            "{0} is \(tensor.shape) and has \(tensor.count) elements; mean or sum makes one of them",
                        place: .argument(0))
                }
                return Double(tensor.item)
            }
            guard let number = x.number else { throw needsNumber(x) }
            return number
        },
        Entry(
            "round", .numbers,
            "The nearest whole number, or the nearest with so many digits behind the point.",
            .numeric("x"), .optional(.int("digits", "behind the point"), meaning: "an Int is wanted"),
            returns: .described("Int; with digits a Double; of a tensor a Tensor", .anything),
            text: "Halves go away from 0, in tensors to the even side.",
            example: "print(round(2.5), round(3.14159, digits: 2), round(tensor([0.2, 1.8])))",
            prints: "3 3.14 [0, 2]",
            seeAlso: ["floor", "ceil", "Int"]
        ) { _, x, digits in try rounded(x, digits) },
        Entry(
            "quotient", .numbers, "Division rounded down to a whole number.", .int("a"), .int("b"),
            text: "`%` gives what is left over, with the divisor's sign: `a == quotient(a, b) * b + a % b`.",
            example: "print(quotient(7, 2), quotient(-7, 2), 7 % 2)", prints: "3 -4 1",
            raises: ["Division by 0."],
            seeAlso: ["floor"]
        ) { _, a, b in
            guard b != 0 else {
                throw Mistake(problem: "a division by 0", note: "{1} is 0", place: .argument(1))
            }
            let (result, overflow) = a.dividedReportingOverflow(by: b)
            guard !overflow else {
                throw Mistake(problem: "the quotient does not fit an Int", note: "{0} is \(a)")
            }
            return a % b != 0 && (a < 0) != (b < 0) ? result - 1 : result
        },
        Entry(
            "isNaN", .numbers, "Whether a number is no number, such as 0 · ∞.", .number("x"),
            example: "print(isNaN(nan), isNaN(1))", prints: "true false", seeAlso: ["isnan"]
        ) { _, x in x.isNaN },
        Entry(
            "stride", .numbers, "Numbers at one distance, for `for` and `map`.",
            .labeled(.number("from", "the first")),
            .labeled(.optional(.number("to", "the end, left out"))),
            .labeled(.optional(.number("through", "the end, included"))),
            .labeled(.number("by", "the distance", default: 1)),
            returns: .described("range of Ints, or list of Doubles", .either(.range, .list)),
            example: "print(List(stride(from: 0, to: 10, by: 3)), stride(from: 1, through: 0, by: -0.5))",
            prints: "[0, 3, 6, 9] [1.0, 0.5, 0.0]", raises: ["A distance of 0.", "Both ends, or none."],
            seeAlso: ["linspace"]
        ) { call, start, to, through, step in try strideOf(call, start, to, through, step) },
    ]
}

private func needsNumber(_ x: Value) -> Mistake {
    var note = "{0} is \(x.phrase)"
    if case .object(let object) = x, object is TensorObject { note += "; mean or sum makes one number of it" }
    return Mistake(problem: "`x` must be a number", note: note, place: .argument(0))
}

private func rounded(_ x: Numeric, _ digits: Int?) throws -> Value {
    switch x {
    case .tensor(let x):
        if x.rank == 0 { return try rounded(.number(Double(x.item)), digits) }
        guard let digits else { return Value(try round(x)) }
        return Value(
            try .building(x.shape) { out in
                x.withFloats { floats in
                    for (place, number) in floats.enumerated() {
                        out[place] = Float(
                            NumberText.rounded(Double(number), digits: digits, .toNearestOrEven))
                    }
                }
            })
    case .number(let x):
        if let digits { return .double(NumberText.rounded(x, digits: digits)) }
        guard let whole = Int(exactly: x.rounded()) else {
            throw Mistake(problem: "the number does not fit an Int", note: "{0} is \(x)", place: .argument(0))
        }
        return .int(whole)
    }
}

private func strideOf(
    _ call: Call, _ start: Double, _ to: Double?, _ through: Double?, _ step: Double
) throws -> Value {
    guard (to == nil) != (through == nil), let end = to ?? through else {
        throw Mistake(problem: "a stride ends before `to:` or with `through:`", note: "give one of them")
    }
    guard step != 0, step.isFinite, start.isFinite, end.isFinite else {
        throw Mistake(
            problem: "the distance must be a number other than 0, between finite ends", note: "it is \(step)")
    }
    let given = [0, 1, 2, 3].compactMap { call.arguments[$0] }
    let isWhole = given.allSatisfy { if case .int = $0 { true } else { false } }
    if isWhole, let first = Int(exactly: start), let bound = Int(exactly: end),
        let distance = Int(exactly: step),
        let range = RangeValue(from: first, bound: bound, by: distance, isThrough: through != nil)
    {
        return .range(range)
    }
    let count = stepCount(from: start, to: end, by: step, isThrough: through != nil)
    guard count < 50_000_000 else {
        throw Mistake(problem: "the stride has too many numbers", note: "about \(count)")
    }
    return .list(try call.interpreter.list((0..<Int(count)).lazy.map { start + Double($0) * step }))
}
