import Script
import Tensors
import Text

extension Entry {
    static let lists: [Entry] = [
        Entry(
            "List", .lists, "The elements of a range, text, dictionary or tensor as a list.", .list("x"),
            returns: .list,
            example: "print(List(0..<3), List(\"abc\"))", prints: "[0, 1, 2] [\"a\", \"b\", \"c\"]",
            seeAlso: ["map", "tensor"]
        ) { _, x in x },
        Entry(
            "map", .lists, "What a function gives for each element.", .list("xs"), .function("transform"),
            returns: .list,
            example: "print([1, 2, 3].map { x in x * x })", prints: "[1, 4, 9]",
            seeAlso: ["filter", "reduce"]
        ) { call, xs, transform in
            var result = try call.interpreter.listBuilder(capacity: xs.count)
            for x in xs { try result.append(try call.interpreter.call(transform, [x])) }
            return result.list()
        },
        Entry(
            "flatMap", .lists, "The elements of all the lists that a function gives.", .list("xs"),
            .function("transform"),
            returns: .list, example: "print([1, 2].flatMap { x in [x, x] })", prints: "[1, 1, 2, 2]",
            seeAlso: ["map"]
        ) { call, xs, transform in
            var result = try call.interpreter.listBuilder()
            for x in xs {
                let part = try call.interpreter.elements(of: call.interpreter.call(transform, [x]))
                for element in part { try result.append(element) }
            }
            return result.list()
        },
        Entry(
            "filter", .lists, "The elements for which a function says true.", .list("xs"),
            .function("condition"),
            returns: .list, example: "print((0..<6).filter { x in x % 2 == 0 })", prints: "[0, 2, 4]",
            seeAlso: ["map", "contains"]
        ) { call, xs, condition in
            var result = try call.interpreter.listBuilder()
            for x in xs where try holds(call, condition, x) { try result.append(x) }
            return result.list()
        },
        Entry(
            "reduce", .lists, "All elements brought together, one after the other.", .list("xs"),
            .any("initial", "what it begins with"),
            .function("combine", "a function of what there is and the next element"),
            returns: .anything, example: "print([1, 2, 3].reduce(0) { total, x in total + x })",
            prints: "6",
            seeAlso: ["sum", "map"]
        ) { call, xs, initial, combine in
            try xs.reduce(initial) { try call.interpreter.call(combine, [$0, $1]) }
        },
        Entry.action(
            "forEach", .lists, "Calls a function with each element.", .list("xs"), .function("body"),
            example: "[1, 2].forEach { x in print(x) }", prints: "1\n2", seeAlso: ["map"]
        ) { call, xs, body in
            for x in xs { _ = try call.interpreter.call(body, [x]) }
            return
        },
        Entry(
            "enumerated", .lists, "Each element with its position, counted from 0.", .list("xs"),
            returns: .list(of: .tuple([])),
            example: "for (i, name) in [\"G\", \"D\"].enumerated() { print(i, name) }", prints: "0 G\n1 D",
            seeAlso: ["zip"]
        ) { call, xs in
            var result = try call.interpreter.listBuilder(capacity: xs.count)
            for (place, x) in xs.enumerated() { try result.append(.tuple([.int(place), x])) }
            return result.list()
        },
        Entry(
            "zip", .lists, "The elements of two lists in pairs, as many as the shorter one has.", .list("a"),
            .list("b"),
            returns: .list(of: .tuple([])), example: "print(zip([1, 2], [\"a\", \"b\"]))",
            prints: "[(1, \"a\"), (2, \"b\")]",
            seeAlso: ["enumerated"]
        ) { call, a, b in
            var result = try call.interpreter.listBuilder(capacity: min(a.count, b.count))
            for (first, second) in Swift.zip(a, b) { try result.append(.tuple([first, second])) }
            return result.list()
        },
        Entry(
            "sorted", .lists, "The elements in order: numbers by size and NaN last, texts by their letters.",
            .list("xs"),
            .labeled(.flag("descending", "the largest first")),
            .optional(
                .function(
                    "by",
                    "a function of one element, by whose value they are ordered, or of two, true if the first comes first"
                )), returns: .list,
            example: "print([3, 1, 2].sorted(), [\"ccc\", \"a\"].sorted { s in s.count })",
            prints: "[1, 2, 3] [\"a\", \"ccc\"]",
            raises: ["Elements that cannot be compared."], seeAlso: ["reversed", "sort"]
        ) { call, xs, descending, by in try sortedList(call, xs, by, descending) },
        Entry(
            "reversed", .lists, "The elements from the last to the first.", .list("xs"), returns: .list,
            example: "print([1, 2, 3].reversed())", prints: "[3, 2, 1]", seeAlso: ["sorted", "flip"]
        ) { call, xs in try call.interpreter.list(xs.reversed()) },
        Entry(
            "contains", .lists,
            "Whether an element is among others, a part in a text, a key in a dictionary.",
            .any("whole", "a list, text, range or dictionary"),
            .any("part", "an element, or a function that says true for one"),
            example: "print([1, 2].contains(2), \"modes: 8\".contains(\"8\"))",
            prints: "true true",
            seeAlso: ["filter", "firstIndex"]
        ) { call, whole, part in try contains(call, whole, part) },
        Entry(
            "firstIndex", .lists, "The position of the first element that equals a value; nil if none does.",
            .list("xs"),
            .labeled(.any("of")),
            example: "print([5, 7].firstIndex(of: 7), [5].firstIndex(of: 1))",
            prints: "1 nil", seeAlso: ["contains", "argmax"]
        ) { call, xs, value in
            try xs.firstIndex {
                try call.interpreter.spend(1)
                return try call.interpreter.areEqual($0, value)
            }
        },
        Entry(
            "prefix", .lists, "The first elements, at most so many.", .list("xs"), .int("count", atLeast: 0),
            returns: .list,
            example: "print([1, 2, 3].prefix(2))", prints: "[1, 2]", seeAlso: ["suffix"]
        ) { call, xs, count in try call.interpreter.list(xs.prefix(count)) },
        Entry(
            "suffix", .lists, "The last elements, at most so many.", .list("xs"), .int("count", atLeast: 0),
            returns: .list,
            example: "print([1, 2, 3].suffix(2))", prints: "[2, 3]", seeAlso: ["prefix"]
        ) { call, xs, count in try call.interpreter.list(xs.suffix(count)) },
        Entry(
            "Dictionary", .lists, "A dictionary of pairs of key and value.", .list("pairs"),
            returns: .dictionary,
            example: "print(Dictionary(zip([\"G\", \"D\"], [1, 2])))", prints: "[\"G\": 1, \"D\": 2]",
            seeAlso: ["zip"]
        ) { call, pairs in
            try call.interpreter.reserve(bytes: pairs.count * 144)
            let entries = try pairs.map { pair in
                try call.interpreter.spend(4)
                guard case .tuple(let parts) = pair, parts.count == 2 else {
                    throw Mistake(
                        problem: "`pairs` must hold pairs (key, value)",
                        note: "one element is \(pair.phrase)",
                        place: .argument(0))
                }
                return (key: parts[0], value: parts[1])
            }
            return Value.dictionary(try DictionaryValue(entries))
        },
    ]
}

