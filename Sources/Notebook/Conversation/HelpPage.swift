import Script

/// The texts of `:help` and `?`.
enum HelpPage {
    static func commands(_ table: CommandTable, _ appearance: Appearance) -> String {
        let width = max(16, min(appearance.width, 92))
        let rows = table.commands.map {
            (":" + $0.name + ($0.usage.isEmpty ? "" : " " + $0.usage), $0.summary)
        }
        let column = (rows.map { displayWidth($0.0) }.max() ?? 0) + 4
        // In a narrow window a summary stands below its command, since no words would fit beside it.
        let isNarrow = width < column + 24
        let lines = rows.flatMap { name, summary in
            isNarrow
                ? ["  " + name] + filled(summary, width: width - 4).map { "    " + $0 }
                : filled(summary, width: width - column).enumerated().map { number, line in
                    (number == 0 ? "  " + name : "").padded(to: column) + line
                }
        }
        let opening = """
            Type code and see its value; `_` is the last one. `?name` explains a function, `?` lists them. \
            Tab completes; Ctrl-R searches what you typed before; Ctrl-C stops a cell; Ctrl-D leaves.
            """
        let closing = filled("Commands may be shortened: `:l 5` opens lesson 5.", width: width)
        return (filled(opening, width: width) + [""] + lines + [""] + closing).joined(separator: "\n")
    }

    static func topics(_ engine: Engine, _ appearance: Appearance) -> String {
        let groups = engine.topics.filter { !$0.names.isEmpty }
        guard !groups.isEmpty else { return "`:help` lists the commands." }
        let width = max(20, min(appearance.width, 92) - 4)
        let blocks = groups.map { group, names in
            // A no-break space keeps two columns between names, and breaks nowhere else.
            let lines = filled(names.map { $0 + "\u{A0}" }.joined(separator: " "), width: width)
            return group + "\n" + lines.map { "    " + $0.trimmed }.joined(separator: "\n")
        }
        return blocks.joined(separator: "\n") + "\n\n"
            + filled("`?name` explains one; `:help` lists the commands.", width: width).joined(
                separator: "\n")
    }

    private static func filled(_ text: String, width: Int) -> [String] {
        wrapped([Run(text)], width: width).map { $0.text(hasColors: false) }
    }

    /// What a name of the session stands for.
    static func binding(_ name: String, in interpreter: Interpreter) -> String? {
        guard let value = interpreter.globals.first(where: { $0.name == name })?.value else { return nil }
        guard case .function(let function) = value else { return "`\(name)` is \(value.phrase)." }
        let call = "\(name)(\(function.parameterNames.joined(separator: ", ")))"
        guard let definition = function.definition else { return "`\(call)`" }
        return "`\(call)`, written at \(definition.location)"
    }
}
