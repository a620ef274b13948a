/// Everything written with signs, longest first among those that begin alike; and the words.
enum Symbols {
    struct Symbol: Sendable {
        let bytes: [UInt8]
        let kind: Token.Kind
    }

    /// The symbols that begin with a byte.
    static func beginning(with byte: UInt8) -> [Symbol] { byte < 0x80 ? table[Int(byte)] : [] }

    /// The words of the language that begin with a letter.
    static func words(beginningWith byte: UInt8) -> [Symbol] { byte < 0x80 ? wordTable[Int(byte)] : [] }

    private static let wordTable: [[Symbol]] = {
        var table = [[Symbol]](repeating: [], count: 128)
        for (text, kind) in Token.Kind.words {
            let bytes = Array(text.utf8)
            table[Int(bytes[0])].append(Symbol(bytes: bytes, kind: kind))
        }
        return table
    }()

    /// Signs of other languages, recognized so that a message can name what is written here instead.
    static let foreign = [
        "===", "!==", "&&=", "||=", "??=", "<<=", ">>=", "<=>", "..=", "++", "--", ":=", "->", "=>", "<>",
        "<<", ">>", "&=", "|=", "^=", "|>", "*/", "..", "&", "|", "^", "~", "\\", "`", "$",
    ]

    private static let own: [Token.Kind] = [
        .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .comma,
        .semicolon, .colon, .dot, .question, .assign, .addAssign, .subtractAssign, .multiplyAssign,
        .divideAssign, .remainderAssign, .powerAssign, .matrixAssign, .plus, .minus, .star, .slash, .percent,
        .at, .power, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or, .coalesce,
        .halfOpenRange, .closedRange, .exclamation,
    ]

    private static let table: [[Symbol]] = {
        var table = [[Symbol]](repeating: [], count: 128)
        let all =
            own.map { Symbol(bytes: Array($0.rawValue.utf8), kind: $0) }
            + foreign.map { Symbol(bytes: Array($0.utf8), kind: .foreign) }
        for symbol in all { table[Int(symbol.bytes[0])].append(symbol) }
        for index in table.indices { table[index].sort { $0.bytes.count > $1.bytes.count } }
        return table
    }()

    /// What a typographic character stands for; word processors and lecture slides put them into programs.
    static func typographic(_ scalar: Unicode.Scalar) -> Token.Kind? {
        switch scalar {
        case "×", "·", "⋅", "∗": .star
        case "÷", "∕": .slash
        case "−", "–", "—": .minus
        case "≤": .lessOrEqual
        case "≥": .greaterOrEqual
        case "≠": .notEqual
        case "…": .closedRange
        case "∧": .and
        case "∨": .or
        case "¬", "！": .exclamation
        case "（": .leftParenthesis
        case "）": .rightParenthesis
        case "［": .leftBracket
        case "］": .rightBracket
        case "｛": .leftBrace
        case "｝": .rightBrace
        case "，", "、": .comma
        case "：": .colon
        case "；": .semicolon
        case "＝": .assign
        case "＋": .plus
        default: nil
        }
    }
}
