import Script

extension Entry {
    /// A function whose arguments are read by its inputs.
    ///
    /// - Parameters:
    ///   - inputs: one for each parameter: its name, what it takes, and how a value becomes an argument.
    ///   - returns: what it gives, where the type that the body gives does not say it.
    ///   - body: receives the call and one argument for each input.
    init<each Argument, Result: ScriptConvertible>(
        _ name: String, _ topic: Topic, _ summary: String, _ inputs: repeat Input<each Argument>,
        returns: ResultKind = Result.resultKind, text: String = "", example: String, prints: Printed,
        raises: [String] = [], seeAlso: [String] = [],
        body: @escaping @Sendable (Call, repeat each Argument) throws -> Result
    ) {
        let (parameters, native) = Self.native(name, repeat each inputs, body: body) {
            try $0.scriptValue($1)
        }
        self.init(
            name: name, section: .topic(topic), summary: summary, text: text, parameters: parameters,
            result: returns, example: example, prints: prints, raises: raises, seeAlso: seeAlso,
            form: .function(native))
    }

    /// A function that is called for what it does, and gives nothing.
    static func action<each Argument>(
        _ name: String, _ topic: Topic, _ summary: String, _ inputs: repeat Input<each Argument>,
        text: String = "", example: String, prints: Printed, raises: [String] = [], seeAlso: [String] = [],
        body: @escaping @Sendable (Call, repeat each Argument) throws -> Void
    ) -> Entry {
        let (parameters, native) = Self.native(name, repeat each inputs, body: body) { _, _ in .none }
        return Entry(
            name: name, section: .topic(topic), summary: summary, text: text, parameters: parameters,
            result: .nothing, example: example, prints: prints, raises: raises, seeAlso: seeAlso,
            form: .function(native))
    }

    /// The native function that reads its arguments by inputs, with the parameters as documentation sees them.
    static func native<each Argument, Result>(
        _ name: String, _ inputs: repeat Input<each Argument>,
        body: @escaping @Sendable (Call, repeat each Argument) throws -> Result,
        value: @escaping @Sendable (Result, Interpreter) throws -> Value
    ) -> (parameters: [EntryParameter], native: NativeFunction) {
        var parameters: [EntryParameter] = []
        var accepted: Accepted?
        for input in repeat each inputs {
            parameters.append(input.parameter)
            accepted = accepted ?? input.accepts
        }
        let all = (repeat each inputs)
        let described = parameters
        let first = accepted
        let run: @Sendable (Arguments) throws -> Value = { arguments in
            let call = try Call(arguments)
            var next = 0
            func given() -> Given {
                defer { next += 1 }
                return Given(call: call, index: next, parameter: described[next])
            }
            let read = (repeat try (each all).read(given()))
            return try call.countingArguments(firstIsVariadic: described.first?.isVariadic ?? false) {
                try value(try body(call, repeat each read), call.interpreter)
            }
        }
        let native = NativeFunction(
            name: name,
            parameters: parameters.map {
                NativeParameter(
                    $0.name, isLabelOnly: $0.isLabelOnly, isVariadic: $0.isVariadic,
                    isOptional: $0.isOptional)
            }, firstAccepts: { first?.contains($0) ?? false }, body: run)
        return (parameters, native)
    }
}
