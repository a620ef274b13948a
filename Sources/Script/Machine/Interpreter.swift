/// Runs programs, keeps what they bind, and calls their functions.
///
/// One interpreter belongs to one thread, best one with a large stack (`runOnLargeStack`). Values may pass
/// from one interpreter to another on the same thread: a function keeps the globals of its own program.
public final class Interpreter {
    /// Thrown instead of a `Diagnostic` when `poll` says that the user has asked to stop.
    public struct Interrupted: Error {
        /// The only one there is.
        public init() {}
    }

    /// How far scripts may go.
    public var limits: Limits
    /// Where text goes that scripts print.
    public var output: (String) -> Void
    /// What the natives of the host need: found by them as `arguments.interpreter.context`.
    public var context: AnyObject?
    /// Looked at in loops and calls. It throws `Interrupted` to stop the run silently, or a `Mistake` to stop
    /// it with a message.
    public var poll: (() throws -> Void)?

    /// An interpreter whose scripts can call `natives` and read `constants`.
    public init(
        natives: [NativeFunction] = [], constants: [String: Value] = [:], limits: Limits = Limits(),
        output: @escaping (String) -> Void = { _ in }, context: AnyObject? = nil
    ) {
        self.limits = limits
        self.output = output
        self.context = context
    }

    /// Reads a source; the program may be run when there is no error among the diagnostics.
    public func parse(_ source: SourceFile) -> Parsed { Parser.parse(source) }

    /// Runs a program, statement after statement; those before one that fails keep their effect.
    ///
    /// - Returns: the value of the last statement if that is an expression with a value.
    /// - Throws: a `Diagnostic`; `Interrupted`; what a native threw that is no `Mistake`.
    public func run(_ program: Program) throws -> Value? { nil }

    /// Calls a function, or an object that can be called, with arguments by position.
    public func call(_ function: Value, _ arguments: [Value]) throws -> Value { .none }

    /// Calls with labelled arguments too.
    public func call(_ function: Value, _ arguments: CallArguments) throws -> Value { .none }

    /// What the session has bound, in the order in which the names were first bound.
    public var globals: [(name: String, value: Value)] { [] }

    /// What a name is bound to, by the session or by the prelude.
    public func value(of name: String) -> Value? { nil }

    /// Binds a name as `let` would.
    public func bind(_ name: String, to value: Value) {}

    /// What `_` stands for: the last result of a run, if there was one.
    public var lastResult: Value?

    /// Counts work done by a native, in steps, against `limits.steps`, and looks at `poll`.
    public func spend(_ steps: Int) throws {}

    /// How many steps have been taken since the interpreter was made.
    public internal(set) var stepsTaken = 0

    /// Whether two values are equal as `==` says.
    public func areEqual(_ left: Value, _ right: Value) throws -> Bool { false }

    /// The value as text; never longer than `limits.stringBytes`.
    public func text(_ value: Value, _ style: TextStyle = .print) throws -> String { "" }

    /// What a `for` over the value would go through.
    public func elements(of value: Value) throws -> [Value] { [] }
}
