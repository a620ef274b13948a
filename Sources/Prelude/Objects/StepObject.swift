import Networks
import Script
import Text

/// A step of a training, as the closure of `train` gets it: it counts as its number, and knows what was noted.
final class StepObject: LibraryObject {
    static let members = Library.kind(.step)

    let state: TrainingState

    init(_ state: TrainingState) { self.state = state }

    var phrase: String { "step \(state.step) of a training" }
    var number: Double? { Double(state.step) }
    func text(_ style: ValueFormat) -> String { String(state.step) }
}
