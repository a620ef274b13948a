import Text

extension Interpreter {
    /// A stretch of a list, a string or a range, or what a stride picks from it.
    func slice(_ whole: Slot, _ item: IndexItem) throws -> Slot {
        switch whole.head {
        case Tag.list:
            let list = whole.asList
            let places = try places(item, in: list.count, of: whole)
            let part = try newList(capacity: places.count)
            for place in places { part.append(list.elements[place].retained()) }
            return .list(part)
        case Tag.string:
            let text = whole.asString
            let places = try places(item, in: try characterCount(text), of: whole)
            if places.step == 1 {
                let start = try index(in: text, from: text.startIndex, after: places.lower)
                return .string(String(text[start..<(try index(in: text, from: start, after: places.count))]))
            }
            return .string(try picked(places, from: text))
        case Tag.range:
            let numbers = whole.asRange
            let places = try places(item, in: numbers.count, of: whole)
            let picked = try newList(capacity: places.count)
            for place in places { picked.append(.int(numbers[place])) }
            return .list(picked)
        default: throw noIndex(whole)
        }
    }

    /// The places that an item stands for, all of which there are.
    private func places(_ item: IndexItem, in count: Int, of whole: Slot) throws -> RangeValue {
        switch item {
        case .range(let lower, let upper, let closed):
            let start = lower ?? 0
            let end = upper.map { IndexItem.end($0, closed: closed) } ?? count
            if start >= 0, start <= end, end <= count, let places = RangeValue(start, upTo: end) {
                return places
            }
            let text =
                "\(lower.map(String.init) ?? "")\(closed ? "..." : "..<")\(upper.map(String.init) ?? "")"
            throw Mistake(
                problem: start > end
                    ? "the range \(text) runs backwards" : "the range \(text) reaches too far",
                note: bounds(of: whole, count) + "; bounds lie between 0 and the count", place: .argument(1))
        case .value(.range(let stride)):
            guard let first = stride.first, let last = stride.last else { return stride }
            if min(first, last) >= 0, max(first, last) < count { return stride }
            throw Mistake(
                problem: "the stride reaches too far",
                note: "it goes from \(first) to \(last), and \(bounds(of: whole, count))", place: .argument(1)
            )
        case .value: throw noIndex(whole)
        }
    }
}
