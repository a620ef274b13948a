import Foundation
import TestSupport
import Testing

@Suite("duel run")
struct RunCommandTests {
    @Test func standardOutputHoldsWhatTheScriptPrintsAndNothingElse() throws {
        let run = try BuiltProgram.run(
            ["run", "-"], input: "let x = tensor([[1, 2], [3, 4]])\nprint(x @ x)\nlet y = x + 1\n")
        #expect(run.output == "[[ 7, 10],\n [15, 22]]\n")
        #expect(run.errors == "")
        #expect(run.status == 0)
    }

    @Test func anErrorNamesLineCaretAndShapes() throws {
        let run = try BuiltProgram.run(
            ["run", "-"], input: "let x = zeros(256, 2)\nlet w = zeros(3, 128)\nprint(1)\nlet h = x @ w\n")
        #expect(run.output == "1\n")
        #expect(
            run.errors == """
                standard input:4:9: matrix product: the inner sizes differ
                  4 | let h = x @ w
                    |         ^^^^^  x is [256, 2] and w is [3, 128]: axis 1 of x (2) must equal axis 0 of w (3)

                """)
        #expect(run.status == 1)
    }

    @Test func filesThatCannotBeReadAreErrorsOfTheirOwn() throws {
        let scratch = try Scratch()
        let missing = try BuiltProgram.run(["run", "nosuch.duel"], folder: scratch.path)
        #expect(missing.errors == "duel: nosuch.duel: there is no such file or folder\n")
        #expect(missing.status == 1)
        let folder = try BuiltProgram.run(["run", "."], folder: scratch.path)
        #expect(folder.errors == "duel: .: it is a folder\n")
        #expect(folder.status == 1)
        try Data([0x70, 0x0A, 0xFF, 0xFE]).write(to: scratch.file("bytes.duel"))
        let bytes = try BuiltProgram.run(["run", "bytes.duel"], folder: scratch.path)
        #expect(bytes.errors == "duel: bytes.duel: line 2 is not UTF-8 text\n")
        #expect(bytes.status == 1)
    }

    @Test func wrongUsageEndsWithTwo() throws {
        #expect(try BuiltProgram.run(["run"]).status == 2)
        #expect(try BuiltProgram.run(["run", "a", "--sed", "1"]).status == 2)
        #expect(try BuiltProgram.run(["nonsense"]).status == 2)
        #expect(try BuiltProgram.run(["grade", "5"]).status == 2)
    }

    @Test func anUnknownLessonNamesTheNearOnes() throws {
        let lesson = try BuiltProgram.run(["lesson", "5-one-iteratoin"])
        #expect(lesson.status == 1)
        #expect(lesson.errors.contains("one-iteration"))
    }

    @Test func theSameSeedPrintsTheSameBytes() throws {
        let script = """
            let G = Sequential(Dense(4, 16), relu, Dense(16, 2))
            let D = Sequential(Dense(2, 16), relu, Dense(16, 1))
            let history = train(GAN(G, D, noise: 4), on: ring(modes: 8), steps: 50, batch: 64)
            print(history.discriminatorLoss.last, history.generatorLoss.last, G(noise(3, 4)))
            """
        let first = try BuiltProgram.run(["run", "-", "--seed", "3"], input: script)
        let second = try BuiltProgram.run(
            ["run", "-", "--seed", "3"], input: script, environment: ["DUEL_THREADS": "1"])
        let other = try BuiltProgram.run(["run", "-", "--seed", "4"], input: script)
        #expect(first.status == 0)
        #expect(first.errors == "")
        #expect(first.output == second.output)
        #expect(first.output != other.output)
    }

    @Test func damagedDataFilesAreErrorsThatSayWhatIsWrong() throws {
        let scratch = try Scratch()
        let digits = URL(fileURLWithPath: BuiltProgram.packageFolder).appendingPathComponent("data/mnist-5k")
        for name in try FileManager.default.contentsOfDirectory(atPath: digits.path) {
            try FileManager.default.copyItem(at: digits.appendingPathComponent(name), to: scratch.file(name))
        }
        let script = "print(mnist(\"\(scratch.path)\").sample(3).shape)\n"
        #expect(try BuiltProgram.run(["run", "-"], input: script).output == "[3, 1, 28, 28]\n")

        let images = scratch.file("train-images-idx3-ubyte.gz")
        let whole = try Data(contentsOf: images)
        try whole.prefix(whole.count / 2).write(to: images)
        let truncated = try BuiltProgram.run(["run", "-"], input: script)
        #expect(truncated.status == 1)
        #expect(truncated.errors.contains("train-images-idx3-ubyte.gz"))
        #expect(truncated.errors.contains("gzip file: the file is cut off"))

        try Data("this is no gzip".utf8).write(to: images)
        let wrong = try BuiltProgram.run(["run", "-"], input: script)
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("train-images-idx3-ubyte.gz"))
    }

    @Test func theDigitsAreFoundFromAnyDirectory() throws {
        let scratch = try Scratch()
        let run = try BuiltProgram.run(["run", "-"], input: "print(mnist().count)\n", folder: scratch.path)
        #expect(run.output == "4000\n")
        #expect(run.errors == "")
    }

    @Test func fashionComesFromDebiansPackageWhereItIsInstalled() throws {
        let folder = "/usr/share/datasets/fashion-mnist"
        guard FileManager.default.fileExists(atPath: folder) else {
            print("skipped: \(folder) is not there (Debian's package dataset-fashion-mnist)")
            return
        }
        let run = try BuiltProgram.run(["run", "-"], input: "print(mnist(\"\(folder)\").count)\n")
        #expect(run.output == "60000\n")
    }
}
