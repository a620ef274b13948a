import CReadline
import Glibc
import Notebook
import Text

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

    private let complete: (_ lineUpToCursor: String) -> Completion

    /// Starts readline for a program with these completions. It lives as long as lines are read.
    init(complete: @escaping (_ lineUpToCursor: String) -> Completion) {
        self.complete = complete
        creadline_start("duel")
        creadline_set_indentation(Int32(Self.indentation))
        let address = Unmanaged.passUnretained(self).toOpaque()
        creadline_set_completer(
            { line, point, address in
                guard let line, let address else { return nil }
                let typed = UnsafeRawBufferPointer(start: line, count: Int(point))
                let editor = Unmanaged<LineEditor>.fromOpaque(address).takeUnretainedValue()
                return editor.offer(for: String(decoding: typed, as: UTF8.self))
            }, address)
    }

    deinit { creadline_set_completer(nil, nil) }

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

    /// Makes an input reachable with the arrow keys, unless it holds what a terminal would obey when it is shown again.
    func remember(_ entry: String) {
        guard escaped(entry, for: .terminal) == entry else { return }
        creadline_add_history(entry)
    }

    /// Offers readline what may stand in the place of the word before the cursor.
    ///
    /// - Returns: the characters that end that word. Paths and lesson names keep their own.
    private func offer(for line: String) -> UnsafePointer<CChar> {
        let completion = complete(line)
        for candidate in completion.candidates { creadline_offer(candidate) }
        let append = completion.append.flatMap(\.asciiValue).map { CChar(bitPattern: $0) } ?? 0
        creadline_describe_offers(completion.isPath ? 1 : 0, append, completion.note)
        let isCommand = line.drop { $0 == " " }.first == ":"
        let breaks = completion.isPath || isCommand ? Self.pathBreaks : Self.nameBreaks
        return UnsafeRawPointer(breaks.utf8Start).assumingMemoryBound(to: CChar.self)
    }

    private static let nameBreaks: StaticString = " \t\n\"'`@$><=;|&{}()[]+-*/%^!~,.?:\\#"
    private static let pathBreaks: StaticString = " \t\n\"'`:"
}
