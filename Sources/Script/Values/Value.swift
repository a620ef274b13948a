import Text

/// A value of the language where it crosses the border of the interpreter: what a native function is given
/// and gives back, what a session has bound, what an expression came to.
///
/// Inside, the machine holds values as `Slot`s, which are copied without counting references.
public enum Value {
    /// `nil`, and what a function gives that gives nothing.
    case none
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number of 64 bits.
    case int(Int)
    /// A number of 64 bits with a fraction.
    case double(Double)
    /// A text.
    case string(String)
    /// A list, which is a value: whoever changes one changes a copy of its own.
    case list(ListValue)
    /// A dictionary that keeps the order in which its keys came.
    case dictionary(DictionaryValue)
    /// Whole numbers at one distance: `0..<n`, `0...n`, `stride(from:to:by:)`.
    case range(RangeValue)
    /// Two or more values in parentheses.
    case tuple(TupleValue)
    /// A function of the script or of the prelude.
    case function(FunctionValue)
    /// An object of the prelude: a tensor, a network, a figure.
    case object(any HostObject)
}

extension Value {
    /// What messages call the kind of value: "Int", "List", "Tensor".
    public var kindName: String {
        switch self {
        case .none: "nil"
        case .bool: "Bool"
        case .int: "Int"
        case .double: "Double"
        case .string: "String"
        case .list: "List"
        case .dictionary: "Dictionary"
        case .range: "Range"
        case .tuple: "Tuple"
        case .function: "Function"
        case .object(let object): object.kind.name
        }
    }

    /// The kind in a sentence: "a List", "an Int", "data".
    var kindPhrase: String {
        switch self {
        case .none: kindName
        case .object(let object): object.kind.phrase
        default: withArticle(kindName)
        }
    }

    /// The value in a sentence: "the Int 3", "a list of 2 elements", "a tensor of shape [2, 3]".
    public var phrase: String {
        switch self {
        case .none: "nil"
        case .bool(let value): "the Bool \(value)"
        case .int(let value): "the Int \(value)"
        case .double(let value): "the Double \(value)"
        case .string(let value): "the String \(shortened(value))"
        case .list(let list): list.count == 1 ? "a list of 1 element" : "a list of \(list.count) elements"
        case .dictionary(let entries):
            entries.count == 1 ? "a dictionary of 1 key" : "a dictionary of \(entries.count) keys"
        case .range(let range): "the range \(range.text)"
        case .tuple(let elements): "a tuple of \(elements.count)"
        case .function(let function):
            function.name.isEmpty ? "a function" : "the function `\(function.name)`"
        case .object(let object): object.phrase
        }
    }

    /// The value as a Double if it is a number, or a host object that counts as one.
    public var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        case .object(let object): object.number
        default: nil
        }
    }
}

/// A string in quotes, cut after thirty characters, for the middle of a sentence.
func shortened(_ text: String) -> String {
    let head = text.prefix(30)
    return head.endIndex == text.endIndex ? quoted(text) : quoted(String(head) + "…")
}

/// A string as a script would write it: in quotes, with line ends, quotes and control characters escaped.
func quoted(_ text: String) -> String { "\"\(escaped(text, for: .script))\"" }
