import Glibc

/// Work that is done for a script outside of its interpreter, counted as the interpreter counts its own: in steps.
///
/// An interpreter that runs lends its counter to the thread it runs on. The engine, which knows no interpreter,
/// takes from it, and so the next call or turn of a loop finds that it is time to look at limits and clocks.
public enum Work {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Elements that a plain loop over numbers handles in one step.
    public static let elementsInStep = 1024

    /// Counts so many steps against whoever runs on this thread.
    public static func count(steps: Int) {
        guard steps > 0, let address = pthread_getspecific(key) else { return }
        let left = address.assumingMemoryBound(to: Int.self)
        left.pointee -= min(steps, 1 << 40)
    }

    /// Lends out the counter of steps that are left until limits are looked at.
    ///
    /// - Returns: the counter of whoever ran before, which is to be put back afterwards.
    public static func lend(_ stepsLeft: UnsafeMutablePointer<Int>?) -> UnsafeMutablePointer<Int>? {
        let before = pthread_getspecific(key)?.assumingMemoryBound(to: Int.self)
        pthread_setspecific(key, stepsLeft)
        return before
    }
}
