/// Where an operand lies.
struct Operand {
    let register: UInt16
    let isTemporary: Bool

    /// The flag if the machine may let go of the operand after use.
    func frees(_ flag: UInt8) -> UInt8 { isTemporary ? flag : 0 }
}

extension FunctionCompiler {
    /// The register that holds the expression's value: a variable's own, or a new temporary.
    func operand(_ expression: Expression) throws -> Operand {
        if let register = variableRegister(of: expression) {
            return Operand(register: register, isTemporary: false)
        }
        let register = try allocate(expression.extent)
        try compile(expression, into: register)
        return Operand(register: register, isTemporary: true)
    }

    /// The same, but where a temporary is needed it is the register that the result goes to, if that is free.
    private func operand(_ expression: Expression, orIn target: UInt16) throws -> Operand {
        guard isFresh(target), variableRegister(of: expression) == nil else { return try operand(expression) }
        try compile(expression, into: target)
        return Operand(register: target, isTemporary: true)
    }

    private func variableRegister(of expression: Expression) -> UInt16? {
        switch expression.kind {
        case .name(let name):
            guard case .variable(let variable) = resolve(name), !variable.isBoxed else { return nil }
            return variable.register
        case .shorthand(let index): return shorthandRegister(index)
        default: return nil
        }
    }

    /// Whether a register holds nothing that the expression being compiled could read.
    private func isFresh(_ register: UInt16) -> Bool { Int(register) >= variableTop }

    /// Writes the code that puts the expression's value into a register.
    func compile(_ expression: Expression, into target: UInt16) throws {
        try withTemporaries { try compileValue(expression, into: target) }
    }

    private func compileValue(_ expression: Expression, into target: UInt16) throws {
        let extent = expression.extent
        switch expression.kind {
        case .nil: emit(.loadNil, target, at: extent)
        case .bool(let value): try load(.bool(value), target, extent)
        case .int(let value):
            if let small = Int16(exactly: value) {
                emit(.loadInt, target, UInt16(bitPattern: small), at: extent)
            } else {
                try load(.int(value), target, extent)
            }
        case .double(let value): try load(.double(value), target, extent)
        case .string(let text): try load(.string(text), target, extent)
        case .interpolation(let pieces): try compileText(pieces, extent, into: target)
        case .name(let name): try compileName(name, extent, into: target)
        case .shorthand(let index):
            if let register = shorthandRegister(index) {
                emit(.move, target, register, at: extent)
            } else {
                throw failure("`$\(index)`", "it stands in no closure", "`{ $0 * $0 }` is one", at: extent)
            }
        case .lastResult:
            emit(.getGlobal, target, try global("_", extent), at: extent)
        case .list(let elements): try compileList(elements, extent, into: target)
        case .dictionary(let entries): try compileDictionary(entries, extent, into: target)
        case .tuple(let elements):
            let first = UInt16(nextRegister)
            for element in elements { try compile(element, into: try allocate(element.extent)) }
            emit(.makeTuple, target, first, UInt16(elements.count), at: extent)
        case .closure(let closure): try compileClosure(closure, extent, into: target)
        case .call(let call): try compileCall(call, extent, into: target)
        case .member(let base, let name): try compileMember(base, name, extent, into: target)
        case .index(let base, let arguments): try compileIndex(base, arguments, extent, into: target)
        case .unary(let operation, let operand): try compileUnary(operation, operand, extent, into: target)
        case .binary(let operation, let left, let right):
            try compileBinary(operation, left, right, extent, into: target)
        case .and(let left, let right):
            try compileShortCircuit(left, right, .jumpIfFalse, extent, into: target)
        case .or(let left, let right):
            try compileShortCircuit(left, right, .jumpIfTrue, extent, into: target)
        case .coalesce(let left, let right):
            try inFreshRegister(target, extent) { work in
                try compile(left, into: work)
                let jump = emitJump(.jumpUnlessNil, work, at: extent)
                try compile(right, into: work)
                try land([jump])
            }
        case .conditional(let condition, let first, let second):
            let misses = try jumpUnless(condition, construct: "`? :`")
            try compile(first, into: target)
            let exit = emitJump(.jump, at: extent)
            try land(misses)
            try compile(second, into: target)
            try land([exit])
        case .range(let lower, let upper, let isClosed):
            let low = try operand(lower)
            let high = try operand(upper)
            emit(
                Instruction(
                    .makeRange, target, low.register, high.register, flags: isClosed ? Flag.closed : 0),
                Site(whole: extent, operands: [lower.extent, upper.extent], construct: "range"))
        }
    }

