import Prelude
import Script

/// The functions, members and labels that a piece of code names.
struct NamesInCode {
    enum Name: CustomStringConvertible {
        case function(String)
        case member(String)
        case label(String, function: String)

        var description: String {
            switch self {
            case .function(let name): "the function `\(name)`"
            case .member(let name): "the member `\(name)`"
            case .label(let label, let function): "the label `\(label):` of `\(function)`"
            }
        }
    }

    private(set) var all: [Name] = []

    /// Reads the code once from left to right, with the functions whose parentheses are open on a stack.
    init(_ code: String) {
        var open: [String] = []
        var previous: Character = " "
        var rest = Self.withoutStrings(code)[...]
        while let first = rest.first {
            guard first.isLetter || first == "_" else {
                if first == "(" || first == "[" { open.append("") }
                if first == ")" || first == "]", !open.isEmpty { open.removeLast() }
                if !first.isWhitespace { previous = first }
                rest.removeFirst()
                continue
            }
            let word = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
            rest = rest.dropFirst(word.count)
            let isCall = rest.first == "(" || rest.hasPrefix(" { ") || rest.hasPrefix(" {")
            // A range ends in dots too.
            let isMember = previous == "." && !code.contains(".." + word)
            if isMember {
                all.append(.member(word))
            } else if isCall, !Self.wordsBeforeBraces.contains(word), !code.hasPrefix("func ") {
                all.append(.function(word))
            } else if rest.first == ":", let function = open.last, !function.isEmpty {
                all.append(.label(word, function: function))
            } else if word == code, !Self.freeWords.contains(word) {
                all.append(.function(word))
            }
            if rest.first == "(" {
                open.append(word)
                rest.removeFirst()
                // `stride(from:to:by:)` names labels alone.
                while let colon = rest.firstIndex(of: ":"), rest[..<colon].allSatisfy(\.isLetter),
                    rest[colon...].dropFirst().first.map({ $0.isLetter || $0 == ")" }) ?? false
                {
                    all.append(.label(String(rest[..<colon]), function: word))
                    rest = rest[colon...].dropFirst()
                }
            }
            previous = word.last ?? " "
        }
    }

    /// The code with the texts of its strings taken out.
    private static func withoutStrings(_ code: String) -> String {
        code.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
            .joined(separator: "\"\"")
    }

    /// What stands before a brace and is called by nobody.
    private static let wordsBeforeBraces: Set = [
        "if", "else", "while", "true", "d", "xs", "condition", "done",
    ]

    /// Words that stand alone in backquotes and name no function: the language's own, foreign ones that an advice
    /// speaks about, and what it is said that something is spelled.
    private static let freeWords: Set<String> = {
        let language: Set = ["true", "false", "nil", "let", "var", "return", "if", "for", "while", "func"]
        let foreign = ForeignWord.ofLanguages.filter { $0.role == .syntax }.flatMap(\.words)
        return language.union(foreign).union(["arguments"])
    }()

    /// Whether the prelude or the language has it.
    static func known(_ name: Name) -> Bool {
        switch name {
        case .function(let name):
            ["f", "G", "x"].contains(name) || Library.functions.contains { $0.name == name }
        case .member(let name):
            name == "f" || Library.entries.contains { $0.name == name }
        case .label(let label, let function):
            Library.entries.contains { entry in
                entry.name == function && entry.parameters.contains { $0.name == label }
            }
        }
    }
}
