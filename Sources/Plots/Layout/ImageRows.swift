/// How many images stand in a row, and how many are shown at all.
struct ImageRows: Sendable, Equatable {
    /// More images than this are a wall, not a picture.
    static let most = 400

    /// An image more than this many times as high as wide, or as wide as high, is squeezed: no page has room.
    static let thinnest = 6.0

    let shown: Int
    let columns: Int
    var rows: Int { (shown + columns - 1) / columns }

    /// Images in `columns`, or as near to a square as they come.
    init(count: Int, columns: Int?, widest: Int) {
        shown = min(count, ImageRows.most)
        let wanted = columns ?? ImageRows.suitableColumns(shown)
        self.columns = min(max(wanted, 1), max(shown, 1), max(widest, 1))
    }

    init(shown: Int, columns: Int) {
        self.shown = shown
        self.columns = columns
    }

    /// The square root, or somewhat more where that fills every row.
    private static func suitableColumns(_ count: Int) -> Int {
        let square = Int(Double(count).squareRoot().rounded(.up))
        return (square...max(square * 8 / 5, square)).first { $0 > 0 && count % $0 == 0 } ?? square
    }

    /// What is said below when some are missing.
    static func note(shown: Int, of count: Int) -> String? {
        shown < count ? "the first \(shown) of \(count) images" : nil
    }
}
