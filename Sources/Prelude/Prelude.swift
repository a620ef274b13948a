// Everything a script can call, and the interpreter that can call it: `Prelude.entries`, `Prelude.interpreter(…)`.
import Script

/// All functions, topic by topic.
public let entries: [Entry] =
    Entry.language + Entry.numbers + Entry.text + Entry.lists + Entry.creation + Entry.random
    + Entry.elementwise + Entry.comparison + Entry.reductions
    + Entry.shaping + Entry.products + Entry.images + Entry.normalization + Entry.gradients
    + Entry.activations
    + Entry.layers + Entry.networks + Entry.optimizers + Entry.schedules + Entry.losses + Entry.ganLosses
    + Entry.ganLossFaces + Entry.data + Entry.training + Entry.measures + Entry.figures + Entry.files
    + Entry.expecting

/// All members of the prelude's objects, such as `opt.step(g)`.
public let members: [Entry] =
    Entry.optimizerMethods + Entry.lossMethods + Entry.dataMethods + Entry.ganMethods

/// The kinds of the prelude's objects, for completion.
public let kinds: [Kind] = [
    TensorObject.tensorKind, NetworkObject.networkKind, OptimizerObject.optimizerKind, DataObject.dataKind,
    GANObject.ganKind, LossObject.lossKind, HistoryObject.historyKind, StepObject.stepKind,
    GradientsObject.gradientsKind,
]

/// An interpreter whose scripts can call all of it.
///
/// - Parameters:
///   - context: What the prelude keeps for it.
///   - extra: More functions; one of the prelude's name takes its place.
///   - limits: How far scripts may go.
///   - output: Where printed text goes.
public func interpreter(
    context: PreludeContext, adding extra: [NativeFunction] = [], limits: Limits = Limits(),
    output: @escaping (String) -> Void
) -> Interpreter {
    Interpreter(
        natives: natives + extra, constants: constants(context), limits: limits,
        output: output, context: context)
}

private let natives = entries.map(\.native)

private func constants(_ context: PreludeContext) -> [String: Value] {
    [
        "pi": .double(Double.pi), "infinity": .double(.infinity), "nan": .double(.nan),
        "arguments": .list(ListValue(context.arguments.map { Value.string($0) })),
    ]
}
