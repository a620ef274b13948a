import Script
import Text

extension Entry {
    static let expecting: [Entry] = [
        action(
            "expect", .expecting, "Stops with an error unless a claim holds.",
            .given("value", "what came; alone, it must be `true`"),
            .given("message", type: "String", "what to say if it does not hold"),
            .labeled(.given("equals", "it is equal to this")),
            .labeled(.given("near", type: "number or Tensor", "it lies within a distance of this")),
            .labeled(.optional(.distance("within", "for `near:` and `matches:`"), meaning: "0.00001")),
            .labeled(.given("same", type: "network", "the networks agree bit for bit")),
            .labeled(.given("differs", type: "network", "they do not")),
            .labeled(.given("above", type: "number", "it is greater")),
            .labeled(.given("below", type: "number", "it is less")),
            .labeled(.given("contains", "it is a text or list that holds this")),
            .labeled(
                .given("matches", type: "String", "it agrees line by line, numbers within the distance")),
            text: "The error says what was asked, what came, and where they first differ.",
            example: "expect(1 + 1, equals: 2)\nexpect(0.1 + 0.2, near: 0.3)\nprint(\"both hold\")",
            prints: "both hold",
            raises: ["A claim that does not hold."], seeAlso: ["expectError", "allClose"]
        ) {
            call, value, message, equals, near, distance, same, differs, above, below, contains, matches in
            let claim = try Expectation(
                value, source: call.arguments.source(ofWritten: 0) ?? "value", message: message,
                relations: [
                    (.equals, equals), (.near(within: distance ?? 1e-5), near), (.same, same),
                    (.differs, differs), (.above, above), (.below, below), (.contains, contains),
                    (.matches(within: distance ?? 0), matches),
                ], hasDistance: distance != nil)
            try call.context.judge.take(claim)
        },
        action(
            "expectError", .expecting, "Runs a block that must fail, and stops with an error if it does not.",
            .function("body", "what must fail"),
            .labeled(.optional(.string("contains", "what the error's text must hold"))),
            example:
                "expectError(contains: \"inner sizes\") { ones(2, 3) @ ones(2, 3) }\nprint(\"it failed\")",
            prints: "it failed", raises: ["A block that does not fail."], seeAlso: ["expect"]
        ) { call, body, text in
            var found: (any Error)?
            do {
                _ = try call.interpreter.call(body, [])
            } catch {
                found = error
            }
            try call.context.judge.take(error: found, containing: text)
        },
    ]
}
