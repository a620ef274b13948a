import Foundation

@testable import Plots

/// Figures of every kind, the same at every run.
enum Samples {
    static func all() throws -> [(name: String, figure: Figure)] {
        [
            ("scatter", try scatter()), ("classes", try classes()), ("overlay", try overlay()),
            ("lines", try lines()), ("logarithmic", try logarithmic()), ("holes", try holes()),
            ("histogram", try histogram()), ("density", try density()), ("matrix", try matrix()),
            ("symmetric", try symmetric()), ("arrows", try arrows()), ("path", try path()),
            ("path-timed", try timedPath()), ("mesh", try mesh()), ("bars", try bars()),
            ("bars-signed", try signedBars()), ("images", try images()),
            ("images-color", try colorImages()),
            ("live", try live()), ("empty", try empty()), ("one-point", try onePoint()),
        ]
    }

    static func scatter() throws -> Figure {
        var random = Random()
        return try .scatter(
            [random.ring(300, sigma: 0.06, modes: 0..<8), random.ring(300, sigma: 0.18, modes: 2..<6)],
            labels: ["real", "fake"], title: "A ring of eight modes")
    }

    static func classes() throws -> Figure {
        var random = Random()
        let groups = try (0..<6).map { kind in
            try random.cloud(40, Double(kind % 3) * 3, Double(kind / 3) * 3)
        }
        return try .scatter(
            groups, labels: ["zero", "one", "two", "three", "four", "five"], opacity: 0.7,
            title: "Six classes",
            xLabel: "first component", yLabel: "second component")
    }

    static func discriminator() throws -> Grid {
        try Grid(x: -3...3, y: -3...3, columns: 40, rows: 40) { x, y in
            let radius = (x * x + y * y).squareRoot()
            return 1 / (1 + exp(6 * abs(radius - 2) - 2.5 + 2 * (x - y) / (radius + 0.1)))
        }
    }

    static func overlay() throws -> Figure {
        try .layered([
            scatter(), .heatmap(discriminator(), scale: .probability, contour: 0.5, label: "D(x)"),
        ])
    }

    static func lines() throws -> Figure {
        let x = (0...100).map { Double($0) / 10 }
        return try .line(
            [x.map { sin($0) }, x.map { cos($0) }], x: x, labels: ["sine", "cosine"], title: "Two waves",
            xLabel: "angle", yLabel: "value")
    }

    static func logarithmic() throws -> Figure {
        let steps = (0..<60).map(Double.init)
        return try .line(
            [steps.map { exp(-$0 / 6) }, steps.map { 1 / (1 + $0) }, steps.map { $0 - 1 }],
            labels: ["exponential", "harmonic", "linear"], logY: true, title: "Errors", xLabel: "step",
            yLabel: "error")
    }

    static func holes() throws -> Figure {
        try .line([[1, .nan, 3, .infinity, 2, 2.5, -.infinity]], title: "Not all is finite")
    }

    static func histogram() throws -> Figure {
        var random = Random()
        let real = (0..<800).map { _ in random.normal() }
        let forged = (0..<800).map { _ in 1.5 + 0.7 * random.normal() }
        return try .histogram([real, forged], labels: ["real", "forged"], title: "Two heaps", xLabel: "x")
    }

    static func density() throws -> Figure {
        var random = Random()
        let values = (0..<800).map { _ in random.normal() }
        let x = (-30...30).map { Double($0) / 10 }
        let curve = x.map { exp(-$0 * $0 / 2) / 2.5066 }
        return try .layered([
            .histogram([values], range: -3...3, isDensity: true), .line([curve], x: x, labels: ["N(0, 1)"]),
            .rule(x: 0, label: "mean"),
        ])
    }

    static func matrix() throws -> Figure {
        try .heatmap(
            Grid(matrix: (0..<40).map { Double($0 * 7 % 40) }, rows: 5, columns: 8), title: "A matrix")
    }

    static func symmetric() throws -> Figure {
        try .heatmap(
            Grid(x: -2...2, y: -1...1, columns: 40, rows: 20) { x, y in 3 * sin(2 * x) * cos(3 * y) },
            scale: .symmetric(), label: "score", title: "A critic's scores", xLabel: "x", yLabel: "y")
    }

    static func arrows() throws -> Figure {
        let x = (0..<25).map { Double($0 % 5) - 2 }
        let y = (0..<25).map { Double($0 / 5) - 2 }
        return try .arrows(
            Points(x: x, y: y), Points(x: y.map { -0.03 * $0 }, y: x.map { 0.03 * $0 }), label: "descent",
            title: "A field that turns")
    }

    static func path() throws -> Figure {
        func spiral(_ turns: Double, _ shrinking: Double) throws -> Points {
            let angles: [Double] = (0...120).map { Double($0) / 120 * turns * 2 * Double.pi }
            let radii = angles.map { exp(-$0 * shrinking) }
            return try Points(
                x: zip(angles, radii).map { angle, radius in radius * cos(angle) },
                y: zip(angles, radii).map { angle, radius in radius * sin(angle) })
        }
        return try .path(
            [spiral(2.6, 0.1), spiral(1.4, -0.06)], labels: ["falls in", "spirals out"],
            title: "Two trainings that circle", xLabel: "weight of G", yLabel: "weight of D")
    }

