import Script
import Tensors
import Text

extension TensorObject {
    func subscripted(_ items: [IndexItem]) throws -> Value? {
        let places = try items.enumerated().map { position, item in try place(item, position + 1) }
        return .object(TensorObject(try index(tensor, places), role: role))
    }

    /// What stands for one axis between the brackets; `operand` is its number in messages.
    private func place(_ item: IndexItem, _ operand: Int) throws -> TensorIndex {
        switch item {
        case .range(let lower, let upper, let closed):
            for bound in [lower, upper] {
                if let bound, bound < 0 {
                    throw Mistake(
                        problem: "a bound of a range counts from the front",
                        note: "\(bound) is below 0; a single place may count from the end: `x[-1]`",
                        place: .argument(operand))
                }
            }
            let end = upper.map { IndexItem.end($0, closed: closed) }
            return .range(lower: lower, upper: end, step: 1)
        case .value(let value): return try place(value, operand)
        }
    }

    private func place(_ value: Value, _ operand: Int) throws -> TensorIndex {
        if let number = value.wholeNumber { return .at(number) }
        switch value {
        case .range(let range):
            guard let first = range.first, let last = range.last, range.step > 0 else { break }
            return .range(lower: first, upper: IndexItem.end(last, closed: true), step: range.step)
        case .list(let list):
            let truths = list.compactMap {
                if case .bool(let truth) = $0 { Float(truth ? 1 : 0) } else { nil }
            }
            if !list.isEmpty, truths.count == list.count { return .mask(try Tensor(truths, [truths.count])) }
        case .object(let object):
            if let other = object as? TensorObject, other.tensor.rank > 0 {
                switch other.role {
                case .numbers: return .indices(other.tensor)
                case .mask: return .mask(other.tensor)
                case .reckoned:
                    throw Mistake(
                        problem: "numbers that were reckoned from a mask are neither a mask nor places",
                        note:
                            "`notEqual({\(operand)}, 0)` picks where they are not 0, `gather({0}, {\(operand)})` takes the "
                            + "elements at these places", place: .argument(operand))
                }
            }
        default: break
        }
        guard let numbers = try wholeNumbers(value) else {
            throw Mistake(
                problem: "a place in a tensor is a whole number, a range, a list of places or a mask",
                note: "{\(operand)} is \(value.phrase)", place: .argument(operand))
        }
        return .indices(try Tensor(numbers.map { Float($0) }, [numbers.count]))
    }
}
