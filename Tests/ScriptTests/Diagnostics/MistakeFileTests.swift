import Foundation
import Testing

@testable import Script

/// Compares the whole answer to every mistake in `Tests/Scripts/mistakes`; its README explains the files.
/// DUEL_WRITE_MISTAKES=1 writes the answers as they are.
struct MistakeFileTests {
    @Test("the whole text of each answer is as written down", arguments: MistakeCase.all)
    func answer(mistake: MistakeCase) {
        #expect(mistake.actual == mistake.expected, "\(mistake.title)")
    }

    @Test(
        "the answers are written down",
        .enabled(if: ProcessInfo.processInfo.environment["DUEL_WRITE_MISTAKES"] != nil))
    func write() throws {
        for (file, cases) in Dictionary(grouping: MistakeCase.all, by: \.file) {
            let texts = cases.map { "== \($0.heading)\n\($0.program)=>\n\($0.actual)\n" }
            try texts.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        }
    }

    @Test func everyFileWasFound() {
        #expect(MistakeCase.all.count >= 120)
        #expect(Set(MistakeCase.all.map(\.title)).count == MistakeCase.all.count)
    }
}

struct MistakeCase: Sendable, CustomTestStringConvertible {
    let file: URL
    let heading: String
    let program: String
    let expected: String

    var title: String { "\(file.deletingPathExtension().lastPathComponent): \(heading)" }
    var testDescription: String { title }

    static let all: [MistakeCase] = {
        let folder = scriptsFolder.appendingPathComponent("mistakes")
        let files =
            (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "mistakes" }.sorted { $0.path < $1.path }.flatMap { file in
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return "\n\(text)".components(separatedBy: "\n== ").dropFirst().map { MistakeCase(file, $0) }
        }
    }()

    private init(_ file: URL, _ text: String) {
        let halves = text.components(separatedBy: "\n=>\n")
        let lines = halves[0].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        self.file = file
        heading = String(lines[0])
        program = (lines.count > 1 ? String(lines[1]) : "") + "\n"
        expected = halves.count > 1 ? halves[1].trimmingCharacters(in: .newlines) : ""
    }

    /// Everything that is said about the program, when read and when run.
    var actual: String {
        let interpreter = scriptInterpreter(output: { _ in })
        let parsed = interpreter.parse(SourceFile(name: "script", text: program))
        var texts = parsed.diagnostics.map { $0.rendered() }
        if parsed.firstError == nil {
            do {
                _ = try runOnLargeStack { try interpreter.run(parsed.program) }
            } catch let diagnostic as Diagnostic {
                texts.append(diagnostic.rendered())
            } catch {
                texts.append("\(error)")
            }
        }
        return texts.joined(separator: "\n")
    }
}

/// `Tests/Scripts`, found from this file.
let scriptsFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Scripts")
