/// How panels stand: beside each other where there is room, else in rows of about as many each.
struct PanelRows: Sendable, Equatable {
    let columns: Int
    let rows: Int

    /// The rows of `count` panels of which `most` fit beside each other.
    init(count: Int, atMost most: Int) {
        let most = min(max(most, 1), max(count, 1))
        rows = (count + most - 1) / most
        columns = rows == 0 ? 1 : (count + rows - 1) / rows
    }

    /// Where each row begins and ends in the list of panels.
    func ranges(of count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: columns).map { $0..<min($0 + columns, count) }
    }
}
