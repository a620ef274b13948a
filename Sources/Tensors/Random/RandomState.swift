/// Where a stream of random numbers stands: enough to go on with it exactly.
public struct RandomState: Hashable, Sendable {
    /// What tells the stream from others.
    public var key: UInt64
    /// The blocks of four numbers drawn so far.
    public var position: UInt64

    /// A place in a stream.
    public init(key: UInt64, position: UInt64) {
        self.key = key
        self.position = position
    }

    /// The beginning of the stream of a seed.
    init(seed: UInt64) {
        self.init(key: mixed(seed), position: 0)
    }

    /// The beginning of the stream that belongs to a label of this one.
    func split(_ label: String) -> RandomState {
        // FNV-1a over the label, then mixed with the key.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return RandomState(key: mixed(key ^ mixed(hash)), position: 0)
    }
}

/// SplitMix64's last step (Steele, Lea and Flood, 2014): near inputs come far apart.
private func mixed(_ x: UInt64) -> UInt64 {
    var z = x &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
}
