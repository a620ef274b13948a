import Networks
import Script

/// How learning rates change over a training, as a script holds it.
final class ScheduleObject: HostObject {
    let schedule: Schedule

    init(_ schedule: Schedule) { self.schedule = schedule }

    static let scheduleKind = Kind(name: "schedule")

    var kind: Kind { Self.scheduleKind }
    var phrase: String { "the schedule \(text(.print))" }

    func text(_ style: Script.TextStyle) -> String {
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

extension Schedule: ScriptConvertible {
    var scriptValue: Value { .object(ScheduleObject(self)) }
}

extension Input where Argument == Schedule {
    /// A schedule.
    static func schedule(_ name: String, _ summary: String = "") -> Self {
        Input(
            name, type: "schedule", summary,
            accepts: .object(ScheduleObject.self)
        ) { given in
            guard case .object(let object)? = given.value, let found = object as? ScheduleObject else {
                throw given.mismatch("a schedule such as fallingRate()")
            }
            return found.schedule
        }
    }
}
