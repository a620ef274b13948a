import Foundation
import Prelude
import Testing

@testable import Notebook

@Suite struct ExportTests {
    private let notebook: ExportedNotebook

    init() {
        let document = CellDocument(
            """
            // ---
            // title: A <small> lab
            // ---

            // %% [markdown]
            // # Sum & $x_1 < 2$

            // %% a value
            print("a < b")
            1 + 1

            // %%
            line([1, 2, 3])

            // %%
            fail("no")
            """)
        notebook = ExportedNotebook(
            running: document, name: "lab.duel", in: Session { PreludeContext() })
    }

    @Test func markdownHasCodeAndOutputsInFences() throws {
        let text = try ExportFormat.md.text(of: notebook)
        #expect(
            text.hasPrefix(
                "# Sum & $x_1 < 2$\n\n```swift\nprint(\"a < b\")\n1 + 1\n```\n\n```text\na < b\n```\n\n```text\n2\n```"
            ))
        #expect(text.contains("lab.duel:16:1: call of fail"))
    }

    @Test func jupyterNotebooksAreJSONWithTheirOutputs() throws {
        let data = Data(try ExportFormat.ipynb.text(of: notebook).utf8)
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(json["nbformat"] as? Int == 4)
        #expect(json["nbformat_minor"] as? Int == 5)
        let cells = try #require(json["cells"] as? [[String: Any]])
        #expect(cells.map { $0["cell_type"] as? String } == ["markdown", "code", "code", "code"])
        #expect(Set(cells.compactMap { $0["id"] as? String }).count == 4)
        let outputs = cells.map {
            ($0["outputs"] as? [[String: Any]] ?? []).compactMap { $0["output_type"] as? String }
        }
        #expect(outputs == [[], ["stream", "execute_result"], ["execute_result"], ["error"]])
        #expect(cells[1]["execution_count"] as? Int == 1)
        let picture = (cells[2]["outputs"] as? [[String: Any]])?.first?["data"] as? [String: Any]
        let png = try #require(Data(base64Encoded: picture?["image/png"] as? String ?? ""))
        #expect(png.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
    }

    @Test func pagesAreEscapedAndNeedNoOtherFile() throws {
        let page = try ExportFormat.html.text(of: notebook)
        #expect(page.contains("<title>A &lt;small&gt; lab</title>"))
        #expect(page.contains("a &lt; b"))
        #expect(page.contains("<svg"))
        #expect(page.contains("<msub><mi>x</mi><mn>1</mn></msub><mo>&lt;</mo><mn>2</mn>"))
        #expect(!page.contains("http://") || page.contains("http://www.w3.org/"))
        #expect(!page.contains("<script") && !page.contains("<link"))
    }

    @Test func withoutRunningThereAreNoOutputs() throws {
        let document = CellDocument("// %%\nfail()\n")
        let plain = ExportedNotebook(document: document, name: "x")
        #expect(try ExportFormat.md.text(of: plain) == "```swift\nfail()\n```\n")
        #expect(!plain.hasErrors)
        #expect(notebook.hasErrors)
    }

    @Test func otherEndingsAreRefused() {
        let error = #expect(throws: CommandProblem.self) { try ExportFormat(path: "lab.pdf") }
        #expect(error?.description == "an export's name ends in .ipynb, .html or .md, which lab.pdf does not")
    }

    @Test func fencesAreLongerThanWhatTheyHold() throws {
        let document = CellDocument("// %%\n\"```\"\n")
        let plain = ExportedNotebook(document: document, name: "x")
        #expect(try ExportFormat.md.text(of: plain) == "````swift\n\"```\"\n````\n")
    }
}
