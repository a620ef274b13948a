/// What to say when a lesson's cell fails because of what the learner typed before it.
enum LessonTrouble {
    /// How to go on; nil if the cell ran, was stopped, or fails whatever is typed.
    static func advice(on cell: SessionCell, in cells: [SessionCell], lesson: String) -> String? {
        guard case .failed = cell.outcome, cells.contains(where: \.isTyped) else { return nil }
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
        return codePieces(cell.source).compactMap { piece, part in
            let name = String(piece)
            guard part == .other, seen.insert(name).inserted else { return nil }
            let binders = cells.filter { $0.number < cell.number && $0.boundNames.contains(name) }
            guard let last = binders.last, last.isTyped, binders.contains(where: { $0.streamName != nil })
            else { return nil }
            return (name, last.number)
        }
    }
}
