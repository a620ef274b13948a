/// Lines of prose inside a script.
enum Comment {
    /// A line without its comment mark and the one space behind it. A line without a mark stays as it is.
    static func content(_ line: some StringProtocol) -> String {
        let body = line.drop { $0 == " " || $0 == "\t" }
        guard body.hasPrefix("//") else { return String(line) }
        let rest = body.dropFirst(2)
        return String(rest.first == " " ? rest.dropFirst() : rest)
    }

    /// Text as comment lines.
    static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "//" : "// \($0)" }
            .joined(separator: "\n")
    }
}
