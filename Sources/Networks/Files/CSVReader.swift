/// Goes through the text of a table row by row.
struct CSVReader {
    /// The fields of one row.
    struct Row {
        /// What a row ends with: as it should, or at a mistake.
        enum LineEnd {
            case line
            case withinQuotes
            case afterQuotes
        }

        var fields: [String] = []
        /// The line of the file in which it begins.
        var line: Int
        /// Whether there is nothing in it, not even quotes.
        var isBlank = true
        var ending = LineEnd.line
    }

    private let text: String.UnicodeScalarView
    private let separator: Unicode.Scalar
    private var index: String.Index
    private var line = 1

    init(_ text: String, separator: Unicode.Scalar) {
        self.text = text.unicodeScalars
        self.separator = separator
        index = text.startIndex
        if self.text.first == "\u{FEFF}" { index = self.text.index(after: index) }
    }

    /// Whichever of tab, semicolon and comma cuts the first row, tried in this order; a comma if none does.
    static func separator(of text: String) -> Unicode.Scalar {
        func cuts(_ separator: Unicode.Scalar) -> Bool {
            var reader = CSVReader(text, separator: separator)
            while let row = reader.nextRow() {
                if !row.isBlank { return row.fields.count > 1 && row.ending == .line }
            }
            return false
        }
        return ["\t", ";"].first(where: cuts) ?? ","
    }

    /// The next row; nil after the last. After one that ends at a mistake, what follows means nothing.
    mutating func nextRow() -> Row? {
        guard index < text.endIndex else { return nil }
        var row = Row(line: line)
        repeat {
            skipBlanks()
            guard index < text.endIndex, text[index] == "\"" else {
                let field = plainField()
                row.isBlank = row.isBlank && field.isEmpty
                row.fields.append(field)
                continue
            }
            row.isBlank = false
            guard let field = quotedField() else {
                row.ending = .withinQuotes
                return row
            }
            row.fields.append(field)
            skipBlanks()
            if index < text.endIndex, !isEnd(text[index]) {
                row.ending = .afterQuotes
                return row
            }
        } while takeSeparator()
        row.isBlank = row.isBlank && row.fields.count == 1
        takeLineEnd()
        return row
    }

    private mutating func plainField() -> String {
        let start = index
        var end = index
        while index < text.endIndex, !isEnd(text[index]) {
            let isLast = !isBlank(text[index])
            index = text.index(after: index)
            if isLast { end = index }
        }
        return String(text[start..<end])
    }

    private mutating func quotedField() -> String? {
        var field = String.UnicodeScalarView()
        while true {
            index = text.index(after: index)
            guard index < text.endIndex else { return nil }
            if text[index] == "\"" {
                let after = text.index(after: index)
                guard after < text.endIndex, text[after] == "\"" else {
                    index = after
                    return String(field)
                }
                index = after
            } else if text[index] == "\n" {
                line += 1
            }
            field.append(text[index])
        }
    }

    private mutating func takeSeparator() -> Bool {
        guard index < text.endIndex, text[index] == separator else { return false }
        index = text.index(after: index)
        return true
    }

    private mutating func takeLineEnd() {
        guard index < text.endIndex else { return }
        let isReturn = text[index] == "\r"
        index = text.index(after: index)
        if isReturn, index < text.endIndex, text[index] == "\n" { index = text.index(after: index) }
        line += 1
    }

    private mutating func skipBlanks() {
        while index < text.endIndex, isBlank(text[index]) { index = text.index(after: index) }
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        (scalar == " " || scalar == "\t") && scalar != separator
    }

    private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == separator || scalar == "\n" || scalar == "\r"
    }
}
