/// Decides where a line ends: words are placed one after the other, and one that does not fit begins the next line.
public struct LineFiller<Width: AdditiveArithmetic & Comparable> {
    /// How wide a line may be.
    public let room: Width
    /// How wide the last line is by now.
    public private(set) var used: Width
    private var isEmpty = true

    /// A first line, on which `opening` stands already.
    public init(room: Width, opening: Width = .zero) {
        self.room = room
        used = opening
    }

    /// Places a word.
    ///
    /// - Parameters:
    ///   - gap: what parts it from the word before it on the same line.
    ///   - indentation: what stands before it where it begins a line.
    /// - Returns: whether it begins a line. The first word never does, however wide it is.
    public mutating func beginsLine(_ word: Width, gap: Width, indentation: Width = .zero) -> Bool {
        if !isEmpty, used + gap + word > room {
            used = indentation + word
            return true
        }
        used += (isEmpty ? .zero : gap) + word
        isEmpty = false
        return false
    }
}

/// Lines of at most `width` columns.
///
/// They break at spaces. A no-break space becomes an ordinary one; it breaks the line only where what it binds is wider
/// than a whole line. What is too wide even so is cut.
public func wrapped(_ text: some StringProtocol, width: Int) -> [String] {
    wrapped([MarkedText(text: String(text), mark: ())], width: width)
        .map { $0.map(\.text).joined().withoutTrailingSpaces }
}

/// A stretch of text, all of which carries the same mark.
public struct MarkedText<Mark> {
    /// The text.
    public var text: String
    /// What it carries: an ink, a link.
    public var mark: Mark

    /// A text and its mark.
    public init(text: String, mark: Mark) {
        self.text = text
        self.mark = mark
    }
}

extension MarkedText: Equatable where Mark: Equatable {}
extension MarkedText: Sendable where Mark: Sendable {}

/// Lines as `wrapped` gives them of a plain text, each a list of runs that keep their marks.
public func wrapped<Mark>(_ runs: [MarkedText<Mark>], width: Int) -> [[MarkedText<Mark>]] {
    var wrapper = Wrapper<Mark>(width: max(width, 1))
    for run in runs { wrapper.add(run) }
    return wrapper.finish()
}

private struct Wrapper<Mark> {
    private var filler: LineFiller<Int>
    private var lines: [[MarkedText<Mark>]] = []
    private var line: [MarkedText<Mark>] = []
    private var word: [MarkedText<Mark>] = []
    private var wordWidth = 0
    private var pendingSpace: MarkedText<Mark>?

    init(width: Int) { filler = LineFiller(room: width) }

    mutating func add(_ run: MarkedText<Mark>) {
        var piece = ""
        for character in run.text {
            switch character {
            case "\n":
                extend(piece, run.mark)
                piece = ""
                endWord()
                endLine()
            case " ":
                extend(piece, run.mark)
                piece = ""
                endWord()
                if !line.isEmpty { pendingSpace = MarkedText(text: " ", mark: run.mark) }
            default: piece.append(character)
            }
        }
        extend(piece, run.mark)
    }

    mutating func finish() -> [[MarkedText<Mark>]] {
        endWord()
        if !line.isEmpty || lines.isEmpty { endLine() }
        return lines
    }

    private mutating func extend(_ piece: String, _ mark: Mark) {
        guard !piece.isEmpty else { return }
        word.append(MarkedText(text: piece, mark: mark))
        wordWidth += displayWidth(piece)
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        if wordWidth > filler.room {
            placeWide()
        } else {
            let space = pendingSpace
            if filler.beginsLine(wordWidth, gap: space == nil ? 0 : 1) {
                breakLine()
            } else if let space {
                line.append(space)
            }
            line += word.map { MarkedText(text: $0.text.withOrdinarySpaces, mark: $0.mark) }
        }
        pendingSpace = nil
        word = []
        wordWidth = 0
    }

    /// Places a word that no line can hold: broken at its no-break spaces, and where it must be, anywhere.
    private mutating func placeWide() {
        if !line.isEmpty { endLine() }
        for run in word {
            let parts = run.text.split(separator: "\u{A0}", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0, !line.isEmpty, filler.used < filler.room { place(" ", run.mark) }
                if displayWidth(part) <= filler.room {
                    place(String(part), run.mark)
                } else {
                    for character in part { place(String(character), run.mark) }
                }
            }
        }
    }

    private mutating func place(_ piece: String, _ mark: Mark) {
        guard !piece.isEmpty else { return }
        if filler.beginsLine(displayWidth(piece), gap: 0) { breakLine() }
        line.append(MarkedText(text: piece, mark: mark))
    }

    private mutating func breakLine() {
        lines.append(line)
        line = []
    }

    private mutating func endLine() {
        breakLine()
        filler = LineFiller(room: filler.room)
        pendingSpace = nil
    }
}

extension String {
    fileprivate var withOrdinarySpaces: String {
        contains("\u{A0}") ? String(map { $0 == "\u{A0}" ? " " : $0 }) : self
    }
}
