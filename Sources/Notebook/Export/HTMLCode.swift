import Text

/// A script's parts as spans that a page's style colors.
enum HTMLCode {
    static func text(_ source: String) -> String {
        codePieces(source).map { piece, part in
            let text = escaped(piece, for: .xml)
            return switch part {
            case .keyword: "<span class=\"k\">\(text)</span>"
            case .string: "<span class=\"s\">\(text)</span>"
            case .number: "<span class=\"n\">\(text)</span>"
            case .comment: "<span class=\"c\">\(text)</span>"
            case .other: text
            }
        }.joined()
    }
}
