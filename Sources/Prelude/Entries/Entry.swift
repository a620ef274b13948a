import Script

/// One function of the prelude: all that is known of it, in one place.
///
/// The checking of arguments, the words of errors, `?help`, completion and the reference come from here.
public struct Entry: Sendable {
    /// The name scripts call it by.
    public let name: String
    /// The kind whose member it is, such as "optimizer" for `opt.step(g)`; nil for a function of its own.
    public let owner: String?
    /// What it is about.
    public let topic: Topic
    /// One sentence.
    public let summary: String
    /// What more there is to say: formulas, shapes, papers. May be empty.
    public let text: String
    /// The parameters in order.
    public let parameters: [EntryParameter]
    /// What it gives; empty if nothing.
    public let returns: String
    /// A script that shows it at work.
    public let example: String
    /// What the example prints.
    public let prints: String
    /// Mistakes that are errors, one a line.
    public let raises: [String]
    /// Names of functions to read about next.
    public let seeAlso: [String]
    /// The function as the interpreter calls it.
    public let native: NativeFunction

    /// A function whose arguments are read by its inputs.
    ///
    /// - Parameters:
    ///   - inputs: one for each parameter: its name, what it takes, and how a value becomes an argument.
    ///   - body: receives the call and one argument for each input.
    init<each Argument, Result: ScriptConvertible>(
        _ name: String, _ topic: Topic, _ summary: String, _ inputs: repeat Input<each Argument>,
        memberOf owner: String? = nil, returns: String, text: String = "", example: String, prints: String,
        raises: [String] = [],
        seeAlso: [String] = [],
        body: @escaping @Sendable (Call, repeat each Argument) throws -> Result
    ) {
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
                try body(call, repeat each read).scriptValue
            }
        }
        let native = NativeFunction(
            name: name,
            parameters: parameters.map {
                NativeParameter(
                    $0.name, isLabelOnly: $0.isLabelOnly, isVariadic: $0.isVariadic,
                    isOptional: $0.isOptional)
            }, firstAccepts: { first?.contains($0) ?? false }, body: run)
        self.init(
            name, topic, summary, parameters, memberOf: owner, returns: returns, text: text, example: example,
            prints: prints, raises: raises, seeAlso: seeAlso, native: native)
    }

    /// A function that exists already, with its documentation.
    init(
        _ name: String, _ topic: Topic, _ summary: String, _ parameters: [EntryParameter],
        memberOf owner: String? = nil, returns: String,
        text: String = "", example: String, prints: String, raises: [String] = [], seeAlso: [String] = [],
        native: NativeFunction
    ) {
        self.name = name
        self.owner = owner
        self.topic = topic
        self.summary = summary
        self.text = text
        self.parameters = parameters
        self.returns = returns
        self.example = example
        self.prints = prints
        self.raises = raises
        self.seeAlso = seeAlso
        self.native = native
    }

    /// The call with its parameters and what it gives: "sum(x: Tensor, axis: Int = nil) -> Tensor".
    public var signature: String {
        let receiver = owner.map { "\($0)." } ?? ""
        let taken = owner == nil ? parameters[...] : parameters.dropFirst()
        let call = "\(receiver)\(name)(\(taken.map(\.text).joined(separator: ", ")))"
        return returns.isEmpty ? call : "\(call) -> \(returns)"
    }
}
