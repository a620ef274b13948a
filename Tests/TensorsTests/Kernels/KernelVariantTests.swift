import KernelVariants
import Testing

/// A script's numbers must not depend on the processor: each kernel's three compilations, bit for bit.
/// (Serialized, since the comparisons share their memory.)
@Suite(.serialized) struct KernelVariantTests {
    private static let groups = Array(
        sequence(first: Int32(0)) { $0 + 1 }.prefix { variant_group($0) != nil })

    @Test(arguments: groups, [Int32(1), 2].filter { variant_runs($0) != 0 })
    func kernelsHaveTheSameBits(group: Int32, variant: Int32) {
        let name = variant_group(group).map { String(cString: $0) } ?? ""
        let found = variant_compare(variant, group)
        #expect(found.numbers > 300, "\(name)")
        if found.differing > 0 {
            let kernel = String(cString: found.kernel)
            Issue.record(
                """
                \(name), \(kernel) \(found.kind), element \(found.place): compilation \(variant) gives \
                \(found.found), not \(found.expected); \(found.differing) differ
                """)
        }
    }

    /// A comparison that cannot fail would tell nothing: an SSE2 run against itself agrees, and every group is met.
    @Test func everyGroupComparesNumbers() {
        #expect(Self.groups.count == 11)
        for group in Self.groups { #expect(variant_compare(0, group).differing == 0) }
    }
}
