/// The smallest piece of a program: what it is, where it stands, and what stood before it.
struct Token: Sendable {
    let kind: Kind
    let flags: Flags
    let extent: SourceRange

    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// It is the first of its line.
        static let afterNewline = Flags(rawValue: 1)
        /// Something blank stands before it: a space, a line break, a comment or the text's beginning.
        static let afterSpace = Flags(rawValue: 2)
        /// The lexer found a mistake in it or just before it, so that what follows may make no sense.
        static let isBroken = Flags(rawValue: 4)
        /// The quotes of a string over several lines.
        static let isMultiline = Flags(rawValue: 8)
    }

    var isAfterNewline: Bool { flags.contains(.afterNewline) }
    var isAfterSpace: Bool { flags.contains(.afterSpace) }

    /// The kinds, each with the way it is written where there is only one.
    enum Kind: String, Sendable, CaseIterable {
        case endOfFile = ""
        case name = "a name"
        case int = "a whole number"
        case double = "a number"
        case shorthand = "$0"
        case underscore = "_"

        // A string is its opening quote, stretches of text and interpolations, and its closing quote.
        case openQuote = "an opening quote"
        case text = "text"
        case interpolationStart = "\\("
        case interpolationEnd = "the ) of an interpolation"
        case closeQuote = "a closing quote"

        case letWord = "let"
        case varWord = "var"
        case funcWord = "func"
        case ifWord = "if"
        case elseWord = "else"
        case whileWord = "while"
        case forWord = "for"
        case inWord = "in"
        case returnWord = "return"
        case breakWord = "break"
        case continueWord = "continue"
        case trueWord = "true"
        case falseWord = "false"
        case nilWord = "nil"

        case leftParenthesis = "("
        case rightParenthesis = ")"
        case leftBracket = "["
        case rightBracket = "]"
        case leftBrace = "{"
        case rightBrace = "}"
        case comma = ","
        case semicolon = ";"
        case colon = ":"
        case dot = "."
        case question = "?"

        case assign = "="
        case addAssign = "+="
        case subtractAssign = "-="
        case multiplyAssign = "*="
        case divideAssign = "/="
        case remainderAssign = "%="
        case powerAssign = "**="
        case matrixAssign = "@="

        case plus = "+"
        case minus = "-"
        case star = "*"
        case slash = "/"
        case percent = "%"
        case at = "@"
        case power = "**"
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case and = "&&"
        case or = "||"
        case coalesce = "??"
        case halfOpenRange = "..<"
        case closedRange = "..."
        case exclamation = "!"

        /// An operator of other languages: `===`, `++`, `:=`.
        case foreign = "an operator of another language"
    }
}

extension Token.Kind {
    /// The words that cannot be names.
    static let words: [String: Token.Kind] = {
        let words: [Token.Kind] = [
            .letWord, .varWord, .funcWord, .ifWord, .elseWord, .whileWord, .forWord, .inWord, .returnWord,
            .breakWord, .continueWord, .trueWord, .falseWord, .nilWord,
        ]
        return Dictionary(uniqueKeysWithValues: words.map { ($0.rawValue, $0) })
    }()

    var isWord: Bool { Token.Kind.words[rawValue] != nil }

    /// What an expression can begin with.
    var startsOperand: Bool {
        switch self {
        case .name, .int, .double, .shorthand, .underscore, .openQuote, .trueWord, .falseWord, .nilWord,
            .leftParenthesis, .leftBracket, .leftBrace:
            true
        default: false
        }
    }

    /// Words that only begin statements: where one stands at a line's start, an open bracket was forgotten.
    var startsStatement: Bool {
        switch self {
        case .letWord, .varWord, .funcWord, .ifWord, .whileWord, .forWord, .returnWord, .breakWord,
            .continueWord:
            true
        default: false
        }
    }

    /// Behind it, a line goes on: binary operators, `?`, `:`, `,` and assignments.
    var continuesLine: Bool {
        switch self {
        case .comma, .colon, .question, .assign: true
        default: Infix(self) != nil || assignedOperator != nil
        }
    }

    /// `+` of `+=`.
    var assignedOperator: BinaryOperator? {
        switch self {
        case .addAssign: .add
        case .subtractAssign: .subtract
        case .multiplyAssign: .multiply
        case .divideAssign: .divide
        case .remainderAssign: .remainder
        case .powerAssign: .power
        case .matrixAssign: .matrixProduct
        default: nil
        }
    }

    /// The bracket that closes this one.
    var closer: Token.Kind? {
        switch self {
        case .leftParenthesis: .rightParenthesis
        case .leftBracket: .rightBracket
        case .leftBrace: .rightBrace
        case .interpolationStart: .interpolationEnd
        default: nil
        }
    }
}
