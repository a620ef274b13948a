import Prelude

/// Sends messages as lines, whole ones, in order.
final class Channel {
    private let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    func send(_ message: Message) throws { try writeAll(message.line(), to: descriptor) }
}

/// Sends what a running check compares, and ends the check at the first comparison that does not hold.
final class ChannelReporter: CheckReporter {
    private let channel: Channel
    private var check = 0
    private(set) var hasFailed = false

    init(_ channel: Channel) { self.channel = channel }

    func begin(_ check: Int) {
        self.check = check
        hasFailed = false
    }

    func compare(_ expectation: Expectation) throws {
        try channel.send(.expectation(check: check, expectation))
        if expectation.failure != nil {
            hasFailed = true
            throw CheckFailed()
        }
    }

    func award(_ points: Double, why: String) throws {
        try channel.send(.award(check: check, points: points, why: why))
    }
}
