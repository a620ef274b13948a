import Budget
import Text

extension RandomStream {
    /// So many numbers of the range, each as likely; the range is not empty.
    public func integers(count: Int, in range: Range<Int>) throws -> [Int] {
        precondition(!range.isEmpty, "no integer lies in an empty range")
        // Modulo 2^64, since the whole range of Ints has more numbers than an Int can count.
        let size = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))
        return try numbers(count) { range.lowerBound &+ Int(truncatingIfNeeded: place($0, below: size)) }
    }

    /// A number for each of so many words.
    private func numbers(_ count: Int, _ number: (UInt64) -> Int) throws -> [Int] {
        try MemoryBudget.reserve(count, of: MemoryLayout<Int>.stride)
        var numbers: [Int] = []
        numbers.reserveCapacity(count)
        try forEachWord(count) { numbers.append(number($1)) }
        return numbers
    }

    /// The numbers 0 ..< n in an order of chance (the shuffle of Fisher and Yates).
    public func permutation(_ n: Int) throws -> [Int] {
        try MemoryBudget.reserve(n, of: MemoryLayout<Int>.stride)
        var order = Array(0..<n)
        guard n > 1 else { return order }
        try forEachWord(n - 1) { draw, word in
            let last = n - 1 - draw
            order.swapAt(last, Int(place(word, below: UInt64(last + 1))))
        }
        return order
    }

    /// So many numbers of 0 ..< n, each drawn anew with a chance in proportion to its weight (nil: all
    /// alike). Throws if the weights are not n numbers of at least 0, with one above.
    public func choice(_ n: Int, weights: [Double]? = nil, count: Int) throws -> [Int] {
        guard n > 0 || count == 0 else {
            throw Mistake(construct: "choice", problem: "there is nothing to choose from")
        }
        guard let weights else { return count == 0 ? [] : try integers(count: count, in: 0..<n) }
        var bounds: [Double] = []
        var total = 0.0
        for (place, weight) in weights.enumerated() {
            guard weight >= 0, weight.isFinite else {
                throw Mistake(
                    construct: "choice", problem: "a weight must be a number of at least 0",
                    note: "weight \(place) is \(weight)")
            }
            total += weight
            bounds.append(total)
        }
        guard weights.count == n, total > 0, total.isFinite else {
            throw Mistake(
                construct: "choice", problem: "the weights do not give every choice a chance",
                note: "there are \(n) choices and \(weights.count) weights with a sum of \(total)")
        }
        return try numbers(count) { word in
            let target = Double(word >> 11) * 0x1p-53 * total
            var (low, high) = (0, n - 1)
            while low < high {
                let middle = (low + high) / 2
                if target < bounds[middle] { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }

    /// The word as a place in 0 ..< bound: the upper half of its product with the bound (Lemire, 2019).
    /// The few words that would favor a place are drawn again.
    private func place(_ word: UInt64, below size: UInt64) -> UInt64 {
        precondition(size > 0, "no integer lies below 0")
        var product = word.multipliedFullWidth(by: size)
        if product.low < size {
            let surplus = (0 &- size) % size
            while product.low < surplus { product = self.word().multipliedFullWidth(by: size) }
        }
        return product.high
    }
}
