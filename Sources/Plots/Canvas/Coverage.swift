/// How much of each pixel a shape covers, added up edge by edge.
///
/// Every edge of a polygon adds, to the pixels it crosses, the signed area to its right; the running sum along a
/// row is then what lies inside. (The method of font renderers; shapes of one direction may overlap.)
struct Coverage {
    /// The corner of the part of the page that is looked at.
    let left: Int
    let top: Int
    let width: Int
    let height: Int
    private var sums: [Float]

    /// A blank for shapes within these bounds, of which only what lies on a page of this size matters.
    init?(_ bounds: Rectangle, pageWidth: Int, pageHeight: Int) {
        guard bounds.x.magnitude < 1e6, bounds.y.magnitude < 1e6, bounds.right.magnitude < 1e6,
            bounds.bottom.magnitude < 1e6
        else { return nil }
        left = max(Int(bounds.x.rounded(.down)), 0)
        top = max(Int(bounds.y.rounded(.down)), 0)
        width = min(Int(bounds.right.rounded(.up)), pageWidth) - left
        height = min(Int(bounds.bottom.rounded(.up)), pageHeight) - top
        guard width > 0 && height > 0 else { return nil }
        // An edge may end exactly on the right border and still write one pixel beyond it.
        sums = [Float](repeating: 0, count: (width + 2) * height)
    }

    mutating func add(_ polygon: [Spot]) {
        guard var last = polygon.last else { return }
        for corner in polygon {
            addEdge(last, corner)
            last = corner
        }
    }

    private mutating func addEdge(_ a: Spot, _ b: Spot) {
        let direction: Float = a.y < b.y ? 1 : -1
        let (start, end) = a.y < b.y ? (a, b) : (b, a)
        let (y0, y1) = (start.y - Double(top), end.y - Double(top))
        guard y1 > y0 else { return }
        let slope = (end.x - start.x) / (y1 - y0)
        let firstRow = max(Int(max(y0, 0)), 0)
        guard firstRow < height, y1 > 0 else { return }
        for row in firstRow..<min(Int(y1.rounded(.up)), height) {
            let (from, to) = (max(y0, Double(row)), min(y1, Double(row + 1)))
            guard to > from else { continue }
            let x0 = start.x - Double(left) + (from - y0) * slope
            let x1 = start.x - Double(left) + (to - y0) * slope
            addSpan(row, Float(min(x0, x1)), Float(max(x0, x1)), direction * Float(to - from))
        }
    }

    /// An edge that within one row runs from x0 to x1 and covers `weight` of its height.
    private mutating func addSpan(_ row: Int, _ x0: Float, _ x1: Float, _ weight: Float) {
        let limit = Float(width)
        let (x0, x1) = (min(max(x0, 0), limit), min(max(x1, 0), limit))
        let base = row * (width + 2)
        let first = Int(x0)
        let last = Int(x1.rounded(.up))
        if last <= first + 1 {
            let inside = weight * (1 - ((x0 + x1) / 2 - Float(first)))
            sums[base + first] += inside
            sums[base + first + 1] += weight - inside
            return
        }
        let perPixel = weight / (x1 - x0)
        let lead = 1 - (x0 - Float(first))
        var done = perPixel * lead * lead / 2
        sums[base + first] += done
        for x in first + 1..<last - 1 {
            let upTo = perPixel * (Float(x) + 0.5 - x0)
            sums[base + x] += upTo - done
            done = upTo
        }
        let tail = x1 - Float(last - 1)
        let atLast = weight - perPixel * tail * tail / 2
        sums[base + last - 1] += atLast - done
        sums[base + last] += weight - atLast
    }

    /// Calls the body for every pixel that is covered at all.
    func visit(_ body: (_ x: Int, _ y: Int, _ share: Float) -> Void) {
        for row in 0..<height {
            var sum: Float = 0
            for column in 0..<width {
                sum += sums[row * (width + 2) + column]
                let share = min(abs(sum), 1)
                if share > 0.002 { body(left + column, top + row, share) }
            }
        }
    }
}
