import CFuzzer

// libFuzzer finds these two by their names, and then makes every new input with them.

/// One change or two to a script; one time in sixteen, bytes are changed blindly, as libFuzzer does itself.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: UInt32) -> Int {
    var chance = Chance(seed: seed)
    if chance.below(16) == 0 { return LLVMFuzzerMutate(data, size, maximum) }
    var script = Array(UnsafeBufferPointer(start: data, count: size))
    for _ in 0...chance.below(2) {
        var mutator = Mutator(script, seed: UInt32(truncatingIfNeeded: chance.next()))
        script = mutator.changed()
    }
    return store(script, in: data, maximum)
}

/// A script with a part of another one in it.
@_cdecl("LLVMFuzzerCustomCrossOver")
func cross(
    _ first: UnsafePointer<UInt8>, _ firstSize: Int, _ second: UnsafePointer<UInt8>, _ secondSize: Int,
    _ out: UnsafeMutablePointer<UInt8>, _ maximum: Int, _ seed: UInt32
) -> Int {
    var mutator = Mutator(Array(UnsafeBufferPointer(start: first, count: firstSize)), seed: seed)
    let script = mutator.crossed(with: Array(UnsafeBufferPointer(start: second, count: secondSize)))
    return store(script, in: out, maximum)
}

private func store(_ script: [UInt8], in data: UnsafeMutablePointer<UInt8>, _ maximum: Int) -> Int {
    let count = min(script.count, maximum)
    data.update(from: script, count: count)
    return count
}
