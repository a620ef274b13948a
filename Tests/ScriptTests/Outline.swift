@testable import Script

/// A syntax tree as nested lists, `(+ a (* b c))`, which shows how a text was read.
func outline(_ text: String) -> String {
    let parsed = Parser.parse(SourceFile(name: "test", text: text))
    guard parsed.firstError == nil else {
        return parsed.diagnostics.map { $0.rendered() }.joined(separator: "\n")
    }
    return parsed.program.statements.map(outline).joined(separator: "; ")
}

private func list(_ parts: [String]) -> String { "(\(parts.joined(separator: " ")))" }

private func outline(_ block: Block) -> String {
    "{\(block.statements.map(outline).joined(separator: "; "))}"
}

private func outline(_ pattern: Pattern) -> String {
    switch pattern.kind {
    case .name(let name): name
    case .discard: "_"
    case .tuple(let elements): list(elements.map(outline))
    }
}

private func outline(_ statement: Statement) -> String {
    switch statement.kind {
    case .expression(let value): outline(value)
    case .binding(let binding):
        list([binding.isVariable ? "var" : "let", outline(binding.pattern), outline(binding.value)])
    case .assignment(let assignment):
        list([
            "\(assignment.operation?.symbol ?? "")=", outline(assignment.target), outline(assignment.value),
        ])
    case .function(let function):
        list(["func", function.name.text, list(function.parameters.map(outline)), outline(function.body)])
    case .conditional(let conditional):
        list(
            ["if"] + conditional.clauses.flatMap { [outline($0.condition), outline($0.body)] }
                + (conditional.otherwise.map { [outline($0)] } ?? []))
    case .whileLoop(let condition, let body): list(["while", outline(condition), outline(body)])
    case .forLoop(let pattern, let sequence, let body):
        list(["for", outline(pattern), outline(sequence), outline(body)])
    case .returning(let value): list(["return"] + (value.map { [outline($0)] } ?? []))
    case .breaking: "(break)"
    case .continuing: "(continue)"
    }
}

private func outline(_ target: Assignment.Target) -> String {
    switch target {
    case .name(let name): name.text
    case .index(let base, let arguments, _): list(["index", outline(base)] + arguments.map(outline))
    case .discard: "_"
    }
}

private func outline(_ parameter: ParameterDeclaration) -> String {
    let name = parameter.label.map { "\($0.text):\(parameter.name.text)" } ?? parameter.name.text
    return parameter.defaultValue.map { "\(name)=\(outline($0))" } ?? name
}

private func outline(_ argument: ArgumentExpression) -> String {
    argument.label.map { "\($0.text): \(outline(argument.value))" } ?? outline(argument.value)
}

private func outline(_ argument: IndexArgument) -> String {
    switch argument.kind {
    case .value(let value): outline(value)
    case .range(let lower, let upper, let isClosed):
        "\(lower.map(outline) ?? "")\(isClosed ? "..." : "..<")\(upper.map(outline) ?? "")"
    }
}

private func outline(_ expression: Expression) -> String {
    switch expression.kind {
    case .nil: "nil"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .string(let text): text.debugDescription
    case .interpolation(let pieces): list(["string"] + pieces.map(outline))
    case .name(let name): name
    case .shorthand(let number): "$\(number)"
    case .lastResult: "_"
    case .list(let elements): "[\(elements.map(outline).joined(separator: " "))]"
    case .dictionary(let entries):
        "[\(entries.isEmpty ? ":" : entries.map { "\(outline($0.key)): \(outline($0.value))" }.joined(separator: " "))]"
    case .tuple(let elements): list(["tuple"] + elements.map(outline))
    case .closure(let closure): outline(closure)
    case .call(let call):
        list(
            ["call", outline(call.callee)] + call.arguments.map(outline)
                + (call.hasTrailingClosure ? ["trailing"] : []))
    case .member(let base, let name): list([".", outline(base), name.text])
    case .index(let base, let arguments): list(["index", outline(base)] + arguments.map(outline))
    case .unary(let operation, let operand): list([operation.symbol, outline(operand)])
    case .binary(let operation, let left, let right): list([operation.symbol, outline(left), outline(right)])
    case .and(let left, let right): list(["&&", outline(left), outline(right)])
    case .or(let left, let right): list(["||", outline(left), outline(right)])
    case .coalesce(let left, let right): list(["??", outline(left), outline(right)])
    case .conditional(let condition, let first, let second):
        list(["?", outline(condition), outline(first), outline(second)])
    case .range(let lower, let upper, let isClosed):
        list([isClosed ? "..." : "..<", outline(lower), outline(upper)])
    }
}

private func outline(_ closure: Closure) -> String {
    switch closure.parameters {
    case .named(let patterns): list(["closure", list(patterns.map(outline)), outline(closure.body)])
    case .shorthand(let count): list(["closure", "\(count)", outline(closure.body)])
    }
}

private func outline(_ piece: StringPiece) -> String {
    switch piece {
    case .text(let text): text.debugDescription
    case .value(let value, let options):
        options.isEmpty ? outline(value) : list([outline(value)] + options.map(outline))
    }
}
