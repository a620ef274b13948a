import Budget
import Script
import Text

/// An object of the prelude that `expect` can look into.
protocol DatumConvertible: HostObject {
    /// The object as plain data.
    var datum: Datum { get }
}

extension Datum {
    /// How many parts a value may have that is looked into, those that it holds several times counted each time.
    public static let mostParts = 10_000_000

    /// A script's value as plain data. What no comparison needs to look into becomes its description.
    ///
    /// - Throws: a `Mistake` for a value of too many parts, or where memory has no room for them.
    public init(_ value: Value) throws {
        var taker = DatumTaker()
        self = try taker.datum(of: value)
    }
}

/// Takes a value apart. A list may hold another any number of times, and each time is a part.
private struct DatumTaker {
    private var parts = 0
    private var meter = Meter()

    mutating func datum(of value: Value) throws -> Datum {
        switch value {
        case .none: return .none
        case .bool(let value): return .bool(value)
        case .int(let value): return .int(value)
        case .double(let value): return .double(value)
        case .string(let value): return .string(value)
        case .list(let elements): return .list(try data(of: elements))
        case .tuple(let elements): return .list(try data(of: elements))
        case .dictionary(let entries):
            return .dictionary(
                keys: try data(of: entries.lazy.map(\.key)), values: try data(of: entries.lazy.map(\.value)))
        case .object(let object): return (object as? any DatumConvertible)?.datum ?? .other(object.phrase)
        case .range, .function: return .other(value.phrase)
        }
    }

    private mutating func data(of values: some RandomAccessCollection<Value>) throws -> [Datum] {
        parts += values.count
        guard parts <= Datum.mostParts else {
            throw Mistake(
                construct: "limit", problem: "the value has too many parts to be compared",
                note: "it may have \(Datum.mostParts), those that it holds several times counted each time")
        }
        try MemoryBudget.reserve(bytes: values.count * MemoryLayout<Datum>.stride)
        var data: [Datum] = []
        data.reserveCapacity(values.count)
        for value in values {
            try meter.turn(16)
            data.append(try datum(of: value))
        }
        return data
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
        let asked = try relations.compactMap { relation, value in try value.map { (relation, try Datum($0)) }
        }
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
            try value.map { try Datum($0) } ?? .none, relation, expected, message: text, source: source)
    }
}
