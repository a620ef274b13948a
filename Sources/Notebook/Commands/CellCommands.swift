import Text

extension Command {
    static var cells: Command {
        Command("cells", summary: "lists the session's cells") { conversation, _ in
            let cells = conversation.session.cells
            guard !cells.isEmpty else { throw CommandProblem("there are no cells yet") }
            let room = String(cells.count).count
            for cell in cells {
                let number = "\(cell.number)".padded(leftTo: room)
                let mark = cell.isDone ? " " : "✗"
                let lines = cell.source.text.split(separator: "\n", omittingEmptySubsequences: true)
                let title = cell.source.title
                let first = escaped(title.isEmpty ? lines.first ?? "" : "// \(title)", for: .line)
                let more = lines.count > 1 ? "  … \(lines.count) lines" : ""
                let width = max(20, conversation.screen.appearance.width - room - more.count - 4)
                conversation.screen.say("\(number) \(mark) \(first.shortened(to: width))\(more)")
            }
        }
    }

    /// Edits a cell.
    ///
    /// - Parameter edit: opens a text in the user's editor and gives what was saved.
    public static func edit(with edit: @escaping (_ text: String) throws -> String) -> Command {
        Command(
            "edit", usage: "[CELL]", argument: .cell,
            summary: "opens a cell in $EDITOR and runs what you saved"
        ) { conversation, text in
            let cells = conversation.session.cells
            let cell = text.isEmpty ? cells.last : try conversation.cell(text)
            let edited = try edit(cell?.source.text ?? "").trimmed
            guard !edited.isEmpty, edited != cell?.source.text.trimmed else {
                conversation.screen.say("nothing was changed")
                return
            }
            conversation.screen.say(CodePainter.paint(edited, conversation.screen.appearance))
            conversation.run(typed: edited)
        }
    }

    static var vars: Command {
        Command("vars", summary: "lists the names that the session has bound") { conversation, _ in
            let globals = conversation.session.interpreter.globals
            guard !globals.isEmpty else { throw CommandProblem("nothing is bound yet: `let x = 1` binds x") }
            let width = globals.map { displayWidth($0.name) }.max() ?? 0
            for (name, value) in globals {
                conversation.screen.say("\(name.padded(to: width))  \(line: value.phrase)")
            }
        }
    }

    static var time: Command {
        Command(
            "time", usage: "[CODE]", argument: .code,
            summary: "runs code and says how long it took; alone, of the last cell"
        ) { conversation, code in
            guard let cell = code.isEmpty ? conversation.session.cells.last : conversation.run(typed: code)
            else {
                throw CommandProblem("there are no cells yet")
            }
            conversation.screen.say("cell \(cell.number): \(NumberText.duration(cell.seconds))")
        }
    }
}

extension Conversation {
    /// The session's cell that a command's argument names.
    func cell(_ text: String) throws -> SessionCell {
        guard let number = Int(text), session.cells.indices.contains(number - 1) else {
            let count = session.cells.count
            throw CommandProblem(
                count == 0
                    ? "there are no cells yet" : "there is no cell \(text); there are cells 1 to \(count)")
        }
        return session.cells[number - 1]
    }
}
