extension Command {
    static var run: Command {
        Command(
            "run", usage: "FILE|CELL", argument: .file,
            summary: "runs a script in this session, or a cell again"
        ) { conversation, text in
            guard !text.isEmpty else { throw CommandProblem("which one? `:run lab.duel` or `:run 3`") }
            if Int(text) != nil {
                conversation.run(typed: try conversation.cell(text).source.text)
                return
            }
            let path = expandingHome(text)
            for cell in CellDocument(try TextFile.read(path)).codeCells {
                let ran = conversation.session.run(CellSource(cell, of: path))
                conversation.show(ran)
                if !ran.isDone { break }
            }
        }
    }

    static var save: Command {
        Command(
            "save", usage: "FILE", argument: .file, summary: "writes the session as a script that runs"
        ) { conversation, text in
            guard !text.isEmpty else { throw CommandProblem("under which name? `:save lab.duel`") }
            guard !conversation.session.cells.isEmpty else { throw CommandProblem("there are no cells yet") }
            try TextFile.write(SessionScript.text(conversation.session), to: expandingHome(text))
            conversation.screen.say("saved \(conversation.session.cells.count) cells in \(line: text)")
        }
    }

    static var export: Command {
        Command(
            "export", usage: "FILE", argument: .file,
            summary: "writes the session with its outputs: .ipynb, .html or .md"
        ) { conversation, text in
            guard !text.isEmpty else { throw CommandProblem("under which name? `:export lab.html`") }
            let format = try ExportFormat(path: text)
            let notebook = ExportedNotebook(session: conversation.session)
            try TextFile.write(format.text(of: notebook), to: expandingHome(text))
            conversation.screen.say("wrote \(line: text)")
        }
    }

    static var reset: Command {
        Command("reset", summary: "forgets every name and cell; an open lesson begins anew") {
            conversation, _ in
            conversation.session.reset()
            if let lesson = conversation.walk?.lesson {
                try conversation.progress?.remember(0, of: lesson)
                try conversation.open(lesson)
            } else {
                conversation.screen.say("a new session")
            }
        }
    }

    static var quit: Command {
        Command("quit", summary: "leaves; Ctrl-D does too") { conversation, _ in conversation.leave() }
    }
}
