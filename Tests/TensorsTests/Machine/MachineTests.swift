import Budget
import Foundation
import Testing
import Text

@testable import Tensors

struct MachineTests {
    @Test func theDescriptionHasALineForEachFact() throws {
        let lines = try Machine.description().split(separator: "\n")
        let starts = [
            "processor", "vector instructions", "matrix products", "threads", "1024×1024×1024 product",
            "256×128×128 product", "memory",
        ]
        #expect(lines.count == starts.count)
        for (line, start) in zip(lines, starts) { #expect(line.hasPrefix(start)) }
        #expect(lines[4].hasSuffix("GFLOP/s") && lines[6].hasSuffix("GB/s"))
    }

    @Test func theProcessorsInstructionsAreRecognized() throws {
        let information = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        let expected =
            information.contains("avx512f") ? "AVX-512" : (information.contains("avx2") ? "AVX2" : "SSE2")
        #expect(Machine.vectorInstructions == expected)
    }

}
