import Budget

/// Memory for floats: at a multiple of 64 bytes, taken from the pool and returned to it, counted in
/// `MemoryBudget`.
///
/// `@unchecked Sendable`: it holds a pointer. Whoever makes a buffer fills it before anyone else sees it;
/// afterwards only a `Parameter` writes to its own, on its interpreter's thread.
public final class Buffer: @unchecked Sendable {
    /// The first float.
    let pointer: UnsafeMutablePointer<Float>
    /// The number of floats asked for.
    public let count: Int
    private let size: SizeClass

    /// Memory for so many floats, with whatever was in it before. Throws when the budget or the system
    /// has no room, telling the size asked and what there is. Every result of an operation begins here, and so it
    /// looks at the flag of Ctrl-C and clocks as well.
    init(count: Int) throws {
        try Interruption.check()
        guard count >= 0, count < 1 << 44 else {
            throw MemoryBudget.shortage(bytes: Double(count) * 4)
        }
        size = SizeClass(holding: count * 4)
        guard let block = BufferPool.take(size) else {
            throw MemoryBudget.shortage(bytes: Double(count) * 4)
        }
        pointer = block.assumingMemoryBound(to: Float.self)
        self.count = count
    }

    /// Memory for so many floats, each of this value.
    convenience init(repeating value: Float, count: Int) throws {
        try self.init(count: count)
        try Kernels.fill(pointer, value, count: count)
    }

    /// Memory for one float. A number always finds room, whatever the budget says.
    init(_ value: Float) {
        count = 1
        size = SizeClass(holding: 4)
        guard let block = BufferPool.take(size, within: Int.max) else {
            preconditionFailure("the system has no memory for a single number")
        }
        pointer = block.assumingMemoryBound(to: Float.self)
        pointer.pointee = value
    }

    deinit { BufferPool.recycle(UnsafeMutableRawPointer(pointer), size) }

    /// The memory as a collection.
    var floats: UnsafeMutableBufferPointer<Float> { UnsafeMutableBufferPointer(start: pointer, count: count) }
}
