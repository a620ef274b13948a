import Glibc

/// Runs `body` on a thread of its own whose stack is large enough for every limit of the language, and waits
/// for it.
///
/// - Parameter bytes: the size of the stack; only what is used of it takes memory.
public func runOnLargeStack<Result>(bytes: Int = 1 << 28, _ body: () throws -> Result) throws -> Result {
    try withoutActuallyEscaping(body) { body in
        let routine = RoutineOf(body)
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, bytes)
        var thread = pthread_t()
        let address = Unmanaged.passUnretained(routine as StartRoutine).toOpaque()
        let failure = pthread_create(&thread, &attributes, runRoutine, address)
        pthread_attr_destroy(&attributes)
        guard failure == 0 else {
            // Without a thread of its own it runs here; the interpreter looks at the stack that is left.
            return try body()
        }
        pthread_join(thread, nil)
        return try routine.outcome.unsafelyUnwrapped.get()
    }
}

private class StartRoutine {
    func run() {}
}

private final class RoutineOf<Result>: StartRoutine {
    private let body: () throws -> Result
    private(set) var outcome: Swift.Result<Result, any Error>?

    init(_ body: @escaping () throws -> Result) { self.body = body }

    override func run() { outcome = Swift.Result { try body() } }
}

private func runRoutine(_ address: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    Unmanaged<StartRoutine>.fromOpaque(address.unsafelyUnwrapped).takeUnretainedValue().run()
    return nil
}
