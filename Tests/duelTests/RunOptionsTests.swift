import Foundation
import TestSupport
import Testing

@Suite("the options of duel run")
struct RunOptionsTests {
    @Test func whatStandsBehindTheDashesIsTheScripts() throws {
        let run = try BuiltProgram.run(
            ["run", "-", "--seed", "1", "--", "a", "--seed", "-b", ""], input: "print(arguments)")
        #expect(run.output == "[\"a\", \"--seed\", \"-b\", \"\"]\n")
        #expect(run.status == 0)
        #expect(try BuiltProgram.run(["run", "-"], input: "print(arguments)").output == "[]\n")
    }

    @Test func argumentsWithoutTheDashesAreWrongUsage() throws {
        #expect(try BuiltProgram.run(["run", "-", "a"]).status == 2)
    }

    @Test func aListOfAHundredMillionReadAsATensorObeysTheTime() throws {
        let run = try BuiltProgram.run(
            ["run", "-", "--time", "0.2"], input: "let rows = [[true] * 9999] * 9999\nprint(sum(rows))\n")
        #expect(
            run.errors == """
                standard input:2:7: limit: the script's time is used up
                  2 | print(sum(rows))
                    |       ^^^^^^^^^  `--time` allows it 0.2 seconds

                """)
        #expect(run.status == 1)
    }

    @Test func aValueThatGoesNowhereIsWarnedOf() throws {
        let run = try BuiltProgram.run(
            ["run", "-"],
            input: """
                func f() { 1 }
                let p = line([1])
                var x = f()
                help
                line
                f
                p
                x
                x == 4
                pi

                """)
        #expect(
            run.errors == """
                standard input:4:1: warning: function: it is named and not called
                  4 | help
                    | ^^^^  write `help(…)`
                standard input:5:1: warning: function: it is named and not called
                  5 | line
                    | ^^^^  write `show(line(…))`
                standard input:6:1: warning: function: it is named and not called
                  6 | f
                    | ^  write `f(…)`
                standard input:7:1: warning: figure: nothing shows it
                  7 | p
                    | ^  write `show(p)`, or `save(p, "figure.png")`
                standard input:8:1: warning: value: it goes nowhere
                  8 | x
                    | ^  write `print(x)` to see it
                standard input:9:1: warning: comparison: its value goes nowhere
                  9 | x == 4
                    | ^^^^^^  to assign, write `x = 4`

                """)
        #expect(run.output == "")
        #expect(run.status == 0)
    }

    @Test func aFigureThatNothingShowsIsWarnedOf() throws {
        let run = try BuiltProgram.run(
            ["run", "-"], input: "let f = line([1])\nscatter([[0, 1]])\nshow(f)\nprint(line([2]))\n")
        #expect(
            run.errors == """
                standard input:2:1: warning: figure: nothing shows it
                  2 | scatter([[0, 1]])
                    | ^^^^^^^^^^^^^^^^^  write `show(scatter([[0, 1]]))`, or `save(…, "figure.png")`

                """)
        #expect(run.output.hasSuffix("a figure: line\n"))
        #expect(run.status == 0)
        let own = try BuiltProgram.run(["run", "-"], input: "func scatter(x) { x }\nscatter(1)\n")
        #expect(own.errors == "")
    }

    @Test func aListingShowsWhatTheScriptBecomesAndRunsNothing() throws {
        let run = try BuiltProgram.run(
            ["run", "-", "--listing"], input: "let x = zeros(2, 3)\nprint(relu(x).shape, sum(x, axis: 0))\n")
        #expect(
            run.output == """
                standard input, 5 registers
                   1  let x = zeros(2, 3)
                       0  loadInt                   r1 = 2
                       1  loadInt                   r2 = 3
                       2  callGlobal                r0 = zeros(r1, r2)
                       3  bindGlobal                let x = r0
                   2  print(relu(x).shape, sum(x, axis: 0))
                       4  getGlobal                 r3 = x
                       5  callGlobal                r2 = relu(r3)
                       6  member                    r1 = r2.shape
                       7  getGlobal                 r3 = x
                       8  loadInt                   r4 = 0
                       9  callGlobal                r2 = sum(r3, axis: r4)
                      10  callGlobal                r0 = print(r1, r2)
                      11  returnValue               returns r0
                      12  returnNil                 returns nil

                """)
        #expect(run.errors == "")
        #expect(run.status == 0)
        let wrong = try BuiltProgram.run(["run", "-", "--listing"], input: "let x = \n")
        #expect(wrong.output == "")
        #expect(wrong.errors.hasPrefix("standard input:1:7: assignment: a value is missing"))
        #expect(wrong.status == 1)
    }

    @Test func aFileNameAloneIsRun() throws {
        let scratch = try Scratch()
        let path = try scratch.write("print(arguments)", to: "answer.duel")
        let run = try BuiltProgram.run([path, "--seed", "1", "--", "a"])
        #expect(run.output == "[\"a\"]\n")
        #expect(run.status == 0)
    }

    @Test("a seed that is none is named", arguments: ["-1", "x", "1.5"])
    func wrongSeed(seed: String) throws {
        let run = try BuiltProgram.run(["run", "-", "--seed", seed], input: "print(1)")
        #expect(run.errors.hasPrefix("Error: --seed is a whole number of 0 or more, and \(seed) is none\n"))
        #expect(run.output == "")
        #expect(run.status == 2)
    }

    @Test func aLoopWithoutEndStopsAtItsTime() throws {
        let run = try BuiltProgram.run(
            ["run", "-", "--time", "0.1"], input: "print(1)\nvar n = 0\nwhile true { n += 1 }\n")
        #expect(run.output == "1\n")
        #expect(
            run.errors == """
                standard input:3:12: limit: the script's time is used up
                  3 | while true { n += 1 }
                    |            ^^^^^^^^^^  `--time` allows it 0.1 seconds

                """)
        #expect(run.status == 1)
    }

    @Test func aTrainingStopsAtItsTime() throws {
        let script = """
            let G = Sequential(Dense(2, 8), relu, Dense(8, 2))
            let D = Sequential(Dense(2, 8), relu, Dense(8, 1))
            train(GAN(G, D, noise: 2), on: ring(modes: 8), steps: 100000000, batch: 16)
            print("never")
            """
        let run = try BuiltProgram.run(["run", "-", "--time", "0.2"], input: script)
        #expect(run.output == "")
        #expect(run.errors.contains("the script's time is used up"))
        #expect(run.status == 1)
    }

    @Test(
        "a training cut short by the time is an error, whatever is done with its result",
        arguments: [
            "func f(gan) { train(gan, on: ring(), steps: 100000000); return 5 }\nprint(f(gan))",
            "let h = [gan].map { g in train(g, on: ring(), steps: 100000000) }\nprint(5)",
            "train(gan, on: ring(), steps: 100000000)",
        ])
    func trainingIsNotSwallowed(end: String) throws {
        let script = """
            let G = Sequential(Dense(2, 8), relu, Dense(8, 2))
            let D = Sequential(Dense(2, 8), relu, Dense(8, 1))
            let gan = GAN(G, D, noise: 2)
            \(end)
            """
        let run = try BuiltProgram.run(["run", "-", "--time", "0.2"], input: script)
        #expect(run.output == "")
        #expect(run.errors.contains("limit: the script's time is used up"))
        #expect(run.status == 1)
    }

    @Test func tensorsAndListsShareTheMemory() throws {
        let run = try BuiltProgram.run(
            ["run", "-", "--memory", "16MB"],
            input: "let x = zeros(2500000)\nprint(1)\nlet xs = [0] * 500000\n")
        #expect(run.output == "1\n")
        #expect(run.errors.hasPrefix("standard input:3:10: limit: the script's memory is used up"))
        let other = try BuiltProgram.run(
            ["run", "-", "--memory", "16MB"],
            input: "let xs = [0] * 500000\nprint(1)\nlet x = zeros(2500000)\n")
        #expect(other.output == "1\n")
        #expect(other.errors.hasPrefix("standard input:3:9: memory: there is not enough of it"))
    }

    @Test func aScriptThatIsDoneInTimeHearsNothingOfIt() throws {
        let run = try BuiltProgram.run(["run", "-", "--time", "60", "--memory", "64MiB"], input: "print(1)")
        #expect(run.output == "1\n")
        #expect(run.errors == "")
        #expect(run.status == 0)
    }

    @Test func listsStopAtTheMemory() throws {
        let run = try BuiltProgram.run(
            ["run", "-", "--memory", "16MiB"], input: "var xs = []\nwhile true { xs.append([0] * 1000) }\n")
        #expect(run.errors.hasPrefix("standard input:2:"))
        #expect(run.errors.contains("limit: the script's memory is used up"))
        #expect(run.errors.contains("16 MiB are allowed"))
        #expect(run.status == 1)
    }

    @Test func tensorsStopAtTheMemory() throws {
        let run = try BuiltProgram.run(
            ["run", "-", "--memory", "16MB"],
            input: "print(zeros(1000, 1000).shape)\nlet x = zeros(3000, 3000)\n")
        #expect(run.output == "[1000, 1000]\n")
        #expect(run.errors.hasPrefix("standard input:2:9: memory: there is not enough of it"))
        #expect(run.errors.contains("16.0 MB"))
        #expect(run.status == 1)
    }

    @Test(arguments: [
        ["--time", "0"], ["--time", "-1"], ["--time", "soon"], ["--time", "nan"], ["--memory", "much"],
        ["--memory", "0"], ["--memory", "-5MB"], ["--seed", "-1"], ["--seed", "x"], ["--time"],
        ["--speed", "3"],
    ])
    func valuesThatMakeNoSenseAreWrongUsage(options: [String]) throws {
        let run = try BuiltProgram.run(["run", "-"] + options, input: "print(1)")
        #expect(run.status == 2, "\(options)")
        #expect(run.output == "")
        #expect(!run.errors.isEmpty)
    }

    /// The program reading a script from its standard input, with pipes that the test holds.
    private func startedRun() throws -> (process: Process, input: Pipe, output: Pipe, errors: Pipe) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = ["run", "-"]
        process.environment = BuiltProgram.plainEnvironment
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
        try process.run()
        return (process, input, output, errors)
    }

    @Test func whatIsPrintedIsThereBeforeTheScriptEnds() throws {
        let (process, input, output, _) = try startedRun()
        try input.fileHandleForWriting.write(contentsOf: Data("print(\"early\")\nwhile true { }\n".utf8))
        try input.fileHandleForWriting.close()
        // The script never ends by itself, so that this can only come while it runs.
        let first = output.fileHandleForReading.availableData
        #expect(String(decoding: first, as: UTF8.self) == "early\n")
        #expect(process.isRunning)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    @Test func aReaderThatGoesAwayIsNoErrorMessage() throws {
        let (process, input, output, errors) = try startedRun()
        try output.fileHandleForReading.close()
        try input.fileHandleForWriting.write(contentsOf: Data("while true { print(1) }\n".utf8))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }
}
