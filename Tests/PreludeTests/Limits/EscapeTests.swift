import Foundation
import Prelude
import Script
import Testing

/// No entry of the prelude takes more memory or time than a run may have, whatever it is called with.
@Suite("limits hold for every entry", .serialized) struct EscapeTests {
    @Test("with large arguments under small limits, by topic", arguments: Topic.allCases.map(\.rawValue))
    func entries(topic: String) async {
        await #expect(processExitsWith: .success) { [topic] in
            guard let topic = Topic(rawValue: topic) else { return }
            try Self.walk(Library.entries(in: .topic(topic)))
        }
    }

    @Test func members() async {
        await #expect(processExitsWith: .success) {
            try Self.walk(Library.entries.filter { $0.owner != nil })
        }
    }

    private static func walk(_ entries: [Entry]) throws {
        for entry in entries {
            for script in LargeArguments.scripts(for: entry) {
                let run = try MeasuredRun(script)
                #expect(run.escape == nil, "\(entry.title): \(run.outcome)\n\(script)")
            }
        }
    }

    @Test("a native that asks for no memory is found")
    func memoryIsMeasured() async {
        await #expect(processExitsWith: .success) {
            let native = NativeFunction(name: "grow", parameters: []) { _ in
                let numbers = [Int](repeating: 1, count: 50_000_000)
                return .int(numbers.reduce(0, &+))
            }
            let run = try MeasuredRun("grow()", natives: [native])
            #expect(run.escape?.hasPrefix("memory") == true, "\(run)")
        }
    }

    @Test("a native whose loop looks at no limit is found")
    func timeIsMeasured() async {
        await #expect(processExitsWith: .success) {
            let native = NativeFunction(name: "spin", parameters: []) { _ in
                let end = clock() + 2 * Int(CLOCKS_PER_SEC)
                while clock() < end {}
                return .none
            }
            let run = try MeasuredRun("spin()", natives: [native])
            #expect(run.escape?.hasPrefix("time") == true, "\(run)")
        }
    }

    @Test("what a native brings in is bounded, even if it asked for nothing")
    func resultsAreChecked() async {
        await #expect(processExitsWith: .success) {
            let native = NativeFunction(name: "text", parameters: []) { _ in
                .string(String(repeating: "a", count: 100_000_000))
            }
            let run = try MeasuredRun("let s = text()\nprint(1)", natives: [native])
            #expect(run.outcome == "limit: the script's memory is used up")
        }
    }
}