private func holds(_ call: Call, _ condition: Value, _ element: Value) throws -> Bool {
    let answer = try call.interpreter.call(condition, [element])
    guard case .bool(let truth) = answer else {
        throw Mistake(
            problem: "`condition` must say true or false",
            note: "for \(element.phrase) it gave \(answer.phrase)",
            place: .argument(1))
    }
    return truth
}

private func contains(_ call: Call, _ whole: Value, _ part: Value) throws -> Bool {
    switch (whole, part) {
    case (.string(let text), .string(let piece)):
        return try piece.isEmpty
            || TextSearch(for: piece, in: text, call.interpreter).next(from: text.startIndex) != nil
    case (.string, _):
        throw Mistake(problem: "a text holds texts", note: "{1} is \(part.phrase)", place: .argument(1))
    case (.range(let range), .int(let number)): return range.contains(number)
    case (.dictionary(let entries), _): return entries[part] != nil
    default: break
    }
    let elements: ListValue
    do {
        elements = try call.interpreter.elements(of: whole)
    } catch let mistake as Mistake {
        if mistake.construct == "limit" { throw mistake }
        throw Mistake(
            problem: "`whole` must be a list, a text, a range or a dictionary",
            note: "{0} is \(whole.phrase)",
            place: .argument(0))
    }
    if case .function = part { return try elements.contains { try holds(call, part, $0) } }
    return try elements.contains {
        try call.interpreter.spend(1)
        return try call.interpreter.areEqual($0, part)
    }
}

