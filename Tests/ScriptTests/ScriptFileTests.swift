import Foundation
import Testing

@testable import Script

/// Runs every script in `Tests/Scripts`. A script says what it prints, and where it fails, in comments:
///
///     print(1 + 1)        // expect: 2
///     print(x)            // expect error: name: `x` is not known
///
/// Each `// expect:` is one printed line, in the order of the file. An error ends the script; the line with
/// `// expect error:` is the one that it must name.
struct ScriptFileTests {
    @Test("each script prints what it says", arguments: ScriptFile.all)
    func script(file: ScriptFile) {
        var printed: [String] = []
        let interpreter = scriptInterpreter { printed.append($0) }
        let parsed = interpreter.parse(SourceFile(name: file.name, text: file.text))
        var errors = parsed.diagnostics.filter { $0.severity == .error }
        if errors.isEmpty {
            do {
                _ = try runOnLargeStack { try interpreter.run(parsed.program) }
            } catch let diagnostic as Diagnostic {
                errors.append(diagnostic)
            } catch {
                Issue.record("\(error)")
            }
        }
        #expect(printed.joined() == file.expectedOutput.map { "\($0)\n" }.joined())
        #expect(
            errors.map { "\($0.span.position.line): \($0.construct): \($0.problem)" } == file.expectedErrors,
            "\(errors.map { $0.rendered() }.joined(separator: "\n"))")
    }

    @Test func scriptsWereFound() { #expect(ScriptFile.all.count > 20) }
}

struct ScriptFile: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    static let all: [ScriptFile] = {
        let paths =
            FileManager.default.enumerator(atPath: scriptsFolder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".duel") }.sorted().compactMap { path in
            let file = scriptsFolder.appendingPathComponent(path)
            return (try? String(contentsOf: file, encoding: .utf8)).map { ScriptFile(name: path, text: $0) }
        }
    }()

    var expectedOutput: [String] { comments("// expect:").map(\.text) }

    var expectedErrors: [String] { comments("// expect error:").map { "\($0.line): \($0.text)" } }

    /// What stands behind each mark, up to the next one, without the space before it and those behind it.
    private func comments(_ mark: String) -> [(line: Int, text: String)] {
        text.components(separatedBy: "\n").enumerated().flatMap { number, line in
            line.components(separatedBy: mark).dropFirst().map { rest in
                var text = rest.components(separatedBy: "// expect").first ?? rest
                while text.last == " " { text.removeLast() }
                return (number + 1, String(text.dropFirst()))
            }
        }
    }
}

/// An interpreter with the two natives that the language's own tests need: `print`, and `map`, which calls
/// back into the script.
func scriptInterpreter(output: @escaping (String) -> Void) -> Interpreter {
    let print = NativeFunction(
        name: "print", parameters: [NativeParameter("values", isVariadic: true)]
    ) { arguments in
        let texts = try arguments.rest.map { try arguments.interpreter.text($0, .print) }
        arguments.interpreter.output(texts.joined(separator: " ") + "\n")
        return .none
    }
    let map = NativeFunction(
        name: "map", parameters: [NativeParameter("values"), NativeParameter("transform")]
    ) { arguments in
        guard let values = arguments[0], let transform = arguments[1] else { return .none }
        let results = try arguments.interpreter.elements(of: values).map {
            try arguments.interpreter.call(transform, [$0])
        }
        return .list(try arguments.interpreter.list(results))
    }
    return Interpreter(natives: [print, map], output: output)
}
