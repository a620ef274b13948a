extension PlaceShape {
    /// Members that change a list, a string or a dictionary in place.
    static let changingMembers: Set<String> = [
        "append", "insert", "remove", "removeAll", "removeFirst", "removeLast",
    ]
}

extension FunctionCompiler {
    func compile(_ assignment: Assignment, _ extent: SourceRange) throws {
        switch assignment.target {
        case .discard:
            _ = try operand(assignment.value)
        case .name(let name):
            try compileAssignment(to: name, assignment, extent)
        case .index(let base, let arguments, let targetExtent):
            let place = try self.place(base, arguments, targetExtent, orElse: "assignment")
            if place.indices.count == 1, assignment.operation == nil,
                try compileSimple(place, assignment.value, targetExtent)
            {
                return
            }
            let change = assignment.operation.map { PlaceShape.Change.combine($0) } ?? .assign
            let first = UInt16(nextRegister)
            for index in place.indices { try compile(index, into: try allocate(index.extent)) }
            try compile(assignment.value, into: try allocate(assignment.value.extent))
            if nextRegister == Int(first) { _ = try allocate(extent) }
            try emitChange(
                place, change, first,
                Site(
                    whole: targetExtent, callee: place.extent,
                    operands: [place.extent] + place.indices.map(\.extent) + [assignment.value.extent],
                    construct: assignment.operation?.construct ?? "assignment"))
        }
    }

    private func compileAssignment(to name: Identifier, _ assignment: Assignment, _ extent: SourceRange)
        throws
    {
        let site = Site(
            whole: extent, callee: name.extent, operands: [name.extent, assignment.value.extent],
            construct: assignment.operation?.construct ?? "assignment")
        switch resolve(name.text) {
        case .variable(let variable):
            try checkVariable(variable.constant, name)
            if variable.isBoxed {
                try compileBoxed(assignment, name, site, get: .getBox, set: .setBox, variable.register)
            } else if assignment.operation == nil {
                try compile(assignment.value, into: variable.register)
            } else {
                try combine(assignment, variable.register, into: variable.register, site)
            }
        case .capture(let index, _, let constant):
            try checkVariable(constant, name)
            try compileBoxed(assignment, name, site, get: .getCaptureBox, set: .setCaptureBox, index)
        case .runningClosure:
            try checkVariable(.function, name)
        case .global:
            let cell = try global(name.text, name.extent)
            let value = try operand(assignment.value)
            if let operation = assignment.operation {
                emit(
                    Instruction(
                        .combineGlobal, value.register, cell, UInt16(operation.rawValue),
                        flags: value.frees(Flag.freesB)), site)
            } else {
                emit(
                    Instruction(.setGlobal, value.register, cell, flags: value.frees(Flag.freesB)),
                    Site(whole: name.extent, construct: "assignment"))
            }
        }
    }

    /// `x += value` where x is in a register.
    private func combine(_ assignment: Assignment, _ left: UInt16, into target: UInt16, _ site: Site) throws {
        guard let operation = assignment.operation else { return }
        try withTemporaries {
            if let withConstant = Opcode.of(operation).constant, let number = assignment.value.literalNumber {
                emit(
                    Instruction(withConstant, target, left, try constant(number, assignment.value.extent)),
                    site)
            } else {
                let value = try operand(assignment.value)
                emit(
                    Instruction(
                        Opcode.of(operation).registers, target, left, value.register,
                        flags: value.frees(Flag.freesC)),
                    site)
            }
        }
    }

    private func compileBoxed(
        _ assignment: Assignment, _ name: Identifier, _ site: Site, get: Opcode, set: Opcode, _ box: UInt16
    ) throws {
        let work = try allocate(name.extent)
        if assignment.operation == nil {
            try compile(assignment.value, into: work)
        } else {
            emit(get, work, box, at: name.extent)
            try combine(assignment, work, into: work, site)
        }
        emit(set, work, box, at: name.extent)
    }

    private func checkVariable(_ reason: ConstantReason?, _ name: Identifier) throws {
        guard let reason else { return }
        throw failure(
            "assignment", "`\(name.text)` is \(reason.phrase)", reason.advice(name.text), at: name.extent)
    }

    // MARK: Places

    /// A variable, and the indices that lead from it to the part that changes.
    private struct PartOfVariable {
        let root: PlaceShape.Root
        let name: String
        let constant: ConstantReason?
        var indices: [Expression]
        let extent: SourceRange
    }

    private func place(
        _ base: Expression, _ arguments: [IndexArgument], _ extent: SourceRange, orElse construct: String
    ) throws -> PartOfVariable {
        var indices = [try simpleIndex(arguments, extent)]
        var base = base
        while case .index(let inner, let more) = base.kind {
            indices.append(try simpleIndex(more, base.extent))
            base = inner
        }
        guard let root = try root(of: base) else {
            throw failure(
                construct, "this is no variable", "only a variable, or a part of one, can be changed",
                at: base.extent)
        }
        indices.reverse()
        return PartOfVariable(
            root: root.root, name: base.kind.nameText, constant: root.constant, indices: indices,
            extent: base.extent)
    }

