import Glibc

/// Whether operations on this thread are recorded.
enum Recording {
    // A task-local value would cost more than a small operation; the pause counter lies in a thread's own
    // slot as a bare number.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key, nil)
        precondition(status == 0, "the process has no thread-specific slot left")
        return key
    }()

    static var isPaused: Bool { pthread_getspecific(key) != nil }

    static func paused<R>(_ isPaused: Bool, _ body: () throws -> R) rethrows -> R {
        let before = pthread_getspecific(key)
        pthread_setspecific(key, isPaused ? UnsafeRawPointer(bitPattern: 1) : nil)
        defer { pthread_setspecific(key, before) }
        return try body()
    }
}

/// Computes without recording: what the body returns carries no graph, whatever it was made of.
public func withoutGradients<R>(_ body: () throws -> R) rethrows -> R {
    try Recording.paused(true, body)
}

/// A new leaf with t's values, for which a gradient can be asked; it remembers nothing of t's history.
public func variable(_ t: Tensor) -> Tensor {
    Tensor(
        shape: t.shape, buffer: t.buffer,
        node: Node(leaf: Leaf(owner: nil), shape: t.shape, isVariable: true))
}

/// The same values without a history: a constant, as far as gradients are concerned.
public func detach(_ t: Tensor) -> Tensor { t.detached() }
