import Foundation
import Testing

@testable import Plots

/// How the colors of series look to whoever lacks one kind of cone, by the matrices of Machado, Oliveira and Fernandes
/// (2009) for complete loss, on linear light.
@Suite struct ColorBlindnessTests {
    private static let views: [(name: String, matrix: [[Double]])] = [
        ("all cones", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
        (
            "protanopia",
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        ),
        (
            "deuteranopia",
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        ),
        (
            "tritanopia",
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        ),
    ]

    /// Okabe's and Ito's own blue and green are 17 apart in the worst case, which is what they hold for enough.
    @Test func anyTwoOfTheFirstSixSeriesStayApartForEveryEye() {
        let colors = (0..<6).map { SeriesStyle(index: $0).color }
        for (name, matrix) in ColorBlindnessTests.views {
            for first in 0..<6 {
                for second in 0..<first {
                    let distance = ColorBlindnessTests.distance(colors[first], colors[second], matrix)
                    #expect(distance > 16.5, "series \(second) and \(first) with \(name)")
                }
            }
        }
    }

    @Test func bothEndsOfTheDivergingMapStayApartForEveryEye() {
        let (low, high) = (ColorMap.diverging.color(0), ColorMap.diverging.color(1))
        for (name, matrix) in ColorBlindnessTests.views {
            #expect(ColorBlindnessTests.distance(low, high, matrix) > 40, "\(name)")
        }
    }

    /// Whoever measures must see what is known: red and green are near each other without the middle cones.
    @Test func ochreAndVermilionLookAlikeWithoutTheMiddleCones() {
        let matrix = ColorBlindnessTests.views[2].matrix
        #expect(ColorBlindnessTests.distance(Color(0xC08000), Color(0xD55E00), matrix) < 4)
        #expect(abs(ColorBlindnessTests.distance(.white, .black, matrix) - 100) < 0.5)
    }

    /// The distance of CIE 1976 in L*a*b*, of which about 2 is the least that is noticed.
    private static func distance(_ one: Color, _ other: Color, _ matrix: [[Double]]) -> Double {
        zip(lab(one, matrix), lab(other, matrix)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            .squareRoot()
    }

    private static func lab(_ color: Color, _ matrix: [[Double]]) -> [Double] {
        let light = [color.red, color.green, color.blue].map { byte in
            let share = Double(byte) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        let seen = times(matrix, light).map { min(max($0, 0), 1) }
        let toXYZ = [
            [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
        let white = [0.95047, 1, 1.08883]
        let f = zip(times(toXYZ, seen), white).map { value, full in
            let share = value / full
            return share > 216 / 24389 ? cbrt(share) : (24389 / 27 * share + 16) / 116
        }
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    }

    private static func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
}
