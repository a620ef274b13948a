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
            .string("separator", default: " "), returns: .list(of: .string),
            example: "print(\"a, b\".split(\", \"))",
            prints: "[\"a\", \"b\"]", raises: ["An empty separator."], seeAlso: ["joined", "lines"]
        ) { call, text, separator in
            guard !separator.isEmpty else {
                throw Mistake(
                    problem: "the separator is empty", note: "`List(text)` gives the characters",
                    place: .argument(1))
            }
            var pieces = try call.interpreter.listBuilder()
            try forEachPiece(of: text, between: separator, call) { piece in
                if !piece.isEmpty { try pieces.append(.string(String(piece))) }
            }
            return pieces.list()
        },
        Entry(
            "lines", .text, "The lines of a text.", .string("text"),
            returns: .list(of: .string),
            example: "print(\"one\\ntwo\".lines())", prints: "[\"one\", \"two\"]", seeAlso: ["split"]
        ) { call, text in
            var lines = try call.interpreter.listBuilder()
            var start = text.startIndex
            for place in text.indices {
                try call.interpreter.spend(1)
                guard text[place].isNewline else { continue }
                try lines.append(.string(String(text[start..<place])))
                start = text.index(after: place)
            }
            try lines.append(.string(String(text[start...])))
            return lines.list()
        },
        Entry(
            "joined", .text, "The texts of a list's elements, one after the other.", .list("list"),
            .string("separator", "what stands between them", default: ""),
            example: "print([\"a\", \"b\"].joined(\", \"))", prints: "a, b", seeAlso: ["split"]
        ) { call, list, separator in
            try call.interpreter.text { text in
                for (place, element) in list.enumerated() {
                    if place > 0 { try text.append(separator) }
                    try text.append(element, .print)
                }
            }
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
        ) { call, text in try byScalars(text, call) { $0.lowercased() } },
        Entry(
            "uppercased", .text, "The text in capital letters.", .string("text"),
            example: "print(\"gan\".uppercased())", prints: "GAN", seeAlso: ["lowercased"]
        ) { call, text in try byScalars(text, call) { $0.uppercased() } },
        Entry(
            "trimmed", .text, "The text without blanks and line ends at either end.", .string("text"),
            example: "print(\"  gan \".trimmed() + \"!\")", prints: "gan!", seeAlso: ["split"]
        ) { call, text in try trimmed(text, call) },
        Entry(
            "replacing", .text, "The text with another for each occurrence of a part.", .string("text"),
            .string("part"), .labeled(.string("with")),
            example: "print(\"a-b-c\".replacing(\"-\", with: \"+\"))", prints: "a+b+c",
            raises: ["An empty part."],
            seeAlso: ["split"]
        ) { call, text, part, other in
            guard !part.isEmpty else { throw Mistake(problem: "the part is empty", place: .argument(1)) }
            return try call.interpreter.text { result in
                var isFirst = true
                try forEachPiece(of: text, between: part, call) { piece in
                    if !isFirst { try result.append(other) }
                    isFirst = false
                    try result.append(piece)
                }
            }
        },
    ]
}

/// A text without blanks at either end.
func trimmed(_ text: String, _ call: Call) throws -> String {
    func isBlank(_ place: String.Index) throws -> Bool {
        try call.interpreter.spend(1)
        return text[place].isWhitespace
    }
    guard let first = try text.indices.first(where: { try !isBlank($0) }),
        let last = try text.indices.last(where: { try !isBlank($0) })
    else { return "" }
    return String(text[first...last])
}

/// A text changed scalar by scalar, a stretch at once.
private func byScalars(_ text: String, _ call: Call, _ change: (String) -> String) throws -> String {
    try call.interpreter.text { result in
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
            let stretch = rest.prefix(1 << 14)
            try call.interpreter.spend(1 << 8)
            try result.append(change(String(stretch)))
            rest = rest[stretch.endIndex...]
        }
    }
}

private func forEachPiece(
    of text: String, between separator: String, _ call: Call, _ body: (Substring) throws -> Void
) throws {
    let search = try TextSearch(for: separator, in: text, call.interpreter)
    var start = text.startIndex
    while let found = try search.next(from: start) {
        try body(text[start..<found.lowerBound])
        start = found.upperBound
    }
    try body(text[start...])
}
