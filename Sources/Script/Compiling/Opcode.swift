/// What an instruction does. Each has its row in the table below, in `row`.
///
/// ORDER: comparisons stand in the order of `BinaryOperator`, in each of their three forms, so that the machine finds
/// the operator by subtraction (`comparison(from:)`). A test holds the table against it.
enum Opcode: UInt8, CaseIterable, Sendable {
    // Moving values
    case load, loadInt, loadNil, move, take, clear
    case getGlobal, setGlobal, bindGlobal, combineGlobal
    case makeBox, getBox, setBox, getCapture, getCaptureBox, setCaptureBox
    case loadSelf, makeClosure
    // Arithmetic
    case add, addConstant, subtract, subtractConstant, multiply, multiplyConstant
    case divide, divideConstant, remainder, remainderConstant, power, matrixProduct
    case negate, not
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
    // Jumps
    case jump, loop, jumpIfFalse, jumpIfTrue, jumpUnlessNil, jumpIfGiven
    case jumpUnlessLess, jumpUnlessLessOrEqual, jumpUnlessGreater, jumpUnlessGreaterOrEqual
    case jumpUnlessEqual, jumpUnlessNotEqual
    case jumpUnlessLessConstant, jumpUnlessLessOrEqualConstant, jumpUnlessGreaterConstant
    case jumpUnlessGreaterOrEqualConstant, jumpUnlessEqualConstant, jumpUnlessNotEqualConstant
    case checkBool
    // Calls
    case call, callGlobal, callMember, returnValue, returnNil
    // Making values
    case makeList, extendList, makeDictionary, extendDictionary, makeTuple, unpack, makeRange, interpolate
    // Parts of values
    case index, indexItems, member, setIndex, changePlace
    // Loops
    case prepareLoop, prepareCount, next, again
    // Statements of a program that is watched
    case statement
}

extension Opcode {
    /// How an opcode uses the fields of its instruction, and what it does.
    struct Row {
        /// What it does, as a listing writes it: `{a}`, `{b}` and `{c}` stand for what the fields mean, `{op}` for the
        /// operator, `{to}` for where it jumps, `{value}` for R[a + 3], `{let}` and `{range}` for what the flags say.
        let effect: String
        var a = Field.unused
        var b = Field.unused
        var c = Field.unused
        /// The operator that it carries out, or that it jumps on.
        var operation: BinaryOperator?
        /// Where it keeps how far it jumps.
        var jump = Jump.none
        /// What is left to say about it.
        var note = ""
    }

    /// What a field of an instruction means. `R` are the registers of the call.
    enum Field: Equatable {
        case unused
        /// R[field]
        case register
        /// R[field] and so many behind it: a number, or what another field counts.
        case registers(Count)
        /// The variable whose element changes: R[field], or a global with `Flag.globalRoot`.
        case root
        /// The number itself, with its sign.
        case integer
        /// How many registers or pairs there are.
        case count
        /// A place in a table of the prototype.
        case constant, global, capture, function, text, place
        /// A call's shape: its arguments lie behind R[a], those of a member's behind the receiver in R[a + 1].
        case arguments, memberArguments
        /// A shape that stands for the items of an index, or for the name of a member.
        case items, memberName
        /// A raw `BinaryOperator`.
        case binaryOperator
        /// A statement of the program, counted from 0, in `b` and `c` together.
        case statement
    }

    /// How many registers a field speaks of.
    enum Count: Equatable {
        case exactly(Int)
        case inB, inC, pairsInC
    }

    /// Where an instruction keeps how far it jumps, counted from the instruction behind it.
    enum Jump {
        case none
        /// In `a`.
        case short
        /// In `b` and `c` together.
        case long
    }
}

