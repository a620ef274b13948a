import Text

/// What could take the place of the word before the cursor.
public struct Completion: Equatable, Sendable {
    /// The part of the word that is there already.
    public let prefix: String
    /// The words that begin with it, the likeliest first.
    public let candidates: [String]
    /// Whether they are paths, of which only the last part need be shown.
    public let isPath: Bool
    /// What follows when one candidate is left: a space behind a label or a command.
    public let append: Character?
    /// What is said below a list of the candidates.
    public let note: String?

    init(
        prefix: String, candidates: [String], isPath: Bool = false, append: Character? = nil,
        note: String? = nil
    ) {
        self.prefix = prefix
        // Whoever shows them does not escape them.
        self.candidates = candidates.filter { !$0.unicodeScalars.contains(where: \.isObeyed) }
        self.isPath = isPath
        self.append = append
        self.note = note
    }
}
