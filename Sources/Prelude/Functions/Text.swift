import Script
import Text

extension Entry {
    static let text: [Entry] = [
        Entry(
            "String", .text, "A value as the text that `print` writes.", .any("x"),
            text: "`\"\\(x)\"` is the same, and `\"\\(x, digits: 3)\"` rounds a number.",
            example: "print(String(0.5) + \"!\")", prints: "0.5!", seeAlso: ["Int", "print"]
        ) { call, x in try call.interpreter.text(x, .print) },
        Entry(
            "split", .text, "The pieces of a text between separators; empty pieces are left out.",
            .string("text"),
            .string("separator", default: " "),
            example: "print(\"a, b\".split(\", \"))",
            prints: "[\"a\", \"b\"]", raises: ["An empty separator."], seeAlso: ["joined", "lines"]
        ) { _, text, separator in
            guard !separator.isEmpty else {
                throw Mistake(
                    problem: "the separator is empty", note: "`List(text)` gives the characters",
                    place: .argument(1))
            }
            return pieces(of: text, between: separator)
        },
        Entry(
            "lines", .text, "The lines of a text.", .string("text"),
            example: "print(\"one\\ntwo\".lines())", prints: "[\"one\", \"two\"]", seeAlso: ["split"]
        ) { _, text in
            text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        },
        Entry(
            "joined", .text, "The texts of a list's elements, one after the other.", .list("list"),
            .string("separator", "what stands between them", default: ""),
            example: "print([\"a\", \"b\"].joined(\", \"))", prints: "a, b", seeAlso: ["split"]
        ) { call, list, separator in
            try list.map { try call.interpreter.text($0, .print) }.joined(separator: separator)
        },
        Entry(
            "hasPrefix", .text, "Whether a text begins with another.", .string("text"), .string("prefix"),
            example: "print(\"layer 0\".hasPrefix(\"layer\"))", prints: "true",
            seeAlso: ["hasSuffix", "contains"]
        ) { _, text, prefix in text.hasPrefix(prefix) },
        Entry(
            "hasSuffix", .text, "Whether a text ends with another.", .string("text"), .string("suffix"),
            example: "print(\"ring.png\".hasSuffix(\".png\"))", prints: "true", seeAlso: ["hasPrefix"]
        ) { _, text, suffix in text.hasSuffix(suffix) },
        Entry(
            "lowercased", .text, "The text in small letters.", .string("text"),
            example: "print(\"GAN\".lowercased())", prints: "gan", seeAlso: ["uppercased"]
        ) { _, text in text.lowercased() },
        Entry(
            "uppercased", .text, "The text in capital letters.", .string("text"),
            example: "print(\"gan\".uppercased())", prints: "GAN", seeAlso: ["lowercased"]
        ) { _, text in text.uppercased() },
        Entry(
            "trimmed", .text, "The text without blanks and line ends at either end.", .string("text"),
            example: "print(\"  gan \".trimmed() + \"!\")", prints: "gan!", seeAlso: ["split"]
        ) { _, text in trimmed(text) },
        Entry(
            "replacing", .text, "The text with another for each occurrence of a part.", .string("text"),
            .string("part"), .labeled(.string("with")),
            example: "print(\"a-b-c\".replacing(\"-\", with: \"+\"))", prints: "a+b+c",
            raises: ["An empty part."],
            seeAlso: ["split"]
        ) { _, text, part, other in
            guard !part.isEmpty else { throw Mistake(problem: "the part is empty", place: .argument(1)) }
            return pieces(of: text, between: part, keepsEmpty: true).joined(separator: other)
        },
    ]
}

/// A text without blanks at either end.
func trimmed(_ text: String) -> String {
    let head = text.drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
}

private func pieces(of text: String, between separator: String, keepsEmpty: Bool = false) -> [String] {
    var pieces: [String] = []
    var rest = text[...]
    while let found = rest.firstRange(of: separator) {
        pieces.append(String(rest[..<found.lowerBound]))
        rest = rest[found.upperBound...]
    }
    pieces.append(String(rest))
    return keepsEmpty ? pieces : pieces.filter { !$0.isEmpty }
}
