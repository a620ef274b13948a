import Foundation
import Prelude
import Testing

@Suite struct ExampleTests {
    static let all = Prelude.entries + Prelude.members

    @Test("An entry's example prints what the entry says", arguments: all.map(\.signature))
    func example(_ signature: String) throws {
        let entry = try #require(Self.all.first { $0.signature == signature })
        let needsPackage = entry.name == "fashionMnist"
        if needsPackage, !FileManager.default.fileExists(atPath: "/usr/share/datasets/fashion-mnist") {
            return
        }
        let run = try run(entry.example)
        #expect(run.error == "")
        var printed = run.output
        if printed.hasSuffix("\n") { printed.removeLast() }
        if entry.prints.isEmpty {
            // A picture or a table, which has a test of its own; something must come.
            #expect(!printed.isEmpty)
        } else {
            #expect(printed == entry.prints)
        }
    }

    @Test("Every entry is explained", arguments: all.map(\.signature))
    func explained(_ signature: String) throws {
        let entry = try #require(Self.all.first { $0.signature == signature })
        #expect(entry.summary.hasSuffix("."))
        #expect(!entry.example.isEmpty)
        let names = Set(Self.all.map(\.name))
        for name in entry.seeAlso { #expect(names.contains(name), "\(entry.name) points to \(name)") }
    }

    @Test("No two functions share a name")
    func namesAreUnique() {
        let names = Prelude.entries.map(\.name)
        #expect(Set(names).count == names.count)
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
