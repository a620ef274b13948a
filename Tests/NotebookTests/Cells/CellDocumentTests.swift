import Testing

@testable import Notebook

private let lesson = """
    // ---
    // title: The minimax loss
    // lecture: [4, 9]
    // ---

    // %% [markdown]
    // # The minimax game
    //
    // The discriminator *maximizes* $E_x[\\log D(x)]$.

    // %% a real and a fake batch
    let real = ring(modes: 8)
    scatter(real.sample(500), label: "real")


    // %%
    print(1)

    """

@Suite struct CellDocumentTests {
    @Test func frontMatterHasTitleAndList() {
        let matter = CellDocument(lesson).frontMatter
        #expect(matter?["title"] == "The minimax loss")
        #expect(matter?.list("lecture") == ["4", "9"])
        #expect(matter?["goal"] == nil)
    }

    @Test func cellsHaveKindTitleAndLine() {
        let cells = CellDocument(lesson).cells
        #expect(cells.map(\.kind) == [.markdown, .code, .code])
        #expect(cells.map(\.title) == ["", "a real and a fake batch", ""])
        #expect(cells.map(\.firstLine) == [7, 12, 17])
        #expect(cells[1].text == "let real = ring(modes: 8)\nscatter(real.sample(500), label: \"real\")")
    }

    @Test func markdownLosesItsCommentMarks() {
        let cell = CellDocument(lesson).cells[0]
        #expect(
            cell.markdown == "# The minimax game\n\nThe discriminator *maximizes* $E_x[\\log D(x)]$.")
    }

    @Test(arguments: [
        lesson, "", "\n", "print(1)", "print(1)\n", "\n\n// %%\n\n\n", "// %% a\n// %% b\n",
        "// ---\n// x: y\n",
        "// ---\n// title: t\n// ---\n\n\n// %%\nx\n\n", "//%%\n1", "x\n\n// %% [markdown] late\n//text\n",
        "// ---\n// ---\n// %%",
    ])
    func writingWhatWasReadGivesTheSameText(_ text: String) {
        #expect(CellDocument(text).text == text)
    }

    @Test func windowsLineEndsBecomePlainOnes() {
        #expect(CellDocument("// %% a\r\nlet x = 1\r\n").text == "// %% a\nlet x = 1\n")
    }

    @Test func textBeforeTheFirstMarkerIsACell() {
        let cells = CellDocument("let x = 1\n\n// %% next\nx\n").cells
        #expect(cells.map(\.text) == ["let x = 1", "x"])
        #expect(cells[0].firstLine == 1)
    }

    @Test func percentWordsAreCommentsAndNoMarkers() {
        #expect(CellDocument("// %%time\nx\n").cells.count == 1)
    }

    @Test func aFenceWithoutItsPartnerIsNoFrontMatter() {
        let document = CellDocument("// ---\nlet x = 1\n// ---\n")
        #expect(document.frontMatter == nil)
        #expect(document.cells[0].text == "// ---\nlet x = 1\n// ---")
    }

    @Test func madeCellsAreSetApartByOneLine() {
        let document = CellDocument(
            frontMatter: FrontMatter(["title": "lab"]),
            cells: [
                DocumentCell(.markdown, text: "// prose"), DocumentCell(title: "one", text: "1"),
                DocumentCell(text: "2"),
            ])
        #expect(
            document.text == """
                // ---
                // title: lab
                // ---

                // %% [markdown]
                // prose

                // %% one
                1

                // %%
                2

                """)
    }

    @Test func exerciseCellsAreKnownByTheirTitle() {
        #expect(DocumentCell(title: "exercise: generator-loss", text: "").exercise == "generator-loss")
        #expect(DocumentCell(title: "a loss", text: "").exercise == nil)
    }

    @Test func titleComesFromTheFirstHeadingWithoutFrontMatter() {
        #expect(CellDocument("// %% [markdown]\n// # Rings\n").title == "Rings")
        #expect(CellDocument("let x = 1").title == nil)
    }
}
