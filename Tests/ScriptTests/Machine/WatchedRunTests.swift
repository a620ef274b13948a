import Testing
import Text

@testable import Script

/// A program that is watched: `run(_:before:)` tells before each statement which one comes.
struct WatchedRunTests {
    @Test func eachStatementIsToldBeforeItRuns() throws {
        var said: [String] = []
        let interpreter = scriptInterpreter { said.append($0) }
        let program = interpreter.parse(
            SourceFile(name: "cell", text: "let a = 1\nif a == 1 {\n    print(a)\n}\nprint(2)\na + 1")
        ).program
        let value = try interpreter.run(program) { said.append("statement \($0)") }
        #expect(
            said == ["statement 0", "statement 1", "1\n", "statement 2", "2\n", "statement 3"])
        #expect(value?.number == 2)
        #expect(interpreter.lastResult?.number == 2)
    }

    @Test func aProgramIsCompiledOnce() throws {
        let interpreter = scriptInterpreter { _ in }
        let lines = (0..<100).map { "let x\($0) = \($0)" }.joined(separator: "\n")
        let program = interpreter.parse(SourceFile(name: "cell", text: lines)).program
        _ = try interpreter.run(program) { _ in }
        #expect(interpreter.programsCompiled == 1)
        _ = try interpreter.run(program)
        #expect(interpreter.programsCompiled == 2)
    }

    @Test func whatIsWrongAnywhereIsSaidBeforeAnythingRuns() throws {
        var said: [String] = []
        let interpreter = scriptInterpreter { said.append($0) }
        let program = interpreter.parse(SourceFile(name: "cell", text: "print(1)\nbreak")).program
        if !program.isEmpty {
            #expect(throws: Diagnostic.self) { try interpreter.run(program) { said.append("\($0)") } }
        }
        let twice = interpreter.parse(
            SourceFile(name: "cell", text: "print(1)\nfunc f() {\n    let a = 1\n    let a = 2\n}")
        ).program
        #expect(throws: Diagnostic.self) { try interpreter.run(twice) { said.append("\($0)") } }
        #expect(said == [])
    }

    @Test func statementsBeforeOneThatFailsKeepTheirEffect() throws {
        let interpreter = scriptInterpreter { _ in }
        let text = "let a = 1\nfunc f() { 1 }\nlet b = a + f()\nlet c = unknown\nlet d = 4"
        let program = interpreter.parse(SourceFile(name: "cell", text: text)).program
        var last = -1
        #expect(throws: Diagnostic.self) { try interpreter.run(program) { last = $0 } }
        #expect(last == 3)
        #expect(interpreter.value(of: "b")?.number == 2)
        #expect(interpreter.value(of: "d") == nil)
    }

    @Test func aNameBoundAgainFurtherDownIsTheNewOneFromThereOn() throws {
        var said = ""
        let interpreter = scriptInterpreter { said += $0 }
        let text = "let f = { 1 }\nprint(f())\nlet f = { 2 }\nprint(f())\nfunc f() { 3 }\nprint(f())"
        let program = interpreter.parse(SourceFile(name: "cell", text: text)).program
        _ = try interpreter.run(program) { _ in }
        #expect(said == "1\n2\n3\n")
    }

    @Test func whatTheWatcherThrowsEndsTheRun() throws {
        var said = ""
        let interpreter = scriptInterpreter { said += $0 }
        let program = interpreter.parse(SourceFile(name: "cell", text: "print(1)\nprint(2)")).program
        #expect(throws: Interrupted.self) {
            try interpreter.run(program) { if $0 == 1 { throw Interrupted() } }
        }
        #expect(said == "1\n")
        // Nothing is left under way: the next run begins anew.
        #expect(try interpreter.run(program) == nil)
    }

    @Test func aRunWithinARunIsNotTold() throws {
        var told: [Int] = []
        let run = NativeFunction(name: "again", parameters: []) { arguments in
            let interpreter = arguments.interpreter
            let source = SourceFile(name: "inner", text: "let p = 1\nlet q = 2\np + q")
            return try interpreter.run(interpreter.parse(source).program) ?? .none
        }
        let interpreter = Interpreter(natives: [run])
        let outer = interpreter.parse(SourceFile(name: "outer", text: "let r = again()\nr + 1")).program
        #expect(try interpreter.run(outer) { told.append($0) }?.number == 4)
        #expect(told == [0, 1])
    }
}
