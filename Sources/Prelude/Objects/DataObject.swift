import Networks
import Script
import Text

/// A data set or distribution as a script holds it.
final class DataObject: LibraryObject {
    static let members = Library.kind(.data)

    let source: any DataSource

    init(_ source: any DataSource) { self.source = source }

    var phrase: String { "data (\(source.name))" }

    func text(_ style: ValueFormat) -> String {
        guard let count = source.finite?.count else { return source.name }
        return "\(source.name): \(count) samples of shape \(source.sampleShape)"
    }
}

extension DataSource where Self: ScriptConvertible {
    static var resultKind: ResultKind { .data }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .object(DataObject(self)) }
}

extension FiniteData: ScriptConvertible {}
extension GaussianMixture: ScriptConvertible {}
extension Curves: ScriptConvertible {}
extension Sketch: ScriptConvertible {}
