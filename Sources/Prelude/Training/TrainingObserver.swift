import Networks
import Script
import Tensors
import Text

/// Stands between a training and whoever watches it: the display, and the script's own closure.
final class TrainingObserver {
    private let call: Call
    private let gan: GAN
    private let data: any DataSource
    private let closure: Value?
    private let every: Int
    private let arrows: Bool
    private let start = ContinuousClock.now
    private var view: LiveView?
    private var nextFrame = ContinuousClock.now
    private var nextLine: ContinuousClock.Instant
    /// What the closure noted, by name, in the order in which names came.
    private(set) var notes: [(name: String, values: [Value])] = []

    init(
        _ call: Call, _ gan: GAN, on data: any DataSource, closure: Value?, every: Int, arrows: Bool
    ) {
        self.call = call
        self.gan = gan
        self.data = data
        self.closure = closure
        self.every = every
        self.arrows = arrows
        nextLine = start + .seconds(2)
    }

    /// Looks at the state after a step.
    func observe(_ state: TrainingState) throws -> Decision {
        try call.interpreter.spend(64)
        let decision = try runClosure(state)
        let display = call.context.display
        if display.wantsFrames { try showFrame(state, on: display) }
        if display.wantsLines { showLine(state, on: display) }
        return decision
    }

    /// Leaves the last frame.
    func finish() { call.context.display.finish() }

    // MARK: The script's closure

    /// What the closure draws comes from the stream for observation: looking does not change the training.
    private func runClosure(_ state: TrainingState) throws -> Decision {
        guard let closure, state.step % every == 0 || state.step == state.steps else { return .goOn }
        let modes = (gan.generator.mode, gan.discriminator.mode)
        (gan.generator.mode, gan.discriminator.mode) = (.evaluating, .evaluating)
        defer { (gan.generator.mode, gan.discriminator.mode) = modes }
        let answer = try call.context.random.observing {
            try call.interpreter.call(closure, [.object(StepObject(state))])
        }
        switch answer {
        case .bool(false): return .stop
        case .dictionary(let entries): note(entries)
        default: break
        }
        return .goOn
    }

    private func note(_ entries: DictionaryValue) {
        for (key, value) in entries {
            guard case .string(let name) = key else { continue }
            if let place = notes.firstIndex(where: { $0.name == name }) {
                notes[place].values.append(withoutHistory(value))
            } else {
                notes.append((name, [withoutHistory(value)]))
            }
        }
    }

    private func withoutHistory(_ value: Value) -> Value {
        guard case .object(let object) = value, let tensor = (object as? TensorObject)?.tensor else {
            return value
        }
        return tensor.rank == 0 ? .double(Double(tensor.item)) : Value(tensor.detached())
    }

    // MARK: The display

    private func showFrame(_ state: TrainingState, on display: any Display) throws {
        let now = ContinuousClock.now
        let isLast = state.step == state.steps
        guard now >= nextFrame || isLast || display.isStepping else { return }
        let random = call.context.random.observation
        let view = try view ?? LiveView(gan, on: data, arrows: arrows, random: random)
        self.view = view
        let frame = TrainingFrame(
            title: "\(gan.generator.name) against \(gan.discriminator.name) on \(data.name)",
            step: state.step,
            steps: state.steps, figure: try view.figure(state), lines: [summary(state)])
        let made = ContinuousClock.now
        display.show(frame)
        let shown = ContinuousClock.now
        // At most ten frames a second, and at most a thirtieth of the time. Making a frame can be dear where the
        // networks are; showing one that took longer than any text is a pause that the person made.
        let cost = (made - now) + min(shown - made, .milliseconds(50))
        nextFrame = shown + max(.milliseconds(100), cost * 30)
    }

    private func showLine(_ state: TrainingState, on display: any Display) {
        let now = ContinuousClock.now
        let isLast = state.step == state.steps && now - start > .seconds(1)
        guard now >= nextLine || isLast else { return }
        nextLine = now + .seconds(5)
        display.show(line: summary(state))
    }

    /// The numbers of a step in a line: "step 500 of 3000  D 1.21  G 0.84  accuracy 0.62  310 steps/s  8 s left".
    private func summary(_ state: TrainingState) -> String {
        let seconds = (ContinuousClock.now - start).inSeconds
        let rate = Double(state.step) / max(seconds, 1e-9)
        let latest = state.history.latest ?? state.record
        var parts = ["step \(state.step) of \(state.steps)"]
        if let round = state.round { parts.append("round \(round)") }
        for (measure, label) in state.history.shown {
            let value = latest[measure] ?? .nan
            parts.append("\(label) \(NumberText.fixed(value, digits: measure.unit.digits))")
        }
        parts.append("\(NumberText.fixed(rate, digits: rate < 10 ? 1 : 0)) steps/s")
        parts.append("\(NumberText.wait(Double(state.steps - state.step) / rate)) left")
        return parts.joined(separator: "  ")
    }
}
