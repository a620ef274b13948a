/// A line of a certain width as polygons that all turn the same way.
enum Stroke {
    static func polygons(_ line: [Spot], _ pen: Pen, scale: Double) -> [[Spot]] {
        let half = pen.width * scale / 2
        var polygons: [[Spot]] = []
        for piece in dashes(line, pen.dash.map { $0 * scale }) {
            if piece.count == 1 || pen.dash == nil {
                polygons.append(MarkerShape.circle(piece[0], radius: half))
            }
            for i in 1..<max(piece.count, 1) {
                let (a, b) = (piece[i - 1], piece[i])
                let (dx, dy) = (b.x - a.x, b.y - a.y)
                let length = (dx * dx + dy * dy).squareRoot()
                // A round joint hides the notch between two straight pieces.
                if pen.dash == nil { polygons.append(MarkerShape.circle(b, radius: half)) }
                guard length > 0 else { continue }
                let (nx, ny) = (-dy / length * half, dx / length * half)
                polygons.append([
                    Spot(x: a.x - nx, y: a.y - ny), Spot(x: b.x - nx, y: b.y - ny),
                    Spot(x: b.x + nx, y: b.y + ny), Spot(x: a.x + nx, y: a.y + ny),
                ])
            }
        }
        return polygons
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
