import Script
import Text

/// What help knows about a word: names, the language's own words, those of other languages, topics and summaries.
///
/// The prompt's `?word` and `help("word")` answer with its `text`.
public struct HelpSearch {
    /// What was found, the best first.
    public let findings: [Finding]
    private let word: String

    /// One thing that the word may mean.
    public struct Finding: Sendable {
        /// How well it fits: 0 is the best.
        let rank: Rank
        /// What to ask for, to be told all: "Dense", "history.gap".
        public let title: String
        /// What it is, on one line.
        public let summary: String
        /// All there is to say.
        public let page: String
    }

    /// How a finding came to be found, the best way first.
    enum Rank: Int, Comparable {
        case name, session, kind, member, language, otherCase, foreign, topic, beginning, near, summary

        static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }

        /// Whether the word itself names it.
        var isExact: Bool { self <= .topic }
    }

    /// The most lines that a list of findings takes.
    private static let most = 12

    /// Looks for a word.
    ///
    /// - Parameter interpreter: whose names count too, so that `x.shape` is found for an x of the session.
    public init(_ word: String, in interpreter: Interpreter? = nil) {
        var word = word == "`" ? word : word.filter { $0 != "`" }
        while word.last?.isWhitespace == true { word.removeLast() }
        if word.hasSuffix("()") { word.removeLast(2) }
        if word.hasPrefix("."), word.dropFirst().first?.isLetter == true { word.removeFirst() }
        self.word = word
        var found = Self.named(word, in: interpreter)
        if found.isEmpty { found = Self.foreign(word) + Self.topics(word) }
        if found.isEmpty { found = Self.beginning(word) }
        if found.isEmpty { found = Self.near(word, in: interpreter) + Self.summaries(word) }
        findings = found.sorted { $0.rank < $1.rank }
    }

    /// The answer in at most a screen: the page of the best finding and a line for each other, or a line for each of
    /// several that fit alike. Nil if nothing was found.
    public var text: String? {
        guard let best = findings.first else { return nil }
        let isAlone = findings.count == 1 || findings[1].rank > best.rank
        guard best.rank.isExact || findings.count == 1, isAlone else {
            let heading =
                best.rank.isExact
                ? "`\(word)` is several things:"
                : "There is nothing called `\(word)`. Did you mean one of these?"
            return heading + "\n" + rows(findings) + "\n\n`?\(best.title)` tells all of the first."
        }
        let others = findings.dropFirst()
        return others.isEmpty ? best.page : best.page + "\n\nAlso\n" + rows(Array(others))
    }

    private func rows(_ findings: [Finding]) -> String {
        let shown = findings.prefix(Self.most)
        let left = findings.count - shown.count
        return Help.rows(shown.map { ($0.title, $0.summary) }) + (left > 0 ? "\n  … and \(left) more" : "")
    }
}

/// Where a word is looked for.
extension HelpSearch {
    /// What goes by this name: functions, kinds, members, words of the language, and what the session bound.
    private static func named(_ word: String, in interpreter: Interpreter?) -> [Finding] {
        if let found = memberOfSomething(word, in: interpreter) { return found }
        var found = Library.entries.filter { $0.name == word }.map {
            finding($0, $0.owner == nil ? .name : .member)
        }
        found += ValueKind.allCases.filter { $0.name == word }.map { finding($0, .kind) }
        found += LanguageWord.all.filter { $0.words.contains(word) }.map { finding($0) }
        found += Topic.allCases.filter { $0.title.lowercased() == word.lowercased() }.map { finding($0) }
        if let own = binding(word, in: interpreter) { found.append(own) }
        if found.isEmpty {
            let small = word.lowercased()
            found = Library.entries.filter { $0.name.lowercased() == small }.map { finding($0, .otherCase) }
            found += ValueKind.allCases.filter { $0.name.lowercased() == small }.map {
                finding($0, .otherCase)
            }
        }
        return found
    }

