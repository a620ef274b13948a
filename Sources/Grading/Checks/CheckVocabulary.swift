import Prelude
import Script
import Text

/// What a checks file can say beside the prelude: `limits`, `check`, `expect`, `expectError`, `award`.
///
/// These are natives of the checks' own interpreter. The student's has none of them: there the names lead
/// nowhere, whatever a script binds to them.
struct CheckVocabulary {
    let book: CheckBook
    let reporter: CheckReporter

    var natives: [NativeFunction] { [limits, check, expect, expectError, award] }

    private var limits: NativeFunction {
        let book = Box(book)
        return NativeFunction(
            name: "limits",
            parameters: ["time", "memory", "output", "steps"].map {
                NativeParameter($0, isLabelOnly: true, isOptional: true)
            }
        ) { arguments in
            if let value = arguments[0] { book.value.limits.seconds = try positive(value, "time", 0) }
            if let value = arguments[1] { book.value.limits.memory = try bytes(value, "memory", 1) }
            if let value = arguments[2] { book.value.limits.output = try bytes(value, "output", 2) }
            if let value = arguments[3] { book.value.limits.steps = Int(try positive(value, "steps", 3)) }
            return .none
        }
    }

    private var check: NativeFunction {
        let book = Box(book)
        return NativeFunction(
            name: "check",
            parameters: [
                NativeParameter("name"), NativeParameter("points", isLabelOnly: true),
                NativeParameter("title", isOptional: true),
                NativeParameter("hint", isLabelOnly: true, isOptional: true),
                NativeParameter("after", isLabelOnly: true, isOptional: true),
                NativeParameter("hidden", isLabelOnly: true, isOptional: true),
                NativeParameter("body"),
            ]
        ) { arguments in
            // Without a title the trailing closure stands in the title's place.
            var title = arguments[2]
            var body = arguments[6]
            if body == nil, let value = title, case .function = value { (title, body) = (nil, value) }
            guard let body, case .function = body else {
                throw Mistake(problem: "a check needs a block: `check(…) { s in … }`")
            }
            guard let points = arguments[1]?.number else {
                throw Mistake(problem: "points are a number", place: .argument(1))
            }
            var isHidden = false
            if case .bool(let value)? = arguments[5] { isHidden = value }
            let name = try text(arguments[0], "name", 0)
            let description = CheckDescription(
                name: name, points: points, title: try title.map { try text($0, "title", 2) } ?? "",
                hint: try arguments[3].map { try text($0, "hint", 3) },
                after: try arguments[4].map { try text($0, "after", 4) }, isHidden: isHidden)
            try book.value.declare(CheckBook.Check(description: description, body: body))
            return .none
        }
    }

    private var expect: NativeFunction {
        let reporter = Box(reporter)
        return NativeFunction(name: "expect", parameters: Expectation.parameters) { arguments in
            try reporter.value.compare(Expectation(arguments))
            return .none
        }
    }

    private var expectError: NativeFunction {
        let reporter = Box(reporter)
        return NativeFunction(
            name: "expectError",
            parameters: [
                NativeParameter("body"), NativeParameter("contains", isLabelOnly: true, isOptional: true),
            ]
        ) { arguments in
            guard let body = arguments[0] else { return .none }
            do {
                _ = try arguments.interpreter.call(body, [])
            } catch let fault as StudentFault {
                let expected = try arguments[1].map { try text($0, "contains", 1) } ?? ""
                try reporter.value.compare(
                    Expectation(
                        .string(fault.text), .contains, .string(expected), source: "the error's message"))
                return .none
            }
            try reporter.value.compare(
                Expectation(
                    .bool(false), .isTrue, .bool(true), message: "an error was expected, and none came",
                    source: "an error"))
            return .none
        }
    }

    private var award: NativeFunction {
        let reporter = Box(reporter)
        return NativeFunction(
            name: "award", parameters: [NativeParameter("points"), NativeParameter("why", isOptional: true)]
        ) { arguments in
            guard let points = arguments[0]?.number, points.isFinite else {
                throw Mistake(problem: "points are a number", place: .argument(0))
            }
            try reporter.value.award(points, why: try arguments[1].map { try text($0, "why", 1) } ?? "")
            return .none
        }
    }
}

/// Where a running check's comparisons go.
protocol CheckReporter: AnyObject {
    /// Takes a comparison; throws `CheckFailed` when it does not hold, which ends the check.
    func compare(_ expectation: Expectation) throws
    /// Gives part of the points.
    func award(_ points: Double, why: String) throws
}

/// Ends a check whose expectation did not hold; the comparison itself has been reported.
struct CheckFailed: Error {}

/// A reference held by a native's closure. Natives are `Sendable` since the prelude's are shared by all threads;
/// those of a checks file are made for one interpreter and never leave its thread.
private final class Box<Content>: @unchecked Sendable {
    let value: Content

    init(_ value: Content) { self.value = value }
}

private func text(_ value: Value?, _ label: String, _ index: Int) throws -> String {
    if case .string(let text)? = value { return text }
    throw Mistake(
        problem: "`\(label)` is a text", note: "{\(index)} is \(value?.phrase ?? "missing")",
        place: .argument(index))
}

private func positive(_ value: Value, _ label: String, _ index: Int) throws -> Double {
    if let number = value.number, number > 0, number < 1e15 { return number }
    throw Mistake(
        problem: "`\(label)` is a number above 0", note: "{\(index)} is \(value.phrase)",
        place: .argument(index))
}

/// Bytes, as a number or as text: `65536`, `"64 KiB"`, `"1 GiB"`.
private func bytes(_ value: Value, _ label: String, _ index: Int) throws -> Int {
    if case .string(let text) = value, let count = byteCount(text) { return count }
    if case .string = value {
        throw Mistake(
            problem: "`\(label)` is a size such as \"64 KiB\", \"512 MiB\" or \"1 GiB\"",
            note: "{\(index)} is \(value.phrase)", place: .argument(index))
    }
    return Int(try positive(value, label, index))
}

/// The bytes that a size names; nil for a text that names none.
public func byteCount(_ text: String) -> Int? {
    let units: [(String, Int)] = [
        ("kib", 1 << 10), ("mib", 1 << 20), ("gib", 1 << 30), ("kb", 1000), ("mb", 1_000_000),
        ("gb", 1_000_000_000), ("b", 1), ("", 1),
    ]
    let lower = text.lowercased().filter { !$0.isWhitespace }
    for (unit, size) in units where lower.hasSuffix(unit) {
        guard let number = Double(lower.dropLast(unit.count)), number > 0, number * Double(size) < 1e15 else {
            return nil
        }
        return Int(number * Double(size))
    }
    return nil
}
