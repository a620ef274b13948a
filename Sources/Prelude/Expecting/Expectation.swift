import Tensors
import Text

/// One comparison that an `expect` makes, as data: it can be judged here or in another process, and again.
public struct Expectation: Codable, Equatable, Sendable {
    /// How the value is compared.
    public enum Relation: Codable, Equatable, Sendable {
        /// It is `true`.
        case isTrue
        /// It equals the expected value, exactly.
        case equals
        /// It lies within a distance of the expected value, entry by entry; the shape is compared first.
        case near(within: Double)
        /// Two networks agree bit for bit in parameters and running statistics.
        case same
        /// Two networks do not.
        case differs
        /// It is a number greater than the expected one.
        case above
        /// It is a number less than the expected one.
        case below
        /// It is text that holds the expected text, or a list that holds the expected value.
        case contains
        /// It is text that agrees line by line; numbers in it may differ by the distance.
        case matches(within: Double)
    }

    /// What came.
    public var actual: Datum
    /// How it is compared.
    public var relation: Relation
    /// What it is compared with.
    public var expected: Datum
    /// What the check's author says to a student for whom it does not hold.
    public var message: String?
    /// The source text of what was compared.
    public var source: String

    /// A comparison of `actual`, written `source` in the script, with `expected`.
    public init(
        _ actual: Datum, _ relation: Relation, _ expected: Datum, message: String? = nil, source: String
    ) {
        self.actual = actual
        self.relation = relation
        self.expected = expected
        self.message = message
        self.source = source
    }

    /// nil if it holds; otherwise what was asked, what came, and where they first differ.
    public var failure: String? {
        guard let difference else { return nil }
        guard let message else { return difference }
        return message + "\n" + difference
    }

    /// Where the value and the expected one part, or nil where they do not.
    private var difference: String? {
        switch relation {
        case .isTrue:
            actual == .bool(true) ? nil : "expected `\(source)` to be true; it is \(actual.text)"
        case .equals:
            unequal(actual, expected).map {
                "expected `\(source)` to equal \(expected.text); it is \(actual.text)\($0)"
            }
        case .near(let tolerance):
            distant(actual, expected, tolerance)
        case .same:
            needsNetworks ?? networkDifference.map { "expected `\(source)` to be unchanged; \($0)" }
        case .differs:
            needsNetworks
                ?? (networkDifference == nil
                    ? "expected `\(source)` to have changed; it is the same, bit for bit" : nil)
        case .above:
            ordered("above") { $0 > $1 }
        case .below:
            ordered("below") { $0 < $1 }
        case .contains:
            holds ? nil : "expected `\(source)` to contain \(expected.text); it is \(actual.text)"
        case .matches(let tolerance):
            lineDifference(actual, expected, tolerance)
        }
    }

    private func ordered(_ word: String, _ holds: (Double, Double) -> Bool) -> String? {
        guard let bound = expected.number else {
            return "`\(word):` needs a number; it was given \(expected.text)"
        }
        guard let value = actual.number else {
            return
                "expected `\(source)` to be a number \(word) \(NumberText.significant(bound)); it is \(actual.text)"
        }
        if holds(value, bound) { return nil }
        return
            "expected `\(source)` to be \(word) \(NumberText.significant(bound)); it is \(NumberText.significant(value))"
    }

    private var holds: Bool {
        switch (actual, expected) {
        case (.string(let whole), .string(let part)): part.isEmpty || whole.containsText(part)
        case (.list(let elements), let element): elements.contains { unequal($0, element) == nil }
        default: false
        }
    }

    private func distant(_ actual: Datum, _ expected: Datum, _ tolerance: Double) -> String? {
        guard let wanted = numbers(of: expected) else {
            return "`near:` compares numbers, tensors and lists of numbers; it was given \(expected.text)"
        }
        guard let found = numbers(of: actual) else {
            let kind = wanted.shape.isEmpty ? "a number" : expected.kind
            return "expected `\(source)` to be \(kind), near \(expected.text); it is \(actual.text)"
        }
        guard found.shape == wanted.shape else {
            if wanted.shape.isEmpty {
                return "expected `\(source)` to be one number; it has shape \(found.shape)"
            }
            return "expected `\(source)` to have shape \(wanted.shape); it has shape \(found.shape)"
        }
        for (index, (value, want)) in zip(found.values, wanted.values).enumerated()
        where !areClose(value, want, absolute: tolerance) {
            let place = found.shape.isEmpty ? "" : " at \(position(index, in: found.shape))"
            return
                "expected `\(source)` to be within \(NumberText.significant(tolerance)) of \(NumberText.significant(want))\(place); "
                + "it is \(NumberText.significant(value))"
        }
        return nil
    }

    private var needsNetworks: String? {
        if case .network = actual, case .network = expected { return nil }
        return
            "comparing networks needs two of them: `\(source)` is \(actual.kind), the other is \(expected.kind)"
    }

    /// The first part in which two networks differ.
    private var networkDifference: String? {
        guard case .network(_, let parts) = actual, case .network(_, let others) = expected else {
            return nil
        }
        guard parts.count == others.count else {
            return "it has \(parts.count) parameters and statistics, the other has \(others.count)"
        }
        for (part, other) in zip(parts, others) where part != other {
            return part.shape == other.shape
                ? "\(part.name) differs" : "\(part.name) has shape \(part.shape), the other \(other.shape)"
        }
        return nil
    }
}