    private func load(_ slot: Slot, _ target: UInt16, _ extent: SourceRange) throws {
        emit(.load, target, try constant(slot, extent), at: extent)
    }

    /// Runs `body` with a register that the expression cannot read while it is half done.
    private func inFreshRegister(
        _ target: UInt16, _ extent: SourceRange, _ body: (UInt16) throws -> Void
    ) throws {
        if isFresh(target) { return try body(target) }
        let work = try allocate(extent)
        try body(work)
        emit(.take, target, work, at: extent)
    }

    private func compileShortCircuit(
        _ left: Expression, _ right: Expression, _ jump: Opcode, _ extent: SourceRange, into target: UInt16
    ) throws {
        let construct = jump == .jumpIfFalse ? "`&&`" : "`||`"
        try inFreshRegister(target, extent) { work in
            try compile(left, into: work)
            let done = emit(Instruction(jump, work), Site(whole: left.extent, construct: construct))
            try compile(right, into: work)
            emit(Instruction(.checkBool, work), Site(whole: right.extent, construct: construct))
            try land([done])
        }
    }

    private func compileName(_ name: String, _ extent: SourceRange, into target: UInt16) throws {
        switch resolve(name) {
        case .variable(let variable):
            emit(variable.isBoxed ? .getBox : .move, target, variable.register, at: extent)
        case .capture(let index, let isBoxed, _):
            emit(isBoxed ? .getCaptureBox : .getCapture, target, index, at: extent)
        case .runningClosure: emit(.loadSelf, target, at: extent)
        case .global: emit(.getGlobal, target, try global(name, extent), at: extent)
        }
    }

    private func compileUnary(
        _ operation: UnaryOperator, _ inner: Expression, _ extent: SourceRange, into target: UInt16
    ) throws {
        if operation == .negate {
            switch inner.kind {
            case .int(let value) where value != .min: return try load(.int(-value), target, extent)
            case .double(let value): return try load(.double(-value), target, extent)
            default: break
            }
        }
        let value = try operand(inner)
        emit(
            Instruction(
                operation == .negate ? .negate : .not, target, value.register,
                flags: value.frees(Flag.freesB)),
            Site(whole: extent, operands: [inner.extent], construct: operation.construct))
    }

    private func compileBinary(
        _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ extent: SourceRange,
        into target: UInt16
    ) throws {
        let site = Site(whole: extent, operands: [left.extent, right.extent], construct: operation.construct)
        if let withConstant = Opcode.of(operation).constant {
            if let number = right.literalNumber {
                let first = try operand(left, orIn: target)
                emit(
                    Instruction(
                        withConstant, target, first.register, try constant(number, right.extent),
                        flags: first.frees(Flag.freesB)), site)
                return
            }
            if operation == .add || operation == .multiply, let number = left.literalNumber {
                let second = try operand(right, orIn: target)
                emit(
                    Instruction(
                        withConstant, target, second.register, try constant(number, left.extent),
                        flags: second.frees(Flag.freesB) | Flag.swapped), site)
                return
            }
        }
        let first = try operand(left, orIn: target)
        let second = try operand(right)
        emit(
            Instruction(
                Opcode.of(operation).registers, target, first.register, second.register,
                flags: first.frees(Flag.freesB) | second.frees(Flag.freesC)), site)
    }

    // MARK: Literals

    private func compileList(_ elements: [Expression], _ extent: SourceRange, into target: UInt16) throws {
        try compileChunks(elements, extent, into: target, make: .makeList, extend: .extendList) { element in
            try compile(element, into: try allocate(element.extent))
        }
    }

    private func compileDictionary(
        _ entries: [DictionaryEntry], _ extent: SourceRange, into target: UInt16
    ) throws {
        try compileChunks(entries, extent, into: target, make: .makeDictionary, extend: .extendDictionary) {
            try compile($0.key, into: try allocate($0.key.extent))
            try compile($0.value, into: try allocate($0.value.extent))
        }
    }

