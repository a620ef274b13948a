import Script

extension Entry {
    static let text: [Entry] = [
        Entry(
            "String", .text, "Any value as `print` writes it.", .any("x"), returns: "String",
            example: "let text = String(0.5) + \"!\"\nprint(text, text.count)", prints: "0.5! 4", seeAlso: ["print"]
        ) { call, x in try call.interpreter.text(x, .print) },
        Entry(
            "split", .text, "The pieces of a text between the separators.", .string("text"), .string("separator"),
            returns: "List", text: "An empty separator gives the characters.",
            example: "print(\"a,b,,c\".split(\",\"))", prints: "[\"a\", \"b\", \"\", \"c\"]", seeAlso: ["joined"]
        ) { _, text, separator in
            separator.isEmpty ? text.map { String($0) } : pieces(of: text, between: separator)
        },
        Entry(
            "joined", .text, "The values of a list as one text.", .list("list"),
            .string("separator", "what stands between them", default: ""), returns: "String",
            example: "print([\"a\", \"b\"].joined(\"-\"), [1, 2].joined(separator: \", \"))", prints: "a-b 1, 2",
            seeAlso: ["split"]
        ) { call, list, separator in
            try list.map { try call.interpreter.text($0, .print) }.joined(separator: separator)
        },
        Entry(
            "hasPrefix", .text, "Whether a text begins with another.", .string("text"), .string("beginning"),
            returns: "Bool", example: "print(\"loss.png\".hasPrefix(\"loss\"))", prints: "true", seeAlso: ["hasSuffix"]
        ) { _, text, beginning in text.hasPrefix(beginning) },
        Entry(
            "hasSuffix", .text, "Whether a text ends with another.", .string("text"), .string("end"), returns: "Bool",
            example: "print(\"loss.png\".hasSuffix(\".svg\"))", prints: "false", seeAlso: ["hasPrefix"]
        ) { _, text, end in text.hasSuffix(end) },
        Entry(
            "uppercased", .text, "A text in capitals.", .string("text"), returns: "String",
            example: "print(\"gan\".uppercased())", prints: "GAN", seeAlso: ["lowercased"]
        ) { _, text in text.uppercased() },
        Entry(
            "lowercased", .text, "A text in small letters.", .string("text"), returns: "String",
            example: "print(\"GAN\".lowercased())", prints: "gan", seeAlso: ["uppercased"]
        ) { _, text in text.lowercased() },
    ]
}

/// The stretches of a text between the places where `separator` stands.
private func pieces(of text: String, between separator: String) -> [String] {
    var pieces: [String] = []
    var rest = text[...]
    while let place = rest.firstRange(of: separator) {
        pieces.append(String(rest[..<place.lowerBound]))
        rest = rest[place.upperBound...]
    }
    return pieces + [String(rest)]
}
