import Networks
import Script
import Text

/// `G[0]` is a layer of G and `G[0..<4]` its first four in a row, with G's own parameters: a classifier without its
/// last layer gives its features.
extension NetworkObject {
    func subscripted(_ items: [IndexItem]) throws -> Value? {
        let count = network.root.children.count
        guard network.root is Sequential else {
            throw Mistake(
                problem: "only a Sequential has layers in a row", note: "{0} is \(network.root.signature)")
        }
        guard items.count == 1 else {
            throw Mistake(
                problem: "layers stand in one row", note: "write one place or one range: `G[0..<2]`")
        }
        let there = "{0} has \(count == 1 ? "1 layer" : "\(count) layers"), 0 to \(count - 1)"
        if case .value(let value) = items[0], let place = value.wholeNumber {
            let index = place < 0 ? place + count : place
            guard index >= 0, index < count else {
                throw Mistake(problem: "there is no layer \(place)", note: there, place: .argument(1))
            }
            return .object(NetworkObject(part: network.layer(index)))
        }
        guard let (lower, upper) = bounds(of: items[0], count) else {
            throw Mistake(
                problem: "layers are named by a whole number or a range",
                note: "as in `G[0]` and `G[0..<2]`", place: .argument(1))
        }
        guard lower >= 0, lower < upper, upper <= count else {
            throw Mistake(problem: "there are no such layers", note: there, place: .argument(1))
        }
        return .object(NetworkObject(part: try network.layers(lower..<upper)))
    }

    /// The first place of a range and the one after its last; nil for anything else.
    private func bounds(of item: IndexItem, _ count: Int) -> (lower: Int, upper: Int)? {
        switch item {
        case .range(let lower, let upper, let closed):
            return (lower ?? 0, upper.map { IndexItem.end($0, closed: closed) } ?? count)
        case .value: return nil
        }
    }
}
