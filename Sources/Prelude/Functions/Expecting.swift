import Script
import Text

extension Entry {
    static let expecting: [Entry] = [
        Entry(
            "expect", .expecting, "Stops with an error unless a claim holds.",
            [
                parameter("value", "any value", nil, "what came; alone, it must be `true`"),
                parameter("message", "String", "nil", "what to say if it does not hold"),
                parameter("equals", "any value", "nil", "it is equal to this", labeled: true),
                parameter(
                    "near", "number or Tensor", "nil", "it lies within a distance of this", labeled: true),
                parameter(
                    "within", "number", "0.00001", "the distance, for `near:` and `matches:`", labeled: true),
                parameter("same", "network", "nil", "the networks agree bit for bit", labeled: true),
                parameter("differs", "network", "nil", "they do not", labeled: true),
                parameter("above", "number", "nil", "it is greater", labeled: true),
                parameter("below", "number", "nil", "it is less", labeled: true),
                parameter(
                    "contains", "any value", "nil", "it is a text or list that holds this", labeled: true),
                parameter(
                    "matches", "String", "nil", "it agrees line by line, numbers within the distance",
                    labeled: true),
            ],
            returns: "", text: "The error says what was asked, what came, and where they first differ.",
            example: "expect(1 + 1, equals: 2)\nexpect(0.1 + 0.2, near: 0.3)\nprint(\"both hold\")",
            prints: "both hold",
            raises: ["A claim that does not hold."], seeAlso: ["expectError", "allClose"],
            native: NativeFunction(name: "expect", parameters: Expectation.parameters) { arguments in
                let expectation = try Expectation(arguments)
                if let failure = expectation.failure {
                    throw Mistake(
                        construct: "expect", problem: "this does not hold", note: failure, place: .argument(0)
                    )
                }
                return .none
            }),
        Entry(
            "expectError", .expecting, "Runs a block that must fail, and stops with an error if it does not.",
            .function("body"), .labeled(.optional(.string("contains", "what the error's text must hold"))),
            returns: "",
            example:
                "expectError(contains: \"inner sizes\") { ones(2, 3) @ ones(2, 3) }\nprint(\"it failed\")",
            prints: "it failed", raises: ["A block that does not fail."], seeAlso: ["expect"]
        ) { call, body, text in
            do {
                _ = try call.interpreter.call(body, [])
            } catch let diagnostic as Diagnostic {
                let found = diagnostic.rendered()
                if let text, !found.containsText(text) {
                    throw Mistake(
                        construct: "expectError", problem: "the error says something else",
                        note:
                            "expected it to contain \"\(text)\"; it is: \(diagnostic.problem): \(diagnostic.note)"
                    )
                }
                return Nothing()
            }
            throw Mistake(construct: "expectError", problem: "an error was expected, and none came")
        },
    ]

    private static func parameter(
        _ name: String, _ type: String, _ fallback: String?, _ summary: String, labeled: Bool = false
    ) -> EntryParameter {
        EntryParameter(
            name: name, type: type, defaultText: fallback, summary: summary, isVariadic: false,
            isLabelOnly: labeled)
    }
}
