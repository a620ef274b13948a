import Foundation
import TestSupport
import Testing

@Suite struct RunTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func run(_ source: String, _ more: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["run", try scratch.write(source, to: "lab.duel")] + more)
    }

    @Test func aFailureIsOnStandardErrorWithLineAndCaret() throws {
        let outcome = try run("print(1)\nlet x = zeros(2, 3)\nprint(x @ x)\nprint(2)\n")
        #expect(outcome.output == "1\n")
        #expect(outcome.errors.contains("lab.duel:3:7: matrix product"))
        #expect(outcome.errors.contains("^^^^^"))
        #expect(outcome.status == 1)
    }

    @Test func aScriptThatDoesNotParseRunsNothing() throws {
        let outcome = try run("print(1)\nlet = 2\n")
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("lab.duel:2:5"))
        #expect(outcome.status == 1)
    }

    @Test func sameSeedSameBytes() throws {
        let script = "print(randn(3, 3))\nprint(ring(modes: 8).sample(2))\n"
        let first = try run(script, "--seed", "7")
        #expect(first.status == 0)
        #expect(try run(script, "--seed", "7").output == first.output)
        #expect(try run(script, "--seed", "8").output != first.output)
    }

    @Test func aScriptOnStandardInputRuns() throws {
        #expect(try BuiltProgram.run([], input: "print(6 * 7)\n").output == "42\n")
        #expect(try BuiltProgram.run(["run", "-"], input: "print(6 * 7)\n").output == "42\n")
        let failed = try BuiltProgram.run([], input: "print(nobody)\n")
        #expect(failed.errors.hasPrefix("standard input:1:7:"))
        #expect(failed.status == 1)
    }

    @Test func anInterruptedScriptEndsWith130() throws {
        let path = try scratch.write("print(\"begun\")\nwhile true { }\n", to: "endless.duel")
        let outcome = try BuiltProgram.run(["run", path], interruptedAfterWriting: "begun")
        #expect(outcome.output == "begun\n")
        #expect(outcome.status == 130)
    }

    @Test func aPipeThatNobodyReadsEndsTheScriptQuietly() throws {
        let path = try scratch.write("for i in 0..<1000000 { print(i) }\n", to: "talk.duel")
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "\"$0\" run \"$1\" | head -n 1", BuiltProgram.path, path]
        shell.environment = BuiltProgram.plainEnvironment
        let (output, errors) = (Pipe(), Pipe())
        shell.standardOutput = output
        shell.standardError = errors
        try shell.run()
        shell.waitUntilExit()
        #expect(String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "0\n")
        #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }

    @Test func aFullDiskIsAnError() throws {
        let path = try scratch.write("print(1)\n", to: "one.duel")
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "\"$0\" run \"$1\" > /dev/full", BuiltProgram.path, path]
        shell.environment = BuiltProgram.plainEnvironment
        let errors = Pipe()
        shell.standardError = errors
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 1)
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(text == "duel: cannot write to standard output: the disk is full\n")
    }

    @Test func pipesGetNoEscapeSequences() throws {
        let outcome = try run("show(scatter(ring(modes: 8).sample(50)))\nprint(nobody)\n")
        #expect(outcome.output.split(separator: "\n").count > 5)
        #expect(!(outcome.output + outcome.errors).contains("\u{1B}"))
    }

    @Test func trainingsInAPipeWriteLinesOnStandardError() throws {
        let outcome = try run(
            """
            let G = Sequential(Dense(2, 4), relu, Dense(4, 2))
            let D = Sequential(Dense(2, 4), relu, Dense(4, 1))
            let history = train(GAN(G, D, noise: 2), on: ring(modes: 8), steps: 20, batch: 8)
            print(history.discriminatorLoss.count)
            """)
        #expect(outcome.output == "20\n")
        #expect(!outcome.errors.contains("\u{1B}"))
        #expect(outcome.status == 0)
    }
}

@Suite struct CommandLineTests {
    @Test func wrongUsageEndsWith2() throws {
        for arguments in [["run"], ["nonsense"], ["run", "a", "b"], ["export", "x.duel"], ["--color"]] {
            let outcome = try BuiltProgram.run(arguments)
            #expect(outcome.status == 2, "duel \(arguments.joined(separator: " "))")
            #expect(outcome.output == "")
            #expect(outcome.errors.contains("Usage: duel"))
        }
    }

    @Test func helpAndVersionGoToStandardOutput() throws {
        let help = try BuiltProgram.run(["--help"])
        #expect(help.status == 0)
        for command in ["lesson", "run", "exercise", "grade", "export", "doctor"] {
            #expect(help.output.contains("  \(command)"))
        }
        #expect(try BuiltProgram.run(["--version"]).output.hasPrefix("duel "))
    }

    @Test func doctorSaysWhatItFound() throws {
        let outcome = try BuiltProgram.run(["doctor"], environment: ["DUEL_HOME": BuiltProgram.packageFolder])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("lessons"))
        #expect(outcome.output.contains(BuiltProgram.packageFolder))
    }
}

