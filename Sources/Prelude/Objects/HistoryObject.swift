import Networks
import Script
import Text

/// What a training noted, as a script holds it.
final class HistoryObject: LibraryObject {
    static let members = Library.kind(.history)

    let history: History
    /// What the script's own closure noted, by name.
    let notes: [(name: String, values: [Value])]

    init(_ history: History, notes: [(name: String, values: [Value])] = []) {
        self.history = history
        self.notes = notes
    }

    var phrase: String { "a history of \(history.count) steps" }

    var memberNames: [String] { notes.map(\.name) }

    func member(_ name: String, _ interpreter: Interpreter) throws -> Value? {
        try notes.first { $0.name == name }.map { .list(try interpreter.list($0.values)) }
    }

    func text(_ style: ValueFormat) -> String {
        guard style != .nested, let last = history.latest else { return "history of \(history.count) steps" }
        let numbers = history.shown.map { measure, _ in
            "\(measure.summary) is \(NumberText.fixed(last[measure] ?? .nan, digits: measure.unit.digits))"
        }
        return "history of \(history.count) steps, \(history.ending); at the end \(listed(numbers))"
    }
}
