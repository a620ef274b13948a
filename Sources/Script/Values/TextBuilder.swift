import Budget

/// A text that is being put together, byte by byte, in memory of its own.
struct TextBuilder: ~Copyable {
    private(set) var count = 0
    private var capacity = 0
    /// None until something is appended: an empty builder costs nothing to make.
    private var base: UnsafeMutablePointer<UInt8>?

    deinit {
        base?.deallocate()
        MemoryBudget.subtractValue(capacity)
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard let start = utf8.baseAddress else { return }
        room(for: utf8.count).update(from: start, count: utf8.count)
        count += utf8.count
    }

    /// A text so many times; the memory is the caller's to ask for.
    mutating func append(_ text: String, times: Int) {
        let length = text.utf8.count
        let total = length * times
        guard total > 0 else { return }
        let start = room(for: total)
        var text = text
        text.withUTF8 { start.update(from: $0.baseAddress.unsafelyUnwrapped, count: length) }
        // What is there is copied behind itself, twice as much each time.
        var done = length
        while done < total {
            let more = min(done, total - done)
            (start + done).update(from: start, count: more)
            done += more
        }
        count += total
    }

    /// The number in decimal digits.
    mutating func append(_ number: Int) {
        // The most there are: a minus and 19 digits. They are written from the last to the first.
        let end = room(for: 20) + 20
        var first = end
        var rest = number.magnitude
        repeat {
            let (tens, digit) = rest.quotientAndRemainder(dividingBy: 10)
            first -= 1
            first.pointee = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
            rest = tens
        } while rest > 0
        if number < 0 {
            first -= 1
            first.pointee = UInt8(ascii: "-")
        }
        (end - 20).update(from: first, count: end - first)
        count += end - first
    }

    /// Empties it and keeps its memory, unless that is much.
    mutating func removeAll() {
        count = 0
        guard capacity > 1 << 16 else { return }
        base?.deallocate()
        base = nil
        MemoryBudget.subtractValue(capacity)
        capacity = 0
    }

    var text: String { String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }

    /// Where so many bytes more can be written, behind what is there.
    @inline(__always)
    private mutating func room(for more: Int) -> UnsafeMutablePointer<UInt8> {
        if let base, capacity - count >= more { return base + count }
        return grow(by: more)
    }

    @inline(never)
    private mutating func grow(by more: Int) -> UnsafeMutablePointer<UInt8> {
        let before = capacity
        capacity = max(2 * capacity, count + more, 64)
        MemoryBudget.addValue(capacity - before)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        if let base {
            larger.update(from: base, count: count)
            base.deallocate()
        }
        base = larger
        return larger + count
    }
}
