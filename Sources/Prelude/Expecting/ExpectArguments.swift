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
    /// The parameters of `expect`: what came, a message for whom it fails, and one relation by its label.
    public static let parameters: [NativeParameter] =
        [NativeParameter("value"), NativeParameter("message", isOptional: true)]
        + labels.map { NativeParameter($0, isLabelOnly: true, isOptional: true) }

    private static let labels = [
        "equals", "near", "within", "same", "differs", "above", "below", "contains", "matches",
    ]

    /// The comparison that a call of `expect` asks for.
    ///
    /// - Throws: a `Mistake` unless exactly one relation is named.
    public init(_ arguments: Arguments) throws {
        let source = arguments.source(ofWritten: 0) ?? "value"
        let actual = arguments[0].map { Datum($0) } ?? .none
        var message: String?
        switch arguments[1] {
        case .string(let text)?: message = text
        case nil: break
        case let other?:
            throw Mistake(
                construct: "expect", problem: "the second argument is the message for when it fails",
                note: "{1} is \(other.phrase); say what it is compared with by a label: `equals:`, `near:`",
                place: .argument(1))
        }
        var relations: [(Relation, Datum)] = []
        var tolerance: Double?
        for (offset, label) in Self.labels.enumerated() {
            guard let value = arguments[offset + 2] else { continue }
            if label == "within" {
                guard let number = value.number, number >= 0 else {
                    throw Mistake(
                        construct: "expect", problem: "`within:` is a distance of 0 or more",
                        note: "{\(offset + 2)} is \(value.phrase)", place: .argument(offset + 2))
                }
                tolerance = number
            } else {
                relations.append((Self.relation(label), Datum(value)))
            }
        }
        guard relations.count <= 1 else {
            throw Mistake(
                construct: "expect", problem: "one comparison at a time", note: "write one `expect` for each")
        }
        if let (asked, expected) = relations.first {
            var relation = asked
            switch asked {
            case .near: relation = .near(within: tolerance ?? 1e-5)
            case .matches: relation = .matches(within: tolerance ?? 0)
            default:
                if tolerance != nil {
                    throw Mistake(
                        construct: "expect", problem: "`within:` goes with `near:` or `matches:`", note: "")
                }
            }
            self.init(actual, relation, expected, message: message, source: source)
        } else {
            self.init(actual, .isTrue, .bool(true), message: message, source: source)
        }
    }

    private static func relation(_ label: String) -> Relation {
        switch label {
        case "near": .near(within: 0)
        case "same": .same
        case "differs": .differs
        case "above": .above
        case "below": .below
        case "contains": .contains
        case "matches": .matches(within: 0)
        default: .equals
        }
    }
}
