/// Where in a text the cursor stands, as far as completion cares.
enum CompletionContext: Equatable {
    /// Behind the colon of a command: `:le`.
    case command(String)
    /// Behind a command: `:lesson min`.
    case argument(command: String, String)
    /// Behind a question mark: `?con`.
    case help(String)
    /// Inside a string, where a file may be named.
    case string(String)
    /// Behind a dot: `history.disc`, after the names that lead there; none behind a call's result.
    case member(path: [String], String)
    /// A name; `callee` is the function whose arguments it stands among, with the names that lead there.
    case name(String, callee: [String]?)
    /// In a comment, after a number: where nothing can be completed.
    case nothing

    /// The context at the end of `text`, which is the cell up to the cursor.
    init(_ text: String) {
        let line = text.drop { $0 == " " }
        if line.first == ":" {
            let words = line.dropFirst().split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            self =
                words.count < 2
                ? .command(String(words.first ?? ""))
                : .argument(command: String(words[0]), String(words[1].drop { $0 == " " }))
        } else if line.first == "?" {
            self = .help(String(line.dropFirst().drop { $0 == " " }))
        } else {
            var scanner = CompletionScanner(text)
            self = scanner.context()
        }
    }

    /// The part of the word that is there already.
    var prefix: String {
        switch self {
        case .command(let prefix), .argument(_, let prefix), .help(let prefix), .string(let prefix): prefix
        case .member(_, let prefix), .name(let prefix, _): prefix
        case .nothing: ""
        }
    }
}

/// Walks over a cell up to the cursor and remembers which brackets and strings are open.
private struct CompletionScanner {
    private var open: [Open] = []
    private let characters: [Character]
    private var index = 0

    /// Something that was opened and not yet closed.
    private enum Open: Equatable {
        case string(start: Int, isLong: Bool)
        case bracket(Character, at: Int)
        case comment
    }

    init(_ text: String) {
        characters = Array(text)
    }

    mutating func context() -> CompletionContext {
        while index < characters.count { step() }
        switch open.last {
        case .comment: return .nothing
        case .string(let start, _): return .string(String(characters[start...]))
        default: break
        }
        var start = characters.count
        while start > 0, isWord(characters[start - 1]) { start -= 1 }
        let prefix = String(characters[start...])
        if prefix.first?.isNumber == true { return .nothing }
        if start > 0, characters[start - 1] == "." {
            let isFraction = start > 1 && characters[start - 2].isNumber && path(endingAt: start - 1) == []
            return isFraction ? .nothing : .member(path: path(endingAt: start - 1) ?? [], prefix)
        }
        if case .bracket("(", let at)? = open.last {
            return .name(prefix, callee: path(endingAt: at).flatMap { $0.isEmpty ? nil : $0 })
        }
        return .name(prefix, callee: nil)
    }

    private mutating func step() {
        let character = characters[index]
        let next = index + 1 < characters.count ? characters[index + 1] : nil
        index += 1
        switch open.last {
        case .comment:
            if character == "\n" { open.removeLast() }
        case .string(_, let isLong):
            if character == "\\", next == "(" {
                open.append(.bracket("(", at: index - 1))
                index += 1
            } else if character == "\\" {
                index += 1
            } else if isLong ? hasQuotes(at: index - 1) : character == "\"" {
                if isLong { index += 2 }
                open.removeLast()
            } else if character == "\n", !isLong {
                open.removeLast()
            }
        default:
            if character == "/", next == "/" {
                open.append(.comment)
            } else if character == "\"" {
                let isLong = hasQuotes(at: index - 1)
                if isLong { index += 2 }
                open.append(.string(start: min(index, characters.count), isLong: isLong))
            } else if "([{".contains(character) {
                open.append(.bracket(character, at: index - 1))
            } else if ")]}".contains(character), case .bracket? = open.last {
                open.removeLast()
            }
        }
    }

    private func hasQuotes(at start: Int) -> Bool {
        start + 2 < characters.count && characters[start...(start + 2)].allSatisfy { $0 == "\"" }
    }

    /// The names before a position: `gan.generator` gives both; nil if something else than a name leads there.
    private func path(endingAt end: Int) -> [String]? {
        var names: [String] = []
        var position = end
        while true {
            var start = position
            while start > 0, isWord(characters[start - 1]) { start -= 1 }
            guard start < position, !characters[start].isNumber else { return names.isEmpty ? [] : nil }
            names.insert(String(characters[start..<position]), at: 0)
            guard start > 0, characters[start - 1] == "." else { return names }
            position = start - 1
            if position == 0 || !isWord(characters[position - 1]) { return nil }
        }
    }

    private func isWord(_ character: Character) -> Bool {
        character == "_" || character.isLetter || character.isNumber
    }
}