    /// A long literal is made piece by piece, so that it does not need a register for each element.
    private func compileChunks<Element>(
        _ elements: [Element], _ extent: SourceRange, into target: UInt16, make: Opcode, extend: Opcode,
        _ compileElement: (Element) throws -> Void
    ) throws {
        try inFreshRegister(target, extent) { work in
            var rest = elements[...]
            var operation = make
            repeat {
                try withTemporaries {
                    let first = UInt16(nextRegister)
                    let chunk = rest.prefix(200)
                    for element in chunk { try compileElement(element) }
                    emit(operation, work, first, UInt16(chunk.count), at: extent)
                    rest = rest.dropFirst(chunk.count)
                    operation = extend
                }
            } while !rest.isEmpty
        }
    }

    private func compileText(_ pieces: [StringPiece], _ extent: SourceRange, into target: UInt16) throws {
        var shape: [TextShape.Segment] = []
        var literals: [UInt8] = []
        var operands: [SourceRange] = []
        let first = UInt16(nextRegister)
        for piece in pieces {
            switch piece {
            case .text(let text):
                let start = literals.count
                literals += text.utf8
                shape.append(.text(start..<literals.count))
            case .value(let value, let options):
                try compile(value, into: try allocate(value.extent))
                operands.append(value.extent)
                guard let option = options.first else {
                    shape.append(.value)
                    continue
                }
                guard options.count == 1, option.label?.text == "digits" else {
                    let wrong = option.label?.text == "digits" ? options[1] : option
                    throw failure(
                        "string", "a value in it takes no such setting",
                        "the one there is: `\\(x, digits: 3)`",
                        at: wrong.label?.extent ?? wrong.value.extent)
                }
                try compile(option.value, into: try allocate(option.value.extent))
                operands.append(option.value.extent)
                shape.append(.digits)
            }
        }
        let number = try tableNumber(draft.texts.count, extent)
        draft.texts.append(TextShape(pieces: shape, literals: literals))
        emit(
            Instruction(.interpolate, target, first, number),
            Site(whole: extent, operands: operands, construct: "string"))
    }

    // MARK: Parts

    private func compileMember(
        _ base: Expression, _ name: Identifier, _ extent: SourceRange, into target: UInt16
    ) throws {
        let value = try operand(base)
        let shape = try addShape(
            CallShape(
                name: name.text, labels: [], hasTrailingClosure: false,
                native: unit.globals.native(name.text), global: unit.globals.existing(name.text)), extent)
        emit(
            Instruction(.member, target, value.register, shape, flags: value.frees(Flag.freesB)),
            Site(
                whole: extent, callee: name.extent, operands: [base.extent],
                construct: "member `\(name.text)`"))
    }

    private func compileIndex(
        _ base: Expression, _ arguments: [IndexArgument], _ extent: SourceRange, into target: UInt16
    ) throws {
        if arguments.count == 1, case .value(let index) = arguments[0].kind {
            let value = try operand(base)
            let position = try operand(index)
            emit(
                Instruction(
                    .index, target, value.register, position.register,
                    flags: value.frees(Flag.freesB) | position.frees(Flag.freesC)),
                Site(whole: extent, operands: [base.extent, index.extent], construct: "index"))
            return
        }
        let first = try allocate(extent)
        try compile(base, into: first)
        var operands = [base.extent]
        var labels: [String?] = []
        for argument in arguments {
            operands.append(argument.extent)
            switch argument.kind {
            case .value(let value):
                try compile(value, into: try allocate(value.extent))
                labels.append(nil)
            case .range(let lower, let upper, let isClosed):
                for bound in [lower, upper] {
                    let register = try allocate(argument.extent)
                    if let bound {
                        try compile(bound, into: register)
                    } else {
                        emit(.loadNil, register, at: argument.extent)
                    }
                }
                labels.append(isClosed ? "..." : "..<")
            }
        }
        // The labels of the shape tell which items are ranges: `..<`, `...` or nothing.
        let shape = try addShape(CallShape(name: "index", labels: labels, hasTrailingClosure: false), extent)
        emit(
            Instruction(.indexItems, target, first, shape),
            Site(whole: extent, operands: operands, construct: "index"))
    }

    func addShape(_ shape: CallShape, _ extent: SourceRange) throws -> UInt16 {
        let number = try tableNumber(draft.shapes.count, extent)
        draft.shapes.append(shape)
        return number
    }
}

extension Expression {
    /// The number that is written here, also with a minus before it.
    var literalNumber: Slot? {
        switch kind {
        case .int(let value): .int(value)
        case .double(let value): .double(value)
        case .unary(.negate, let operand):
            switch operand.kind {
            case .int(let value) where value != .min: .int(-value)
            case .double(let value): .double(-value)
            default: nil
            }
        default: nil
        }
    }
}
