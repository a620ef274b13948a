/// How far the next line of an unfinished cell is indented.
public enum Indentation {
    /// Spaces for the line after `text`: one step for each brace that is open at its end.
    public static func next(after text: String, step: Int) -> String {
        var depth = 0
        for (piece, part) in codePieces(text) where part == .other {
            if piece == "{" { depth += 1 }
            if piece == "}" { depth = max(0, depth - 1) }
        }
        return String(repeating: " ", count: step * depth)
    }
}
