import Glibc

/// A function of a script with the variables it captured.
final class ClosureObject {
    let prototype: Prototype
    /// What the machine needs of the prototype to call it.
    let code: UnsafePointer<Code>
    /// Values, and boxes of variables that are shared.
    let captures: UnsafeMutablePointer<Slot>

    /// A closure that takes over captured slots which the caller owns.
    init(_ prototype: Prototype, captures slots: [Slot]) {
        self.prototype = prototype
        code = UnsafePointer(prototype.code)
        captures = .allocate(capacity: slots.count)
        captures.update(from: slots, count: slots.count)
    }

    deinit {
        for index in 0..<prototype.captureCount { DeferredRelease.release(captures[index]) }
        captures.deallocate()
    }
}

/// A variable that outlives its block because a closure captured it.
final class BoxObject {
    let content: UnsafeMutablePointer<Slot>

    /// A box that takes over a slot which the caller owns.
    init(_ slot: Slot) {
        content = .allocate(capacity: 1)
        content.initialize(to: slot)
    }

    deinit {
        DeferredRelease.release(content.pointee)
        content.deallocate()
    }
}

/// A function of the prelude with what calls of it need to know.
final class NativeObject: Sendable {
    let identity = FunctionIdentity.make()
    let function: NativeFunction
    /// How many arguments without labels fit it as they stand; nil where binding takes more thought.
    let plainCounts: ClosedRange<Int>?

    /// The parameters as binding sees them.
    let facts: [ParameterFacts]

    init(_ function: NativeFunction) {
        self.function = function
        let parameters = function.parameters
        facts = parameters.map {
            ParameterFacts(
                label: $0.name, isLabelOnly: $0.isLabelOnly, isOptional: $0.isOptional,
                isVariadic: $0.isVariadic)
        }
        let required = parameters.lastIndex { !$0.isOptional }.map { $0 + 1 } ?? 0
        let positions = parameters.prefix { !$0.isLabelOnly && !$0.isVariadic }.count
        let isPlain = !parameters.contains { $0.isVariadic } && required <= positions
        plainCounts = isPlain ? required...positions : nil
    }
}

/// Lets go of what closures captured without recursing.
///
/// A chain of closures, each capturing the one before, may be a million long; released one inside the
/// other they would run through the stack. What a closure or a box lets go of while another is being
/// released waits here until that one is done.
enum DeferredRelease {
    private final class Queue {
        var slots: [Slot] = []
        var isDraining = false
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { Unmanaged<AnyObject>.fromOpaque($0.unsafelyUnwrapped).release() }
        return key
    }()

    private static var queue: Queue {
        if let address = pthread_getspecific(key) {
            return Unmanaged<Queue>.fromOpaque(address).takeUnretainedValue()
        }
        let queue = Queue()
        pthread_setspecific(key, Unmanaged.passRetained(queue).toOpaque())
        return queue
    }

    /// Gives up a reference, now or when the release that is under way is done.
    static func release(_ slot: Slot) {
        switch slot.head {
        case ..<Tag.list: slot.release()
        default:
            let queue = queue
            guard !queue.isDraining else {
                queue.slots.append(slot)
                return
            }
            queue.isDraining = true
            slot.release()
            while let next = queue.slots.popLast() { next.release() }
            queue.isDraining = false
        }
    }
}
