import Networks
import Script

/// How learning rates change over a training, as a script holds it.
final class ScheduleObject: LibraryObject {
    static let members = Library.kind(.schedule)

    let schedule: Schedule

    init(_ schedule: Schedule) { self.schedule = schedule }

    var phrase: String { "the schedule \(text(.print))" }

    func text(_ style: ValueFormat) -> String {
        switch schedule {
        case .constant: "constantRate()"
        case .linear(let after): "fallingRate(after: \(after))"
        case .cosine: "cosineRate()"
        case .steps(let every, let factor): "stepRate(every: \(every), factor: \(factor))"
        case .exponential(let factor): "exponentialRate(factor: \(factor))"
        case .warmup(let steps): "warmupRate(steps: \(steps))"
        }
    }
}

extension ObjectKind where Object == ScheduleObject {
    static var schedule: Self { Self(kind: .schedule) }
}

extension Schedule: ScriptConvertible {
    static var resultKind: ResultKind { .schedule }
    func scriptValue(_ interpreter: Interpreter) throws -> Value { .object(ScheduleObject(self)) }
}
