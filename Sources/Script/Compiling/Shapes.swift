/// A call as it was written.
final class CallShape {
    /// What is called, where that is a name: `mean`, or the `f` of `x.f(y)`.
    let name: String
    let labels: [String?]
    let hasTrailingClosure: Bool
    let hasLabels: Bool
    /// Whether the first argument stood before a dot.
    let isMember: Bool
    /// For `x.f(y)`: the prelude's function of that name, and the session's variable.
    let native: NativeObject?
    let global: GlobalCell?
    /// How the arguments were bound at the last call, and the identity of the function.
    var lastCallee = 0
    var lastBinding = ArgumentBinding()

    init(
        name: String, labels: [String?], hasTrailingClosure: Bool, isMember: Bool = false,
        native: NativeObject? = nil, global: GlobalCell? = nil
    ) {
        self.isMember = isMember
        self.name = name
        self.labels = labels
        self.hasTrailingClosure = hasTrailingClosure
        self.native = native
        self.global = global
        hasLabels = labels.contains { $0 != nil }
    }

    var count: Int { labels.count }

    /// The shape of the same call without what stands before the dot.
    private(set) lazy var withoutReceiver = CallShape(
        name: name, labels: Array(labels.dropFirst()), hasTrailingClosure: hasTrailingClosure)
}

/// Which argument each parameter takes.
struct ArgumentBinding: Equatable {
    /// The number of each parameter's argument; -1 where it was not given.
    var argumentOfParameter: [Int] = []
    /// The arguments of the variadic parameter.
    var rest: [Int] = []
}

/// The pieces of a string with values in it.
final class TextShape {
    enum Segment {
        /// A stretch of `literals`.
        case text(Range<Int>)
        /// The value in the next register.
        case value
        /// The value in the next register, with the number of digits in the one behind it.
        case digits
    }

    let pieces: [Segment]
    /// The UTF-8 of all that stands between the values.
    let literals: [UInt8]

    init(pieces: [Segment], literals: [UInt8]) {
        self.pieces = pieces
        self.literals = literals
    }
}

/// How a part of a variable is changed: `grid[0][1] += 2`, `d["k"].append(3)`.
struct PlaceShape {
    enum Root {
        case register(UInt16)
        case box(UInt16)
        case captureBox(UInt16)
        case capture(UInt16)
        case global(UInt16)
    }

    enum Change {
        case assign
        case combine(BinaryOperator)
        /// A member that changes what it is called on: `append`.
        case call(CallShape)
    }

    let root: Root
    let name: String
    /// Why the variable cannot be changed, or nil.
    let constant: ConstantReason?
    /// How many indices lead to the part.
    let depth: Int
    let change: Change
}

/// Why a name cannot be given another value.
enum ConstantReason: Equatable {
    case bound
    case parameter
    case loop
    case function
    case captured
}
