import Script

/// The commands there are. It is open: whoever knows more than the notebook adds to it.
public struct CommandTable {
    /// The commands in the order of `:help`.
    public private(set) var commands: [Command]

    /// A table of commands.
    public init(_ commands: [Command]) {
        self.commands = commands
    }

    /// The commands that need no more than the notebook itself.
    public static var standard: CommandTable {
        CommandTable([
            .help, .lesson, .next, .back, .skip, .hint { _ in [] }, .cells, .vars, .time, .run, .save,
            .export,
            .reset, .quit,
        ])
    }

    /// Adds a command, after the one named `predecessor` or at the end; it takes the place of one of its name.
    public mutating func add(_ command: Command, after predecessor: String? = nil) {
        commands.removeAll { $0.name == command.name }
        let index = commands.firstIndex { $0.name == predecessor }
        commands.insert(command, at: index.map { $0 + 1 } ?? commands.count)
    }

    /// The names without their colons.
    public var names: [String] { commands.map(\.name) }

    /// The command of a name or of its beginning, or nil if there is none or more than one.
    public func find(_ name: String) -> Command? { try? command(name) }

    /// The command of a name or of its beginning.
    ///
    /// - Throws: `CommandProblem` that names the near ones, or those among which the beginning does not
    ///   decide.
    public func command(_ name: String) throws(CommandProblem) -> Command {
        if let exact = commands.first(where: { $0.name == name || $0.alias == name }) { return exact }
        let beginning = name.isEmpty ? [] : commands.filter { $0.name.hasPrefix(name) }
        if beginning.count == 1 { return beginning[0] }
        if beginning.count > 1 {
            let names = beginning.map { ":\($0.name)" }.joined(separator: ", ")
            throw CommandProblem("`:\(name)` may be \(names)")
        }
        let near = nearNames(to: name, among: names)
        let hint = near.first.map { "did you mean `:\($0)`?" } ?? "`:help` lists the commands"
        throw CommandProblem("there is no command `:\(name)`; \(hint)")
    }
}
