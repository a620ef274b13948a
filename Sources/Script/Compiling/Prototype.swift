import Synchronization

/// What the machine reads of a function while it runs it: addresses of memory that the prototype owns.
struct Code {
    let instructions: UnsafeMutablePointer<Instruction>
    /// The constants; before the first, going down, the addresses of the globals.
    let constants: UnsafeMutablePointer<Slot>
    let registerCount: Int
    /// How many arguments without labels fill every parameter; -1 where only binding can tell.
    let plainCount: Int
    let prototype: Unmanaged<Prototype>
}

/// A function as compiled, of which closures are made.
final class Prototype {
    let identity = FunctionIdentity.make()
    /// Empty for a closure.
    let name: String
    let source: SourceFile
    let extent: SourceRange
    let parameters: [ParameterFacts]
    /// Whether arguments more than the parameters are dropped: `{ 1 }` written where `{ x in 1 }` was asked.
    let ignoresArguments: Bool
    let captureSources: [CaptureSource]
    let functions: [Prototype]
    let globals: [GlobalCell]
    let shapes: [CallShape]
    let texts: [TextShape]
    let places: [PlaceShape]
    /// The names of its own variables, which a message about an unknown name compares.
    let localNames: Set<String>
    /// Which variables lie in its registers, for listings.
    private let variableNames: [VariableName]
    let code: UnsafeMutablePointer<Code>
    /// Where the blocks around it bind names, further down, that it looks for at the top level.
    private var bindingsBelow: [String: SourceRange] = [:]

    private let sites: [Site]
    private let siteOfInstruction: [Int32]
    let instructionCount: Int
    private let constantCount: Int

    var captureCount: Int { captureSources.count }

    /// Where a function was written.
    var definition: Span { source.span(extent) }

    /// What the trail of an error calls it.
    var title: String { name.isEmpty ? "a closure" : name }

    init(_ draft: PrototypeDraft) {
        name = draft.name
        source = draft.source
        extent = draft.extent
        parameters = draft.parameters
        ignoresArguments = draft.ignoresArguments
        captureSources = draft.captureSources
        functions = draft.functions
        globals = draft.globals
        shapes = draft.shapes
        texts = draft.texts
        places = draft.places
        localNames = draft.localNames
        variableNames = draft.variableNames
        sites = draft.sites
        siteOfInstruction = draft.siteOfInstruction
        instructionCount = draft.instructions.count
        constantCount = draft.constants.count

        let instructions = UnsafeMutablePointer<Instruction>.allocate(capacity: instructionCount)
        instructions.initialize(from: draft.instructions, count: instructionCount)
        let tables = UnsafeMutablePointer<Slot>.allocate(capacity: globals.count + constantCount)
        for (index, global) in globals.enumerated() {
            let address = Slot(head: Tag.mark, bits: UInt(bitPattern: global.content))
            (tables + (globals.count - 1 - index)).initialize(to: address)
        }
        let constants = tables + globals.count
        constants.initialize(from: draft.constants, count: constantCount)
        code = .allocate(capacity: 1)
        let isPlain = draft.parameters.allSatisfy { !$0.isLabelOnly && !$0.isOptional }
        code.initialize(
            to: Code(
                instructions: instructions, constants: constants,
                registerCount: draft.registerCount,
                plainCount: isPlain && !draft.ignoresArguments ? draft.parameters.count : -1,
                prototype: Unmanaged.passUnretained(self)))
    }

    deinit {
        for index in 0..<constantCount { code.pointee.constants[index].release() }
        code.pointee.instructions.deallocate()
        (code.pointee.constants - globals.count).deallocate()
        code.deallocate()
    }

    /// Notes that a block around the function binds a name further down, for a message about the name.
    func noteBinding(below name: String, _ extent: SourceRange) {
        if globals.contains(where: { $0.name == name }) { bindingsBelow[name] = extent }
        for function in functions { function.noteBinding(below: name, extent) }
    }

    /// Where a block around the function binds the name further down.
    func bindingBelow(_ name: String) -> Span? { bindingsBelow[name].map { source.span($0) } }

    func instruction(_ index: Int) -> Instruction { code.pointee.instructions[index] }

    /// The variable that lies in a register when the instruction is carried out.
    func variableName(in register: Int, at instruction: Int) -> String? {
        variableNames.last { Int($0.register) == register && $0.instructions.contains(instruction) }?.name
    }

    /// The place in the source of an instruction.
    func site(of instruction: Int) -> Site {
        sites[Int(siteOfInstruction[instruction])]
    }
}

/// A function while it is being compiled.
struct PrototypeDraft {
    var name: String
    var source: SourceFile
    var extent: SourceRange
    var parameters: [ParameterFacts] = []
    var ignoresArguments = false
    var captureSources: [CaptureSource] = []
    var functions: [Prototype] = []
    var globals: [GlobalCell] = []
    var shapes: [CallShape] = []
    var texts: [TextShape] = []
    var places: [PlaceShape] = []
    var localNames: Set<String> = []
    var variableNames: [VariableName] = []
    var instructions: [Instruction] = []
    var constants: [Slot] = []
    var sites: [Site] = []
    var siteOfInstruction: [Int32] = []
    var registerCount = 0
}

/// A variable's name, its register, and the instructions in whose scope it is.
struct VariableName {
    let name: String
    let register: UInt16
    var instructions: Range<Int>
}

/// Numbers that tell functions apart, also from those that are gone.
enum FunctionIdentity {
    private static let last = Atomic<Int>(0)

    static func make() -> Int { last.wrappingAdd(1, ordering: .relaxed).newValue }
}

/// From where a closure, when it is made, takes a variable.
enum CaptureSource: Equatable {
    case register(UInt16)
    case capture(UInt16)
    case runningClosure
}

/// What a message about an instruction needs of the source.
struct Site: Hashable {
    var whole: SourceRange
    var callee: SourceRange?
    var operands: [SourceRange] = []
    /// The labels of a call's arguments.
    var labels: [SourceRange?] = []
    var construct = ""
}
