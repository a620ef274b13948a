import Script
import Text

/// A checks file that has been read and run: the limits it sets and the checks it declares.
final class CheckBook {
    /// A check with the block that marks it.
    struct Check {
        var description: CheckDescription
        var body: Value
    }

    var limits = MarkingLimits()
    private(set) var checks: [Check] = []

    /// Adds a check; its name must be new and what it builds on must stand before it.
    func declare(_ check: Check) throws {
        let name = check.description.name
        guard !checks.contains(where: { $0.description.name == name }) else {
            throw Mistake(problem: "there is already a check named \"\(name)\"", place: .argument(0))
        }
        guard check.description.points >= 0, check.description.points.isFinite else {
            throw Mistake(problem: "points are a number of 0 or more", place: .argument(1))
        }
        if let after = check.description.after {
            guard checks.contains(where: { $0.description.name == after }) else {
                throw Mistake(
                    problem: "`after:` names a check that stands before this one",
                    note: "there is no check named \"\(after)\" above",
                    suggestions: nearNames(to: after, among: checks.map(\.description.name)))
            }
        }
        checks.append(check)
    }

    /// The checks without their blocks.
    var descriptions: [CheckDescription] { checks.map(\.description) }
}
