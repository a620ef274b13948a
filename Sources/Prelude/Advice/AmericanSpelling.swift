/// British spellings of the words that the prelude has in American ones: `optimiser`, `colours`, `centred`.
enum AmericanSpelling {
    private static let stems = [
        ("optimis", "optimiz"), ("initialis", "initializ"), ("normalis", "normaliz"),
        ("standardis", "standardiz"), ("colour", "color"), ("centred", "centered"), ("centre", "center"),
        ("centring", "centering"),
        ("labelled", "labeled"), ("labelling", "labeling"), ("grey", "gray"), ("neighbour", "neighbor"),
        ("behaviour", "behavior"), ("catalogue", "catalog"),
    ]

    /// The word with every British stem in it spelled the American way, and the stems that were found; nil if it has none.
    static func of(_ word: String) -> (word: String, british: [String])? {
        var spelled = word
        var found: [String] = []
        for (british, american) in stems {
            for (old, new) in [(british, american), (capitalized(british), capitalized(american))]
            where spelled.contains(old) {
                spelled = spelled.replacing(old, with: new)
                found.append(old)
            }
        }
        return found.isEmpty ? nil : (spelled, found)
    }

    private static func capitalized(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }
}
