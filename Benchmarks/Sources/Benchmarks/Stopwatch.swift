import Glibc

/// The shortest time of a call in seconds: the best of several samples of at least two milliseconds, which
/// is what the work costs when nothing else disturbs the machine.
func shortestTime(samples: Int = 12, _ body: () throws -> Void) rethrows -> Double {
    try body()
    let once = try elapsed(1, body)
    let repeats = max(1, min(100_000, Int(2e-3 / max(once, 1e-9))))
    var best = once
    for _ in 0..<samples { best = min(best, try elapsed(repeats, body) / Double(repeats)) }
    return best
}

private func elapsed(_ repeats: Int, _ body: () throws -> Void) rethrows -> Double {
    let start = now()
    for _ in 0..<repeats { try body() }
    return now() - start
}

private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
