import Networks
import Script
import Text

/// The gradients of a loss for a network: a list of tensors that knows whose they are.
final class GradientsObject: LibraryObject {
    static let members = Library.kind(.gradients)

    let gradients: Gradients

    init(_ gradients: Gradients) { self.gradients = gradients }

    private var owner: String {
        let owner = gradients.parameters.first?.owner ?? ""
        return owner.isEmpty ? "" : " of \(owner)"
    }

    var phrase: String { "the gradients\(owner), one for each of \(gradients.tensors.count) parameters" }

    func text(_ style: ValueFormat) -> String {
        let shapes = zip(gradients.parameters, gradients.tensors).map { "\($0.name) \($1.shape)" }
        return style == .nested
            ? "gradients\(owner)" : "gradients\(owner): " + shapes.joined(separator: ", ")
    }

    func elements(_ interpreter: Interpreter) throws -> ListValue? {
        try interpreter.list(gradients.tensors.map { Value($0) })
    }

    func subscripted(_ items: [IndexItem]) throws -> Value? {
        guard items.count == 1, case .value(let value) = items[0], let place = value.wholeNumber else {
            return nil
        }
        let count = gradients.tensors.count
        let offset = place < 0 ? place + count : place
        guard gradients.tensors.indices.contains(offset) else {
            throw Mistake(
                problem: "there is no gradient \(place)", note: "there are \(count): 0 to \(count - 1)",
                place: .argument(1))
        }
        return Value(gradients.tensors[offset])
    }
}

extension Gradients: ScriptConvertible {
    static var resultKind: ResultKind { .gradients }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .object(GradientsObject(self)) }
}
