/// A node of the syntax tree that does something.
struct Statement: Sendable {
    let kind: Kind
    let extent: SourceRange

    indirect enum Kind: Sendable {
        case expression(Expression)
        case binding(Binding)
        case assignment(Assignment)
        case function(FunctionDeclaration)
        case conditional(Conditional)
        case whileLoop(condition: Expression, body: Block)
        case forLoop(pattern: Pattern, sequence: Expression, body: Block)
        case returning(Expression?)
        case breaking
        case continuing
    }
}

/// Statements in braces.
struct Block: Sendable {
    let statements: [Statement]
    /// With its braces.
    let extent: SourceRange
    /// Of the highest expression within, and one for each block inside another.
    let height: Int32

    /// The expression of a body that is nothing else; a function returns it.
    var onlyExpression: Expression? {
        guard statements.count == 1, case .expression(let expression) = statements[0].kind else { return nil }
        return expression
    }
}

/// `let pattern = value`, `var pattern = value`
struct Binding: Sendable {
    let isVariable: Bool
    let pattern: Pattern
    let value: Expression
}

/// `target = value`, `target += value`
struct Assignment: Sendable {
    let target: Target
    /// `+` of `+=`; nil for `=`.
    let operation: BinaryOperator?
    let value: Expression

    enum Target: Sendable {
        case name(Identifier)
        /// `rates["G"]`, `grid[0][1]`: the base is again an index or a name.
        case index(base: Expression, arguments: [IndexArgument], extent: SourceRange)
        /// `_ = f(x)` drops the value.
        case discard(SourceRange)
    }
}

/// `if a { … } else if b { … } else { … }`, flat, so that a long chain is no deep tree.
struct Conditional: Sendable {
    let clauses: [Clause]
    let otherwise: Block?

    struct Clause: Sendable {
        let condition: Expression
        let body: Block
    }
}

/// What a `let`, a `for` or a closure's parameter binds.
struct Pattern: Sendable {
    let kind: Kind
    let extent: SourceRange

    indirect enum Kind: Sendable {
        case name(String)
        /// `_`
        case discard
        /// `(a, b)`
        case tuple([Pattern])
    }

    /// Every name that it binds, from left to right.
    var names: [Identifier] {
        switch kind {
        case .name(let text): [Identifier(text: text, extent: extent)]
        case .discard: []
        case .tuple(let elements): elements.flatMap(\.names)
        }
    }
}

extension Block {
    init(_ statements: [Statement], _ extent: SourceRange) {
        self.statements = statements
        self.extent = extent
        self.height = statements.reduce(0) { max($0, $1.kind.height) } + 1
    }
}

extension Statement.Kind {
    fileprivate var height: Int32 {
        switch self {
        case .expression(let expression): expression.height
        case .binding(let binding): binding.value.height
        case .assignment(let assignment): max(assignment.value.height, assignment.target.height)
        case .function(let function):
            function.parameters.reduce(function.body.height) { max($0, $1.defaultValue?.height ?? 0) }
        case .conditional(let conditional):
            conditional.clauses.reduce(conditional.otherwise?.height ?? 0) {
                max($0, $1.condition.height, $1.body.height)
            }
        case .whileLoop(let condition, let body): max(condition.height, body.height)
        case .forLoop(_, let sequence, let body): max(sequence.height, body.height)
        case .returning(let value): value?.height ?? 0
        case .breaking, .continuing: 0
        }
    }
}

extension Assignment.Target {
    fileprivate var height: Int32 {
        guard case .index(let base, let arguments, let extent) = self else { return 0 }
        return Expression(.index(base, arguments), extent).height
    }

    var extent: SourceRange {
        switch self {
        case .name(let name): name.extent
        case .index(_, _, let extent), .discard(let extent): extent
        }
    }
}
