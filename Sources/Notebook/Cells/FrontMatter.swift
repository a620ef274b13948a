/// The lines between two `// ---` at a document's head: `// title: The minimax loss`.
public struct FrontMatter: Sendable, Equatable {
    /// One field: a key and what stands behind its colon.
    public struct Field: Sendable, Equatable {
        /// What stands before the colon.
        public let key: String
        /// What stands behind it, without the space around.
        public let value: String
    }

    /// The fields in the order of the file. Lines that are none are left out.
    public let fields: [Field]

    /// The lines as they stand in the file, both fences included.
    let lines: [String]

    /// The value of a key, or nil.
    public subscript(key: String) -> String? {
        fields.first { $0.key == key }?.value
    }

    /// The items of a value such as `[4, 9]`; a value without brackets is its only item.
    public func list(_ key: String) -> [String] {
        guard let text = self[key] else { return [] }
        var value = text[...]
        if value.hasPrefix("["), value.hasSuffix("]") { value = value.dropFirst().dropLast() }
        return value.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// Front matter made of fields.
    public init(_ fields: KeyValuePairs<String, String>) {
        self.fields = fields.map { Field(key: $0.key, value: $0.value) }
        self.lines = ["// ---"] + fields.map { "// \($0.key): \($0.value)" } + ["// ---"]
    }

    init(lines: [String]) {
        self.lines = lines
        self.fields = lines.dropFirst().dropLast().compactMap { line in
            let content = Comment.content(line)
            guard let colon = content.firstIndex(of: ":") else { return nil }
            let value = String(content[content.index(after: colon)...]).trimmed
            return Field(key: String(content[..<colon]).trimmed, value: value)
        }
    }
}
