/// The names that the functions and closures inside some statements mention.
///
/// A variable of one of these names may be shared with a closure and so lives in a box; every other one
/// stays in its register. A name that only happens to be the same costs a box and changes nothing.
struct NestedNames {
    private(set) var names: Set<String> = []
    private var functionDepth = 0

    static func mentioned(in statements: [Statement]) -> Set<String> {
        var walk = NestedNames()
        walk.visit(statements)
        return walk.names
    }

    static func mentioned(in expression: Expression) -> Set<String> {
        var walk = NestedNames()
        walk.visit(expression)
        return walk.names
    }

    private mutating func mention(_ name: String) {
        if functionDepth > 0 { names.insert(name) }
    }

    private mutating func visit(_ statements: [Statement]) {
        for statement in statements { visit(statement) }
    }

    private mutating func visit(_ statement: Statement) {
        switch statement.kind {
        case .expression(let expression): visit(expression)
        case .binding(let binding): visit(binding.value)
        case .assignment(let assignment):
            switch assignment.target {
            case .name(let name): mention(name.text)
            case .index(let base, let arguments, _):
                visit(base)
                visit(arguments)
            case .discard: break
            }
            visit(assignment.value)
        case .function(let function):
            functionDepth += 1
            for parameter in function.parameters { parameter.defaultValue.map { visit($0) } }
            visit(function.body.statements)
            functionDepth -= 1
        case .conditional(let conditional):
            for clause in conditional.clauses {
                visit(clause.condition)
                visit(clause.body.statements)
            }
            conditional.otherwise.map { visit($0.statements) }
        case .whileLoop(let condition, let body):
            visit(condition)
            visit(body.statements)
        case .forLoop(_, let sequence, let body):
            visit(sequence)
            visit(body.statements)
        case .returning(let value): value.map { visit($0) }
        case .breaking, .continuing: break
        }
    }

    private mutating func visit(_ expression: Expression) {
        switch expression.kind {
        case .nil, .bool, .int, .double, .string, .shorthand, .lastResult: break
        case .name(let name): mention(name)
        case .interpolation(let pieces):
            for case .value(let value, let options) in pieces {
                visit(value)
                for option in options { visit(option.value) }
            }
        case .list(let elements), .tuple(let elements):
            for element in elements { visit(element) }
        case .dictionary(let entries):
            for entry in entries {
                visit(entry.key)
                visit(entry.value)
            }
        case .closure(let closure):
            functionDepth += 1
            visit(closure.body.statements)
            functionDepth -= 1
        case .call(let call):
            visit(call.callee)
            for argument in call.arguments { visit(argument.value) }
        case .member(let base, _): visit(base)
        case .index(let base, let arguments):
            visit(base)
            visit(arguments)
        case .unary(_, let operand): visit(operand)
        case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right),
            .coalesce(let left, let right), .range(let left, let right, _):
            visit(left)
            visit(right)
        case .conditional(let condition, let first, let second):
            visit(condition)
            visit(first)
            visit(second)
        }
    }

    private mutating func visit(_ arguments: [IndexArgument]) {
        for argument in arguments {
            switch argument.kind {
            case .value(let value): visit(value)
            case .range(let lower, let upper, _):
                lower.map { visit($0) }
                upper.map { visit($0) }
            }
        }
    }
}
