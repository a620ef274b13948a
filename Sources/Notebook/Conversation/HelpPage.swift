import Prelude
import Script
import Text

/// The texts of `:help` and `?`.
enum HelpPage {
    /// The names of the prelude's functions, sorted.
    static let names = Library.functions.map(\.name).sorted()

    /// Every name of which help has a page: functions, members, the words of checks, kinds of values.
    static let words = Library.entries.map(\.name) + ValueKind.allCases.map(\.name)

    private static let groups = Topic.allCases.map { topic in
        (title: topic.title, entries: Library.entries(in: .topic(topic)))
    }.filter { !$0.entries.isEmpty }

    static func commands(_ table: CommandTable, _ appearance: Appearance) -> String {
        let width = max(16, min(appearance.width, 92))
        let rows = table.commands.map {
            (":" + $0.name + ($0.usage.isEmpty ? "" : " " + $0.usage), $0.summary)
        }
        let column = (rows.map { displayWidth($0.0) }.max() ?? 0) + 4
        // In a narrow window a summary stands below its command, since no words would fit beside it.
        let isNarrow = width < column + 24
        let lines = rows.flatMap { name, summary -> [String] in
            if isNarrow { return ["  \(name)"] + wrapped(summary, width: width - 4).map { "    \($0)" } }
            return wrapped(summary, width: width - column).enumerated().map { number, line in
                (number == 0 ? "  \(name)" : "").padded(to: column) + line
            }
        }
        let opening = """
            Type code and see its value; `_` is the last one. `?name` explains a function, `?` lists them. \
            Tab completes; Ctrl-R searches what you typed before; Ctrl-C stops a cell; Ctrl-D leaves.
            """
        let closing = wrapped("Commands may be shortened: `:l 5` opens lesson 5.", width: width)
        return (wrapped(opening, width: width) + [""] + lines + [""] + closing).joined(separator: "\n")
    }

    /// The topics, so few lines that none scrolls away, and what a newcomer needs first.
    static func topics(_ appearance: Appearance) -> String {
        let width = max(20, min(appearance.width, 92))
        let titles = groups.map { "\($0.title) (\($0.entries.count))" }
        let longest = titles.map { displayWidth($0) }.max() ?? 0
        let columns = max(1, min((width - 2) / (longest + 3), 3))
        let rows = (titles.count + columns - 1) / columns
        let table = (0..<rows).map { row in
            let cells = stride(from: row, to: titles.count, by: rows).map { titles[$0] }
            return "  " + cells.map { $0.padded(to: longest + 3) }.joined().withoutTrailingSpaces
        }
        let opening =
            "`?name` explains a function; `?topic` lists those on a topic, by its first word. For a start: "
            + Help.everyday.joined(separator: ", ") + "."
        let closing = wrapped("`:help` lists the commands.", width: width)
        return (wrapped(opening, width: width) + [""] + table + [""] + closing).joined(separator: "\n")
    }

    /// What help knows about a word, set for the window; nil if it knows nothing.
    static func about(_ word: String, in interpreter: Interpreter, _ appearance: Appearance) -> String? {
        HelpSearch(word, in: interpreter).text.map { reflowed($0, width: min(appearance.width, 92)) }
    }
}
