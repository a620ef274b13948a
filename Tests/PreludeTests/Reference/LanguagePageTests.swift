import Foundation
import Prelude
import Script
import Testing

/// Runs every example of `Documentation/Language.md` and compares what it prints, and the errors it is answered
/// with; and holds the page's list of errors against the mistakes in `Tests/Scripts/mistakes`.
struct LanguagePageTests {
    @Test("each example prints what it says", arguments: LanguagePage.examples)
    func example(_ example: LanguageExample) throws {
        let run = try answer(to: example.code)
        #expect(run.output == example.prints, "\(example)")
        #expect(run.error == example.error, "\(example)")
    }

    @Test func examplesWereFound() {
        #expect(LanguagePage.examples.count >= 20)
        #expect(LanguagePage.examples.count { !$0.error.isEmpty } >= 6)
    }

    @Test("the list of errors is that of the mistakes; DUEL_WRITE_REFERENCE=1 writes it anew")
    func errors() throws {
        let list = try LanguagePage.errorTable()
        if ProcessInfo.processInfo.environment["DUEL_WRITE_REFERENCE"] != nil {
            try LanguagePage.write(errors: list)
        }
        #expect(LanguagePage.errors(in: try LanguagePage.text()) == list)
    }

    /// What an example prints, and all that is said about it.
    private func answer(to code: String) throws -> (output: String, error: String) {
        try runOnLargeStack {
            var output = ""
            let interpreter = Library.interpreter(context: PreludeContext()) { output += $0 }
            let parsed = interpreter.parse(SourceFile(name: "example", text: code))
            var said = parsed.diagnostics.map { $0.rendered() }
            if parsed.firstError == nil {
                do {
                    _ = try interpreter.run(parsed.program)
                } catch let error as Diagnostic {
                    said.append(error.rendered())
                }
            }
            return (output, said.joined(separator: "\n"))
        }
    }
}

/// An example of the page, with what it must print and be answered with.
struct LanguageExample: Sendable, CustomTestStringConvertible {
    let code: String
    let error: String

    var testDescription: String { code.split(separator: "\n").first.map(String.init) ?? "" }

    /// What stands behind each `// →`, a line each.
    var prints: String {
        code.split(separator: "\n").compactMap { line in
            line.range(of: "// → ").map { "\(line[$0.upperBound...])\n" }
        }.joined()
    }
}

/// `Documentation/Language.md`, taken apart.
enum LanguagePage {
    private static let path = packageFolder + "/Documentation/Language.md"
    private static let (begin, end) = ("<!-- errors -->\n", "<!-- end of errors -->")

    static func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    /// The blocks of code, each with the block of plain text that follows it at once.
    static let examples: [LanguageExample] = {
        let blocks = ((try? text()) ?? "").components(separatedBy: "```duel\n").dropFirst()
        return blocks.compactMap { block in
            let halves = block.components(separatedBy: "\n```\n")
            guard let code = halves.first else { return nil }
            let answer = halves.count > 1 && halves[1].hasPrefix("```text\n") ? halves[1].dropFirst(8) : ""
            return LanguageExample(code: code, error: String(answer))
        }
    }()

    /// The list of errors as the page has it.
    static func errors(in page: String) -> String {
        guard let start = page.range(of: begin), let stop = page.range(of: end) else { return "" }
        return String(page[start.upperBound..<stop.lowerBound])
    }

    static func write(errors list: String) throws {
        let page = try text()
        guard let start = page.range(of: begin), let stop = page.range(of: end) else { return }
        let new = page.replacingCharacters(in: start.upperBound..<stop.lowerBound, with: list)
        try new.write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// A line for each construct, with all that can be wrong with it.
    static func errorTable() throws -> String {
        let folder = packageFolder + "/Tests/Scripts/mistakes"
        var problems: [String: Set<String>] = [:]
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in names where name.hasSuffix(".mistakes") {
            let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            for line in text.split(separator: "\n") {
                guard let heading = line.wholeMatch(of: /script:\d+:\d+: (?:warning: )?(.+?): (.+)/) else {
                    continue
                }
                problems[String(heading.1), default: []].insert(String(heading.2))
            }
        }
        return problems.sorted { $0.key < $1.key }.map { construct, problems in
            "- **\(construct)**: \(problems.sorted().joined(separator: "; "))\n"
        }.joined()
    }
}
