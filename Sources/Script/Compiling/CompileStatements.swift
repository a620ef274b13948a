extension FunctionCompiler {
    func compile(_ statements: [Statement]) throws {
        for statement in statements { try compile(statement) }
    }

    func compile(_ statement: Statement) throws {
        let mark = nextRegister
        switch statement.kind {
        case .expression(let expression):
            try checkUse(of: expression)
            _ = try operand(expression)
            nextRegister = mark
        case .binding(let binding): try compile(binding)
        case .assignment(let assignment):
            try compile(assignment, statement.extent)
            nextRegister = mark
        case .function(let function): try compile(function, statement.extent)
        case .conditional(let conditional): try compile(conditional)
        case .whileLoop(let condition, let body): try compileWhile(condition, body)
        case .forLoop(let pattern, let sequence, let body): try compileFor(pattern, sequence, body)
        case .returning(let value):
            guard let value else {
                emit(.returnNil, at: statement.extent)
                return
            }
            try compileReturn(value)
        case .breaking:
            guard let loop = loops.last else { throw noLoop("break", statement.extent) }
            clear(from: loop.bodyStart, at: statement.extent)
            loops[loops.count - 1].exits.append(emitJump(.jump, at: statement.extent))
        case .continuing:
            guard let loop = loops.last else { throw noLoop("continue", statement.extent) }
            clear(from: loop.bodyStart, at: statement.extent)
            loops[loops.count - 1].continues.append(emitJump(.jump, at: statement.extent))
        }
    }

    func compileReturn(_ value: Expression) throws {
        if case .conditional(let condition, let first, let second) = value.kind {
            // Each branch gives back by itself, so that a variable need not be moved to where both meet.
            let misses = try jumpUnless(condition, construct: "`? :`")
            try compileReturn(first)
            try land(misses)
            return try compileReturn(second)
        }
        try withTemporaries {
            let result = try operand(value)
            emit(.returnValue, result.register, at: value.extent)
        }
    }

    private func noLoop(_ word: String, _ extent: SourceRange) -> Diagnostic {
        failure("`\(word)`", "there is no loop around it", "it belongs into a `for` or a `while`", at: extent)
    }

    /// In a function, a value that nothing takes up is a forgotten `return`.
    private func checkUse(of expression: Expression) throws {
        guard isInFunction, !expression.isCall else { return }
        throw failure(
            "value", "it goes nowhere",
            "write `return` before it if the function is to give it back, or bind it with `let`",
            at: expression.extent)
    }

    // MARK: Bindings

    private func compile(_ binding: Binding) throws {
        let reason: ConstantReason? = binding.isVariable ? nil : .bound
        if isAtTopLevel {
            try withTemporaries {
                let value = try operand(binding.value)
                try bindGlobals(binding.pattern, value.register, constant: !binding.isVariable)
            }
            return
        }
        let register = try allocate(binding.pattern.extent)
        try compile(binding.value, into: register)
        try declare(binding.pattern, in: register, constant: reason)
    }

    /// Declares a pattern's names: the first in the register that holds the value, more behind it.
    func declare(_ pattern: Pattern, in register: UInt16, constant: ConstantReason?) throws {
        switch pattern.kind {
        case .name(let name):
            try declare(Identifier(text: name, extent: pattern.extent), in: register, constant: constant)
        case .discard:
            variableTop = max(variableTop, Int(register) + 1)
        case .tuple(let elements):
            variableTop = max(variableTop, Int(register) + 1)
            let first = try unpack(elements.count, register, pattern.extent)
            for (index, element) in elements.enumerated() {
                try declare(element, in: first + UInt16(index), constant: constant)
            }
        }
    }

    private func unpack(_ count: Int, _ register: UInt16, _ extent: SourceRange) throws -> UInt16 {
        let first = try allocate(extent)
        for _ in 1..<max(1, count) { _ = try allocate(extent) }
        emit(.unpack, first, register, UInt16(count), at: extent)
        return first
    }

    /// Takes everything apart first, so that nothing is bound if a part does not fit.
    private func bindGlobals(_ pattern: Pattern, _ register: UInt16, constant: Bool) throws {
        var found: [(name: Identifier, register: UInt16)] = []
        try takeApart(pattern, register, &found)
        for (name, register) in found {
            try bindGlobal(name, register, constant: constant)
        }
    }

    private func takeApart(
        _ pattern: Pattern, _ register: UInt16, _ found: inout [(name: Identifier, register: UInt16)]
    ) throws {
        switch pattern.kind {
        case .name(let name): found.append((Identifier(text: name, extent: pattern.extent), register))
        case .discard: break
        case .tuple(let elements):
            let first = try unpack(elements.count, register, pattern.extent)
            for (index, element) in elements.enumerated() {
                try takeApart(element, first + UInt16(index), &found)
            }
        }
    }

    private func bindGlobal(_ name: Identifier, _ register: UInt16, constant: Bool) throws {
        let cell = try global(name.text, name.extent)
        emit(.bindGlobal, register, cell, flags: constant ? Flag.constant : 0, at: name.extent)
    }

    private func compile(_ function: FunctionDeclaration, _ extent: SourceRange) throws {
        if isAtTopLevel {
            try withTemporaries {
                let register = try allocate(extent)
                try compileFunction(function, extent, isLocal: false, into: register)
                try bindGlobal(function.name, register, constant: true)
            }
        } else {
            let register = try allocate(extent)
            try compileFunction(function, extent, isLocal: true, into: register)
            try declare(function.name, in: register, constant: .function)
        }
    }

    // MARK: Branches and loops

    private func compile(_ conditional: Conditional) throws {
        var exits: [Int] = []
        for (index, clause) in conditional.clauses.enumerated() {
            let misses = try jumpUnless(clause.condition, construct: "if")
            try inScope(clause.body.extent) { try compile(clause.body.statements) }
            let isLast = index == conditional.clauses.count - 1 && conditional.otherwise == nil
            if !isLast { exits.append(emitJump(.jump, at: clause.body.extent)) }
            try land(misses)
        }
        if let otherwise = conditional.otherwise {
            try inScope(otherwise.extent) { try compile(otherwise.statements) }
        }
        try land(exits)
    }

    private func compileWhile(_ condition: Expression, _ body: Block) throws {
        let start = position
        let misses = try jumpUnless(condition, construct: "while")
        loops.append(OpenLoop(bodyStart: nextRegister))
        try inScope(body.extent) { try compile(body.statements) }
        let loop = loops.removeLast()
        try land(loop.continues)
        emitLoop(.loop, to: start, at: body.extent)
        try land(misses + loop.exits)
    }

    private func compileFor(_ pattern: Pattern, _ sequence: Expression, _ body: Block) throws {
        try inScope(sequence.extent) {
            let state = try allocate(sequence.extent)
            for _ in 1..<4 { _ = try allocate(sequence.extent) }
            if case .range(let lower, let upper, let isClosed) = sequence.kind {
                try compile(lower, into: state + 1)
                try compile(upper, into: state + 2)
                emit(
                    Instruction(.prepareCount, state, flags: isClosed ? Flag.closed : 0),
                    Site(whole: sequence.extent, operands: [lower.extent, upper.extent], construct: "range"))
            } else {
                try withTemporaries {
                    let value = try operand(sequence)
                    emit(
                        Instruction(.prepareLoop, state, value.register, flags: value.frees(Flag.freesB)),
                        Site(whole: sequence.extent, operands: [sequence.extent], construct: "for"))
                }
            }
            variableTop = max(variableTop, Int(state) + 4)
            let finished = emitJump(.next, state, at: sequence.extent)
            openScope()
            try declare(pattern, in: state + 3, constant: .loop)
            let patternTop = nextRegister
            loops.append(OpenLoop(bodyStart: patternTop))
            try inScope(body.extent) { try compile(body.statements) }
            let loop = loops.removeLast()
            try land(loop.continues)
            emitLoop(.again, state, to: finished + 1, at: body.extent)
            closeScope()
            try land([finished] + loop.exits)
            variableTop = max(variableTop, patternTop)
        }
    }
}
