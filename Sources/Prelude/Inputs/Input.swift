import Script

/// How one parameter of an entry is called, what it takes, and how a script's value becomes an argument in Swift.
struct Input<Argument>: Sendable {
    /// The parameter as documentation sees it.
    let parameter: EntryParameter
    /// Whether it takes the value; decides whether `x.f(y)` may mean `f(x, y)`.
    let accepts: Accepted
    /// The argument. Throws a `Mistake` that says what is needed and what was found.
    let read: @Sendable (Given) throws -> Argument

    init(
        _ name: String, type: String, default defaultText: String? = nil, _ summary: String = "",
        isVariadic: Bool = false, isLabelOnly: Bool = false,
        accepts: Accepted, read: @escaping @Sendable (Given) throws -> Argument
    ) {
        parameter = EntryParameter(
            name: name, type: type, defaultText: defaultText, summary: summary, isVariadic: isVariadic,
            isLabelOnly: isLabelOnly)
        self.accepts = accepts
        self.read = read
    }

    /// A parameter that must be given, or is `fallback` when it is left out.
    init(
        _ name: String, type: String, _ summary: String, default fallback: Argument?, text: String?,
        isLabelOnly: Bool = false, accepts: Accepted,
        read: @escaping @Sendable (Given, Value) throws -> Argument
    ) where Argument: Sendable {
        self.init(
            name, type: type, default: text, summary, isLabelOnly: isLabelOnly, accepts: accepts
        ) { given in
            guard let value = given.value else {
                if let fallback { return fallback }
                throw given.mistake("`\(name)` is missing")
            }
            return try read(given, value)
        }
    }
}

extension Input {
    /// A parameter that may be left out, or be nil: the body then finds nil.
    ///
    /// - Parameter meaning: what leaving it out means, where `nil` does not say it.
    static func optional<Wrapped>(_ input: Input<Wrapped>, meaning: String = "nil") -> Self
    where Argument == Wrapped? {
        let read = input.read
        return Input(
            input.parameter.name, type: input.parameter.type, default: meaning, input.parameter.summary,
            isLabelOnly: input.parameter.isLabelOnly, accepts: input.accepts
        ) { given in
            switch given.value {
            case nil, .some(.none): nil
            default: try read(given)
            }
        }
    }

    /// The same parameter, whose argument becomes another one.
    func map<New>(_ change: @escaping @Sendable (Argument) -> New) -> Input<New> {
        let read = read
        return Input<New>(
            parameter.name, type: parameter.type, default: parameter.defaultText, parameter.summary,
            isVariadic: parameter.isVariadic, isLabelOnly: parameter.isLabelOnly, accepts: accepts
        ) { change(try read($0)) }
    }

    /// The same parameter, which can be given by its label only.
    static func labeled(_ input: Input<Argument>) -> Self {
        let parameter = input.parameter
        return Input(
            parameter.name, type: parameter.type, default: parameter.defaultText, parameter.summary,
            isVariadic: parameter.isVariadic, isLabelOnly: true, accepts: input.accepts, read: input.read)
    }
}
