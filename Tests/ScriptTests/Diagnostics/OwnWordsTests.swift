import Foundation
import Testing

@testable import Script

/// What the language says of mistakes by itself, without the advice of a host.
struct OwnWordsTests {
    @Test(
        "the same is wrong at the same place as where a host gives advice",
        arguments: MistakeCase.all.filter { !$0.isToldInWordsOfHost })
    func headings(mistake: MistakeCase) {
        #expect(mistake.found == mistake.expected, "\(mistake.title)")
    }

    @Test func everyFileWasFound() {
        #expect(MistakeCase.all.count >= 120)
        #expect(Set(MistakeCase.all.map(\.title)).count == MistakeCase.all.count)
    }

    @Test(
        "where a host would name a function, the language names none",
        arguments: [
            ("1 + x // 2", "from `//` on, this is a comment"),
            ("let x = [1] * 2 + [2]\nlet y = [1, 2] * 2", "each of its numbers stays as it is"),
            ("let x = [1, 2]\nx[0.5]", "0.5 is a Double"),
            ("let x = [1, 2]\nx * 1.5", "x is a list of 2 elements and 1.5 is a Double"),
            ("let ys = [x for x in [1]]", "a loop stands on a line of its own"),
            ("assert true", "write `if !condition { … }`"),
            ("2 @ 3", "2 and 3 are numbers: multiply them with `*`"),
            ("len", "write `xs.count`"), ("Linear(2, 3)", "no `let`, `var` or `func` binds it"),
        ])
    func words(_ program: String, _ note: String) {
        let said = MistakeCase.said(about: program)
        #expect(said.contains { $0.note == note }, "\(said.map(\.note))")
    }
}

/// A mistake of `Tests/Scripts/mistakes`: the program, and the headings of its answers.
struct MistakeCase: Sendable, CustomTestStringConvertible {
    let title: String
    let program: String
    /// The place, the construct and the problem of each answer: `1:7: call: …`.
    let expected: [String]

    var testDescription: String { title }

    /// Whether the problem itself, and not only the note, is told in words of the host.
    var isToldInWordsOfHost: Bool {
        ["python: print of a name without parentheses", "running: a matrix product of numbers"].contains(
            title)
    }

    static let all: [MistakeCase] = {
        let folder = scriptsFolder.appendingPathComponent("mistakes")
        let files =
            (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "mistakes" }.sorted { $0.path < $1.path }.flatMap { file in
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            let name = file.deletingPathExtension().lastPathComponent
            return "\n\(text)".components(separatedBy: "\n== ").dropFirst().map { MistakeCase(name, $0) }
        }
    }()

    private init(_ file: String, _ text: String) {
        let halves = text.components(separatedBy: "\n=>\n")
        let lines = halves[0].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        title = "\(file): \(lines[0])"
        program = (lines.count > 1 ? String(lines[1]) : "") + "\n"
        expected = (halves.count > 1 ? halves[1] : "").split(separator: "\n").compactMap { line in
            guard let heading = line.wholeMatch(of: /script:(\d+:\d+): (?:warning: )?(.+)/) else {
                return nil
            }
            return "\(heading.1): \(heading.2)"
        }
    }

    /// The headings of what is said without a host.
    var found: [String] {
        Self.said(about: program).map { diagnostic in
            let position = diagnostic.span.position
            return "\(position.line):\(position.column): \(diagnostic.construct): \(diagnostic.problem)"
        }
    }

    /// Everything that is said about a program, when it is read and when it is run.
    static func said(about program: String) -> [Diagnostic] {
        let interpreter = scriptInterpreter(output: { _ in })
        let parsed = interpreter.parse(SourceFile(name: "script", text: program))
        guard parsed.firstError == nil else { return parsed.diagnostics }
        do {
            _ = try runOnLargeStack { try interpreter.run(parsed.program) }
        } catch let diagnostic as Diagnostic {
            return parsed.diagnostics + [diagnostic]
        } catch {
            Issue.record("\(error)")
        }
        return parsed.diagnostics
    }
}

/// `Tests/Scripts`, found from this file.
let scriptsFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Scripts")
