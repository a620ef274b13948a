import Foundation
import Prelude
import Testing

@Suite struct ExampleTests {
    /// Entries whose example a script can run; the words of checks are held by the grading's tests.
    static let runnable = (Library.functions + Library.members).filter { $0.owner != .session }

    @Test("An entry's example prints what the entry says", arguments: runnable.map(\.signature))
    func example(_ signature: String) throws {
        let entry = try #require(Self.runnable.first { $0.signature == signature })
        let needsPackage = entry.name == "fashionMnist"
        if needsPackage, !FileManager.default.fileExists(atPath: "/usr/share/datasets/fashion-mnist") {
            return
        }
        let run = try run(entry.placedExample)
        #expect(run.error == "")
        var printed = run.output
        if printed.hasSuffix("\n") { printed.removeLast() }
        switch entry.prints {
        case .text(let text): #expect(printed == text)
        case .described: #expect(Self.describedOnes.contains(entry.name), "no test looks at what it prints")
        }
    }

    /// The entries whose example prints more than a page should repeat, each with its own test below.
    private static let describedOnes: Set = ["show", "explain"]

    @Test("The example of show draws a figure of the output's width")
    func showDraws() throws {
        let example = try #require(Library.functions.first { $0.name == "show" }).example
        let lines = try run(example).output.split(separator: "\n")
        #expect(lines.count > 10)
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines.contains { $0.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) } })
    }

    @Test("The example of explain tells an iteration in six steps")
    func explainTells() throws {
        let example = try #require(Library.functions.first { $0.name == "explain" }).example
        let text = try run(example).output
        for step in 1...6 { #expect(text.contains("\n\(step)") || text.hasPrefix("\(step)")) }
    }

    @Test("Every entry is explained", arguments: Library.entries.map(\.signature))
    func explained(_ signature: String) throws {
        let entry = try #require(Library.entries.first { $0.signature == signature })
        #expect(entry.summary.hasSuffix("."))
        #expect(!entry.example.isEmpty)
        #expect(entry.prints != .text(""), "an example that prints nothing says why: .described")
        let isOnlyText = isOnlyText(entry)
        #expect(!isOnlyText, "an example does the thing, and does not print its own text")
        let names = Set(Library.entries.map(\.name))
        for name in entry.seeAlso { #expect(names.contains(name), "\(entry.name) points to \(name)") }
    }

    /// Whether no line of the example uses the entry outside of quotes.
    private func isOnlyText(_ entry: Entry) -> Bool {
        !entry.example.replacing(/"(?:[^"\\]|\\.)*"/, with: "").contains(entry.name)
    }

    @Test("No two functions share a name, and no two members of a kind")
    func namesAreUnique() {
        let titles = Library.entries.map(\.title)
        #expect(Set(titles).count == titles.count)
    }

    @Test("Documentation/Reference.md is what the entries say; DUEL_WRITE_REFERENCE=1 writes it")
    func referenceIsFresh() throws {
        let path = packageFolder + "/Documentation/Reference.md"
        if ProcessInfo.processInfo.environment["DUEL_WRITE_REFERENCE"] != nil {
            try ReferencePage.text().write(toFile: path, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOfFile: path, encoding: .utf8)
        #expect(
            written == ReferencePage.text(),
            "stale: DUEL_WRITE_REFERENCE=1 swift test --filter ExampleTests writes it anew")
    }
}
