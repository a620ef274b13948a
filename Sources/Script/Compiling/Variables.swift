/// The variables of a block.
struct Scope {
    /// Where the names of its variables begin among those of the function.
    var firstName = 0
    var variables: [String: Variable] = [:]
}

/// A variable in a register of the function that declared it.
struct Variable {
    let register: UInt16
    /// Whether the register holds a box, since closures share the variable.
    let isBoxed: Bool
    /// Why it cannot be assigned to; nil for a `var`.
    let constant: ConstantReason?
}

/// A variable of a function further out.
struct Capture {
    let name: String
    let source: CaptureSource
    let isBoxed: Bool
    let constant: ConstantReason?
}

/// What a name means at some place.
enum Resolution {
    case variable(Variable)
    case capture(UInt16, isBoxed: Bool, constant: ConstantReason?)
    /// The local function that is being compiled, by its own name.
    case runningClosure
    case global
}

extension FunctionCompiler {
    /// Finds a name in the open scopes, then in the functions around; what is nowhere is a global.
    func resolve(_ name: String) -> Resolution {
        find(name) ?? .global
    }

    private func find(_ name: String) -> Resolution? {
        for scope in scopes.reversed() {
            if let variable = scope.variables[name] { return .variable(variable) }
        }
        if let index = captures.firstIndex(where: { $0.name == name }) {
            return .capture(
                UInt16(index), isBoxed: captures[index].isBoxed, constant: captures[index].constant)
        }
        if name == ownName { return .runningClosure }
        guard let found = parent?.find(name) else { return nil }
        switch found {
        case .variable(let variable):
            return addCapture(
                name, .register(variable.register), isBoxed: variable.isBoxed, constant: variable.constant)
        case .capture(let index, let isBoxed, let constant):
            return addCapture(name, .capture(index), isBoxed: isBoxed, constant: constant)
        case .runningClosure:
            return addCapture(name, .runningClosure, isBoxed: false, constant: .function)
        case .global:
            return nil
        }
    }

    private func addCapture(
        _ name: String, _ source: CaptureSource, isBoxed: Bool, constant: ConstantReason?
    ) -> Resolution {
        captures.append(Capture(name: name, source: source, isBoxed: isBoxed, constant: constant))
        draft.captureSources.append(source)
        return .capture(UInt16(captures.count - 1), isBoxed: isBoxed, constant: constant)
    }

    /// Makes a register, already filled, the variable `name` of the innermost scope.
    func declare(_ name: Identifier, in register: UInt16, constant: ConstantReason?) throws {
        if scopes[scopes.count - 1].variables[name.text] != nil {
            throw failure(
                "`\(name.text)`", "this block has bound it already",
                "take another name, or `var` and an assignment to change it", at: name.extent)
        }
        let isBoxed = constant == nil && sharedNames.contains(name.text)
        if isBoxed { emit(.makeBox, register, at: name.extent) }
        scopes[scopes.count - 1].variables[name.text] = Variable(
            register: register, isBoxed: isBoxed, constant: constant)
        variableTop = max(variableTop, Int(register) + 1)
        draft.localNames.insert(name.text)
        // The instruction before has put the value there.
        draft.variableNames.append(
            VariableName(name: name.text, register: register, instructions: max(0, position - 1)..<Int.max))
        for function in draft.functions { function.noteBinding(below: name.text, name.extent) }
    }

    /// Compiles a block in a scope of its own; what its variables hold is let go of at its end.
    func inScope(_ extent: SourceRange, _ body: () throws -> Void) throws {
        let mark = nextRegister
        let oldTop = variableTop
        openScope()
        try body()
        clear(from: mark, at: extent)
        closeScope()
        nextRegister = mark
        variableTop = oldTop
    }

    func openScope() { scopes.append(Scope(firstName: draft.variableNames.count)) }

    func closeScope() {
        for index in scopes.removeLast().firstName..<draft.variableNames.count {
            let known = draft.variableNames[index].instructions
            draft.variableNames[index].instructions = known.lowerBound..<min(known.upperBound, position)
        }
    }

    /// Lets go of the variables from a register on.
    func clear(from first: Int, at extent: SourceRange) {
        let count = max(0, variableTop - first)
        if count > 0 { emit(.clear, UInt16(first), UInt16(count), at: extent) }
    }
}
