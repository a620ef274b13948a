/// Takes the formulas out of Markdown before it is parsed, since `E_x` and `\{` mean other things there, and
/// leaves a character of a private plane in each one's place.
struct FormulaShelter {
    /// A formula between dollar signs.
    struct Formula: Equatable, Sendable {
        /// The LaTeX between the signs.
        let source: String
        /// Whether it stood between two signs on each side.
        let isDisplayed: Bool
    }

    /// The Markdown with a stand-in for each formula.
    private(set) var markdown = ""
    /// The formulas in their order.
    private(set) var formulas: [Formula] = []

    private static let firstStandIn: UInt32 = 0xF0000
    private static let mostFormulas = 0xFFFD

    init(_ source: String) {
        var scanner = Scanner(rest: source[...])
        while let piece = scanner.next() {
            switch piece {
            case .text(let text): markdown += text
            case .formula(let formula):
                guard formulas.count < Self.mostFormulas,
                    let standIn = Unicode.Scalar(Self.firstStandIn + UInt32(formulas.count))
                else { continue }
                formulas.append(formula)
                markdown.unicodeScalars.append(standIn)
            }
        }
    }

    /// A text of the parsed Markdown, cut at its stand-ins.
    func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var plain = ""
        for scalar in text.unicodeScalars {
            let index = Int(scalar.value) - Int(Self.firstStandIn)
            if formulas.indices.contains(index) {
                if !plain.isEmpty { pieces.append(.text(plain)) }
                plain = ""
                pieces.append(.formula(formulas[index]))
            } else {
                plain.unicodeScalars.append(scalar)
            }
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        return pieces
    }

    /// Text, or a formula in it.
    enum Piece: Equatable {
        case text(String)
        case formula(Formula)
    }
}

/// Finds formulas by Pandoc's rule: the first dollar sign has no space behind it, the second none before it
/// and no digit behind. Code keeps its dollar signs, and `\$` is one.
private struct Scanner {
    var rest: Substring
    private var isAtLineStart = true

    init(rest: Substring) {
        self.rest = rest
    }

    mutating func next() -> FormulaShelter.Piece? {
        guard let first = rest.first else { return nil }
        if isAtLineStart, let fence = fence() { return .text(take(fencedBlock(fence))) }
        isAtLineStart = false
        switch first {
        case "`":
            let ticks = rest.prefix { $0 == "`" }
            let body = rest.dropFirst(ticks.count)
            guard let end = body.firstRange(of: ticks)?.upperBound else { return .text(take(ticks.endIndex)) }
            return .text(take(end))
        case "\\":
            return .text(
                take(rest.index(rest.startIndex, offsetBy: 2, limitedBy: rest.endIndex) ?? rest.endIndex))
        case "$":
            return formula() ?? .text(take(rest.index(after: rest.startIndex)))
        case "\n":
            isAtLineStart = true
            return .text(take(rest.index(after: rest.startIndex)))
        default:
            return .text(take(rest.firstIndex { "`\\$\n".contains($0) } ?? rest.endIndex))
        }
    }

    private mutating func take(_ end: Substring.Index) -> String {
        let text = String(rest[..<end])
        rest = rest[end...]
        if text.last == "\n" { isAtLineStart = true }
        return text
    }

    private func fence() -> Substring? {
        let line = rest.drop { $0 == " " }
        guard let mark = line.first, mark == "`" || mark == "~" else { return nil }
        let fence = line.prefix { $0 == mark }
        return fence.count >= 3 ? fence : nil
    }

    /// The end of a block of code that begins here.
    private func fencedBlock(_ fence: Substring) -> Substring.Index {
        var position = rest.firstIndex(of: "\n") ?? rest.endIndex
        while position < rest.endIndex {
            let line = rest[rest.index(after: position)...]
            let end = line.firstIndex(of: "\n") ?? line.endIndex
            if line[..<end].drop(while: { $0 == " " }).hasPrefix(fence) { return end }
            position = end
        }
        return rest.endIndex
    }

    private mutating func formula() -> FormulaShelter.Piece? {
        let isDisplayed = rest.hasPrefix("$$")
        let mark = isDisplayed ? 2 : 1
        let body = rest.dropFirst(mark)
        guard let first = body.first, isDisplayed || !first.isWhitespace else { return nil }
        var index = body.startIndex
        while index < body.endIndex {
            let character = body[index]
            if character == "\\" {
                index = body.index(index, offsetBy: 2, limitedBy: body.endIndex) ?? body.endIndex
                continue
            }
            if character == "\n", body[body.index(after: index)...].first == "\n" { return nil }
            if character == "`" { return nil }  // Code begins before the formula could end.
            if character == "$" {
                guard isDisplayed ? body[index...].hasPrefix("$$") : ends(body, at: index) else { return nil }
                let source = String(body[..<index])
                guard !source.isEmpty else { return nil }
                rest = body[index...].dropFirst(mark)
                return .formula(.init(source: source, isDisplayed: isDisplayed))
            }
            index = body.index(after: index)
        }
        return nil
    }

    private func ends(_ body: Substring, at index: Substring.Index) -> Bool {
        guard index > body.startIndex, !body[body.index(before: index)].isWhitespace else { return false }
        let next = body[body.index(after: index)...].first
        return next.map { !($0.isASCII && $0.isNumber) } ?? true
    }
}
