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
        let script = try String(contentsOfFile: folder, encoding: .utf8)
            .replacingOccurrences(of: "STEPS", with: "\(steps)")
            .replacingOccurrences(of: "KEEP", with: kept)
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).duel")
        try script.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = ["run", file.path, "--seed", "1"]
        process.environment = BuiltProgram.plainEnvironment
        try process.run()
        var most = 0
        while process.isRunning {
            most = max(most, residentPeak(of: process.processIdentifier) ?? 0)
            Thread.sleep(forTimeInterval: 0.003)
        }
        #expect(process.terminationStatus == 0)
        return most
    }

    /// What the system noted as a process's largest size so far; nil when it has ended.
    private func residentPeak(of process: Int32) -> Int? {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
    }
}
