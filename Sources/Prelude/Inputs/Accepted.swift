import Networks
import Script

/// The kinds of values that a first parameter takes, which decides whether `x.f(y)` may mean `f(x, y)`.
///
/// It is asked at every such call, so it looks no deeper than at a list's first element.
enum Accepted: Sendable {
    case anything
    case bool
    case number
    case text
    case list
    case range
    case function
    case callable
    case layer
    /// Anything that a `for` can go through.
    case sequence
    /// A tensor, a number, or a list that may hold numbers.
    case tensor
    /// What holds numbers: a tensor, a list, a range, a number.
    case numbers
    /// An object of one kind.
    case object(any (HostObject & SendableMetatype).Type)

    /// Whether the value is of these kinds.
    func contains(_ value: Value) -> Bool {
        switch (self, value) {
        case (.anything, _), (.bool, .bool), (.text, .string), (.list, .list), (.range, .range): true
        case (.function, .function), (.callable, .function), (.layer, .function): true
        case (.number, _): value.number != nil
        case (.callable, .object(let object)), (.layer, .object(let object)): object is NetworkObject
        case (.range, .list(let list)): list.count == 2
        case (.sequence, .list), (.sequence, .range), (.sequence, .string), (.sequence, .dictionary): true
        case (.sequence, .object(let object)): object is TensorObject || object is GradientsObject
        case (.tensor, _): value.isTensorLike
        case (.numbers, .range): true
        case (.numbers, _): value.isTensorLike
        case (.object(let kind), .object(let object)): Swift.type(of: object) == kind
        default: false
        }
    }
}
