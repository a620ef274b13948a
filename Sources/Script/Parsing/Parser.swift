/// Reads a source into a program, by recursive descent: a method for each rule of the grammar, named after it.
///
/// A mistake is reported once. Where the parser knows what was meant it goes on as if that stood there;
/// otherwise it throws `Panic` and goes on at the next statement.
struct Parser {
    let source: SourceFile
    let tokens: [Token]
    /// What the host adds to errors.
    let advice: any Advice
    var index = 0

    var diagnostics: [Diagnostic]
    var errorCount: Int
    var isIncomplete = false
    /// The statement at hand has been complained about; what else seems wrong with it follows from that.
    var isStatementBroken = false
    /// A limit was reached, and nothing more is said: what was open then would only seem to be left open.
    var isStopped = false
    var statementStart = 0
    let closingQuotes: [Int: Int]
    var dividingComments: [Lexer.DividingComment]

    /// The brackets open around the current token, the innermost last.
    var openBrackets: [OpenBracket] = []
    /// Inside the head of `if`, `while` or `for`, where `{` begins the body.
    var isInHead = false
    var depth = 0
    var functions: [FunctionContext] = []
    /// Loops around the current token, outside of any function.
    var topLoopDepth = 0
    /// What `nextCloser` found last, and from where.
    var knownCloser: (from: Int, closer: Int?)?
    /// A block whose `}` stands under another line than its own; it has perhaps lost its brace.
    var suspiciousBrace: SourceRange?

    struct OpenBracket {
        let kind: Token.Kind
        let extent: SourceRange
        /// What messages call that which the bracket opens.
        let construct: String
    }

    /// The function or closure around the current token.
    struct FunctionContext {
        var isClosure: Bool
        var hasNamedParameters: Bool
        var loopDepth = 0
        /// One more than the highest `$n` so far.
        var shorthandCount = 0
    }

    /// Thrown after a report, to leave the statement.
    struct Panic: Error {}

    /// Errors reported for one source; the first is what matters.
    static let errorLimit = 5
    /// Brackets inside one another, and what else can nest.
    static let bracketLimit = 1000
    static let depthLimit = 2500
    /// Nodes above one another, which bounds every walk over the tree: a long chain of operators counts too.
    static let heightLimit: Int32 = 4000

    /// Reads `source`: the statements, what there is to say about them, and whether it only breaks off.
    static func parse(_ source: SourceFile, _ advice: any Advice = LanguageAdvice()) -> Parsed {
        if let diagnostic = unreadable(source) {
            let program = Program(source: source, statements: [])
            return Parsed(program: program, diagnostics: [diagnostic], isIncomplete: false)
        }
        var lexer = Lexer(source, advice)
        lexer.run()
        var parser = Parser(lexer)
        // An ordinary program is read where we are; a deep one asks for more stack than any thread may have.
        guard parser.greatestDepth > 100 else { return parser.parseTokens(of: lexer) }
        let deepParser = parser
        let parsed = try? runOnLargeStack { () -> Parsed in
            var parser = deepParser
            return parser.parseTokens(of: lexer)
        }
        return parsed ?? parser.parseTokens(of: lexer)
    }

    private mutating func parseTokens(of lexer: Lexer) -> Parsed {
        let statements = parseProgram()
        warnOfDivision()
        return parsed(statements, lexer)
    }

    /// No recursion of the parser goes deeper: brackets inside one another, and the operators that take
    /// all that follows as their right side.
    private var greatestDepth: Int {
        var (depth, greatest, operators) = (0, 0, 0)
        for token in tokens {
            switch token.kind {
            case .leftParenthesis, .leftBracket, .leftBrace, .interpolationStart:
                depth += 1
                greatest = max(greatest, depth)
            case .rightParenthesis, .rightBracket, .rightBrace, .interpolationEnd: depth = max(0, depth - 1)
            case .power, .coalesce, .question: operators += 1
            default: break
            }
        }
        return greatest + operators
    }

    private init(_ lexer: Lexer) {
        source = lexer.source
        tokens = lexer.tokens
        advice = lexer.advice
        dividingComments = lexer.dividingComments
        closingQuotes = lexer.closingQuotes
        diagnostics = lexer.diagnostics
        errorCount = 0
    }

    private func parsed(_ statements: [Statement], _ lexer: Lexer) -> Parsed {
        var sorted = diagnostics.enumerated().sorted {
            ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
        }.map(\.element)
        var errors = 0
        sorted.removeAll { diagnostic in
            if diagnostic.severity == .error { errors += 1 }
            return errors > Parser.errorLimit
        }
        var isIncomplete = isIncomplete && lexer.diagnostics.allSatisfy { $0.severity == .warning }
        if let open = lexer.openEnded {
            let first = sorted.first { $0.severity == .error }
            isIncomplete = first.map { $0.span.start == Int(open.start) } ?? true
        }
        let program = Program(source: source, statements: errors == 0 ? statements : [])
        return Parsed(program: program, diagnostics: sorted, isIncomplete: isIncomplete)
    }

    // MARK: Tokens

    var current: Token { tokens[index] }

    /// The token `offset` places on; the last one for everything beyond.
    func peek(_ offset: Int = 1) -> Token { tokens[min(index + offset, tokens.count - 1)] }

    /// The token before the current one; at the beginning the current one.
    var previous: Token { tokens[max(index - 1, 0)] }

    func at(_ kind: Token.Kind) -> Bool { tokens[index].kind == kind }

    @discardableResult
    mutating func advance() -> Token {
        let token = tokens[index]
        if token.kind != .endOfFile { index += 1 }
        return token
    }

    mutating func take(_ kind: Token.Kind) -> Token? { at(kind) ? advance() : nil }

    /// The current token when it is one of the names.
    func isAtName(_ names: String...) -> Bool { at(.name) && names.contains(text(current)) }

    func text(_ token: Token) -> String { source.text(token.extent) }

    func text(_ expression: Expression) -> String { shortSource(source.text(expression.extent)) }

    func extent(from start: Int) -> SourceRange {
        SourceRange(tokens[start].extent, through: index > start ? previous.extent : tokens[start].extent)
    }

    // MARK: Lines

    /// Whether a line break before the current token ends the statement: not inside `(` and `[`.
    var isAtLineBreak: Bool { isLineBreak(current) }

    func isLineBreak(_ token: Token) -> Bool {
        guard token.isAfterNewline else { return false }
        return switch openBrackets.last?.kind {
        case .leftParenthesis, .leftBracket, .interpolationStart: false
        default: true
        }
    }

    /// Whether the operator at hand goes on with the expression before it: on the same line, or first on
    /// the next one and followed by a space.
    var continuesExpression: Bool { !isAtLineBreak || peek().isAfterSpace }

    var isAtStatementEnd: Bool {
        switch current.kind {
        case .endOfFile, .semicolon, .rightBrace: true
        default: isAtLineBreak
        }
    }

    // MARK: Bounds

    mutating func enter() throws(Panic) {
        depth += 1
        guard depth > Parser.depthLimit else { return }
        throw stop(
            "expression", "too much stands inside one another", "the limit is \(Parser.depthLimit) levels",
            at: current.extent)
    }

    mutating func leave() { depth -= 1 }

    mutating func node(_ kind: Expression.Kind, _ extent: SourceRange) throws(Panic) -> Expression {
        let expression = Expression(kind, extent)
        guard expression.height > Parser.heightLimit else { return expression }
        throw stop(
            "expression", "this expression has too many parts",
            "the limit is \(Parser.heightLimit) operations upon one another; name a part of it with `let`",
            at: SourceRange(extent.start, extent.start + 1))
    }
}