    private func simpleIndex(_ arguments: [IndexArgument], _ extent: SourceRange) throws -> Expression {
        if arguments.count == 1, case .value(let index) = arguments[0].kind { return index }
        throw failure(
            "assignment", "it takes one position or key",
            "elements of a list are assigned one by one"
                + (unit.advice.words(on: .severalAssigned).map { "; \($0)" } ?? ""), at: extent)
    }

    private func root(of base: Expression) throws -> (root: PlaceShape.Root, constant: ConstantReason?)? {
        guard case .name(let name) = base.kind else { return nil }
        switch resolve(name) {
        case .variable(let variable):
            return (
                variable.isBoxed ? .box(variable.register) : .register(variable.register), variable.constant
            )
        case .capture(let index, let isBoxed, let constant):
            return isBoxed ? (.captureBox(index), constant) : (.capture(index), constant ?? .captured)
        case .runningClosure: return nil
        case .global: return (.global(try global(name, base.extent)), nil)
        }
    }

    /// `xs[i] = value` of a variable that holds a list: one instruction.
    private func compileSimple(_ place: PartOfVariable, _ value: Expression, _ extent: SourceRange) throws
        -> Bool
    {
        guard place.constant == nil else { return false }
        let root: UInt16
        let flags: UInt8
        switch place.root {
        case .register(let register): (root, flags) = (register, 0)
        case .global(let cell): (root, flags) = (cell, Flag.globalRoot)
        default: return false
        }
        let position = try operand(place.indices[0])
        let new = try operand(value)
        emit(
            Instruction(
                .setIndex, root, position.register, new.register,
                flags: flags | position.frees(Flag.freesB) | new.frees(Flag.freesC)),
            Site(
                whole: extent, callee: place.extent,
                operands: [place.extent, place.indices[0].extent, value.extent], construct: "assignment"))
        return true
    }

    /// `xs.append(1)` of a variable or of a part of one. False if the receiver is neither.
    func compileChangingCall(
        _ call: CallExpression, _ base: Expression, _ name: Identifier, _ extent: SourceRange,
        into target: UInt16
    ) throws -> Bool {
        var indices: [Expression] = []
        var inner = base
        while case .index(let next, let arguments) = inner.kind {
            guard arguments.count == 1, case .value(let index) = arguments[0].kind else { return false }
            indices.append(index)
            inner = next
        }
        guard let root = try root(of: inner) else { return false }
        let place = PartOfVariable(
            root: root.root, name: inner.kind.nameText, constant: root.constant, indices: indices.reversed(),
            extent: inner.extent)
        // The register of the result, one for the receiver if this is an ordinary call, the arguments.
        let first = try allocate(extent)
        _ = try allocate(base.extent)
        let arguments = try call.arguments.map { try allocate($0.value.extent) }
        for index in place.indices { try compile(index, into: try allocate(index.extent)) }
        for (argument, register) in zip(call.arguments, arguments) {
            try compile(argument.value, into: register)
        }
        try emitChange(
            place, .call(memberShape(name.text, call)), first,
            Site(
                whole: extent, callee: name.extent,
                operands: [base.extent] + call.arguments.map(\.value.extent) + place.indices.map(\.extent),
                labels: [nil] + call.arguments.map(\.label?.extent), construct: "call of \(name.text)"))
        emit(.take, target, first, at: extent)
        return true
    }

    private func addPlace(_ place: PartOfVariable, _ change: PlaceShape.Change, _ extent: SourceRange) throws
        -> UInt16
    {
        let number = try tableNumber(draft.places.count, extent)
        draft.places.append(
            PlaceShape(
                root: place.root, name: place.name, constant: place.constant, depth: place.indices.count,
                change: change))
        return number
    }

    private func emitChange(
        _ place: PartOfVariable, _ change: PlaceShape.Change, _ first: UInt16, _ site: Site
    ) throws {
        emit(Instruction(.changePlace, first, 0, try addPlace(place, change, site.whole)), site)
    }
}

extension ConstantReason {
    /// What the name is: "`x` is bound by `let`".
    var phrase: String {
        switch self {
        case .bound, .captured: "bound by `let`"
        case .parameter: "a parameter"
        case .loop: "the variable of a `for`"
        case .function: "a function"
        }
    }

    func advice(_ name: String) -> String {
        switch self {
        case .bound, .captured: "a `let` is a constant: bind it with `var` to change it"
        case .parameter: "parameters are constants: copy it first, `var copy = \(name)`"
        case .loop: "each turn binds it anew: copy it first, `var copy = \(name)`"
        case .function: "bind another name with `var`"
        }
    }
}
