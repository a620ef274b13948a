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

    static func operandsDoNotFit(_ operation: BinaryOperator, _ left: Slot, _ right: Slot) -> Mistake {
        let kinds = (left.head, right.head)
        var note = "{0} is \(left.phrase) and {1} is \(right.phrase)"
        switch (operation, kinds) {
        case (.add, (Tag.string, _)):
            note += "; put the value into the string: \"…\\({1})\""
        case (.add, (_, Tag.string)):
            note += "; put the value into the string: \"\\({0})…\""
        case (.add, (Tag.list, _)) where right.isNumber:
            note +=
                "; to put one more at the end: `xs.append(x)`; to reckon with all elements at once: `tensor(…)`"
        case (.add, (Tag.list, _)) where !right.isHost:
            note += "; to put one more at the end: `xs.append(x)` or `xs + [x]`"
        case (_, (Tag.list, _)) where right.isNumber, (_, (_, Tag.list)) where left.isNumber:
            note += "; reckon with all elements at once as a tensor: `tensor(…)`"
        case (_, (Tag.list, Tag.list)):
            note += "; reckon with all elements at once as tensors: `tensor(…)`"
        case (.remainder, (Tag.string, _)):
            note += "; put the value into the string: \"…\\({1})\""
        case (_, (Tag.list, _)) where right.kindName == "Tensor":
            note += "; make a tensor of the list: `tensor({0})`"
        case (_, (_, Tag.list)) where left.kindName == "Tensor":
            note += "; make a tensor of the list: `tensor({1})`"
        case (.multiply, _) where left.kindName == "gradients" || right.kindName == "gradients":
            note += "; an optimizer makes the step: `SGD(G, lr: 0.1).step(g)`"
        case (_, (Tag.none, _)), (_, (_, Tag.none)):
            note +=
                "; a key that is not there gives nil, and so does a function that ends without `return`; "
                + "`??` gives a value to take instead"
        case (_, (Tag.closure, _)), (_, (Tag.native, _)), (_, (_, Tag.closure)), (_, (_, Tag.native)):
            note += "; call it with parentheses to have its value"
        default: break
        }
        return Mistake(
            problem: "\(left.kindName) `\(operation.symbol)` \(right.kindName) is not defined", note: note)
    }
}
