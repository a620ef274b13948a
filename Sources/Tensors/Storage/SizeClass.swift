/// The sizes in which memory is handed out: four steps to each doubling, in whole lines of the cache, so
/// that a freed block fits the next tensor of about its size.
struct SizeClass {
    static let count = 180
    /// Blocks begin at a multiple of this, which is a line of the cache and the widest vector register.
    static let alignment = 64

    let index: Int
    let bytes: Int

    /// The smallest class that holds so many bytes (at most 2^46).
    init(holding bytes: Int) {
        let lines = max(1, (bytes + Self.alignment - 1) / Self.alignment)
        if lines <= 4 {
            index = lines - 1
            self.bytes = lines * Self.alignment
        } else {
            let doubling = Int.bitWidth - 3 - (lines - 1).leadingZeroBitCount
            let quarter = ((lines - 1) >> doubling) + 1
            index = 4 + doubling * 4 + (quarter - 5)
            self.bytes = (quarter << doubling) * Self.alignment
        }
    }
}
