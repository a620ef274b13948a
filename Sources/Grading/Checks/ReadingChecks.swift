import Prelude
import Script
import Tensors

/// A checks file in the interpreter that runs it.
struct OpenCheckBook {
    let book: CheckBook
    let interpreter: Interpreter
    fileprivate let context: PreludeContext
    fileprivate let seed: UInt64

    /// Gives the checks' side a random stream of its own for a check, so that adding one moves no other's numbers.
    func prepare(forCheck name: String) {
        context.random.current = RandomStream(seed: seed).split("check: " + name)
    }
}

extension CheckBook {
    /// Reads and runs a checks file; its blocks are declared and wait.
    ///
    /// - Throws: the `Diagnostic` of a file that is wrong.
    static func read(
        _ text: String, name: String, seed: UInt64, home: String?, reporter: any CheckReporter
    ) throws -> OpenCheckBook {
        let book = CheckBook()
        let context = PreludeContext.forMarking(seed: seed, home: home)
        context.judge = CheckDesk(book, reporter)
        let interpreter = Library.interpreter(context: context, output: { _ in })
        interpreter.stopsWhenInterrupted()
        let parsed = interpreter.parse(SourceFile(name: name, text: text))
        if let error = parsed.firstError { throw error }
        _ = try interpreter.run(parsed.program)
        return OpenCheckBook(book: book, interpreter: interpreter, context: context, seed: seed)
    }
}

/// Stands where no check runs: while the grader only reads what checks there are.
final class NoReporter: CheckReporter {
    func compare(_ expectation: Expectation) throws {}
    func award(_ points: Double, why: String) throws {}
}
