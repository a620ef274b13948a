/// What to say when a lesson's cell fails because of what the learner left out or typed before it.
enum LessonAdvice {
    /// The page that was left out and binds what the cell wants; nil if it wants nothing of such a page.
    static func leftOut(by walk: LessonWalk, before cell: SessionCell, in session: Session) -> String? {
        guard case .failed = cell.outcome else { return nil }
        let done = Set(session.cells.filter(\.isDone).compactMap(\.source.streamName))
        for (piece, part) in codePieces(cell.source.text) where part == .other {
            let name = String(piece)
            guard session.interpreter.value(of: name) == nil else { continue }
            let page = walk.pages.prefix(walk.position).indices.last { index in
                guard let code = walk.pages[index].code, let stream = code.streamName,
                    !done.contains(stream)
                else { return false }
                return session.read(code).boundNames.contains(name)
            }
            guard let page else { continue }
            return "This cell wants `\(name)`, which page \(page + 1) binds, and that page has not run. "
                + "`:back` goes back page by page, and Enter runs the one you see."
        }
        return nil
    }

    /// How to go on; nil if the cell ran, was stopped, or fails whatever is typed.
    static func goingOn(after cell: SessionCell, in cells: [SessionCell], lesson: String) -> String? {
        guard case .failed = cell.outcome, cells.contains(where: \.source.isTyped) else { return nil }
        let remedy = """
            `:lesson \(lesson)` runs the lesson's cells so far again, and Enter then runs this page; \
            `:skip` leaves it out.
            """
        let names = takenOver(before: cell, in: cells)
        guard let first = names.first else {
            return "What you typed in between may have changed what this cell works with. " + remedy
        }
        let list = names.map { "`\($0.name)`" }.joined(separator: ", ")
        let verb = names.count == 1 ? "is" : "are"
        return "This cell wants the lesson's \(list), which \(verb) yours since cell \(first.cell). " + remedy
    }

    /// The names in the cell that the lesson bound first and the learner bound last, with the cell that did.
    private static func takenOver(
        before cell: SessionCell, in cells: [SessionCell]
    ) -> [(name: String, cell: Int)] {
        var seen: Set<String> = []
        return codePieces(cell.source.text).compactMap { piece, part in
            let name = String(piece)
            guard part == .other, seen.insert(name).inserted else { return nil }
            let binders = cells.filter { $0.number < cell.number && $0.boundNames.contains(name) }
            guard let last = binders.last, last.source.isTyped,
                binders.contains(where: { $0.source.streamName != nil })
            else { return nil }
            return (name, last.number)
        }
    }
}
