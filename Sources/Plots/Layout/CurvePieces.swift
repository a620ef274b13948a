import Budget

/// The unbroken pieces of a curve.
enum CurvePieces {
    /// Places in shares of the plot; a value that cannot be drawn breaks the curve.
    ///
    /// A curve of many more points than the medium has columns is thinned: of the points within one of `columns`
    /// the first, the lowest, the highest and the last remain, which looks the same.
    static func pieces(_ points: Points, _ x: Scale, _ y: Scale, columns: Int = 4000) -> [[Spot]] {
        var pieces: [[Spot]] = []
        var piece: [Spot] = []
        for i in Interruption.places(points.count) {
            if x.shows(points.x[i]) && y.shows(points.y[i]) {
                piece.append(Spot(x: x.fraction(points.x[i]), y: y.fraction(points.y[i])))
            } else if !piece.isEmpty {
                pieces.append(thinned(piece, columns))
                piece = []
            }
        }
        if !piece.isEmpty { pieces.append(thinned(piece, columns)) }
        return pieces
    }

    private static func thinned(_ curve: [Spot], _ columns: Int) -> [Spot] {
        guard curve.count > columns * 6 else { return curve }
        var kept: [Spot] = []
        var start = 0
        while start < curve.count {
            let column = (curve[start].x * Double(columns)).rounded(.down)
            var (end, lowest, highest) = (start, start, start)
            while end + 1 < curve.count && (curve[end + 1].x * Double(columns)).rounded(.down) == column {
                end += 1
                if curve[end].y < curve[lowest].y { lowest = end }
                if curve[end].y > curve[highest].y { highest = end }
            }
            for index in Set([start, lowest, highest, end]).sorted() { kept.append(curve[index]) }
            start = end + 1
        }
        return kept
    }
}
