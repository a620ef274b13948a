import Tensors
import Text

/// How one parameter moves along its gradient: a formula with its settings.
public protocol UpdateRule: Sendable {
    /// The name that a script uses: "Adam".
    var name: String { get }
    /// The learning rate when none is given.
    var usualRate: Float { get }
    /// How many numbers it remembers for each number of the parameter.
    var momentCount: Int { get }
    /// The settings beside the rate, for showing.
    var settings: KeyValuePairs<String, Float> { get }
    /// Throws for settings that make no sense.
    func validate() throws
    /// Moves the parameter; `step` counts from 1.
    func update(_ parameter: Parameter, gradient: Tensor, moments: [Buffer], rate: Float, step: Int) throws
}

extension UpdateRule {
    /// Throws unless a setting lies from 0 up to but not including 1.
    func checkShare(_ label: String, _ value: Float) throws {
        guard value >= 0, value < 1 else {
            throw Mistake(
                construct: name, problem: "\(label) must be at least 0 and below 1", note: "got \(value)")
        }
    }

    /// Throws unless a setting is a number of 0 or more.
    func checkNotNegative(_ label: String, _ value: Float) throws {
        guard value >= 0, value.isFinite else {
            throw Mistake(construct: name, problem: "\(label) must not be negative", note: "got \(value)")
        }
    }
}
