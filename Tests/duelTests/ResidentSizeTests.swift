import Foundation
import TestSupport
import Testing

/// How much of the machine's memory a training holds, as the system counts it.
@Suite struct ResidentSizeTests {
    @Test(
        "Ten times the steps and a list of detached losses take no more memory; losses with their history do")
    func training() throws {
        let few = try peak(steps: 40, keeping: "detach(lossG)")
        let many = try peak(steps: 400, keeping: "detach(lossG)")
        let undetached = try peak(steps: 40, keeping: "lossG")
        #expect(few > 5_000)
        #expect(many < few + 3_000, "\(few) kB after 40 steps, \(many) kB after 400")
        #expect(undetached > few + 15_000, "\(few) kB detached, \(undetached) kB with their histories")
    }

    /// The largest resident size, in kilobytes, of training the ring.
    private func peak(steps: Int, keeping kept: String) throws -> Int {
        let folder = BuiltProgram.packageFolder + "/Benchmarks/memory/ring.duel"
        let script =
            try String(contentsOfFile: folder, encoding: .utf8)
            .replacingOccurrences(of: "STEPS", with: "\(steps)")
            .replacingOccurrences(of: "KEEP", with: kept) + "\nprint(\"trained\")\nwhile true { }\n"
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).duel")
        try script.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        // It says when it has trained, and waits to be looked at.
        let terminal = try PseudoTerminal(
            BuiltProgram.path, ["run", file.path, "--seed", "1"], environment: BuiltProgram.plainEnvironment)
        #expect(terminal.waits(for: "trained"))
        return try #require(residentPeak(of: terminal.process))
    }

    /// What the system noted as a process's largest size so far.
    private func residentPeak(of process: Int32) -> Int? {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
    }
}
