import Script

extension Entry {
    static let lists: [Entry] = [
        Entry(
            "List", .lists, "A list of what a `for` would go through.", .list("values"), returns: "List",
            example: "print(List(0..<4), List(\"gan\"))", prints: "[0, 1, 2, 3] [\"g\", \"a\", \"n\"]"
        ) { _, values in values },
        Entry(
            "map", .lists, "A list of what a function makes of each element.", .list("list"), .function("transform"),
            returns: "List", example: "print([1, 2, 3].map { x in x * x }, (0..<3).map { $0 + 0.5 })",
            prints: "[1, 4, 9] [0.5, 1.5, 2.5]", seeAlso: ["filter", "reduce"]
        ) { call, list, transform in try list.map { try call.interpreter.call(transform, [$0]) } },
        Entry(
            "filter", .lists, "The elements for which a function says true.", .list("list"), .function("isIncluded"),
            returns: "List", example: "print([1, 2, 3, 4].filter { $0 % 2 == 0 })", prints: "[2, 4]",
            seeAlso: ["map", "contains"]
        ) { call, list, isIncluded in try list.filter { try truth(call, isIncluded, [$0]) } },
        Entry(
            "reduce", .lists, "One value made of all elements: a function takes what came so far and the next one.",
            .list("list"), .any("initial", "what to start with"), .function("combine"), returns: "value",
            example: "print([1, 2, 3].reduce(0) { sum, x in sum + x })", prints: "6", seeAlso: ["sum", "map"]
        ) { call, list, initial, combine in
            try list.reduce(initial) { try call.interpreter.call(combine, [$0, $1]) }
        },
        Entry(
            "enumerated", .lists, "Pairs of each element's place and the element.", .list("list"), returns: "List",
            example: "for (i, name) in [\"G\", \"D\"].enumerated() { print(i, name) }", prints: "0 G\n1 D", seeAlso: ["zip"]
        ) { _, list in list.enumerated().map { Value.tuple([.int($0), $1]) } },
        Entry(
            "zip", .lists, "Pairs of the elements that stand at the same place of two lists, as far as both go.",
            .list("first"), .list("second"), returns: "List",
            example: "for (name, lr) in zip([\"G\", \"D\"], [0.001, 0.002]) { print(name, lr) }",
            prints: "G 0.001\nD 0.002", seeAlso: ["enumerated"]
        ) { _, first, second in zip(first, second).map { Value.tuple([$0, $1]) } },
        Entry(
            "sorted", .lists, "The elements in order: numbers by size, texts by their letters, or as a function says.",
            .list("list"),
            .labelled(.optional(.function("by", "says whether the first of two stands before the second"), meaning: "<")),
            returns: "List", example: "print([3, 1, 2].sorted(), [3, 1, 2].sorted(by: { $0 > $1 }))",
            prints: "[1, 2, 3] [3, 2, 1]", raises: ["Elements that have no order."], seeAlso: ["reversed", "sort"]
        ) { call, list, isBefore in
            guard let isBefore else { return try list.sorted(by: precedes) }
            return try list.sorted { try truth(call, isBefore, [$0, $1]) }
        },
        Entry(
            "reversed", .lists, "The elements from the last to the first.", .list("list"), returns: "List",
            example: "print([1, 2, 3].reversed())", prints: "[3, 2, 1]", seeAlso: ["sorted"]
        ) { _, list in Array(list.reversed()) },
        Entry(
            "contains", .lists, "Whether an element is in a list, a key in a dictionary, a piece in a text.",
            .any("container"), .any("element", "what to look for, or a function that says true for it"), returns: "Bool",
            example: "print([1, 2].contains(2), \"loss\".contains(\"os\"), [\"G\": 1].contains(\"D\"))",
            prints: "true true false", seeAlso: ["filter"]
        ) { call, container, element in try contains(call, container, element) },
    ]
}

private func contains(_ call: Call, _ container: Value, _ element: Value) throws -> Bool {
    switch (container, element) {
    case (.string(let text), .string(let piece)): return text.containsText(piece)
    case (.string, _):
        throw Mistake(problem: "a text contains texts", note: "{1} is \(element.phrase)", place: .argument(1))
    case (.dictionary(let entries), _): return entries[element] != nil
    case (.range(let range), .int(let number)): return range.contains(number)
    default:
        let elements = try call.interpreter.elements(of: container)
        if case .function = element { return try elements.contains { try truth(call, element, [$0]) } }
        return try elements.contains { try call.interpreter.areEqual($0, element) }
    }
}

/// What a function of the script says, which must be true or false.
private func truth(_ call: Call, _ function: Value, _ arguments: [Value]) throws -> Bool {
    let answer = try call.interpreter.call(function, arguments)
    if case .bool(let value) = answer { return value }
    throw Mistake(problem: "the function must give true or false", note: "it gave \(answer.phrase)", place: .argument(1))
}

/// The order of two values of one sort.
private func precedes(_ first: Value, _ second: Value) throws -> Bool {
    switch (first, second) {
    case (.int(let a), .int(let b)): return a < b
    case (.string(let a), .string(let b)): return a < b
    default:
        guard let a = first.number, let b = second.number else {
            throw Mistake(
                problem: "these elements have no order", note: "\(first.phrase) and \(second.phrase); `by:` can give one",
                place: .argument(0))
        }
        return a < b
    }
}
