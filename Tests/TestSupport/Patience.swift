import Foundation

/// How long a test waits for something that must come before it says that nothing came.
///
/// This is the only clock of the tests. Nothing is right because time has passed: whoever waits looks for a sign, and
/// the limit is for a program that gives none.
struct Patience {
    static let seconds = 120.0

    private let end = Date().addingTimeInterval(seconds)

    var isOver: Bool { Date() >= end }

    /// The same for what waits by itself.
    static var end: DispatchTime { .now() + seconds }
}
