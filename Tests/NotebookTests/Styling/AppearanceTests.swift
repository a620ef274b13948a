import Testing
import Text

@testable import Notebook

@Suite struct AppearanceTests {
    private func detect(_ environment: [String: String], isTerminal: Bool = true, color: Bool = true)
        -> Appearance
    {
        Appearance.detect(environment: { environment[$0] }, isTerminal: isTerminal, allowsColor: color)
    }

    @Test func colorsFollowTheTerminal() {
        #expect(detect(["TERM": "xterm"]).colors == .ansi16)
        #expect(detect(["TERM": "xterm-256color"]).colors == .ansi256)
        #expect(detect(["TERM": "xterm-256color", "COLORTERM": "truecolor"]).colors == .trueColor)
    }

    @Test func refusalsOfColorAreHonored() {
        #expect(detect(["TERM": "xterm", "NO_COLOR": "1"]).colors == .none)
        #expect(detect(["TERM": "xterm", "NO_COLOR": ""]).colors == .ansi16)
        #expect(detect(["TERM": "xterm"], color: false).colors == .none)
        #expect(detect(["TERM": "dumb"]).colors == .none)
        #expect(detect(["TERM": "xterm", "COLORTERM": "truecolor"], isTerminal: false).colors == .none)
        #expect(detect([:]).colors == .none)
    }

    @Test func lettersFollowTheLocale() {
        #expect(detect(["TERM": "xterm", "LANG": "de_DE.UTF-8"]).hasUnicode)
        #expect(!detect(["TERM": "xterm", "LANG": "C"]).hasUnicode)
        #expect(!detect(["TERM": "xterm", "LANG": "C.UTF-8", "LC_ALL": "POSIX"]).hasUnicode)
        #expect(detect(["LANG": "C"], isTerminal: false).hasUnicode)
    }
}

@Suite struct CodePainterTests {
    private let colored = Appearance(colors: .ansi16)

    @Test func partsHaveTheirColors() {
        #expect(
            CodePainter.paint("let n = 12 // \"x\"", colored).string
                == "\u{1B}[1mlet\u{1B}[0m n = \u{1B}[33m12\u{1B}[0m \u{1B}[2m// \"x\"\u{1B}[0m")
    }

    @Test(arguments: ["", "\"open", "/* open", "\"a\\", "let x = \"\"\"\nlong\n\"\"\" + 1", "日本"])
    func withoutColorsTheTextStaysAndPiecesAddUp(_ source: String) {
        #expect(CodePainter.paint(source, Appearance()).string == source)
        #expect(codePieces(source).map { String($0.text) }.joined() == source)
    }

    @Test func openBracesIndentTheNextLine() {
        #expect(Indentation.next(after: "func f(x) {\n", step: 4) == "    ")
        #expect(Indentation.next(after: "func f(x) { // {\n    if x { \"{\"\n", step: 4) == "        ")
        #expect(Indentation.next(after: "}\n", step: 4) == "")
    }
}
