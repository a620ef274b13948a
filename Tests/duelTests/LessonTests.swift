import Foundation
import TestSupport
import Testing

@Suite("Lessons")
struct LessonTests {
    @Test(arguments: ["1", "5"]) func everyCellRunsAndEveryClaimHolds(_ lesson: String) throws {
        let run = try BuiltProgram.run(["lesson", lesson, "--all"])
        #expect(run.status == 0, "\(run.output.suffix(2000))\n\(run.errors.suffix(2000))")
    }

    @Test func theStarterIsHandedOut() throws {
        let starter = try BuiltProgram.run(["exercise", "5"])
        #expect(starter.status == 0)
        #expect(starter.output.contains("func generatorStep(G, D, optimizer)"))
    }

    @Test func anExportHasTheNumbersThatLearnersSee() throws {
        let scratch = try Scratch()
        let shown = try BuiltProgram.run(["lesson", "5", "--all"]).output
        let export = try BuiltProgram.run(["export", "5", "-o", scratch.path + "/lesson.md"])
        #expect(export.status == 0, "\(export.errors)")
        let written = try scratch.read("lesson.md")
        let lines = shown.split(separator: "\n").filter {
            $0.hasPrefix("verdicts:") || $0.hasPrefix("taken for")
        }
        #expect(lines.count == 2)
        for line in lines { #expect(written.contains(line)) }
    }
}
