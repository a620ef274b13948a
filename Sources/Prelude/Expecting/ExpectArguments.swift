import Script
import Text

/// An object of the prelude that `expect` can look into.
protocol DatumConvertible: HostObject {
    /// The object as plain data.
    var datum: Datum { get }
}

extension Datum {
    /// A script's value as plain data. What no comparison needs to look into becomes its description.
    public init(_ value: Value) {
        switch value {
        case .none: self = .none
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .double(let value): self = .double(value)
        case .string(let value): self = .string(value)
        case .list(let elements): self = .list(elements.map { Datum($0) })
        case .tuple(let elements): self = .list(elements.map { Datum($0) })
        case .dictionary(let entries):
            self = .dictionary(keys: entries.map { Datum($0.key) }, values: entries.map { Datum($0.value) })
        case .object(let object): self = (object as? any DatumConvertible)?.datum ?? .other(object.phrase)
        case .range, .function: self = .other(value.phrase)
        }
    }
}

extension Expectation {
    /// The comparison that a call of `expect` asks for.
    ///
    /// - Parameters:
    ///   - relations: what the value is compared with in each way; nil for those that the call does not name.
    ///   - hasDistance: whether it names a distance.
    /// - Throws: a `Mistake` if more than one relation is named, or one that does not go with the rest.
    init(
        _ value: Value?, source: String, message: Value?, relations: [(Relation, Value?)],
        hasDistance: Bool
    ) throws {
        var text: String?
        switch message {
        case .string(let message)?: text = message
        case nil: break
        case let other?:
            throw Mistake(
                construct: "expect", problem: "the second argument is the message for when it fails",
                note: "{1} is \(other.phrase); say what it is compared with by a label: `equals:`, `near:`",
                place: .argument(1))
        }
        let asked = relations.compactMap { relation, value in value.map { (relation, Datum($0)) } }
        guard asked.count <= 1 else {
            throw Mistake(
                construct: "expect", problem: "one comparison at a time", note: "write one `expect` for each")
        }
        let (relation, expected) = asked.first ?? (.isTrue, .bool(true))
        switch relation {
        case .near, .matches: break
        default:
            guard !hasDistance else {
                throw Mistake(construct: "expect", problem: "`within:` goes with `near:` or `matches:`")
            }
        }
        self.init(
            value.map { Datum($0) } ?? .none, relation, expected, message: text, source: source)
    }
}
