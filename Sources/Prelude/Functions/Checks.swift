import Script
import Text

extension Entry {
    /// What a checks file can say beside the prelude. No other script knows these words.
    static let checks: [Entry] = [
        action(
            "check", .checks, "Declares a check, which marks part of a submission.",
            .string("name", "by which results and `after:` know it"),
            .labeled(.number("points", "how many it is worth")),
            .string("title", "what it is about, in a few words", default: ""),
            .labeled(.optional(.string("hint", "where to look, for a student who did not pass"))),
            .labeled(.optional(.string("after", "the check without which this one makes no sense"))),
            .labeled(.flag("hidden", "tell the student nothing but that it exists")),
            .function("body", "called with the student's session: what it expects must hold"),
            text:
                "A checks file is a script of its own. `s.name` is what the student's script bound to a name; a "
                + "function of theirs runs in their session. The first `expect` that does not hold ends the check.",
            example: """
                check("positive", points: 2, "the loss is positive", hint: "what is -log of a small number?") { s in
                    expect(s.loss, above: 0)
                }
                """,
            prints: .described("nothing: the grader reports it"),
            raises: ["A name that another check has.", "An `after:` that names no check above."],
            seeAlso: ["expect", "expectError", "award", "limits"]
        ) { call, name, points, title, hint, after, isHidden, body in
            try call.examiner().declare(
                name, points: points, title: title, hint: hint, after: after, isHidden: isHidden, body: body)
        },
        action(
            "award", .checks, "Gives part of a check's points, whatever it expects afterwards.",
            .number("points", "how many"), .string("why", "what they are for", default: ""),
            example: """
                check("small", points: 3, "the loss is small") { s in
                    award(1, "there is a loss")
                    expect(s.loss, below: 1)
                }
                """,
            prints: .described("nothing: the grader reports it"), seeAlso: ["check"]
        ) { call, points, why in
            guard points.isFinite else { throw Mistake(problem: "points are a number", place: .argument(0)) }
            try call.examiner().award(points, why: why)
        },
        action(
            "limits", .checks, "Bounds what a submission may use up.",
            .labeled(
                .optional(.positive("time", "seconds of processor time, of the script and of each check"))),
            .labeled(.optional(.bytes("memory", "of tensors, lists and texts: \"512 MiB\""))),
            .labeled(.optional(.bytes("output", "that the script may print: \"64 KiB\""))),
            .labeled(
                .optional(.positive("steps", "instructions, of the script and of each check"), meaning: "any")
            ),
            example: """
                limits(time: 5, memory: "256 MiB", output: "16 KiB")
                check("prints", points: 1, "something is printed") { s in expect(!s.output.isEmpty) }
                """,
            prints: .described("nothing: the grader reports it"), seeAlso: ["check"]
        ) { call, time, memory, output, steps in
            try call.examiner().limit(
                seconds: time, memory: memory, output: output, steps: steps.map { Int($0) })
        },
    ]

    static let sessionMembers: [Entry] = [
        property(
            .session, "output", "What the script printed.",
            text: "Every other member is a name that the script bound: `s.loss`.",
            example: "check(\"prints\", points: 1) { s in expect(s.output, contains: \"loss\") }",
            prints: .described("nothing: the grader reports it"), seeAlso: ["check"]
        ) { $0.output }
    ]
}

extension Call {
    /// Who takes what a checks file says.
    fileprivate func examiner() throws -> any Examiner {
        guard let examiner = context.judge as? any Examiner else {
            throw Mistake(problem: "only a checks file can say this", place: .callee)
        }
        return examiner
    }
}
