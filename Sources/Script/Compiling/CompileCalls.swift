extension FunctionCompiler {
    /// Writes a call: the callee and the arguments in registers side by side, the result in the first.
    func compileCall(_ call: CallExpression, _ extent: SourceRange, into target: UInt16) throws {
        try checkLabels(call)
        if case .member(let base, let name) = call.callee.kind {
            if PlaceShape.changingMembers.contains(name.text),
                try compileChangingCall(call, base, name, extent, into: target)
            {
                return
            }
            return try compileMemberCall(call, base, name, extent, into: target)
        }
        // A temporary on top can be the call's first register itself.
        let isOnTop = Int(target) == nextRegister - 1 && Int(target) >= variableTop
        let first = isOnTop ? target : try allocate(extent)
        var calledGlobal: UInt16?
        var title = "call"
        if case .name(let name) = call.callee.kind {
            title = "call of \(name)"
            if case .global = resolve(name) {
                calledGlobal = try global(name, call.callee.extent)
            }
        }
        if calledGlobal == nil { try compile(call.callee, into: first) }
        try compileArguments(call.arguments)
        let site = Site(
            whole: extent, callee: call.callee.extent, operands: call.arguments.map(\.value.extent),
            labels: call.arguments.map(\.label?.extent), construct: title)
        let shape = CallShape(
            name: call.callee.kind.nameText, labels: call.labels, hasTrailingClosure: call.hasTrailingClosure)
        let number = try addShape(shape, extent)
        if let calledGlobal {
            emit(Instruction(.callGlobal, first, calledGlobal, number, flags: shape.plainCount), site)
        } else {
            emit(Instruction(.call, first, 0, number, flags: shape.plainCount), site)
        }
        if first != target { emit(.take, target, first, at: extent) }
    }

    private func compileMemberCall(
        _ call: CallExpression, _ base: Expression, _ name: Identifier, _ extent: SourceRange,
        into target: UInt16
    ) throws {
        let isOnTop = Int(target) == nextRegister - 1 && Int(target) >= variableTop
        let first = isOnTop ? target : try allocate(extent)
        try compile(base, into: try allocate(base.extent))
        try compileArguments(call.arguments)
        let shape = memberShape(name.text, call)
        emit(
            Instruction(.callMember, first, 0, try addShape(shape, extent)),
            Site(
                whole: extent, callee: name.extent,
                operands: [base.extent] + call.arguments.map(\.value.extent),
                labels: [nil] + call.arguments.map(\.label?.extent), construct: "call of \(name.text)"))
        if first != target { emit(.take, target, first, at: extent) }
    }

    /// The shape of `x.f(y)` seen as `f(x, y)`.
    func memberShape(_ name: String, _ call: CallExpression) -> CallShape {
        CallShape(
            name: name, labels: [nil] + call.labels, hasTrailingClosure: call.hasTrailingClosure,
            isMember: true, native: unit.globals.native(name), global: unit.globals.cell(name))
    }

    func compileArguments(_ arguments: [ArgumentExpression]) throws {
        for argument in arguments {
            try compile(argument.value, into: try allocate(argument.value.extent))
        }
    }

    private func checkLabels(_ call: CallExpression) throws {
        var seen: Set<String> = []
        for label in call.arguments.compactMap(\.label) where !seen.insert(label.text).inserted {
            throw failure(
                "call", "the label `\(label.text):` stands twice", "an argument is given once",
                at: label.extent)
        }
    }
}

extension CallExpression {
    var labels: [String?] { arguments.map { $0.label?.text } }
}

extension CallShape {
    /// The number of arguments for the instruction when they only need to be counted; 255 when labels or a
    /// trailing closure ask for more.
    var plainCount: UInt8 {
        hasLabels || hasTrailingClosure || count >= FunctionCompiler.mostParameters ? 255 : UInt8(count)
    }
}

extension Expression.Kind {
    /// The name, where the expression is one.
    var nameText: String {
        if case .name(let name) = self { name } else { "" }
    }
}