extension Opcode {
    /// The table: what each opcode does, and how it uses the fields of its instruction.
    var row: Row {
        switch self {
        // Moving values
        case .load: Row(effect: "{a} = {b}", a: .register, b: .constant)
        case .loadInt: Row(effect: "{a} = {b}", a: .register, b: .integer)
        case .loadNil: Row(effect: "{a} = nil", a: .register)
        case .move: Row(effect: "{a} = {b}", a: .register, b: .register)
        case .take: Row(effect: "{a} = {b}, which is empty afterwards", a: .register, b: .register)
        case .clear: Row(effect: "lets go of {a}", a: .registers(.inB), b: .count)
        case .getGlobal: Row(effect: "{a} = {b}", a: .register, b: .global)
        case .setGlobal:
            Row(effect: "{b} = {a}", a: .register, b: .global, note: "an assignment: b must be a variable")
        case .bindGlobal:
            Row(effect: "{let} {b} = {a}", a: .register, b: .global, note: "takes the value out of a")
        case .combineGlobal:
            Row(effect: "{b} = {b} {c} {a}", a: .register, b: .global, c: .binaryOperator)
        case .makeBox: Row(effect: "{a} = a box that holds {a}", a: .register)
        case .getBox: Row(effect: "{a} = what the box {b} holds", a: .register, b: .register)
        case .setBox: Row(effect: "the box {b} holds {a}", a: .register, b: .register)
        case .getCapture: Row(effect: "{a} = {b}", a: .register, b: .capture)
        case .getCaptureBox: Row(effect: "{a} = what the box {b} holds", a: .register, b: .capture)
        case .setCaptureBox: Row(effect: "the box {b} holds {a}", a: .register, b: .capture)
        case .loadSelf: Row(effect: "{a} = the closure that is running", a: .register)
        case .makeClosure: Row(effect: "{a} = {b}", a: .register, b: .function)

        // Arithmetic
        case .add: .arithmetic(.add)
        case .addConstant: .withConstant(.add)
        case .subtract: .arithmetic(.subtract)
        case .subtractConstant: .withConstant(.subtract)
        case .multiply: .arithmetic(.multiply)
        case .multiplyConstant: .withConstant(.multiply)
        case .divide: .arithmetic(.divide)
        case .divideConstant: .withConstant(.divide)
        case .remainder: .arithmetic(.remainder)
        case .remainderConstant: .withConstant(.remainder)
        case .power: .arithmetic(.power)
        case .matrixProduct: .arithmetic(.matrixProduct)
        case .negate: Row(effect: "{a} = -{b}", a: .register, b: .register)
        case .not: Row(effect: "{a} = !{b}", a: .register, b: .register)
        case .less: .arithmetic(.less)
        case .lessOrEqual: .arithmetic(.lessOrEqual)
        case .greater: .arithmetic(.greater)
        case .greaterOrEqual: .arithmetic(.greaterOrEqual)
        case .equal: .arithmetic(.equal)
        case .notEqual: .arithmetic(.notEqual)

        // Jumps
        case .jump: Row(effect: "goes to {to}", jump: .long)
        case .loop:
            Row(effect: "goes back to {to}", jump: .long, note: "looks at interrupts and the number of steps")
        case .jumpIfFalse: Row(effect: "goes to {to} if {a} is false", a: .register, jump: .long)
        case .jumpIfTrue: Row(effect: "goes to {to} if {a} is true", a: .register, jump: .long)
        case .jumpUnlessNil: Row(effect: "goes to {to} unless {a} is nil", a: .register, jump: .long)
        case .jumpIfGiven: Row(effect: "goes to {to} if {a} was given", a: .register, jump: .long)
        case .jumpUnlessLess: .jumpUnless(.less, .register)
        case .jumpUnlessLessOrEqual: .jumpUnless(.lessOrEqual, .register)
        case .jumpUnlessGreater: .jumpUnless(.greater, .register)
        case .jumpUnlessGreaterOrEqual: .jumpUnless(.greaterOrEqual, .register)
        case .jumpUnlessEqual: .jumpUnless(.equal, .register)
        case .jumpUnlessNotEqual: .jumpUnless(.notEqual, .register)
        case .jumpUnlessLessConstant: .jumpUnless(.less, .constant)
        case .jumpUnlessLessOrEqualConstant: .jumpUnless(.lessOrEqual, .constant)
        case .jumpUnlessGreaterConstant: .jumpUnless(.greater, .constant)
        case .jumpUnlessGreaterOrEqualConstant: .jumpUnless(.greaterOrEqual, .constant)
        case .jumpUnlessEqualConstant: .jumpUnless(.equal, .constant)
        case .jumpUnlessNotEqualConstant: .jumpUnless(.notEqual, .constant)
        case .checkBool: Row(effect: "fails unless {a} is a Bool", a: .register)

        // Calls: the arguments are R[a + 1]…, the result is R[a]. The flags count plain arguments.
        case .call: Row(effect: "{a} = {a}{c}", a: .register, c: .arguments)
        case .callGlobal: Row(effect: "{a} = {b}{c}", a: .register, b: .global, c: .arguments)
        case .callMember: Row(effect: "{a} = {c}", a: .register, c: .memberArguments)
        case .returnValue:
            Row(effect: "returns {a}", a: .register, b: .count, note: "lets go of the call's b registers")
        case .returnNil: Row(effect: "returns nil", b: .count, note: "lets go of the call's b registers")

        // Making values
        case .makeList: Row(effect: "{a} = [{b}]", a: .register, b: .registers(.inC), c: .count)
        case .extendList: Row(effect: "{a} += [{b}]", a: .register, b: .registers(.inC), c: .count)
        case .makeDictionary:
            Row(effect: "{a} = [: {b}]", a: .register, b: .registers(.pairsInC), c: .count)
        case .extendDictionary:
            Row(effect: "{a} += [: {b}]", a: .register, b: .registers(.pairsInC), c: .count)
        case .makeTuple: Row(effect: "{a} = ({b})", a: .register, b: .registers(.inC), c: .count)
        case .unpack: Row(effect: "({a}) = {b}", a: .registers(.inC), b: .register, c: .count)
        case .makeRange: Row(effect: "{a} = {b}{range}{c}", a: .register, b: .register, c: .register)
        case .interpolate: Row(effect: "{a} = {c}", a: .register, b: .register, c: .text)

        // Parts of values
        case .index: Row(effect: "{a} = {b}[{c}]", a: .register, b: .register, c: .register)
        case .indexItems: Row(effect: "{a} = {b}[{c}]", a: .register, b: .register, c: .items)
        case .member: Row(effect: "{a} = {b}.{c}", a: .register, b: .register, c: .memberName)
        case .setIndex: Row(effect: "{a}[{b}] = {c}", a: .root, b: .register, c: .register)
        case .changePlace:
            Row(effect: "{c}", a: .register, c: .place, note: "R[a]… are the operands, R[a] is the result")

        // Loops: R[a] is what is gone through, R[a + 1] how far it has come, R[a + 2] where it ends
        case .prepareLoop:
            Row(effect: "makes {a} ready to go through {b}", a: .registers(.exactly(3)), b: .register)
        case .prepareCount: Row(effect: "makes {a} ready to count", a: .registers(.exactly(3)))
        case .next:
            Row(
                effect: "{value} = the next of {a}, or goes to {to}", a: .registers(.exactly(3)), jump: .long)
        case .again:
            Row(
                effect: "{value} = the next of {a} and back to {to}", a: .registers(.exactly(3)), jump: .long,
                note: "goes on behind when there is none; looks at interrupts and the number of steps")

        case .statement:
            Row(effect: "statement {b} begins", b: .statement, note: "tells whoever watches the run")
        }
    }
}

