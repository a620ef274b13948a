/// One step of the machine: eight bytes.
///
/// `a`, `b` and `c` are numbers of registers, or of constants, globals, functions and shapes of the
/// prototype, as the opcode's row says. `R` stands for the call's registers.
struct Instruction {
    /// From the low byte up: the opcode, the flags, `a`, `b`, `c`. One word, so that the machine reads
    /// it at once and takes out only what an opcode needs.
    private var word: UInt64

    init(_ opcode: Opcode, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0, flags: UInt8 = 0) {
        word = UInt64(opcode.rawValue) | UInt64(flags) << 8
        word |= UInt64(a) << 16 | UInt64(b) << 32 | UInt64(c) << 48
    }

    @inline(__always) var opcode: Opcode {
        unsafeBitCast(UInt8(truncatingIfNeeded: word), to: Opcode.self)
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

/// Bits of an instruction's flags. Of a call they are a number instead: how many arguments lie there as they stand, or
/// 255 where labels or a trailing closure ask for more.
enum Flag {
    /// `b` is a temporary: what it holds is let go after the operation.
    static let freesB: UInt8 = 1
    /// `c` is a temporary.
    static let freesC: UInt8 = 2
    /// The constant of an operation with one stands on the left.
    static let swapped: UInt8 = 4
    /// The list that is changed is a global's, not a register's.
    static let globalRoot: UInt8 = 8
    /// A binding made by `let` or `func`.
    static let constant: UInt8 = 2
    /// The upper bound belongs to the range.
    static let closed: UInt8 = 1
}
