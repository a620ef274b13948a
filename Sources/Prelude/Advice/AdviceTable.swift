import Script

/// All that the prelude adds to errors: what people write who come from PyTorch, Keras, numpy, Python or Britain, and
/// what to write here instead.
///
/// It is data. `AdviceTable.about("Linear")` finds what it says of a word, for help as for errors.
public enum AdviceTable {
    /// Every word that it knows, the prelude's rows before the language's.
    public static let words: [ForeignWord] =
        ForeignWord.preludeNames + ForeignWord.membersOfKinds + ForeignWord.membersOfAnything
        + ForeignWord.labels + ForeignWord.misplacedLabels + ForeignWord.ofLanguages

    /// The rows that know a word, as it is written or else without regard to case; none for a word of our own.
    ///
    /// `row.role` tells where the word stands in its own language, `row.advice(for: word)` what to write here.
    public static func about(_ word: String) -> [ForeignWord] {
        var found = words.filter { $0.words.contains(word) }
        if found.isEmpty {
            let small = word.lowercased()
            found = words.filter { row in row.words.contains { $0.lowercased() == small } }
        }
        // What the prelude says of a word of the grammar is better than what the language says.
        found = found.map { row in
            guard row.role == .syntax, let own = onOccasions[.foreignWord(word)] else { return row }
            return ForeignWord(word, as: .syntax, own)
        }
        if let american = AmericanSpelling.of(word) {
            found.append(ForeignWord(word, as: .name, "it is spelled `\(american.word)`"))
        }
        return found
    }
}
