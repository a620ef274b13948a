/// The members that the language itself brings: those of texts, lists, dictionaries and ranges.
extension Entry {
    static let languageMembers: [Entry] = stringMembers + listMembers + dictionaryMembers + rangeMembers

    private static let stringMembers: [Entry] = [
        builtin(
            .string, "count", "The number of characters.", returns: .int, example: "print(\"ring\".count)",
            prints: "4"),
        builtin(
            .string, "isEmpty", "Whether there is no character.", returns: .bool,
            example: "print(\"\".isEmpty)", prints: "true"),
        builtin(
            .string, "first", "The first character; nil if there is none.", returns: .optional(.string),
            example: "print(\"ring\".first)", prints: "r"),
        builtin(
            .string, "last", "The last character; nil if there is none.", returns: .optional(.string),
            example: "print(\"ring\".last)", prints: "g"),
        builtin(
            .string, "append", "Puts a text behind a variable's.", takes: [takes("text", "String")],
            example: "var name = \"ring\"\nname.append(\".png\")\nprint(name)", prints: "ring.png",
            raises: ["A text bound with `let`."]),
    ]

    private static let listMembers: [Entry] = [
        builtin(
            .list, "count", "The number of elements.", returns: .int, example: "print([4, 5, 6].count)",
            prints: "3"),
        builtin(
            .list, "isEmpty", "Whether there is no element.", returns: .bool,
            example: "print([4, 5, 6].isEmpty)", prints: "false"),
        builtin(
            .list, "first", "The first element; nil if there is none.", returns: .anything,
            example: "print([4, 5, 6].first)", prints: "4"),
        builtin(
            .list, "last", "The last element; nil if there is none.", returns: .anything,
            example: "print([4, 5, 6].last)", prints: "6"),
        builtin(
            .list, "append", "Puts an element at the end, or with `contentsOf:` each of another list.",
            takes: [takes("element", "any value"), labeled("contentsOf", "list")],
            example:
                "var losses = [0.7]\nlosses.append(0.6)\nlosses.append(contentsOf: [0.5])\nprint(losses)",
            prints: "[0.7, 0.6, 0.5]", raises: ["A list bound with `let`."]),
        builtin(
            .list, "insert", "Puts an element at a position, counted from 0.",
            takes: [takes("element", "any value"), takes("at", "Int")],
            example: "var xs = [4, 6]\nxs.insert(5, at: 1)\nprint(xs)", prints: "[4, 5, 6]",
            raises: ["A position beyond the end."]),
        builtin(
            .list, "remove", "Takes the element at a position out, and gives it.",
            takes: [takes("at", "Int")],
            returns: .anything, example: "var xs = [4, 5, 6]\nprint(xs.remove(at: 1), xs)",
            prints: "5 [4, 6]", raises: ["A position beyond the end."]),
        builtin(
            .list, "removeFirst", "Takes the first element out, and gives it.", takes: [],
            returns: .anything, example: "var xs = [4, 5, 6]\nprint(xs.removeFirst(), xs)",
            prints: "4 [5, 6]", raises: ["A list without elements."]),
        builtin(
            .list, "removeLast", "Takes the last element out, and gives it.", takes: [],
            returns: .anything, example: "var xs = [4, 5, 6]\nprint(xs.removeLast(), xs)",
            prints: "6 [4, 5]", raises: ["A list without elements."]),
        builtin(
            .list, "removeAll", "Takes all elements out.", takes: [],
            example: "var xs = [4, 5, 6]\nxs.removeAll()\nprint(xs)", prints: "[]"),
    ]

    private static let dictionaryMembers: [Entry] = [
        builtin(
            .dictionary, "count", "The number of keys.", returns: .int,
            example: "print([\"steps\": 100].count)", prints: "1"),
        builtin(
            .dictionary, "isEmpty", "Whether there is no key.", returns: .bool,
            example: "print([\"steps\": 100].isEmpty)", prints: "false"),
        builtin(
            .dictionary, "keys", "The keys, in the order in which they came.", returns: .list,
            example: "print([\"steps\": 100, \"batch\": 64].keys)", prints: "[\"steps\", \"batch\"]"),
        builtin(
            .dictionary, "values", "The values, in the order of their keys.", returns: .list,
            example: "print([\"steps\": 100, \"batch\": 64].values)", prints: "[100, 64]"),
        builtin(
            .dictionary, "remove",
            "Takes a key and its value out, and gives the value; nil if there is none.",
            takes: [takes("key", "any value")], returns: .anything,
            example: "var d = [\"steps\": 100, \"batch\": 64]\nprint(d.remove(\"batch\"), d)",
            prints: "64 [\"steps\": 100]"),
        builtin(
            .dictionary, "removeAll", "Takes all keys out.", takes: [],
            example: "var d = [\"steps\": 100]\nd.removeAll()\nprint(d)", prints: "[:]"),
    ]

    private static let rangeMembers: [Entry] = [
        builtin(
            .range, "count", "How many numbers there are.", returns: .int, example: "print((0..<4).count)",
            prints: "4"),
        builtin(
            .range, "isEmpty", "Whether there is no number.", returns: .bool,
            example: "print((0..<0).isEmpty)", prints: "true"),
        builtin(
            .range, "first", "The first number; nil if there is none.", returns: .optional(.int),
            example: "print((0..<4).first)", prints: "0"),
        builtin(
            .range, "last", "The last number; nil if there is none.", returns: .optional(.int),
            example: "print((0..<4).last)", prints: "3"),
    ]

    private static func takes(_ name: String, _ type: String) -> EntryParameter {
        EntryParameter(
            name: name, type: type, defaultText: nil, summary: "", isVariadic: false, isLabelOnly: false)
    }

    private static func labeled(_ name: String, _ type: String) -> EntryParameter {
        EntryParameter(
            name: name, type: type, defaultText: "nil", summary: "", isVariadic: false, isLabelOnly: true)
    }
}
