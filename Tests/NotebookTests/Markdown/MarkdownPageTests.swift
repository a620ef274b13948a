import Testing
import Text

@testable import Notebook

private func page(_ markdown: String, width: Int = 40, colors: ColorDepth = .none) -> String {
    MarkdownPage.text(markdown, Appearance(width: width, colors: colors)).string
}

@Suite struct MarkdownPageTests {
    @Test func headingsAreUnderlined() {
        #expect(
            page("# The game\n\n## Rules\n\n### Third\n\ntext") == """
                The game
                ━━━━━━━━

                Rules
                ─────

                Third

                text
                """)
    }

    @Test func proseIsWrapped() {
        #expect(page("one two three four five six", width: 10) == "one two\nthree four\nfive six")
    }

    @Test func emphasisUsesEscapesInATerminalAndMarksElsewhere() {
        #expect(page("an *important* **word** and `code`") == "an *important* **word** and `code`")
        #expect(
            page("an *important* `word`", colors: .ansi16)
                == "an \u{1B}[3mimportant\u{1B}[0m \u{1B}[36mword\u{1B}[0m")
    }

    @Test func underscoresOfFormulasAreNoEmphasis() {
        #expect(page(#"The *sum* $E_x[D(x)] + E_y[x]$ of it"#) == "The *sum* E_x[D(x)] + E_y[x] of it")
    }

    @Test func formulasAreNotTornUnlessWiderThanTheLine() {
        #expect(page("we have here $a + b + c$", width: 20) == "we have here\na + b + c")
        #expect(page("here $a + b + c + d + e$", width: 10) == "here\na + b + c\n+ d + e")
    }

    @Test func displayedFormulasStandOnTheirOwn() {
        #expect(
            page("small for forged ones:\n$$\\max_D \\; D(x)$$\nwhere $D$ scores") == """
                small for forged ones:

                    max D(x)
                     D

                where D scores
                """)
    }

    @Test func pricesAreNoFormulas() {
        #expect(page(#"It costs $5 or $6, \$7, and `$x$`"#) == "It costs $5 or $6, $7, and `$x$`")
    }

    @Test func listsAreIndented() {
        #expect(
            page("- one\n- two and more of it\n  - inner\n\n1. first\n2. second", width: 18) == """
                  • one
                  • two and more
                    of it
                      • inner

                  1. first
                  2. second
                """)
    }

    @Test func codeIsIndentedAndNotWrapped() {
        #expect(
            page("```\nlet x = 1   // a long comment that stays\n```", width: 20)
                == "    let x = 1   // a long comment that stays")
    }

    @Test func quotesHaveABar() {
        #expect(page("> to be or not to be", width: 12) == "│ to be or\n│ not to be")
    }

    @Test func tablesHaveColumns() {
        #expect(
            page("| loss | value |\n|---|---:|\n| minimax | 1.25 |\n| `hinge` | $x^2$ |") == """
                loss     value
                ───────  ─────
                minimax   1.25
                `hinge`     x²
                """)
    }

    @Test func wideTablesAreWrapped() {
        let table = page("| a | b |\n|---|---|\n| short | a long text that does not fit |", width: 20)
        #expect(table.split(separator: "\n").allSatisfy { displayWidth($0) <= 20 })
        #expect(table.contains("short"))
    }

    @Test func linksShowTheirAddress() {
        #expect(page("see [GAN](http://x.org)") == "see GAN (http://x.org)")
    }

    @Test func withoutUnicodeTheSignsOfThePageAreASCII() {
        let text = MarkdownPage.text("# T\n\n- a\n\n---", Appearance(width: 10, hasUnicode: false))
        #expect(text == "T\n=\n\n  - a\n\n----------")
    }

    @Test func wideLettersCountTwice() {
        #expect(page("日本語 日本語", width: 10) == "日本語\n日本語")
    }

    @Test func wordsWiderThanThePageAreCut() {
        #expect(page("abcdefghijklmnop", width: 10) == "abcdefghij\nklmnop")
    }
}
