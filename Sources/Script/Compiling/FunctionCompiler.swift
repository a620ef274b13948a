/// Compiles one function: its registers, its scopes, and the code written so far.
///
/// Registers are given out like a stack: variables of the open scopes below, temporaries above them.
final class FunctionCompiler {
    let unit: CompilationUnit
    /// The function around this one; nil for a program's top level.
    let parent: FunctionCompiler?
    /// The name by which a function inside another one calls itself.
    let ownName: String?
    /// The names that functions inside this one mention: variables so named live in boxes.
    var sharedNames: Set<String>
    var draft: PrototypeDraft

    var scopes: [Scope] = [Scope()]
    var loops: [OpenLoop] = []
    var nextRegister = 0
    /// The first register above all variables in scope.
    var variableTop = 0
    var captures: [Capture] = []
    /// How many parameters `$0`, `$1`… a closure has.
    var shorthandCount = 0
    private var constantNumbers: [ConstantKey: UInt16] = [:]
    private var globalNumbers: [String: UInt16] = [:]
    private var siteNumbers: [Site: Int32] = [:]

    init(
        _ unit: CompilationUnit, parent: FunctionCompiler?, name: String, ownName: String? = nil,
        extent: SourceRange, sharedNames: Set<String>
    ) {
        self.unit = unit
        self.parent = parent
        self.ownName = ownName
        self.sharedNames = sharedNames
        draft = PrototypeDraft(name: name, source: unit.source, extent: extent)
    }

    /// Whether the statements at hand are a program's own, whose names are globals.
    var isAtTopLevel: Bool { parent == nil && scopes.count == 1 }

    /// Whether a value that goes nowhere is a mistake here: in a function, not at the top level.
    var isInFunction: Bool { parent != nil }

    // MARK: Code

    var position: Int { draft.instructions.count }

    @discardableResult
    func emit(_ instruction: Instruction, _ site: Site) -> Int {
        let number =
            siteNumbers[site]
            ?? {
                let number = Int32(draft.sites.count)
                draft.sites.append(site)
                siteNumbers[site] = number
                return number
            }()
        draft.instructions.append(instruction)
        draft.siteOfInstruction.append(number)
        return draft.instructions.count - 1
    }

    @discardableResult
    func emit(
        _ opcode: Opcode, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0, flags: UInt8 = 0,
        at extent: SourceRange
    ) -> Int {
        emit(Instruction(opcode, a, b, c, flags: flags), Site(whole: extent))
    }

    /// A jump whose target is not known yet.
    func emitJump(_ opcode: Opcode, _ register: UInt16 = 0, at extent: SourceRange) -> Int {
        emit(opcode, register, at: extent)
    }

    /// Makes jumps that were waiting for a target lead here.
    func land(_ jumps: [Int]) throws {
        for jump in jumps {
            let distance = position - jump - 1
            if draft.instructions[jump].opcode.hasShortJump {
                guard let short = Int16(exactly: distance) else {
                    throw tooLarge(draft.sites[Int(draft.siteOfInstruction[jump])].whole)
                }
                draft.instructions[jump].a = UInt16(bitPattern: short)
            } else {
                draft.instructions[jump].distance = distance
            }
        }
    }

    /// A jump back.
    func emitLoop(_ opcode: Opcode, _ register: UInt16 = 0, to target: Int, at extent: SourceRange) {
        var instruction = Instruction(opcode, register)
        instruction.distance = target - position - 1
        emit(instruction, Site(whole: extent))
    }

    /// The mark before a statement of a program that is watched.
    func emitBeginning(of statement: Int, at extent: SourceRange) {
        var instruction = Instruction(.statement)
        instruction.distance = statement
        emit(instruction, Site(whole: extent))
    }

    func finish() -> Prototype {
        // Only now it is known how many registers a return has to clear.
        for index in draft.instructions.indices where draft.instructions[index].opcode.returns {
            draft.instructions[index].b = UInt16(draft.registerCount)
        }
        return Prototype(draft)
    }

    // MARK: Registers

    /// How many variables and values under way a function may have.
    static var mostRegisters: Int { 60_000 }
    /// How many different constants, and how many globals, it may name.
    static var mostInTable: Int { Int(UInt16.max) }

    func allocate(_ extent: SourceRange) throws -> UInt16 {
        guard nextRegister < Self.mostRegisters else { throw tooLarge(extent) }
        nextRegister += 1
        draft.registerCount = max(draft.registerCount, nextRegister)
        return UInt16(nextRegister - 1)
    }

    /// Gives temporaries back after `body`.
    func withTemporaries<Result>(_ body: () throws -> Result) rethrows -> Result {
        let mark = nextRegister
        defer { nextRegister = mark }
        return try body()
    }

    // MARK: Tables

    func constant(_ slot: Slot, _ extent: SourceRange) throws -> UInt16 {
        let key = ConstantKey(head: slot.head, bits: slot.bits)
        if !slot.isObject, let number = constantNumbers[key] { return number }
        let number = try tableNumber(draft.constants.count, extent)
        draft.constants.append(slot)
        constantNumbers[key] = number
        return number
    }

    func global(_ name: String, _ extent: SourceRange) throws -> UInt16 {
        if let number = globalNumbers[name] { return number }
        let number = try tableNumber(draft.globals.count, extent)
        draft.globals.append(unit.globals.cell(name))
        globalNumbers[name] = number
        return number
    }

    func tableNumber(_ count: Int, _ extent: SourceRange) throws -> UInt16 {
        guard count < Self.mostInTable else { throw tooLarge(extent) }
        return UInt16(count)
    }

    // MARK: Messages

    func failure(
        _ construct: String, _ problem: String, _ note: String = "", at extent: SourceRange,
        suggestions: [String] = []
    ) -> Diagnostic {
        Diagnostic(
            construct: construct, problem: problem, note: note, span: unit.source.span(extent),
            suggestions: suggestions)
    }

    private func tooLarge(_ extent: SourceRange) -> Diagnostic {
        failure(
            "function", "it is too long to be compiled", "split it into several functions", at: extent)
    }

    private struct ConstantKey: Hashable {
        let head: UInt
        let bits: UInt
    }
}

/// What all functions of a program share while they are compiled.
final class CompilationUnit {
    let source: SourceFile
    let globals: GlobalTable
    let advice: any Advice

    init(source: SourceFile, globals: GlobalTable, advice: any Advice) {
        self.source = source
        self.globals = globals
        self.advice = advice
    }
}

/// A loop that `break` and `continue` may leave or begin anew.
struct OpenLoop {
    var exits: [Int] = []
    var continues: [Int] = []
    /// The first register that belongs to the loop's body.
    let bodyStart: Int
}

extension Opcode {
    fileprivate var returns: Bool { self == .returnValue || self == .returnNil }
}
