import Foundation
import Prelude
import Script
import Testing

/// Compares the whole answer to every mistake in `Tests/Scripts/mistakes` and `Tests/Scripts/prelude`, whose files have
/// the form that the former's README explains. DUEL_WRITE_MISTAKES=1 writes the answers as they are.
@Suite struct MistakeTextTests {
    @Test("The whole text of each answer is as written down", arguments: MistakeFile.all)
    func answers(_ file: MistakeFile) throws {
        for mistake in file.mistakes { #expect(try mistake.answer() == mistake.expected, "\(mistake.title)") }
    }

    @Test("The files were found")
    func found() { #expect(MistakeFile.all.reduce(0) { $0 + $1.mistakes.count } >= 300) }

    @Test(
        "The answers are written down",
        .enabled(if: ProcessInfo.processInfo.environment["DUEL_WRITE_MISTAKES"] != nil))
    func write() throws {
        for file in MistakeFile.all {
            let text = try file.mistakes.map { "== \($0.title)\n\($0.program)\n=>\n\(try $0.answer())\n" }
            try text.joined(separator: "\n").write(toFile: file.path, atomically: true, encoding: .utf8)
        }
    }
}

struct MistakeFile: Sendable, CustomTestStringConvertible {
    let path: String
    let mistakes: [PreludeMistake]

    var testDescription: String { (path as NSString).lastPathComponent }

    static let all: [MistakeFile] = {
        ["mistakes", "prelude"].flatMap { name in
            let folder = packageFolder + "/Tests/Scripts/\(name)"
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { $0.hasSuffix(".mistakes") }.sorted().map { MistakeFile("\(folder)/\($0)") }
        }
    }()

    private init(_ path: String) {
        self.path = path
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        mistakes = "\n\(text)".components(separatedBy: "\n== ").dropFirst().map(PreludeMistake.init)
    }
}

struct PreludeMistake: Sendable {
    let title: String
    let program: String
    let expected: String

    init(_ text: String) {
        let halves = text.components(separatedBy: "\n=>\n")
        let lines = halves[0].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        title = String(lines[0])
        program = lines.count > 1 ? lines[1].trimmingCharacters(in: .newlines) : ""
        expected = halves.count > 1 ? halves[1].trimmingCharacters(in: .newlines) : ""
    }

    func answer() throws -> String { try said(about: program) }
}