private func sortedList(
    _ call: Call, _ xs: ListValue, _ by: Value?, _ descending: Bool
) throws -> ListValue {
    var keys = xs
    // The positions, and what the sort works in.
    try call.interpreter.reserve(bytes: 2 * xs.count * MemoryLayout<Int>.stride)
    try call.interpreter.spend(xs.count >> 4)
    if let by {
        if case .function(let function) = by, function.parameterNames.count == 2 {
            let order = try sortStably(xs.indices) { first, second in
                let answer = try call.interpreter.call(by, [xs[first], xs[second]])
                guard case .bool(let isBefore) = answer else {
                    throw Mistake(
                        problem: "`by` must say true or false", note: "it gave \(answer.phrase)",
                        place: .argument(1))
                }
                return isBefore != descending
            }
            return try call.interpreter.list(order.lazy.map { xs[$0] })
        }
        var values = try call.interpreter.listBuilder(capacity: xs.count)
        for x in xs { try values.append(try call.interpreter.call(by, [x])) }
        keys = values.list()
    }
    let order = try sortStably(keys.indices) { first, second in
        try isBefore(keys[first], keys[second], descending, call)
    }
    return try call.interpreter.list(order.lazy.map { xs[$0] })
}

/// The positions in an order under which equal elements stay as they were.
private func sortStably(
    _ positions: Range<Int>, _ isBefore: (Int, Int) throws -> Bool
) throws -> [Int] {
    // The library's sort is stable as it is built, but does not promise it; the position decides a tie.
    try positions.sorted { first, second in
        if try isBefore(first, second) { return true }
        return try !isBefore(second, first) && first < second
    }
}

/// Whether the first comes before the second.
private func isBefore(_ a: Value, _ b: Value, _ descending: Bool, _ call: Call) throws -> Bool {
    try order(a, b, descending, call) < 0
}

/// Below 0 if the first comes first, above 0 if the second does.
private func order(_ a: Value, _ b: Value, _ descending: Bool, _ call: Call) throws -> Int {
    try call.interpreter.spend(1)
    if let first = a.number, let second = b.number {
        if precedes(first, second, descending: descending) { return -1 }
        return precedes(second, first, descending: descending) ? 1 : 0
    }
    switch (a, b) {
    case (.string(let first), .string(let second)):
        if first == second { return 0 }
        return (first < second) != descending ? -1 : 1
    case (.tuple(let first), .tuple(let second)): return try order(first, second, descending, call)
    case (.list(let first), .list(let second)): return try order(first, second, descending, call)
    default:
        throw Mistake(
            problem: "elements of these kinds have no order",
            note: "\(a.phrase) and \(b.phrase); `by:` says what counts",
            place: .argument(0))
    }
}

/// By the first parts that differ. Equal ones are passed over as `==` does it, once, however often they are shared.
private func order(
    _ a: some RandomAccessCollection<Value>, _ b: some RandomAccessCollection<Value>, _ descending: Bool,
    _ call: Call
) throws -> Int {
    for (first, second) in Swift.zip(a, b) {
        if first.hasParts, try call.interpreter.areEqual(first, second) { continue }
        let found = try order(first, second, descending, call)
        if found != 0 { return found }
    }
    return descending ? b.count - a.count : a.count - b.count
}

extension Value {
    /// Whether it is a list or a tuple.
    fileprivate var hasParts: Bool {
        switch self {
        case .list, .tuple: true
        default: false
        }
    }
}
