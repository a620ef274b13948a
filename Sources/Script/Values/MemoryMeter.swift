import Synchronization

/// How many bytes the strings, lists and dictionaries of scripts hold in this process.
///
/// The number is what `Limits.memory` is compared with wherever one of them grows.
public enum MemoryMeter {
    private static let total = Atomic<Int>(0)

    /// The bytes in use.
    public static var used: Int { total.load(ordering: .relaxed) }

    @inline(__always) static func add(_ bytes: Int) { total.wrappingAdd(bytes, ordering: .relaxed) }
    @inline(__always) static func subtract(_ bytes: Int) { total.wrappingSubtract(bytes, ordering: .relaxed) }
}
