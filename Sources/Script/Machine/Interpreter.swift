import Text

/// Runs programs, keeps what they bind, and calls their functions.
///
/// One interpreter belongs to one thread, best one with a large stack (`runOnLargeStack`). Values may pass
/// from one interpreter to another on the same thread: a function keeps the globals of its own program.
public final class Interpreter {
    /// How far scripts may go. The number of calls counts from when the interpreter is made.
    @exclusivity(unchecked) public var limits: Limits
    /// Where text goes that scripts print.
    public var output: (String) -> Void
    /// Where a picture goes: painted for a terminal, and in characters alone for a file. Nil: those go to `output`.
    public var show: ((_ picture: TerminalText, _ plain: String) -> Void)?
    /// What the natives of the host need: found by them as `arguments.interpreter.context`.
    public var context: AnyObject?
    /// Looked at in loops and calls. It throws `Interrupted` to stop the run silently, or a `Mistake` to stop
    /// it with a message.
    @exclusivity(unchecked) public var poll: (() throws -> Void)?

    /// What the host adds to errors.
    let advice: any Advice
    let globalTable: GlobalTable
    let stack: UnsafeMutablePointer<Stack>
    /// The thread's stack as it was when the outermost run or call began.
    var nativeStack = NativeStack()
    /// How many runs and calls from outside are under way, one inside the other.
    var entries = 0
    /// Functions that were replaced while they ran, which are let go of when nothing runs.
    var pendingRelease: [Slot] = []
    /// What is told before each statement of the program that is watched.
    var beforeStatement: ((Int) throws -> Void)?
    /// How many programs were compiled.
    private(set) var programsCompiled = 0
    /// Memory for putting a text together.
    @exclusivity(unchecked) var textBuilder = TextBuilder()
    /// Shapes of calls from outside, by the number of arguments.
    var positionalShapes: [CallShape] = []
    /// Where the program that is running binds its names, for messages about a use that comes too soon.
    var bindingsToCome: [String: Span] = [:]
    /// Steps counted before the fuel that is being used up was filled in.
    var stepsBeforeFuel = 0
    var fuelFilledIn = 0
    /// How many sources it has read; tests see by it that none is read twice.
    private(set) var programsRead = 0

    /// An interpreter whose scripts can call `natives` and read `constants`, and whose errors give the host's advice.
    public init(
        natives: [NativeFunction] = [], constants: [String: Value] = [:],
        advice: any Advice = LanguageAdvice(), limits: Limits = Limits(),
        output: @escaping (String) -> Void = { _ in }, context: AnyObject? = nil
    ) {
        self.limits = limits
        self.output = output
        self.context = context
        self.advice = advice
        globalTable = GlobalTable(natives: natives, constants: constants)
        stack = .allocate(capacity: 1)
        stack.initialize(to: Stack(calls: limits.calls))
    }

    deinit {
        stack.pointee.free()
        stack.deallocate()
    }

    /// Reads a source; the program may be run when there is no error among the diagnostics.
    public func parse(_ source: SourceFile) -> Parsed {
        programsRead += 1
        return Parser.parse(source, advice)
    }

    /// Runs a program, statement after statement; those before one that fails keep their effect.
    ///
    /// - Returns: the value of the last statement if that is an expression with a value.
    /// - Throws: a `Diagnostic`; `Interrupted`; what a native threw that is no `Mistake`.
    public func run(_ program: Program) throws -> Value? {
        try run(compiled(program), of: program)
    }

    /// Runs a program as `run(_:)` does, and tells before each of its statements which one comes.
    ///
    /// - Parameter before: gets the statement's index; what it throws ends the run.
    public func run(_ program: Program, before: (_ statement: Int) throws -> Void) throws -> Value? {
        let prototype = try compiled(program, isWatched: true)
        return try withoutActuallyEscaping(before) { before in
            let outer = beforeStatement
            beforeStatement = before
            defer { beforeStatement = outer }
            return try run(prototype, of: program)
        }
    }

