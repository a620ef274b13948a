import Script

/// The members of the language's own kinds of values.
enum BuiltInMembers {
    static func names(of value: Value) -> [String] {
        switch value {
        case .string: ["count", "isEmpty", "split", "hasPrefix", "hasSuffix", "contains"]
        case .list:
            [
                "count", "isEmpty", "first", "last", "contains", "append", "insert", "remove", "map",
                "filter",
                "reduce", "enumerated", "zip", "sorted", "reversed", "joined",
            ]
        case .dictionary: ["count", "isEmpty", "keys", "values", "remove"]
        case .range: ["count", "isEmpty", "first", "last", "contains", "map", "filter", "reduce", "reversed"]
        case .none, .bool, .int, .double, .tuple, .function, .object: []
        }
    }
}
