import Script

/// The kinds of values that a script can hold: those of the language, and those that the prelude's objects are of.
///
/// A kind's members are the entries that name it as their owner; help, completion and the reference have a section
/// for each.
public enum ValueKind: String, CaseIterable, Sendable {
    case none = "nil"
    case bool = "Bool"
    case int = "Int"
    case double = "Double"
    case string = "String"
    case list = "List"
    case dictionary = "Dictionary"
    case range = "Range"
    case tuple = "Tuple"
    case function = "Function"
    case tensor = "Tensor"
    case gradients = "gradients"
    case network = "network"
    case optimizer = "optimizer"
    case schedule = "schedule"
    case data = "data"
    case loss = "loss"
    case gan = "GAN"
    case step = "step"
    case history = "history"
    case figure = "figure"
    case session = "session"

    /// What messages call it, and the heading of its section.
    public var name: String { rawValue }

    /// The kind of a value; nil for an object that no entry is about.
    public init?(of value: Value) { self.init(rawValue: value.kindName) }

    /// The name with its article, if it has one: "a Tensor", "an optimizer", "data".
    public var phrase: String {
        switch self {
        case .none, .data, .gradients: name
        case .int, .optimizer: "an \(name)"
        default: "a \(name)"
        }
    }

    /// One sentence about it.
    public var summary: String {
        switch self {
        case .none: "No value: what a function gives that gives nothing, and what a missing answer is."
        case .bool: "`true` or `false`."
        case .int: "A whole number of 64 bits."
        case .double: "A number of 64 bits."
        case .string: "A text; its elements are characters."
        case .list: "Values in a row, counted from 0. A list bound with `var` can be changed in place."
        case .dictionary: "Values found by keys: `[\"steps\": 100]`."
        case .range: "Whole numbers in a row: `0..<4` or `0...3`, and with `by:` some of them."
        case .tuple: "A few values together: `(x, y)`. They are read as `pair.0` and `pair.1`."
        case .function:
            "What can be called: a function, a closure `{ x in x * 2 }`, a function of the prelude."
        case .tensor: "Numbers of 32 bits along axes: `tensor([[1, 2], [3, 4]])`."
        case .gradients:
            "What `gradients(of:for:)` gives: a list with a tensor for each parameter of a network."
        case .network:
            "A network, or a layer, which is one by itself. `G(z)` runs it, `G[0]` is a layer of it."
        case .optimizer: "What changes a network along gradients: `Adam(G)`."
        case .schedule: "How learning rates change over a training: `fallingRate()`."
        case .data:
            "Where samples come from: a distribution such as `ring()`, or a finite set such as `mnist()`."
        case .loss: "A loss of GANs: what the discriminator minimizes, and what the generator does."
        case .gan: "A generator and a discriminator that duel: `GAN(G, D, noise: 16)`."
        case .step: "What the block of `train` gets: it counts as its number, and knows what was noted."
        case .history:
            "What a training noted, a number for each step; a block of `train` can add names of its own."
        case .figure: "A plot: drawn at the prompt, by `show`, or into a file by `save`."
        case .session: "A student's script in a check: the names that it bound, and what it printed."
        }
    }

    /// The names of the functions that give one; of what every other function gives, none.
    var makers: [String] {
        switch self {
        case .none, .bool, .int, .double, .string, .list, .dictionary, .range, .tuple, .function, .tensor: []
        default: Library.functions.filter { $0.result == .kind(self) }.map(\.name)
        }
    }

    /// What an argument of the kind must be, in words that name an example.
    var wanted: String {
        switch self {
        case .network: "a network"
        case .optimizer: "an optimizer such as Adam(G)"
        case .schedule: "a schedule such as fallingRate()"
        case .data: "data such as ring()"
        case .loss: "a loss such as nonSaturating()"
        case .gan: "a GAN: GAN(G, D, noise: 16)"
        case .gradients: "gradients: gradients(of: loss, for: G)"
        case .history: "a history: train(gan, on: ring(), steps: 100)"
        default: phrase
        }
    }
}

/// A kind together with the type of the objects that are of it, so that `.property(.tensor, …) { $0.tensor }` knows
/// what `$0` is.
struct ObjectKind<Object>: Sendable {
    let kind: ValueKind
}

/// An object of the prelude, whose members are entries.
protocol LibraryObject: HostObject, SendableMetatype {
    /// The kind with the members that the entries give it, made once: `Library.kind(…)`.
    static var members: HostKind { get }
}

extension LibraryObject {
    var kind: HostKind { Self.members }
}
