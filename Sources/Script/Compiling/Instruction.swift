/// One step of the machine: eight bytes.
///
/// `a`, `b` and `c` are numbers of registers, or of constants, globals, functions and shapes of the
/// prototype, as the operation's comment says. `R` stands for the frame's registers.
struct Instruction {
    /// From the low byte up: the operation, the flags, `a`, `b`, `c`. One word, so that the machine reads
    /// it at once and takes out only what an operation needs.
    private var word: UInt64

    init(_ operation: Operation, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0, flags: UInt8 = 0) {
        word = UInt64(operation.rawValue) | UInt64(flags) << 8
        word |= UInt64(a) << 16 | UInt64(b) << 32 | UInt64(c) << 48
    }

    @inline(__always) var operation: Operation {
        unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Operation.self)
    }
    @inline(__always) var flags: UInt8 { UInt8(truncatingIfNeeded: word >> 8) }
    @inline(__always) var a: UInt16 {
        get { UInt16(truncatingIfNeeded: word >> 16) }
        set { word = word & ~(0xFFFF << 16) | UInt64(newValue) << 16 }
    }
    @inline(__always) var b: UInt16 {
        get { UInt16(truncatingIfNeeded: word >> 32) }
        set { word = word & ~(0xFFFF << 32) | UInt64(newValue) << 32 }
    }
    @inline(__always) var c: UInt16 { UInt16(truncatingIfNeeded: word >> 48) }

    /// `b` and `c` together: how far to jump, counted from the instruction behind this one.
    @inline(__always) var distance: Int {
        get { Int(Int64(bitPattern: word) >> 32) }
        set { word = word & 0xFFFF_FFFF | UInt64(UInt32(bitPattern: Int32(newValue))) << 32 }
    }

    /// The jump of a fused comparison, which has only `a` for it.
    @inline(__always) var shortDistance: Int { Int(Int16(bitPattern: a)) }
}

/// Bits of an instruction's flags.
enum Flag {
    /// `b` is a temporary: what it holds is let go after the operation.
    static let takesB: UInt8 = 1
    /// `c` is a temporary.
    static let takesC: UInt8 = 2
    /// The constant of an operation with one stands on the left.
    static let swapped: UInt8 = 4
    /// The list that is changed is a global's, not a register's.
    static let globalRoot: UInt8 = 8
    /// A binding made by `let` or `func`.
    static let constant: UInt8 = 2
    /// The upper bound belongs to the range.
    static let closed: UInt8 = 1
}

/// What an instruction does.
enum Operation: UInt8 {
    // Moving values
    /// R[a] = constants[b]
    case load
    /// R[a] = b as a signed number
    case loadInt
    /// R[a] = nil
    case loadNil
    /// R[a] = R[b]
    case move
    /// R[a] = R[b], which is empty afterwards
    case take
    /// R[a ..< a + b] are let go of
    case clear
    /// R[a] = globals[b]
    case getGlobal
    /// globals[b] = R[a], an assignment
    case setGlobal
    /// globals[b] = R[a], a new binding, which takes the value; `flags`: constant
    case bindGlobal
    /// globals[b] = globals[b] op R[a]; c: the operator
    case combineGlobal
    /// R[a] = a box that holds R[a]
    case makeBox
    /// R[a] = what the box R[b] holds
    case getBox
    /// the box R[b] holds R[a]
    case setBox
    /// R[a] = captures[b]
    case getCapture
    /// R[a] = what the box captures[b] holds
    case getCaptureBox
    /// the box captures[b] holds R[a]
    case setCaptureBox
    /// R[a] = the closure that is running
    case loadSelf
    /// R[a] = a closure of functions[b]
    case makeClosure

    // Arithmetic: R[a] = R[b] op R[c], or R[b] op constants[c]
    case add
    case addConstant
    case subtract
    case subtractConstant
    case multiply
    case multiplyConstant
    case divide
    case divideConstant
    case remainder
    case remainderConstant
    case power
    case matrixProduct
    /// R[a] = -R[b]
    case negate
    /// R[a] = !R[b]
    case not
    /// R[a] = R[b] compared with R[c]; `flags` above 2 bits: the operator
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    case equal
    case notEqual

    // Jumps
    case jump
    /// A jump backwards: here interrupts and the number of steps are looked at.
    case loop
    /// Jumps if R[a], which must be a Bool, is false.
    case jumpIfFalse
    case jumpIfTrue
    /// Jumps if R[a] is not nil.
    case jumpUnlessNil
    /// Jumps if the parameter R[a] was given.
    case jumpIfGiven
    /// Jumps by `a` unless R[b] op R[c]
    case jumpUnlessLess
    case jumpUnlessLessOrEqual
    case jumpUnlessGreater
    case jumpUnlessGreaterOrEqual
    case jumpUnlessEqual
    case jumpUnlessNotEqual
    /// Jumps by `a` unless R[b] op constants[c]
    case jumpUnlessLessConstant
    case jumpUnlessLessOrEqualConstant
    case jumpUnlessGreaterConstant
    case jumpUnlessGreaterOrEqualConstant
    case jumpUnlessEqualConstant
    case jumpUnlessNotEqualConstant
    /// Fails unless R[a] is a Bool.
    case checkBool

    // Calls: the arguments are R[a + 1]…, the result is R[a]; c is the shape
    /// calls R[a]
    case call
    /// calls globals[b]
    case callGlobal
    /// calls a member: `x.f(y)`, x in R[a + 1]
    case callMember
    /// gives R[a] back and lets go of the call's b registers
    case giveBack
    /// gives nil back, as above
    case giveBackNil

    // Making values
    /// R[a] = a list of R[b ..< b + c]
    case makeList
    /// R[a], a list that is being made, takes R[b ..< b + c] too
    case extendList
    /// R[a] = a dictionary of the c pairs from R[b] on
    case makeDictionary
    /// R[a], a dictionary that is being made, takes c pairs more
    case extendDictionary
    /// R[a] = a tuple of R[b ..< b + c]
    case makeTuple
    /// R[a ..< a + c] = the parts of the tuple R[b]
    case unpack
    /// R[a] = R[b] ..< R[c]
    case makeRange
    /// R[a] = a string of the pieces of texts[c], values from R[b] on
    case interpolate

    // Parts of values
    /// R[a] = R[b][R[c]]
    case index
    /// R[a] = R[b][…], the items as shape c says, from R[b + 1] on
    case indexItems
    /// R[a] = R[b].name, of shape c
    case member
    /// place a [R[b]] = R[c]
    case setIndex
    /// places[c] is changed: R[a] and on are its operands, R[a] its result
    case changePlace

    // Loops
    /// R[a ..< a + 3] are made ready to go through R[b]
    case prepareLoop
    /// R[a ..< a + 3] are made ready to count from R[a + 1] to R[a + 2]
    case prepareCount
    /// R[a + 3] = the next value, or a jump when there is none
    case next
    /// R[a + 3] = the next value and a jump back, at the end of a turn; no jump when there is none
    case again
}
