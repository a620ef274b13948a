import Prelude
import Script
import Text

/// The student's side of a check, as `s`: the names that their script bound, and what it printed.
///
/// Every way from a check into the student's code leads through here, so that a failure on that side can be
/// told from one of the check's own.
final class StudentSession: HostObject, StudentScript {
    static let sessionKind = Library.kind(.session)

    private let student: StudentRun
    let output: String
    /// What the script itself has bound; the prelude's own names are no one's answer.
    private let names: [String]

    init(_ student: StudentRun) {
        self.student = student
        output = student.printed.text
        names = student.interpreter.globals.map(\.name)
    }

    var kind: HostKind { Self.sessionKind }
    var memberNames: [String] { names }

    func member(_ name: String, _ caller: Interpreter) throws -> Value? {
        if name == "output" { return nil }
        guard let value = student.interpreter.globals.first(where: { $0.name == name })?.value else {
            let near = nearNames(to: name, among: names)
            let why = student.hasLostCells ? ": a cell of it failed" : ""
            let hint = near.first.map { " (it has `\($0)`: is that what you meant?)" } ?? why
            throw StudentFault("your script has no `\(name)`\(hint)")
        }
        if case .function = value { return .object(StudentFunction(name, value, student)) }
        return value
    }
}

/// A function of the student's, which runs in their own session wherever a check calls it.
final class StudentFunction: HostObject {
    static let functionKind = HostKind(name: "student's function")

    private let name: String
    private let function: Value
    private let student: StudentRun

    init(_ name: String, _ function: Value, _ student: StudentRun) {
        self.name = name
        self.function = function
        self.student = student
    }

    var kind: HostKind { Self.functionKind }
    var phrase: String { "the student's function `\(name)`" }

    func call(_ arguments: CallArguments, _ caller: Interpreter) throws -> Value? {
        do {
            return try student.interpreter.call(function, arguments)
        } catch let diagnostic as Diagnostic {
            throw StudentFault("your `\(name)` failed:\n" + student.rendered(diagnostic))
        } catch let mistake as Mistake {
            throw StudentFault("your `\(name)` failed: \(mistake.problem)")
        }
    }
}

/// An error on the student's side of a check, in words for the student.
struct StudentFault: ControlSignal {
    let text: String

    init(_ text: String) { self.text = text }
}
