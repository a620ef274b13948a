import Text

/// Wraps the lines of a plain text that are too wide. What follows of a line stands under its beginning: under
/// the text of an indented line, and under the second column of a row such as `  bias   whether …`.
public func reflowed(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
        guard displayWidth(line) > width else { return [String(line)] }
        let indent = hangingIndent(of: line, width: width)
        let head = line.prefix(indent)
        let body = wrapped(line.dropFirst(indent), width: max(width - indent, 10))
        return body.enumerated().map { number, piece in
            (number == 0 ? String(head) : spaces(indent)) + piece.withoutTrailingSpaces
        }
    }.joined(separator: "\n")
}

/// Sentences and lists whose lines break between words. What is laid out already stays as it is: a line with two
/// blanks within it. Only a tensor's shape goes to a line of its own where it does not fit behind the last row.
func unbrokenWords(_ text: String, width: Int) -> String {
    guard text.utf8.count > width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in
            let isLaidOut = line.drop { $0 == " " }.firstRange(of: "  ") != nil
            guard isLaidOut else { return reflowed(String(line), width: width) }
            guard displayWidth(line) > width, let shape = line.ranges(of: "] shape [").last else {
                return String(line)
            }
            let row = line[...shape.lowerBound]
            return "\(row)\n\(line[row.endIndex...].drop { $0 == " " })"
        }
        .joined(separator: "\n")
}

/// The column that the rest of a line stands at; never beyond the middle.
private func hangingIndent(of line: Substring, width: Int) -> Int {
    let margin = line.prefix { $0 == " " }.count
    guard margin > 0 else { return 0 }
    let first = line.dropFirst(margin)
    if let gap = first.firstRange(of: "  ") {
        let column = margin + first.distance(from: first.startIndex, to: gap.lowerBound)
        let next = column + line.dropFirst(column).prefix { $0 == " " }.count
        if next <= width / 2 { return next }
    }
    return min(margin, width / 2)
}
