import Foundation
import Prelude
import Script
import Tensors

/// What a script printed, what its last expression came to, and the error that ended it.
struct ScriptRun {
    var output = ""
    var error = ""
    var value: Value?

    /// The value as data that compares.
    var datum: Datum { value.flatMap { try? Datum($0) } ?? .none }
}

/// The folder that holds the package, whose `data` the tests read.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

/// Runs a script as `duel run` would, on a thread with a large stack.
func run(_ source: String, context: PreludeContext? = nil, name: String = "test.duel") throws -> ScriptRun {
    var result = ScriptRun()
    let context = context ?? PreludeContext(home: packageFolder)
    try runOnLargeStack {
        var output = ""
        let interpreter = Library.interpreter(context: context) { output += $0 }
        let parsed = interpreter.parse(SourceFile(name: name, text: source))
        do {
            if let error = parsed.firstError { throw error }
            result.value = try interpreter.run(parsed.program)
        } catch let diagnostic as Diagnostic {
            result.error = diagnostic.rendered()
        } catch {
            result.error = "\(error)"
        }
        result.output = output
    }
    return result
}

/// Everything that is said about a program, when it is read and when it is run.
func said(about program: String) throws -> String {
    try runOnLargeStack {
        let interpreter = Library.interpreter(context: PreludeContext(home: packageFolder)) { _ in }
        let parsed = interpreter.parse(SourceFile(name: "script", text: program + "\n"))
        var texts = parsed.diagnostics.map { $0.rendered() }
        if parsed.firstError == nil {
            do {
                _ = try interpreter.run(parsed.program)
            } catch let diagnostic as Diagnostic {
                texts.append(diagnostic.rendered())
            } catch {
                texts.append("\(error)")
            }
        }
        return texts.joined(separator: "\n")
    }
}
