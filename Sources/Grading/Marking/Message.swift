import FoundationEssentials
import Prelude

/// What a marking process tells the grader, one line of JSON each, in the order in which it happens.
///
/// It carries what was compared, never a verdict: the grader compares again and decides the mark.
enum Message: Codable, Equatable, Sendable {
    /// Something about the script as a whole: a cell that was left out or failed, a limit that was reached.
    case note(String)
    /// The script has ended and the checks begin.
    case scriptEnded
    /// A check begins.
    case began(check: Int)
    /// A check compares.
    case expectation(check: Int, Expectation)
    /// A check gives part of its points.
    case award(check: Int, points: Double, why: String)
    /// A check is over.
    case ended(check: Int, CheckEnding)
    /// Everything was said.
    case finished

    /// The message as a line.
    func line() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try [UInt8](encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    /// The message of a line; nil for anything that is none.
    init?(line: ArraySlice<UInt8>) {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        guard let message = try? decoder.decode(Message.self, from: Data(line)) else { return nil }
        self = message
    }
}

/// How a check's block came to its end.
enum CheckEnding: Codable, Equatable, Sendable {
    /// It ran through, or an expectation did not hold.
    case completed
    /// It was skipped, since the check it builds on did not pass.
    case skipped
    /// The student's code failed inside it, or lacks the name that it asks for.
    case studentError(String)
    /// The student's code reached a limit.
    case limit(String)
    /// The check's own code failed.
    case checkError(String)
}
