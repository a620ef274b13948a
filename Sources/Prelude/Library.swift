// Everything a script can call, and the interpreter that can call it: `Library.entries`, `Library.interpreter(…)`.
import Script

/// What the prelude brings: its entries, and what is derived from them.
public enum Library {
    /// All functions, topic by topic.
    public static let functions: [Entry] =
        Entry.language + Entry.numbers + Entry.text + Entry.lists + Entry.creation + Entry.random
        + Entry.elementwise + Entry.comparison + Entry.reductions
        + Entry.shaping + Entry.products + Entry.images + Entry.normalization + Entry.gradients
        + Entry.activations
        + Entry.layers + Entry.networks + Entry.optimizers + Entry.schedules + Entry.losses + Entry.ganLosses
        + Entry.ganLossFaces + Entry.data + Entry.training + Entry.measures + Entry.figures + Entry.files
        + Entry.expecting

    /// All members of values, kind by kind.
    public static let members: [Entry] =
        Entry.languageMembers + Entry.tensorMembers + Entry.gradientsMembers + Entry.networkMembers
        + Entry.optimizerMembers + Entry.dataMembers + Entry.lossMembers + Entry.ganMembers
        + Entry.stepMembers + Entry.historyMembers + Entry.sessionMembers

    /// Functions, the words of checks, and members.
    public static let entries = functions + Entry.checks + members

    /// The entries of a section, in the order in which they were declared.
    public static func entries(in section: Section) -> [Entry] { entries.filter { $0.section == section } }

    /// What the interpreter knows of a kind: its name, and the members that are not the language's own.
    package static func kind(_ kind: ValueKind) -> HostKind {
        let members = entries(in: .members(of: kind))
        return HostKind(
            name: kind.name, phrase: kind.phrase,
            properties: members.compactMap {
                if case .property(let property) = $0.form { property } else { nil }
            },
            methods: members.compactMap(\.native))
    }

    /// An interpreter whose scripts can call all functions, and the words of checks if an examiner takes them.
    ///
    /// - Parameters:
    ///   - context: What the prelude keeps for it.
    ///   - limits: How far scripts may go.
    ///   - output: Where printed text goes.
    public static func interpreter(
        context: PreludeContext, limits: Limits = Limits(),
        output: @escaping (String) -> Void
    ) -> Interpreter {
        let words = functions + (context.judge is any Examiner ? Entry.checks : [])
        return Interpreter(
            natives: words.compactMap(\.native), constants: constants(context), advice: PreludeAdvice(),
            limits: limits, output: output, context: context)
    }

    private static func constants(_ context: PreludeContext) -> [String: Value] {
        [
            "pi": .double(Double.pi), "infinity": .double(.infinity), "nan": .double(.nan),
            "arguments": .list(ListValue(texts: context.arguments)),
        ]
    }
}
