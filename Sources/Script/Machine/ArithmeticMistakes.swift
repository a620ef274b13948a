import Text

extension Mistake {
    static func overflow(_ expression: String) -> Mistake {
        Mistake(
            problem: "the result is too large for an Int",
            note:
                "\(expression) is beyond ±\(Int.max); write a number with a point, 1.0, to reckon with Doubles"
        )
    }

    static func divisionByZero(_ operation: BinaryOperator) -> Mistake {
        Mistake(
            problem: operation == .remainder ? "the remainder of a division by zero" : "the divisor is zero",
            note: "{1} is 0", place: .argument(1))
    }

    static func negativeCount(_ count: Int, _ place: Int) -> Mistake {
        Mistake(
            problem: "a number of repetitions cannot be negative", note: "{\(place)} is \(count)",
            place: .argument(place))
    }
}

extension Interpreter {
    /// The operator has no meaning for operands of these kinds.
    func operandsDoNotFit(_ operation: BinaryOperator, _ left: Slot, _ right: Slot) -> Mistake {
        let own = wordsOnOperands(operation, left, right).map { "; \($0)" } ?? ""
        return Mistake(
            problem: "\(left.kindName) `\(operation.symbol)` \(right.kindName) is not defined",
            note: "{0} is \(left.phrase) and {1} is \(right.phrase)" + own
                + advised(.operands(operation, left: left.kindName, right: right.kindName)))
    }

    private func wordsOnOperands(_ operation: BinaryOperator, _ left: Slot, _ right: Slot) -> String? {
        switch (operation, left.head, right.head) {
        case (.add, Tag.string, _), (.remainder, Tag.string, _):
            "put the value into the string: \"…\\({1})\""
        case (.add, _, Tag.string): "put the value into the string: \"\\({0})…\""
        case (.add, Tag.list, _) where right.isNumber: "to put one more at the end: `xs.append(x)`"
        case (.add, Tag.list, _) where !right.isHost:
            "to put one more at the end: `xs.append(x)` or `xs + [x]`"
        case (_, Tag.none, _), (_, _, Tag.none):
            "a key that is not there gives nil, and so does a function that ends without `return`; "
                + "`??` gives a value to take instead"
        case (_, Tag.closure, _), (_, Tag.native, _), (_, _, Tag.closure), (_, _, Tag.native):
            "call it with parentheses to have its value"
        default: nil
        }
    }
}
