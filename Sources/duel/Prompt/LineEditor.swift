import CReadline
import Glibc
import Notebook
import Synchronization

/// What came of asking for a line.
enum TypedLine {
    case line(String)
    case interrupted
    case end
}

/// GNU readline as the prompt uses it. There is one, since readline keeps its state in globals, and it is used
/// by one thread.
final class LineEditor {
    /// How far a block's lines are indented.
    static let indentation = 4

    /// Starts readline for a program with these completions.
    init(complete: @escaping (_ lineUpToCursor: String) -> Completion) {
        Self.current = Completing(complete)
        creadline_start("duel")
        creadline_set_indentation(Int32(Self.indentation))
        creadline_set_word_breaks { line, point in wordBreaks(line, point) }
        creadline_set_completer { line, point in offerCompletions(line, point) }
    }

    /// Asks for a line.
    func read(prompt: String, prefill: String = "") -> TypedLine {
        var line: UnsafeMutablePointer<CChar>?
        switch creadline_read(prompt, prefill, &line) {
        case CREADLINE_LINE:
            defer { free(line) }
            return .line(line.map { String(cString: $0) } ?? "")
        case CREADLINE_INTERRUPTED: return .interrupted
        default: return .end
        }
    }

    /// Takes what was typed before the prompt came. It is the beginning of the next line, but for blank lines before
    /// it, if these are to be dropped, and for Ctrl-D.
    ///
    /// - Returns: whether Ctrl-D was among it.
    func collectTypedAhead(dropsBlankLines: Bool) -> Bool {
        creadline_collect_ahead(dropsBlankLines ? 1 : 0) != 0
    }

    /// Makes an input reachable with the arrow keys.
    func remember(_ entry: String) {
        creadline_add_history(entry)
    }

    /// What the C callbacks, which carry no context, complete with.
    ///
    /// Unsafe because a C function pointer can only reach a global; it is set once, before readline runs, and
    /// both it and readline are used by the prompt's thread alone.
    nonisolated(unsafe) fileprivate static var current: Completing?
}

/// The prompt's completions, and the last answer, which readline asks for in two steps.
private final class Completing {
    let complete: (String) -> Completion

    init(_ complete: @escaping (String) -> Completion) {
        self.complete = complete
    }
}

private func textUpToCursor(_ line: UnsafePointer<CChar>?, _ point: Int32) -> String {
    guard let line else { return "" }
    let bytes = UnsafeRawBufferPointer(start: line, count: Int(point))
    return String(decoding: bytes, as: UTF8.self)
}

/// Readline cuts the line into words; a completion's own prefix says where its word begins, so every
/// character is a break but those of that prefix. Paths and lesson names keep theirs.
private func wordBreaks(_ line: UnsafePointer<CChar>?, _ point: Int32) -> UnsafePointer<CChar>? {
    let text = textUpToCursor(line, point)
    let isPath = LineEditor.current?.complete(text).isPath == true
    let isCommand = text.drop { $0 == " " }.first == ":"
    return isPath || isCommand ? pathBreaks.pointer : nameBreaks.pointer
}

private func offerCompletions(_ line: UnsafePointer<CChar>?, _ point: Int32) {
    guard let completion = LineEditor.current?.complete(textUpToCursor(line, point)) else { return }
    for candidate in completion.candidates { creadline_offer(candidate) }
    let append = completion.append.flatMap(\.asciiValue).map { CChar(bitPattern: $0) } ?? 0
    creadline_describe_offers(completion.isPath ? 1 : 0, append, completion.note)
}

/// A C string that lives as long as the process.
private struct ConstantText: @unchecked Sendable {
    // Sendable because nobody writes to it and it is never freed.
    let pointer: UnsafePointer<CChar>?

    init(_ text: String) {
        pointer = UnsafePointer(strdup(text))
    }
}

private let nameBreaks = ConstantText(" \t\n\"'`@$><=;|&{}()[]+-*/%^!~,.?:\\#")
private let pathBreaks = ConstantText(" \t\n\"'`:")