extension Opcode.Row {
    fileprivate static func arithmetic(_ operation: BinaryOperator) -> Self {
        Self(effect: "{a} = {b} {op} {c}", a: .register, b: .register, c: .register, operation: operation)
    }

    fileprivate static func withConstant(_ operation: BinaryOperator) -> Self {
        Self(effect: "{a} = {b} {op} {c}", a: .register, b: .register, c: .constant, operation: operation)
    }

    fileprivate static func jumpUnless(_ operation: BinaryOperator, _ right: Opcode.Field) -> Self {
        Self(
            effect: "goes to {to} unless {b} {op} {c}", b: .register, c: right, operation: operation,
            jump: .short)
    }
}

// What follows from the table.
extension Opcode {
    /// Whether only `a` is left for how far it jumps.
    var hasShortJump: Bool { row.jump == .short }

    /// The opcodes of a binary operator.
    struct OfOperator {
        let registers: Opcode
        var constant: Opcode?
        var jump: Opcode?
        var jumpOnConstant: Opcode?
    }

    /// The opcodes of each operator, by its raw value.
    private static let ofOperators: [OfOperator] = BinaryOperator.allCases.map { operation in
        func find(_ jump: Jump, _ right: Field) -> Opcode? {
            allCases.first {
                let row = $0.row
                return row.operation == operation && row.jump == jump && row.c == right
            }
        }
        guard let registers = find(.none, .register) else {
            preconditionFailure("`\(operation.symbol)` has no opcode")
        }
        return OfOperator(
            registers: registers, constant: find(.none, .constant), jump: find(.short, .register),
            jumpOnConstant: find(.short, .constant))
    }

    static func of(_ operation: BinaryOperator) -> OfOperator { ofOperators[Int(operation.rawValue)] }

    /// The operator of a comparison, or of a jump on one, in the form whose first opcode is `first`.
    @inline(__always) func comparison(from first: Opcode) -> BinaryOperator {
        let distance = unsafeBitCast(self, to: UInt8.self) &- unsafeBitCast(first, to: UInt8.self)
        let less = unsafeBitCast(BinaryOperator.less, to: UInt8.self)
        return unsafeBitCast(less &+ distance, to: BinaryOperator.self)
    }
}