    static func timedPath() throws -> Figure {
        var random = Random()
        var (x, y) = ([0.0], [0.0])
        for step in 0..<150 {
            x.append(x[step] + 0.3 * random.normal())
            y.append(y[step] + 0.3 * random.normal())
        }
        return try .path([Points(x: x, y: y)], isTimed: true, title: "A walk")
    }

    static func mesh() throws -> Figure {
        func bent(_ amount: Double) throws -> Points {
            let across = (0..<81).map { Double($0 % 9) / 4 - 1 }
            let up = (0..<81).map { Double($0 / 9) / 4 - 1 }
            return try Points(
                x: zip(across, up).map { x, y in x + amount * sin(2 * y) },
                y: zip(across, up).map { x, y in y + amount * cos(2 * x) })
        }
        return try .layered([
            .mesh(bent(0), rows: 9, columns: 9, label: "noise"),
            .mesh(bent(0.45), rows: 9, columns: 9, label: "what G makes of it"),
        ])
    }

    static func bars() throws -> Figure {
        try .bars(
            [[0.21, 0.83, 0.77, 0.905]], names: ["minimax", "nonSaturating", "leastSquares", "wasserstein"],
            title: "Quality by loss", xLabel: "share of samples within three sigma")
    }

    static func signedBars() throws -> Figure {
        try .bars(
            [[0.2, -0.3, .nan], [0.5, 0.4, -0.2]], names: ["a", "b", "c"], labels: ["before", "after"])
    }

    static func images() throws -> Figure {
        let digits = try [seven, two, seven].map { rows in
            try Raster(
                width: 14, height: 14, values: rows.joined().map { $0 == "#" ? 1 : $0 == "+" ? 0.5 : 0 })
        }
        return try .images(digits, labels: ["seven", "two", "seven"], title: "Digits")
    }

    static func colorImages() throws -> Figure {
        let rasters = try (0..<4).map { blue in
            var values: [Float] = []
            for pixel in 0..<64 { values += [Float(pixel % 8) / 7, Float(pixel / 8) / 7, Float(blue) / 3] }
            return try Raster(width: 8, height: 8, channels: 3, values: values)
        }
        return try .images(rasters, scaling: .smooth, title: "Colors")
    }

    static func live() throws -> Figure {
        var random = Random()
        let steps = (0..<400).map(Double.init)
        let d = steps.map { 1.38 - exp(-$0 / 40) + 0.08 * random.normal() }
        let g = steps.map { 0.7 + 1.5 * exp(-$0 / 90) + 0.12 * random.normal() }
        var losses = try Figure.line([d, g], labels: ["D", "G"], title: "Losses")
        losses.caption = "losses do not measure quality"
        var accuracy = try Figure.layered([
            .line([steps.map { 0.5 + 0.4 * exp(-$0 / 80) }], labels: ["accuracy of D"]),
            .rule(y: 0.5, label: "one half"),
        ])
        accuracy.yAxis.range = 0...1
        return try .row([overlay(), .column([losses, accuracy])])
    }

    static func empty() throws -> Figure { try .scatter([Points(x: [], y: [])], title: "Nothing") }

    static func onePoint() throws -> Figure { try .scatter([Points(x: [3], y: [3])]) }

    private static let seven = [
        "..............", "..............", "..+########+..", "..##########..", "..+++++++##+..",
        "........+##...", "........##+...", ".......+##....", ".......##+....", "......+##.....",
        "......##+.....", "......##......", "..............", "..............",
    ]

    private static let two = [
        "..............", "....+###+.....", "...+#####+....", "...##+.+##....", "...++...##....",
        "........##....", ".......+##....", "......+##+....", ".....+##+.....", "....+##+......",
        "...+#######...", "...########...", "..............", "..............",
    ]
}

/// Numbers that look random and are the same at every run.
struct Random {
    private var state: UInt64 = 42

    mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 53)
    }

    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + uniform() } }

    mutating func cloud(_ count: Int, _ x: Double, _ y: Double) throws -> Points {
        var xs: [Double] = []
        var ys: [Double] = []
        for _ in 0..<count {
            xs.append(x + 0.6 * normal())
            ys.append(y + 0.6 * normal())
        }
        return try Points(x: xs, y: ys)
    }

    mutating func ring(_ count: Int, sigma: Double, modes: Range<Int>) throws -> Points {
        var xs: [Double] = []
        var ys: [Double] = []
        for _ in 0..<count {
            let angle = Double(modes.lowerBound + Int(uniform() * Double(modes.count))) * Double.pi / 4
            xs.append(2 * cos(angle) + sigma * normal())
            ys.append(2 * sin(angle) + sigma * normal())
        }
        return try Points(x: xs, y: ys)
    }
}
