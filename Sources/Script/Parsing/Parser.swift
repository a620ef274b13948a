/// Reads a source into a program.
struct Parser {
    /// Reads `source`: the statements, what there is to say about them, and whether it only breaks off.
    static func parse(_ source: SourceFile) -> Parsed {
        Parsed(program: Program(source: source, statements: []), diagnostics: [], isIncomplete: false)
    }
}
