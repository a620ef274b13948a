import Foundation
import Testing

@testable import Notebook

@Suite struct TextColorTests {
    @Test func theTerminalsOwnColorsAreLeftToItsOwner() {
        #expect(Ink.heading.paint("x", .sixteen) == "\u{1B}[1;36mx\u{1B}[0m")
        #expect(Ink.heading.paint("x", .palette) == "\u{1B}[1;38;5;31mx\u{1B}[0m")
        #expect(Ink.heading.paint("x", .none) == "x")
        #expect(Appearance().promptMarks == ("", ""))
    }

    @Test func fixedColorsCanBeReadOnWhiteAndOnBlack() throws {
        for color in TextColor.all {
            let code = try #require(Int(color.code(.palette).dropFirst("38;5;".count)))
            let light = luminance(code)
            #expect(1.05 / (light + 0.05) >= 3, "\(code) on white")
            #expect((light + 0.05) / 0.05 >= 3, "\(code) on black")
        }
    }

    /// The luminance of WCAG 2 of a color of xterm's cube.
    private func luminance(_ code: Int) -> Double {
        let steps = [0.0, 95, 135, 175, 215, 255]
        let parts = [(code - 16) / 36, (code - 16) / 6 % 6, (code - 16) % 6].map { step in
            let share = steps[step] / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
