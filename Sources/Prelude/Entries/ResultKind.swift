/// What a function or a property gives, as its signature says it.
public indirect enum ResultKind: Sendable, Hashable {
    /// Nothing: the call is made for what it does.
    case nothing
    /// Any value.
    case anything
    /// A value of one kind.
    case kind(ValueKind)
    /// A tensor of 1 and 0, which as an index picks the elements where it is 1.
    case mask
    /// A network that is one layer.
    case layer
    /// A list of values of one sort.
    case list(of: ResultKind)
    /// Several values together.
    case tuple([ResultKind])
    /// One of two.
    case either(ResultKind, ResultKind)
    /// A value of the kind that was given for this parameter.
    case same(as: String)
    /// What words say better, and what it comes to.
    case described(String, ResultKind)

    static let tensor = kind(.tensor)
    static let bool = kind(.bool)
    static let int = kind(.int)
    static let double = kind(.double)
    static let string = kind(.string)
    static let list = list(of: .anything)
    static let dictionary = kind(.dictionary)
    static let range = kind(.range)
    static let network = kind(.network)
    static let optimizer = kind(.optimizer)
    static let schedule = kind(.schedule)
    static let data = kind(.data)
    static let loss = kind(.loss)
    static let gan = kind(.gan)
    static let history = kind(.history)
    static let gradients = kind(.gradients)
    static let figure = kind(.figure)

    /// This, or nil.
    static func optional(_ result: ResultKind) -> ResultKind { .either(result, .kind(.none)) }

    /// As a signature writes it: "list of Tensors"; empty for nothing.
    public var text: String {
        switch self {
        case .nothing: ""
        case .anything: "any value"
        case .kind(let kind): kind.name
        case .mask: "mask"
        case .layer: "layer"
        case .list(of: .anything): "list"
        case .list(of: .tuple): "list of pairs"
        case .list(let element): "list of \(element.text)s"
        case .tuple(let parts): "(\(parts.map(\.text).joined(separator: ", ")))"
        case .either(let first, let second): "\(first.text) or \(second.text)"
        case .same(let parameter): "as \(parameter)"
        case .described(let words, _): words
        }
    }
}
