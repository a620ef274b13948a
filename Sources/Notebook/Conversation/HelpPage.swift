import Script

/// The texts of `:help` and `?`.
enum HelpPage {
    static func commands(_ table: CommandTable) -> String {
        let rows = table.commands.map {
            (":" + $0.name + ($0.usage.isEmpty ? "" : " " + $0.usage), $0.summary)
        }
        let width = rows.map { displayWidth($0.0) }.max() ?? 0
        let lines = rows.map { "  " + $0.0.padded(to: width + 2) + $0.1 }
        return """
            Type code, and see its value; `_` is the last one. `?name` explains a function, `?` lists them.
            Tab completes; Ctrl-R searches what you typed before; Ctrl-C stops a cell; Ctrl-D leaves.

            \(lines.joined(separator: "\n"))

            Commands may be shortened: `:l 5` opens lesson 5.
            """
    }

    static func topics(_ engine: Engine, _ appearance: Appearance) -> String {
        let groups = engine.topics.filter { !$0.names.isEmpty }
        guard !groups.isEmpty else { return "`:help` lists the commands." }
        let blocks = groups.map { group, names in
            let runs = [Run(names.joined(separator: "  "))]
            let lines = wrapped(runs, width: max(20, min(appearance.width, 92) - 4))
            return "\(group)\n" + lines.map { "    " + $0.text(hasColors: false) }.joined(separator: "\n")
        }
        return blocks.joined(separator: "\n") + "\n\n`?conv2d` explains one; `:help` lists the commands."
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
