import Budget
import Glibc
import Script
import Tensors
import Text

extension Entry {
    static let language: [Entry] = [
        Entry.action(
            "print", .language, "Writes values, with a blank between them and a line's end behind.",
            .values("values"),
            .labeled(.string("separator", "what stands between them", default: " ")),
            .labeled(.string("terminator", "what stands behind them", default: "\\n")),
            text:
                "An Int as it is, a Double in the shortest form that reads back to the same value, a tensor with four "
                + "significant digits. `\"\\(x, digits: 3)\"` puts a number with three digits into a text. A figure is "
                + "only named: `show` draws it.",
            example: "print(\"loss\", 0.5)\nprint(1, 2, separator: \", \")", prints: "loss 0.5\n1, 2",
            seeAlso: ["show"]
        ) { call, values, separator, terminator in
            call.interpreter.output(
                try call.interpreter.text { text in
                    for (place, value) in values.enumerated() {
                        if place > 0 { try text.append(separator) }
                        try text.append(value, .print)
                    }
                    try text.append(call.arguments[2] == nil ? "\n" : terminator)
                })
        },
        Entry.action(
            "show", .language, "Draws figures as text: 80 columns wide, without color in a pipe.",
            .figures("figures"),
            example: "show(line([1, 4, 9]))", prints: .described("a figure"), seeAlso: ["save", "print"]
        ) { call, figures in
            let output = call.context.outputStyle
            for figure in figures {
                let plain = figure.text(width: output.width, output.style.characters) + "\n"
                // Drawing that was stopped left the rest out.
                try Interruption.check()
                if let show = call.interpreter.show {
                    show("\(figure.painted(width: output.width, style: output.style))\n", plain)
                } else {
                    call.interpreter.output(plain)
                }
            }
            return
        },
        Entry.action(
            "help", .language, "Prints what there is to know about a function; without one, the topics.",
            .optional(.any("topic", "a function, or its name as a text"), meaning: "the topics"),
            text: "`?conv2d` at the prompt is the same.", example: "help(lowercased)",
            prints: """
                lowercased(text: String) -> String

                The text in small letters.

                Example
                    print("GAN".lowercased())

                prints
                    gan

                See also: uppercased
                """,
            raises: ["A name that is not known."]
        ) { call, topic in
            call.interpreter.output(try helpText(topic, call.interpreter))
            return
        },
        Entry(
            "type", .language, "What kind of value something is.", .any("value"),
            example: "print(type(1), type(0.5), type([1]), type(zeros(2)))", prints: "Int Double List Tensor"
        ) { _, value in value.kindName },
        Entry(
            "clock", .language, "Seconds since some moment, for measuring how long something takes.",
            example: "let start = clock()\nprint(clock() - start < 60)", prints: "true"
        ) { _ in
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
        },
        Entry.action(
            "fail", .language, "Stops with a message of your own.", .string("message"),
            example: "let n = 3\nif n < 0 { fail(\"n must not be negative\") }\nprint(n)", prints: "3",
            seeAlso: ["expect"]
        ) { _, message in throw Mistake(problem: message) },
    ]
}

private func helpText(_ topic: Value?, _ interpreter: Interpreter) throws -> String {
    switch topic {
    case nil: return Help.topics() + "\n"
    case .string(let word)?:
        guard let text = HelpSearch(word, in: interpreter).text else {
            throw Mistake(
                problem: "nothing is known of `\(word)`", note: "`help()` lists all topics",
                place: .argument(0))
        }
        return text + "\n"
    case .function(let function)?:
        if function.native != nil, let text = HelpSearch(function.name).text { return text + "\n" }
        return "\(try interpreter.text(.function(function), .print))\n"
    case let value?:
        guard let kind = ValueKind(of: value) else { return "\(value.phrase)\n" }
        return "\(value.phrase)\n\n\(Help.page(kind))\n"
    }
}
