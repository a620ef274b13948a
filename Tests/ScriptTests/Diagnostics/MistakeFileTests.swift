import Foundation
import Testing

@testable import Script

/// Compares the whole answer to every mistake in `Tests/Scripts/mistakes`; its README explains the files.
struct MistakeFileTests {
    @Test("the whole text of each answer is as written down", arguments: MistakeCase.all)
    func answer(mistake: MistakeCase) {
        #expect(mistake.actual == mistake.expected, "\(mistake.title)")
    }

    @Test func everyFileWasFound() {
        #expect(MistakeCase.all.count >= 120)
        #expect(Set(MistakeCase.all.map(\.title)).count == MistakeCase.all.count)
    }
}

struct MistakeCase: Sendable, CustomTestStringConvertible {
    let title: String
    let program: String
    let expected: String

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
        title = "\(file.deletingPathExtension().lastPathComponent): \(lines[0])"
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
