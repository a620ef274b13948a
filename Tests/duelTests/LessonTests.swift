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
}
