extension FunctionCompiler {
    /// Puts a closure of a `func` into a register.
    func compileFunction(
        _ function: FunctionDeclaration, _ extent: SourceRange, isLocal: Bool, into target: UInt16
    ) throws {
        let inner = FunctionCompiler(
            unit, parent: self, name: function.name.text, ownName: isLocal ? function.name.text : nil,
            extent: extent, sharedNames: NestedNames.mentioned(in: function.body.statements))
        try inner.compileParameters(function.parameters)
        try inner.compileBody(function.body)
        try makeClosure(inner, extent, into: target)
    }

    /// Puts a closure `{ x in … }` into a register.
    func compileClosure(_ closure: Closure, _ extent: SourceRange, into target: UInt16) throws {
        let inner = FunctionCompiler(
            unit, parent: self, name: "", extent: extent,
            sharedNames: NestedNames.mentioned(in: closure.body.statements))
        switch closure.parameters {
        case .named(let patterns):
            for (index, pattern) in patterns.enumerated() {
                _ = try inner.allocate(pattern.extent)
                let label = pattern.singleName ?? "parameter \(index + 1)"
                inner.draft.parameters.append(
                    ParameterFacts(label: label, isLabelOnly: false, isOptional: false, isVariadic: false))
            }
            inner.variableTop = patterns.count
            for (index, pattern) in patterns.enumerated() {
                try inner.declare(pattern, in: UInt16(index), constant: .parameter)
            }
            inner.draft.ignoresArguments = patterns.isEmpty
        case .shorthand(let count):
            for index in 0..<count {
                _ = try inner.allocate(extent)
                inner.draft.parameters.append(
                    ParameterFacts(
                        label: "$\(index)", isLabelOnly: false, isOptional: false, isVariadic: false))
            }
            inner.variableTop = count
            inner.shorthandCount = count
            inner.draft.ignoresArguments = count == 0
        }
        try inner.compileBody(closure.body)
        try makeClosure(inner, extent, into: target)
    }

    private func makeClosure(_ inner: FunctionCompiler, _ extent: SourceRange, into target: UInt16) throws {
        let number = try tableNumber(draft.functions.count, extent)
        draft.functions.append(inner.finish())
        draft.localNames.formUnion(inner.draft.localNames)
        emit(.makeClosure, target, number, at: extent)
    }

    /// Parameters take the first registers; defaults are worked out at each call that leaves them out.
    private func compileParameters(_ parameters: [ParameterDeclaration]) throws {
        for parameter in parameters {
            _ = try allocate(parameter.name.extent)
            draft.parameters.append(
                ParameterFacts(
                    label: parameter.argumentLabel, isLabelOnly: parameter.label != nil,
                    isOptional: parameter.defaultValue != nil, isVariadic: false))
        }
        guard parameters.count < Self.mostParameters else {
            throw failure(
                "function", "it has too many parameters", "\(Self.mostParameters - 1) are the most",
                at: draft.extent)
        }
        variableTop = parameters.count
        for (index, parameter) in parameters.enumerated() {
            if let value = parameter.defaultValue {
                let given = emitJump(.jumpIfGiven, UInt16(index), at: value.extent)
                try compile(value, into: UInt16(index))
                try land([given])
            }
            try declare(parameter.name, in: UInt16(index), constant: .parameter)
        }
    }

    /// The most arguments that an instruction counts by itself; beyond, the call's shape tells.
    static var mostParameters: Int { 250 }

    private func compileBody(_ body: Block) throws {
        if let expression = body.onlyExpression {
            try compileReturn(expression)
        } else {
            try compile(body.statements)
            emit(.returnNil, at: body.extent)
        }
    }

    /// The register of `$index`; nil outside closures. Inside a nested `func` there is none.
    func shorthandRegister(_ index: Int) -> UInt16? {
        index < shorthandCount ? UInt16(index) : nil
    }
}

extension Pattern {
    var singleName: String? {
        if case .name(let name) = kind { name } else { nil }
    }
}

/// Compiles a whole program: its statements become the body of one function.
///
/// - Parameter isWatched: whether the machine is to tell before each statement which one comes.
func compile(
    _ program: Program, globals: GlobalTable, advice: any Advice, isWatched: Bool = false
) throws -> Prototype {
    let unit = CompilationUnit(source: program.source, globals: globals, advice: advice)
    let extent = SourceRange(0, Int32(clamping: program.source.bytes.count))
    let compiler = FunctionCompiler(
        unit, parent: nil, name: "", extent: extent,
        sharedNames: NestedNames.mentioned(in: program.statements))
    for (index, statement) in program.statements.enumerated() {
        if isWatched { compiler.emitBeginning(of: index, at: statement.extent) }
        if index == program.statements.count - 1, case .expression(let expression) = statement.kind {
            try compiler.compileReturn(expression)
        } else {
            try compiler.compile(statement)
        }
    }
    compiler.emit(.returnNil, at: extent)
    return compiler.finish()
}
