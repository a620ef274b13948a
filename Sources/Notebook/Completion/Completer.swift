import Prelude
import Script

/// Finds completions in a session: names, members behind a dot, labels inside a call, commands, lessons,
/// files.
public struct Completer {
    private let session: Session
    private let commands: CommandTable
    private let curriculum: Curriculum

    /// Completions among what there is.
    public init(session: Session, commands: CommandTable, curriculum: Curriculum) {
        self.session = session
        self.commands = commands
        self.curriculum = curriculum
    }

    private var interpreter: Interpreter { session.interpreter }

    /// The completions of a cell's text up to the cursor.
    public func complete(_ text: String) -> Completion {
        let context = CompletionContext(text)
        let prefix = context.prefix
        switch context {
        case .nothing: return Completion(prefix: "", candidates: [])
        case .command:
            return Completion(prefix: prefix, candidates: matching(prefix, commands.names), append: " ")
        case .argument(let command, _): return argument(of: command, prefix)
        case .help:
            return Completion(prefix: prefix, candidates: matching(prefix, names + HelpPage.words))
        case .string: return PathCompletion.complete(prefix)
        case .member(let path, _):
            // Nothing is called to see what it gives, so behind a call every member may follow.
            guard !path.isEmpty else {
                return Completion(
                    prefix: prefix, candidates: matching(prefix, Self.memberNames + HelpPage.names))
            }
            let found = value(path).map { members(of: $0, includesGeneral: !prefix.isEmpty) } ?? []
            return prefix.isEmpty ? firstMembers(of: found) : members(found, prefix)
        case .name(_, let callee):
            let labels = matching(prefix, (callee.map(labels) ?? []).map { $0 + ":" })
            let others =
                prefix.isEmpty && !labels.isEmpty ? [] : matching(prefix, names + CodePainter.keywords)
            return Completion(
                prefix: prefix, candidates: labels + others, append: others.isEmpty ? " " : nil)
        }
    }

    private func members(_ found: [String], _ prefix: String, note: String? = nil) -> Completion {
        Completion(prefix: prefix, candidates: matching(prefix, found, sorts: false), note: note)
    }

    /// Where no letter is there yet: all of few members; of very many, those that a learner meets first.
    private func firstMembers(of found: [String]) -> Completion {
        guard found.count > 48 else { return members(found, "") }
        let names = Set(HelpPage.names)
        let everyday = Set(Help.everyday)
        let first = found.filter { !names.contains($0) || everyday.contains($0) }
        let left = Set(found).count - Set(first).count
        return members(first, "", note: "… and \(left) more: type a letter and press Tab again")
    }

    private func argument(of command: String, _ prefix: String) -> Completion {
        switch commands.find(command)?.argument {
        case .lesson:
            let known = curriculum.lessons.map(\.shortName) + curriculum.lessons.map(\.topic)
            return Completion(prefix: prefix, candidates: matching(prefix, known, sorts: false))
        case .file: return PathCompletion.complete(prefix)
        case .command:
            return Completion(prefix: prefix, candidates: matching(prefix, commands.names + names))
        case .code: return complete(prefix)
        case .cell, .nothing, nil: return Completion(prefix: prefix, candidates: [])
        }
    }

    /// Every name that a cell could use.
    private var names: [String] {
        interpreter.globals.map(\.name) + HelpPage.names
    }

    /// The members of the prelude's objects, whatever their kind.
    private static let memberNames = Library.members.map(\.name)

    private func matching(_ prefix: String, _ candidates: [String], sorts: Bool = true) -> [String] {
        var seen: Set<String> = []
        let found = candidates.filter { $0.hasPrefix(prefix) && seen.insert($0).inserted }
        return sorts ? found.sorted() : found
    }

    /// The value at the end of a path of names; properties are read, nothing is called.
    private func value(_ path: [String]) -> Value? {
        guard let first = path.first, var value = interpreter.value(of: first) else { return nil }
        for name in path.dropFirst() {
            guard case .object(let object) = value,
                let next = try? object.kind.property(name)?.get(object, interpreter)
            else { return nil }
            value = next
        }
        return value
    }

    /// What may stand behind a dot: the kind's own properties and methods, and then the functions whose first
    /// parameter takes the value. Those that take anything (`print`, `type`) are many, and wait for a letter.
    private func members(of value: Value, includesGeneral: Bool) -> [String] {
        let own = interpreter.memberNames(of: value)
        let functions = HelpPage.names.filter { name in
            guard case .function(let function)? = interpreter.value(of: name), let native = function.native,
                !native.parameters.isEmpty, native.firstAccepts(value)
            else { return false }
            return includesGeneral || !(native.firstAccepts(.none) || native.firstAccepts(.string("")))
        }
        return own.properties.sorted() + own.methods.sorted() + functions.sorted()
    }

    /// The labels of a function's parameters.
    private func labels(of callee: [String]) -> [String] {
        if case .function(let function)? = value(callee) { return function.parameterNames }
        guard callee.count > 1, let receiver = value(Array(callee.dropLast())) else { return [] }
        if case .object(let object) = receiver, let method = object.kind.method(callee[callee.count - 1]) {
            return method.parameters.dropFirst().map(\.name)
        }
        guard case .function(let function)? = interpreter.value(of: callee[callee.count - 1]) else {
            return []
        }
        return Array(function.parameterNames.dropFirst())
    }
}
