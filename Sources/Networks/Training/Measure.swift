/// A number that a training notes at every step. The list is all there is to say of them: a step, a history, what
/// a script sees of both and the line of the live view follow from it.
public enum Measure: Int, CaseIterable, Sendable {
    case discriminatorLoss
    case generatorLoss
    case value
    case gap
    case accuracy
    case accuracyOnReal
    case accuracyOnFake
    case classAccuracy
    case discriminatorGradientNorm
    case generatorGradientNorm

    /// Which discriminators have it.
    enum Audience {
        case all
        /// Those whose output is a logit, which has a threshold.
        case classifiers
        /// Those whose output is a score.
        case critics
        /// Those that name the class of a sample beside judging it.
        case namingClasses
    }

    /// What a number of the measure is.
    public enum Unit: Sendable {
        /// Any number.
        case number
        /// From 0 to 1.
        case share

        /// How many digits after the point are worth showing.
        public var digits: Int { self == .share ? 2 : 3 }
    }

    private struct Description {
        let summary: String
        var detail: String?
        var unit = Unit.number
        /// Where it is noted.
        var isNotedFor = Audience.all
        /// What it is called in a line of numbers, and where it stands in one.
        var label: String?
        var isShownFor = Audience.all
    }

    private var description: Description {
        switch self {
        case .discriminatorLoss: Description(summary: "the discriminator's loss", label: "D")
        case .generatorLoss: Description(summary: "the generator's loss", label: "G")
        case .value: Description(summary: "the value of the game")
        case .gap:
            Description(
                summary: "the gap E[D(x)] − E[D(G(z))]", detail: "of probabilities where D classifies",
                label: "gap", isShownFor: .critics)
        case .accuracy:
            Description(
                summary: "the discriminator's accuracy", unit: .share, isNotedFor: .classifiers,
                label: "accuracy")
        case .accuracyOnReal:
            Description(summary: "its accuracy on real samples", unit: .share, isNotedFor: .classifiers)
        case .accuracyOnFake:
            Description(summary: "its accuracy on generated samples", unit: .share, isNotedFor: .classifiers)
        case .classAccuracy:
            Description(
                summary: "the share of generated samples in which D finds the class that was asked for",
                unit: .share, isNotedFor: .namingClasses, label: "class accuracy")
        case .discriminatorGradientNorm: Description(summary: "the length of the discriminator's gradient")
        case .generatorGradientNorm: Description(summary: "the length of the generator's gradient")
        }
    }

    /// Its name as a script writes it.
    public var name: String { "\(self)" }
    /// What it is.
    public var summary: String { description.summary }
    /// What else there is to know of it.
    public var detail: String? { description.detail }
    /// What its numbers are.
    public var unit: Unit { description.unit }
    /// Where a script gets nil for it; nil if it is always there.
    public var absence: String? {
        switch description.isNotedFor {
        case .all: nil
        case .classifiers: "nil for critics"
        case .critics: "nil for classifiers"
        case .namingClasses: "nil unless D names classes"
        }
    }

    /// Whether a training of this GAN notes it.
    func isNoted(for gan: GAN) -> Bool { gan.belongs(to: description.isNotedFor) }

    /// What it is called in a line of numbers about a training of this GAN; nil if it is left out there.
    public func label(for gan: GAN) -> String? {
        isNoted(for: gan) && gan.belongs(to: description.isShownFor) ? description.label : nil
    }
}

extension GAN {
    fileprivate func belongs(to audience: Measure.Audience) -> Bool {
        switch audience {
        case .all: true
        case .classifiers: loss.classifies
        case .critics: !loss.classifies
        case .namingClasses: namesClasses
        }
    }
}
