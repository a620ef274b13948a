/// A command that begins with a colon: one entry of the table that `:help` lists, completion knows, and the
/// conversation obeys.
public struct Command {
    /// What a command takes, for completion.
    public enum Argument: Sendable {
        case nothing
        case lesson
        case file
        case command
        case cell
        case code
    }

    /// The name without its colon.
    public let name: String
    /// A shorter name that means it even if others begin so; nil if any beginning of its name will do.
    public let alias: String?
    /// What follows it, in the words of `:help`: "LESSON", "[FILE]".
    public let usage: String
    /// What follows it, for completion.
    public let argument: Argument
    /// One sentence for `:help`.
    public let summary: String
    /// What it does with the conversation and what stood behind its name.
    public let run: (Conversation, String) throws -> Void

    /// An entry of the table.
    public init(
        _ name: String, alias: String? = nil, usage: String = "", argument: Argument = .nothing,
        summary: String,
        run: @escaping (Conversation, String) throws -> Void
    ) {
        self.name = name
        self.alias = alias
        self.usage = usage
        self.argument = argument
        self.summary = summary
        self.run = run
    }
}

/// Why a command could not do what was asked, in words for whoever typed it.
public struct CommandProblem: Error, CustomStringConvertible {
    /// The words.
    public let description: String

    /// A problem in words.
    public init(_ description: String) {
        self.description = description
    }

    static let noLesson = CommandProblem(
        "no lesson is open; `:lesson` lists them and `:lesson 1` opens the first")
}
