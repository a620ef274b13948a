import Foundation
import TestSupport
import Testing

/// Tests wait for signs: a test that sleeps, or looks at a clock, is right on one machine and wrong on a slower one.
@Suite struct WaitingTests {
    /// Ways to let time pass or to ask for it.
    private static let clocks = [
        "sleep(", "sleep(forTimeInterval", "sleep(for:", "asyncAfter", "ContinuousClock", "SuspendingClock",
        "clock_gettime", "gettimeofday", "Date()", "DispatchTime", ".now()", "Timer(", "alarm(",
    ]
    /// The file that holds the one clock, those whose subject is what a limit on time does, and this one.
    private static let exceptions = [
        "Tests/TestSupport/Patience.swift", "Tests/duelTests/WaitingTests.swift",
        "Tests/PreludeTests/Limits/MeasuredRun.swift", "Tests/PreludeTests/Limits/EscapeTests.swift",
    ]

    @Test func noTestSleepsOrLooksAtAClock() throws {
        let folder = BuiltProgram.packageFolder
        let files = try #require(FileManager.default.enumerator(atPath: folder + "/Tests"))
        var count = 0
        for case let file as String in files where file.hasSuffix(".swift") {
            let name = "Tests/" + file
            guard !Self.exceptions.contains(name) else { continue }
            count += 1
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            for clock in Self.clocks {
                #expect(!text.contains(clock), "\(name) has `\(clock)`: wait for a sign instead")
            }
        }
        #expect(count > 50)
    }
}