    /// `x.shape` with an x of the session, `history.gap`, `List.append`; nil for a word without a dot between names.
    private static func memberOfSomething(_ word: String, in interpreter: Interpreter?) -> [Finding]? {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.first?.isLetter == true }) else { return nil }
        let (owner, name) = (String(parts[0]), String(parts[1]))
        let value = interpreter?.globals.first { $0.name == owner }?.value
        let kinds =
            value.flatMap { ValueKind(of: $0) }.map { [$0] }
            ?? ValueKind.allCases.filter { $0.name.lowercased() == owner.lowercased() }
        let members = Library.members.filter { entry in
            entry.name == name && kinds.contains { $0 == entry.owner }
        }
        if !members.isEmpty { return members.map { finding($0, .member) } }
        // `x.reshape(2, 3)` is a function whose first argument stands before the dot.
        return Library.functions.filter { $0.name == name }.map { finding($0, .name) }
    }

    /// What the session bound to a name.
    private static func binding(_ word: String, in interpreter: Interpreter?) -> Finding? {
        guard let value = interpreter?.globals.first(where: { $0.name == word })?.value else { return nil }
        var line = "`\(word)` is \(value.phrase)."
        if case .function(let function) = value {
            let call = "`\(word)(\(function.parameterNames.joined(separator: ", ")))`"
            line = function.definition.map { "\(call), written at \($0.location)" } ?? call
        }
        return Finding(rank: .session, title: word, summary: value.phrase, page: line)
    }

    /// What the word of another language is called here, with the page of the name that the advice gives.
    private static func foreign(_ word: String) -> [Finding] {
        var seen: Set<String> = []
        return AdviceTable.about(word).compactMap { row in
            let advice = advice(of: row, for: word)
            guard seen.insert(advice).inserted else { return nil }
            let ours = names(in: advice).first
            return Finding(
                rank: .foreign, title: ours?.title ?? word, summary: advice,
                page: "`\(word)` is no word of Duel: \(advice)." + (ours.map { "\n\n" + Help.page($0) } ?? "")
            )
        }
    }

    private static func advice(of row: ForeignWord, for word: String) -> String {
        let advice = row.advice(for: word).replacing("{0}", with: "x")
        switch row.role {
        case .label: return "the label is `\(advice):`"
        case .labelOf(let function): return "as a label of `\(function)`, \(advice)"
        case .member(of: let kind?): return "of \(ValueKind(rawValue: kind)?.phrase ?? kind), \(advice)"
        default: return advice
        }
    }

    /// The entries whose names stand between the advice's backticks, in the order in which they come.
    private static func names(in advice: String) -> [Entry] {
        let pieces = advice.split(separator: "`", omittingEmptySubsequences: false)
        let quoted = pieces.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        let words = quoted.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
        return words.compactMap { word in Library.entries.first { $0.name == word && $0.isCalled } }
    }

    /// Topics whose title has a word that begins so.
    private static func topics(_ word: String) -> [Finding] {
        let small = word.lowercased()
        guard small.count > 2 else { return [] }
        return Topic.allCases.filter { topic in
            topic.title.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix(small) }
        }.map { finding($0) }
    }

    /// Names that begin so.
    private static func beginning(_ word: String) -> [Finding] {
        let small = word.lowercased()
        guard !small.isEmpty else { return [] }
        return Library.entries.filter { $0.name.lowercased().hasPrefix(small) }.map {
            finding($0, .beginning)
        }
    }

    /// Names that are written much the same.
    private static func near(_ word: String, in interpreter: Interpreter?) -> [Finding] {
        let own = interpreter?.globals.map(\.name) ?? []
        let names = nearNames(to: word, among: Library.entries.map(\.name) + own)
        return names.flatMap { name in
            let entries = Library.entries.filter { $0.name == name }
            return entries.isEmpty
                ? [binding(name, in: interpreter)].compactMap { $0 } : entries.map { finding($0, .near) }
        }
    }

    /// Entries whose summary or text has the word.
    private static func summaries(_ word: String) -> [Finding] {
        let small = word.lowercased()
        guard small.count > 2 else { return [] }
        func mentions(_ text: String) -> Bool {
            text.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(small) }
        }
        return Library.entries.filter { mentions($0.summary) || mentions($0.text) }.map {
            finding($0, .summary)
        }
    }

    private static func finding(_ entry: Entry, _ rank: Rank) -> Finding {
        Finding(rank: rank, title: entry.title, summary: entry.summary, page: Help.page(entry))
    }

    private static func finding(_ kind: ValueKind, _ rank: Rank) -> Finding {
        Finding(rank: rank, title: kind.name, summary: kind.summary, page: Help.page(kind))
    }

    private static func finding(_ topic: Topic) -> Finding {
        let names = Library.entries(in: .topic(topic)).map(\.name)
        return Finding(
            rank: .topic, title: topic.title, summary: names.joined(separator: ", "), page: Help.list(topic))
    }

    private static func finding(_ word: LanguageWord) -> Finding {
        Finding(
            rank: .language, title: word.words.joined(separator: " "), summary: word.summary,
            page: Help.page(word))
    }
}
