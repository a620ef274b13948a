import Script
import Text

extension Entry {
    /// A member that is read without parentheses: `x.shape`.
    ///
    /// - Parameters:
    ///   - kind: whose member it is.
    ///   - returns: what it gives, where the type that the body gives does not say it.
    ///   - body: receives the object.
    static func property<Object, Result: ScriptConvertible>(
        _ kind: ObjectKind<Object>, _ name: String, _ summary: String,
        returns: ResultKind = Result.resultKind, text: String = "", example: String, prints: Printed,
        seeAlso: [String] = [], body: @escaping @Sendable (Object) throws -> Result
    ) -> Entry {
        let noun = kind.kind.name
        let property = Property(name: name, summary: summary) { object, interpreter in
            guard let found = object as? Object else {
                throw Mistake(problem: "`\(name)` is a member of another kind: \(noun)")
            }
            return try body(found).scriptValue(interpreter)
        }
        return Entry(
            name: name, section: .members(of: kind.kind), summary: summary, text: text, parameters: [],
            result: returns, example: example, prints: prints, raises: [], seeAlso: seeAlso,
            form: .property(property))
    }

    /// A member that is called: `data.sample(100)`. The body receives the object before the arguments.
    static func method<Object: LibraryObject, each Argument, Result: ScriptConvertible>(
        _ kind: ObjectKind<Object>, _ name: String, _ summary: String,
        _ inputs: repeat Input<each Argument>, returns: ResultKind = Result.resultKind, text: String = "",
        example: String, prints: Printed, raises: [String] = [], seeAlso: [String] = [],
        body: @escaping @Sendable (Call, Object, repeat each Argument) throws -> Result
    ) -> Entry {
        let (parameters, native) = native(
            name, .object(kind, kind.kind.name), repeat each inputs, body: body
        ) { try $0.scriptValue($1) }
        return Entry(
            name: name, section: .members(of: kind.kind), summary: summary, text: text,
            parameters: Array(parameters.dropFirst()), result: returns, example: example, prints: prints,
            raises: raises, seeAlso: seeAlso, form: .method(native))
    }

    /// A member that is called for what it does, and gives nothing: `optimizer.step(g)`.
    static func action<Object: LibraryObject, each Argument>(
        _ kind: ObjectKind<Object>, _ name: String, _ summary: String,
        _ inputs: repeat Input<each Argument>, text: String = "", example: String, prints: Printed,
        raises: [String] = [], seeAlso: [String] = [],
        body: @escaping @Sendable (Call, Object, repeat each Argument) throws -> Void
    ) -> Entry {
        let (parameters, native) = native(
            name, .object(kind, kind.kind.name), repeat each inputs, body: body
        ) { _, _ in .none }
        return Entry(
            name: name, section: .members(of: kind.kind), summary: summary, text: text,
            parameters: Array(parameters.dropFirst()), result: .nothing, example: example, prints: prints,
            raises: raises, seeAlso: seeAlso, form: .method(native))
    }

    /// A member that the language itself brings; a test holds these against what the interpreter knows.
    ///
    /// - Parameter takes: what stands between its parentheses; nil where there are none.
    static func builtin(
        _ kind: ValueKind, _ name: String, _ summary: String, takes: [EntryParameter]? = nil,
        returns: ResultKind = .nothing, text: String = "", example: String, prints: Printed,
        raises: [String] = [], seeAlso: [String] = []
    ) -> Entry {
        Entry(
            name: name, section: .members(of: kind), summary: summary, text: text, parameters: takes ?? [],
            result: returns, example: example, prints: prints, raises: raises, seeAlso: seeAlso,
            form: .builtin(isCalled: takes != nil))
    }
}