@Suite struct LessonCommandTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write(
            "// ---\n// title: Rings\n// ---\n// %% [markdown]\n// A *ring*.\n\n// %% a number\nprint(6 * 7)\n\n// %%\n40 + 2\n",
            to: "home/lessons/02-rings/lesson.duel")
        try scratch.write("// %% exercise: a\n", to: "home/lessons/02-rings/starter.duel")
        try scratch.write("// %%\nprint(1)\n// %%\nnobody\n", to: "home/lessons/03-broken/lesson.duel")
    }

    private func duel(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, environment: ["DUEL_HOME": scratch.path + "/home"])
    }

    @Test func lessonsAreListed() throws {
        #expect(try duel("lesson").output == "  2  Rings\n  3  broken\n")
    }

    @Test func withoutATerminalALessonRunsThrough() throws {
        let outcome = try duel("lesson", "rings")
        #expect(outcome.output.contains("A *ring*."))
        #expect(outcome.output.contains("print(6 * 7)\n\n42\n"))
        #expect(outcome.output.hasSuffix("40 + 2\n\n42\n"))
        #expect(outcome.status == 0)
    }

    @Test func aBrokenLessonEndsWith1() throws {
        let outcome = try duel("lesson", "3", "--all")
        #expect(outcome.output.contains("03-broken/lesson.duel:4:1:"))
        #expect(outcome.status == 1)
    }

    @Test func unknownLessonsAreNamed() throws {
        let outcome = try duel("lesson", "ringz")
        #expect(outcome.errors == "duel: no lesson ringz; did you mean rings?\n")
        #expect(outcome.status == 1)
    }

    @Test func aFolderIsALesson() throws {
        #expect(try duel("lesson", scratch.path + "/home/lessons/02-rings").status == 0)
    }

    @Test func exercisesAreTheStarter() throws {
        #expect(try duel("exercise", "2").output == "// %% exercise: a\n")
        let none = try duel("exercise", "3")
        #expect(none.errors == "duel: lesson 3 has no exercises\n")
        #expect(none.status == 1)
    }

    @Test func theLessonsOfThePackageAreFoundFromAnywhere() throws {
        let outcome = try BuiltProgram.run(["lesson"], folder: "/")
        #expect(outcome.output.contains("  1  Tensors\n"))
    }
}

@Suite struct LessonProofTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("// %%\nprint(1)\n\n// %%\n40 + 2\n", to: "07-sums/lesson.duel")
        try scratch.write(
            "// %% exercise: add\nfunc add(a, b) {\n    // your line here\n}\n", to: "07-sums/starter.duel")
        try scratch.write("// %% exercise: add\nfunc add(a, b) { a + b }\n", to: "07-sums/solution.duel")
        try scratch.write(
            "check(\"adds\", points: 2, \"the sum\", hint: \"what does + do?\") { s in expect(s.add(20, 22), equals: 42) }\n",
            to: "07-sums/checks.duel")
    }

    private func prove() throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["lesson", "--verify", scratch.path + "/07-sums"])
    }

    @Test func aSoundLessonIsProved() throws {
        let outcome = try prove()
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("2 ran in"))
        #expect(outcome.output.contains("starter   0 of 2 points"))
        #expect(outcome.output.contains("solution  2 of 2 points"))
    }

    @Test func aStarterThatEarnsSomethingIsFound() throws {
        try scratch.write("func add(a, b) { 42 }\n", to: "07-sums/starter.duel")
        let outcome = try prove()
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("it must earn nothing"))
    }

    @Test func aSolutionThatMissesPointsIsFound() throws {
        try scratch.write("func add(a, b) { a - b }\n", to: "07-sums/solution.duel")
        let outcome = try prove()
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("it must earn everything"))
    }

    @Test func aCellThatFailsIsFound() throws {
        try scratch.write("// %%\nnobody\n", to: "07-sums/lesson.duel")
        let outcome = try prove()
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("cell 1 failed"))
        #expect(outcome.output.contains("07-sums/lesson.duel:2:1"))
    }
}

@Suite struct ExportCommandTests {
    private let scratch: Scratch
    private let script: String

    init() throws {
        scratch = try Scratch()
        script = try scratch.write(
            "// %% [markdown]\n// # Lab\n\n// %% a value\nprint(\"six\")\n6 * 7\n\n// %%\nscatter(ring(modes: 8).sample(20))\n",
            to: "lab.duel")
    }

    @Test func cellsAreRunAndWritten() throws {
        for ending in ["md", "html", "ipynb"] {
            let target = scratch.path + "/lab." + ending
            let outcome = try BuiltProgram.run(["export", script, "-o", target])
            #expect(outcome.status == 0 && outcome.output == "" && outcome.errors == "")
            let text = try scratch.read("lab." + ending)
            #expect(text.contains("six") && text.contains("42"))
        }
        #expect(try scratch.read("lab.html").contains("<svg"))
        #expect(try scratch.read("lab.ipynb").contains("\"image/png\""))
    }

    @Test func withoutRunningThereIsNoOutput() throws {
        let target = scratch.path + "/lab.md"
        #expect(try BuiltProgram.run(["export", script, "--no-run", "-o", target]).status == 0)
        #expect(try !scratch.read("lab.md").contains("42"))
    }

    @Test func failedCellsAreWrittenAndReported() throws {
        let bad = try scratch.write("// %%\nnobody\n// %%\nprint(1)\n", to: "bad.duel")
        let outcome = try BuiltProgram.run(["export", bad, "-o", scratch.path + "/bad.md"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("some cells of \(bad) failed"))
        #expect(try scratch.read("bad.md").contains("1\n"))
    }

    @Test func otherEndingsAndPlacesAreErrors() throws {
        let pdf = try BuiltProgram.run(["export", script, "-o", "lab.pdf"])
        #expect(pdf.status == 1)
        #expect(pdf.errors.contains(".ipynb, .html or .md"))
        #expect(try BuiltProgram.run(["export", script, "--no-run", "-o", "/nowhere/lab.md"]).status == 1)
    }
}
