import Networks
import Script
import Text

/// A data set or distribution as a script holds it.
final class DataObject: HostObject {
    let source: any DataSource

    init(_ source: any DataSource) { self.source = source }

    static let dataKind = Kind(
        name: "data",
        properties: [
            Property(name: "name", summary: "what it is") { object, _ in .string(try source(object).name) },
            Property(name: "sampleShape", summary: "the shape of one sample") { object, _ in
                .list(ListValue(try source(object).sampleShape))
            },
            Property(
                name: "count", summary: "how many samples there are; nil if it can be drawn from without end"
            ) {
                object, _ in try source(object).finite.map { .int($0.count) } ?? .none
            },
            Property(name: "classes", summary: "the names of its classes") { object, _ in
                .list(ListValue(try source(object).classes.map { Value.string($0) }))
            },
            Property(name: "points", summary: "all samples of a finite set, in their order") { object, _ in
                try Value(try finite(object, "points").allPoints())
            },
            Property(name: "labels", summary: "the class of each sample of a finite set") { object, _ in
                try finite(object, "labels").labels.map { .list(ListValue($0)) } ?? .none
            },
            Property(name: "modes", summary: "the centers of its modes, a row each; nil if unknown") {
                object, _ in
                guard let centers = try source(object).modes?.centers else { return .none }
                return try tensorLike(.list(ListValue(centers.map { .list(ListValue($0)) }))).map {
                    Value($0)
                } ?? .none
            },
        ],
        methods: Entry.dataMethods.map(\.native))

    private static func source(_ object: any HostObject) throws -> any DataSource {
        guard let found = (object as? DataObject)?.source else { throw Mistake(problem: "these are no data") }
        return found
    }

    private static func finite(_ object: any HostObject, _ member: String) throws -> FiniteData {
        let source = try source(object)
        guard let set = source.finite else {
            throw Mistake(
                problem: "only a finite set has `\(member)`",
                note: "\(source.name) can be drawn from without end: `.sample(n)`")
        }
        return set
    }

    var kind: Kind { Self.dataKind }
    var phrase: String { "data (\(source.name))" }

    func text(_ style: Script.TextStyle) -> String {
        guard let count = source.finite?.count else { return source.name }
        return "\(source.name): \(count) samples of shape \(source.sampleShape)"
    }
}

extension DataSource where Self: ScriptConvertible {
    var scriptValue: Value { .object(DataObject(self)) }
}

extension FiniteData: ScriptConvertible {}
extension GaussianMixture: ScriptConvertible {}
extension Curves: ScriptConvertible {}
extension Sketch: ScriptConvertible {}
