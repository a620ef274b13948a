import Text

/// Checks that several builders share.
enum FigureCheck {
    static func somethingGiven(_ count: Int, _ construct: String, _ what: String) throws(Mistake) {
        guard count == 0 else { return }
        throw Mistake(
            construct: construct, problem: "there is nothing to draw", note: "give at least one \(what)")
    }

    /// Labels are either absent or one for each series.
    static func labels(_ labels: [String], for count: Int, _ construct: String, _ what: String)
        throws(Mistake)
    {
        guard !labels.isEmpty && labels.count != count else { return }
        throw Mistake(
            construct: construct, problem: "the labels do not match the \(plural(what))",
            note:
                "there \(number(labels.count, "label")) for \(plain(count, what)): give one for each, or none"
        )
    }

    static func increasing(_ range: ClosedRange<Double>?, _ construct: String, _ name: String)
        throws(Mistake)
    {
        guard let range else { return }
        guard range.lowerBound.isDrawable && range.upperBound.isDrawable else {
            throw Mistake(
                construct: construct, problem: "\(name) has no end",
                note: "both ends of \(name) must be finite numbers")
        }
        guard range.lowerBound < range.upperBound else {
            throw Mistake(
                construct: construct, problem: "\(name) is empty",
                note: "it begins and ends at \(NumberText.short(range.lowerBound))")
        }
    }

    /// A number of things: `1 value`, `2 values`.
    static func plain(_ count: Int, _ what: String) -> String {
        count == 1 ? "1 \(what)" : "\(count) \(plural(what))"
    }

    private static func plural(_ what: String) -> String { what.hasSuffix("s") ? what : what + "s" }

    private static func number(_ count: Int, _ what: String) -> String {
        (count == 1 ? "is " : "are ") + plain(count, what)
    }
}

extension Double {
    /// Whether a figure can place the number: finite, and small enough that sums of such numbers stay finite.
    var isDrawable: Bool { magnitude <= 1e100 }
}
