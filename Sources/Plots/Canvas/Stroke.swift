/// A line of a certain width as polygons that all turn the same way.
enum Stroke {
    static func polygons(_ line: [Spot], _ pen: Pen, scale: Double) -> [[Spot]] {
        let half = pen.width * scale / 2
        var polygons: [[Spot]] = []
        for piece in dashes(line, pen.dash.map { $0 * scale }) {
            for i in 1..<max(piece.count, 1) {
                let (a, b) = (piece[i - 1], piece[i])
                let (dx, dy) = (b.x - a.x, b.y - a.y)
                let length = (dx * dx + dy * dy).squareRoot()
                guard length > 0 else { continue }
                let (nx, ny) = (-dy / length * half, dx / length * half)
                polygons.append([
                    Spot(x: a.x - nx, y: a.y - ny), Spot(x: b.x - nx, y: b.y - ny),
                    Spot(x: b.x + nx, y: b.y + ny), Spot(x: a.x + nx, y: a.y + ny),
                ])
                if i + 1 < piece.count, isBent(a, b, piece[i + 1]) {
                    polygons.append(MarkerShape.circle(b, radius: half))
                }
            }
        }
        return polygons
    }

    /// Whether two pieces meet at an angle (of more than 15 degrees) that leaves a notch for a round joint to
    /// hide. At flatter ones a joint would only darken the soft edge.
    private static func isBent(_ a: Spot, _ b: Spot, _ c: Spot) -> Bool {
        let (ux, uy, vx, vy) = (b.x - a.x, b.y - a.y, c.x - b.x, c.y - b.y)
        return ux * vx + uy * vy < 0.966 * ((ux * ux + uy * uy) * (vx * vx + vy * vy)).squareRoot()
    }

    private static func dashes(_ line: [Spot], _ dash: Double?) -> [[Spot]] {
        guard !line.isEmpty else { return [] }
        guard let dash, dash > 0 else { return [line] }
        var pieces: [[Spot]] = []
        var piece = [line[0]]
        var isInked = true
        var left = dash
        for i in 1..<max(line.count, 1) {
            var a = line[i - 1]
            let b = line[i]
            var length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
            while length > left {
                let share = left / length
                a = Spot(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
                length -= left
                left = dash
                if isInked { pieces.append(piece + [a]) }
                piece = [a]
                isInked.toggle()
            }
            left -= length
            piece.append(b)
        }
        if isInked && piece.count > 1 { pieces.append(piece) }
        return pieces
    }
}
