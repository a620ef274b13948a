/// What people write who come from another language or library, and what to write here instead.
public struct ForeignWord: Sendable {
    /// What such a word is in its own language.
    public enum Role: Sendable, Hashable {
        /// By itself or before parentheses: `len(xs)`.
        case name
        /// Behind the dot of a value of this kind; of any value if that is nil.
        case member(of: String?)
        /// Before the colon of an argument. The advice is the label that is meant.
        case label
        /// Before the colon of an argument of this function, which another takes.
        case labelOf(String)
        /// A word or sign of the grammar: `class`, `->`.
        case syntax
    }

    /// The words, all of which mean the same.
    public let words: [String]
    /// What they are there.
    public let role: Role
    /// What to write instead. `{}` is the word itself, `{0}` the source of the value before the dot.
    public let advice: String

    /// Words, separated by spaces, and what to write instead.
    public init(_ words: String, as role: Role, _ advice: String) {
        self.words = words.split(separator: " ").map(String.init)
        self.role = role
        self.advice = advice
    }

    /// The advice for one of the words.
    public func advice(for word: String) -> String { advice.replacing("{}", with: word) }

    /// The advice by word.
    public static func table(_ rows: [ForeignWord]) -> [String: String] {
        var table: [String: String] = [:]
        for row in rows {
            for word in row.words { table[word] = row.advice(for: word) }
        }
        return table
    }
}

extension ForeignWord {
    /// The words of other languages that the language itself has an answer to.
    public static let ofLanguages: [ForeignWord] = names + Parser.foreignWords

    private static let names = [
        ForeignWord("True TRUE", as: .name, "write `true`"),
        ForeignWord("False FALSE", as: .name, "write `false`"),
        ForeignWord("None null NULL undefined", as: .name, "write `nil`"),
        ForeignWord("len length", as: .name, "write `xs.count`"),
        ForeignWord("dict", as: .name, "a dictionary is `[\"a\": 1]`, an empty one `[:]`"),
        ForeignWord("list", as: .name, "a list is `[1, 2]`"),
        ForeignWord("range xrange", as: .name, "write `0..<n`"),
        ForeignWord("pow", as: .name, "write `x ** 2`"),
        ForeignWord("sleep", as: .name, "nothing waits here: leave it out"),
        ForeignWord("self this", as: .name, "there are no classes here: give the value as a parameter"),
        ForeignWord("elif", as: .name, "write `else if`"),
        ForeignWord("pass", as: .name, "an empty block is `{ }`"),
        ForeignWord("end", as: .name, "a block ends with `}`"),
        ForeignWord("and", as: .name, "write `&&`"),
        ForeignWord("or", as: .name, "write `||`"),
        ForeignWord("not", as: .name, "write `!`"),
        ForeignWord("lambda", as: .name, "a closure is `{ x in … }`"),
    ]
}
