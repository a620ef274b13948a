import Script

/// What the prelude says to errors of the language.
struct PreludeAdvice: Advice {
    private static let names = ForeignWord.table(ForeignWord.preludeNames)
    private static let membersOfAnything = ForeignWord.table(ForeignWord.membersOfAnything)
    private static let membersOfKinds = Dictionary(grouping: ForeignWord.membersOfKinds, by: \.role)
        .mapValues { ForeignWord.table($0) }
    private static let labels = ForeignWord.table(ForeignWord.labels)
    private static let misplacedLabels = Dictionary(grouping: ForeignWord.misplacedLabels, by: \.role)
        .mapValues { ForeignWord.table($0) }
    private static let functions = Dictionary(
        Library.functions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    func words(on occasion: Occasion) -> String? {
        switch occasion {
        case .unknownName(let name, let bound):
            Self.names[name] ?? spelling(of: name, among: bound)
                ?? LanguageAdvice().words(on: occasion)
        case .unknownMember(let name, let kind, let known):
            Self.membersOfKinds[.member(of: kind)]?[name] ?? Self.membersOfAnything[name]
                ?? spelling(of: name, among: known)
        case .unknownLabel(let label, let function):
            Self.misplacedLabels[.labelOf(function)]?[label]
        case .missingArgument(let label, let function, _):
            AdviceTable.onOccasions[occasion]
                // What holds of a call with some arguments holds of one with none.
                ?? AdviceTable.onOccasions[.missingArgument(label, function: function, hasNoArguments: false)]
        case .manyParameters(let function): "which `help(\(function))` tells of"
        default: AdviceTable.onOccasions[occasion]
        }
    }

    func label(for foreign: String, of function: String, among known: [String]?) -> String? {
        guard let known = known ?? Self.functions[function]?.parameters.map(\.name) else { return nil }
        return [Self.labels[foreign], AmericanSpelling.of(foreign)?.word].compactMap { $0 }
            .first { known.contains($0) }
    }

    func isFunction(_ name: String) -> Bool { Self.functions[name] != nil }

    /// What to say of a British spelling, unless the script itself spells its names so.
    private func spelling(of name: String, among known: Set<String>) -> String? {
        guard let american = AmericanSpelling.of(name),
            !known.contains(where: { own in american.british.contains { own.contains($0) } })
        else { return nil }
        return "it is spelled `\(american.word)`"
    }
}
