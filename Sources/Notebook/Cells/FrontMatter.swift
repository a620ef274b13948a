/// The lines between two `// ---` at a document's head: `// title: The minimax loss`.
public struct FrontMatter: Sendable, Equatable {
    /// One entry: a key and what stands behind its colon.
    public struct Entry: Sendable, Equatable {
        /// What stands before the colon.
        public let key: String
        /// What stands behind it, without the space around.
        public let value: String
    }

    /// The entries in the order of the file. Lines that are no entry are left out.
    public let entries: [Entry]

    /// The lines as they stand in the file, both fences included.
    let lines: [String]

    /// The value of a key, or nil.
    public subscript(key: String) -> String? {
        entries.first { $0.key == key }?.value
    }

    /// The items of a value such as `[4, 9]`; a value without brackets is its only item.
    public func list(_ key: String) -> [String] {
        guard let text = self[key] else { return [] }
        var value = text[...]
        if value.hasPrefix("["), value.hasSuffix("]") { value = value.dropFirst().dropLast() }
        return value.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// Front matter made of entries.
    public init(_ entries: KeyValuePairs<String, String>) {
        self.entries = entries.map { Entry(key: $0.key, value: $0.value) }
        self.lines = ["// ---"] + entries.map { "// \($0.key): \($0.value)" } + ["// ---"]
    }

    init(lines: [String]) {
        self.lines = lines
        self.entries = lines.dropFirst().dropLast().compactMap { line in
            let content = Comment.content(line)
            guard let colon = content.firstIndex(of: ":") else { return nil }
            let value = String(content[content.index(after: colon)...]).trimmed
            return Entry(key: String(content[..<colon]).trimmed, value: value)
        }
    }
}
