import Tensors

/// The random numbers of one interpreter: the stream that is drawn from, and what waits or looks on beside it.
///
/// A session draws on and on from the stream of its seed. A lesson's cell, or `stream("name")`, draws from a stream of
/// its own in between, which depends on the seed and its name only.
public final class RandomStreams {
    /// Where `randn`, `noise`, new weights and batches draw from.
    public var current: RandomStream
    /// Where pictures and measures draw from, so that looking at a training does not change it.
    public let observation: RandomStream
    /// The seed that the streams came from.
    public private(set) var seed: UInt64
    /// The session's own stream, while another one is drawn from.
    private var waiting: RandomStream?

    /// The streams of a seed.
    public init(seed: UInt64) {
        self.seed = seed
        current = RandomStream(seed: seed)
        observation = current.split("observation")
    }

    /// Begins all random numbers anew.
    public func restart(seed: UInt64) {
        self.seed = seed
        waiting = nil
        current = RandomStream(seed: seed)
        observation.state = current.split("observation").state
    }

    /// Gives what follows a stream of its own, so that nothing typed or drawn before moves its numbers. What `train`
    /// shows gets one as well.
    public func begin(_ name: String) {
        if waiting == nil { waiting = current }
        current = RandomStream(seed: seed).split(name)
        observation.state = current.split("observation").state
    }

    /// Gives what follows the numbers that would come anyway, without moving them.
    public func copy() {
        if waiting == nil { waiting = current }
        current = RandomStream(current.state)
    }

    /// Goes on with the session's own numbers, which neither `begin` nor `copy` has moved.
    public func end() {
        if let waiting { current = waiting }
        waiting = nil
    }

    /// Runs a body that draws from the stream for observation, whatever streams it begins itself.
    func observing<Result>(_ body: () throws -> Result) rethrows -> Result {
        let (drawn, waiting) = (current, waiting)
        current = observation
        defer { (current, self.waiting) = (drawn, waiting) }
        return try body()
    }

    /// Remembers where the numbers stand. What it gives takes back all that were drawn since, and says whether there
    /// were any.
    public func remember() -> () -> Bool {
        let (seed, stream, state, waiting) = (seed, current, current.state, waiting)
        return { [self] in
            let hasMoved = current !== stream || stream.state != state
            self.seed = seed
            self.waiting = waiting
            current = stream
            stream.state = state
            return hasMoved
        }
    }
}