    /// The program's code. What is wrong anywhere in it is said here, before anything runs.
    private func compiled(_ program: Program, isWatched: Bool = false) throws -> Prototype {
        programsCompiled += 1
        return try compile(program, globals: globalTable, advice: advice, isWatched: isWatched)
    }

    private func run(_ prototype: Prototype, of program: Program) throws -> Value? {
        let outer = bindingsToCome
        bindingsToCome = program.bindings
        defer { bindingsToCome = outer }
        let value = try carryOut(prototype, of: program)
        remember(value)
        return value
    }

    /// Makes a value the one that `_` means.
    private func remember(_ value: Value?) {
        if let value { globalTable.cell("_").content.replace(with: Slot(value)) }
    }

    private func carryOut(_ prototype: Prototype, of program: Program) throws -> Value? {
        let main = Slot.retaining(Tag.closure, ClosureObject(prototype, captures: []))
        defer { main.release() }
        let result: Slot
        do {
            result = try enter(main, [])
        } catch let mistake as Mistake {
            // A limit that was reached before the first statement began.
            let start = program.statementSpans.first ?? program.source.span(SourceRange(0, 0))
            throw mistake.diagnostic(whole: start, callee: nil, arguments: [], construct: "script")
        }
        defer { result.release() }
        return result.head == Tag.none ? nil : Value(result)
    }

    /// Calls a function, or an object that can be called, with arguments by position.
    public func call(_ function: Value, _ arguments: [Value]) throws -> Value {
        let callee = Slot(function)
        let slots = arguments.map { Slot($0) }
        defer {
            callee.release()
            for slot in slots { slot.release() }
        }
        let result = try callBack(callee, slots)
        defer { result.release() }
        return Value(result)
    }

    /// Calls with labeled arguments too.
    public func call(_ function: Value, _ arguments: CallArguments) throws -> Value {
        let callee = Slot(function)
        let slots = (arguments.positional + arguments.labeled.map(\.value)).map { Slot($0) }
        defer {
            callee.release()
            for slot in slots { slot.release() }
        }
        let labels = arguments.positional.map { _ in String?.none } + arguments.labeled.map(\.label)
        let shape = CallShape(name: "", labels: labels, hasTrailingClosure: false)
        let result = try callBack(callee, slots, shape)
        defer { result.release() }
        return Value(result)
    }

    /// What the session has bound, in the order in which the names were first bound.
    public var globals: [(name: String, value: Value)] {
        globalTable.order.compactMap { name in value(of: name).map { (name, $0) } }
    }

    /// What a name is bound to, by the session or by the prelude.
    public func value(of name: String) -> Value? {
        guard let cell = globalTable.existing(name), cell.isBound else { return nil }
        return Value(cell.content.pointee)
    }

    /// Binds a name as `let` would.
    public func bind(_ name: String, to value: Value) {
        let cell = globalTable.cell(name)
        replace(cell.content, with: Slot(value))
        globalTable.noteBinding(of: cell, constant: true)
    }

    /// What `_` stands for: the last result of a run, if there was one.
    public var lastResult: Value? {
        get { value(of: "_") }
        set { globalTable.cell("_").content.replace(with: newValue.map { Slot($0) } ?? .unbound) }
    }

    /// Whether two values are equal as `==` says.
    public func areEqual(_ left: Value, _ right: Value) throws -> Bool {
        let slots = (Slot(left), Slot(right))
        defer {
            slots.0.release()
            slots.1.release()
        }
        return try areEqual(slots.0, slots.1)
    }

    /// The value as text; never longer than `limits.stringBytes`.
    public func text(_ value: Value, _ style: ValueFormat = .print) throws -> String {
        let slot = Slot(value)
        defer { slot.release() }
        var text = TextBuilder()
        try write(slot, style, into: &text)
        return text.text
    }

    /// What a `for` over the value goes through.
    ///
    /// - Throws: a `Mistake` about argument 0 if it is nothing that a `for` can go through.
    public func elements(of value: Value) throws -> ListValue {
        let slot = Slot(value)
        defer { slot.release() }
        return ListValue(try list(of: slot))
    }
}
