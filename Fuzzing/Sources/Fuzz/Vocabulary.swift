import Prelude

/// What the mutator puts in: everything that the language has a word or a sign for.
enum Vocabulary {
    static let words: [[UInt8]] = bytes(
        [
            "let", "var", "func", "if", "else", "for", "in", "while", "return", "break", "continue", "true",
            "false", "nil", "_", "$0", "$1", "x", "y", "xs", "f", "n", "arguments", "def", "None", "print",
            "count", "append", "insert", "remove", "first", "last", "keys", "values",
        ]
            + pureEntries.map(\.name))

    static let signs: [[UInt8]] = bytes([
        "+", "-", "*", "/", "%", "**", "@", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "!", "??", "?", ":",
        "=", "+=", "-=", "*=", "/=", "..<", "...", ",", ";", ".", "(", ")", "[", "]", "{", "}", "//", "/*",
        "*/",
        "\"", "\\(", "\"\"\"", "->", "++", "#", "'", "&",
    ])

    static let numbers: [[UInt8]] = bytes([
        "0", "1", "-1", "2", "7", "100", "1000", "9999", "65535", "65536", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "0.5", "1e308", "1e-320", "1e999", "0xFF", "1_000",
        "nan",
        "infinity",
    ])

    static let strings: [[UInt8]] = bytes([
        "\"\"", "\"a\"", "\"é😀\"", "\"\\(x)\"", "\"\\(1 / 3, digits: 3)\"", "\"\\u{1F600}\\n\"",
        "\"a,b,,c\"", "\"\"\"\n    a\n    \"\"\"",
    ])

    /// Statements that no corpus has too many of.
    static let statements: [[UInt8]] = bytes([
        "var xs = [1, 2, 3]\n",
        "var x = 1\n",
        "let y = [\"a\": 1, \"b\": [2]]\n",
        "func f(x, by y = 2) { x }\n",
        "xs[0] = xs\n",
        "xs.append(xs)\n",
        "for x in xs { xs.append(x) }\n",
        "f(f)\n",
        "x += 1\n",
        "xs[0..<1]\n",
        "let (a, b) = (1, 2)\n",
        "while x < 5 { x += 1 }\n",
        "print(xs, \"\\(x)\")\n",
        "let g = { x in { x } }\n",
        "func f() {\n    func g() { f() }\n    return g\n}\n",
        "xs = xs.map { $0 }\n",
        "var fs = []\nfor i in 0..<3 { fs.append({ i }) }\n",
        "y[\"a\"] = nil\n",
        "xs += xs\n",
        "xs = xs.sorted { $0 > $1 }\n",
        "x = { x }\n",
        "y[\"k\"][0].append(1)\n",
    ])

    /// A vocabulary for a piece of this kind.
    static func alternatives(to kind: Pieces.Kind) -> [[UInt8]] {
        switch kind {
        case .word: words
        case .number: numbers
        case .string: strings
        case .sign: signs
        case .blank, .line: [[32], [10], []]
        }
    }

    private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
