import Prelude
import Script
import Text

/// What a learner and Duel say to one another: cells, commands, questions, the pages of a lesson.
///
/// It knows no terminal: inputs come as texts, answers go to a `Screen`.
public final class Conversation {
    /// The cells and what they bound.
    public let session: Session
    /// Where everything is written.
    public let screen: Screen
    /// The lessons there are.
    public let curriculum: Curriculum
    /// The commands that begin with a colon.
    public let commands: CommandTable
    /// The lesson that is open.
    public internal(set) var walk: LessonWalk?
    /// Whether the learner wants to leave.
    public private(set) var isOver = false

    let progress: LessonProgress?

    /// A conversation over a session.
    ///
    /// - Parameters:
    ///   - state: where progress in lessons is remembered; nil: nowhere.
    ///   - makeContext: makes what the prelude keeps for a session in its first state.
    public init(
        screen: Screen, curriculum: Curriculum = .find(), commands: CommandTable = .standard,
        state: StateFolder? = nil, makeContext: @escaping () -> PreludeContext
    ) {
        self.screen = screen
        self.curriculum = curriculum
        self.commands = commands
        session = Session(write: screen.write(printed:), show: screen.write(_:), makeContext: makeContext)
        progress = state.map(LessonProgress.init)
    }

    /// What a result, an error or a warning looks like here.
    public var texts: ResultText { ResultText(appearance: screen.appearance) }

    /// Completions for an input.
    public var completer: Completer {
        Completer(session: session, commands: commands, curriculum: curriculum)
    }

    /// What stands before the next input: the number that its cell will have.
    public var prompt: String {
        let number = session.cells.count + 1
        guard let walk else { return "[\(number)]> " }
        return "lesson \(walk.lesson.shortName) [\(number)]> "
    }

    /// Reads an input: what it asks for, and whether it is whole.
    public func read(_ text: String) -> TypedInput {
        TypedInput(unmarked: text, isBound: isBound) ?? TypedInput(marked: text)
            ?? .cell(session.read(typed: text))
    }

    /// Answers an input.
    public func answer(_ input: TypedInput) {
        switch input {
        case .blank: showNextPage()
        case .question(let topic): explain(topic)
        case .command(let name, let rest): run(command: name, rest)
        case .cell(let cell): show(session.run(cell))
        }
    }

    /// Ends the conversation after this answer.
    func leave() { isOver = true }

    /// Runs a text as the next cell and shows what came of it.
    @discardableResult
    func run(typed text: String) -> SessionCell {
        let cell = session.run(typed: text)
        show(cell)
        return cell
    }

    /// Shows a cell's warnings, result and error.
    public func show(_ cell: SessionCell) {
        for warning in cell.warnings { screen.say(texts.warning(warning)) }
        if let result = cell.result { screen.say(texts.result(result, session.interpreter)) }
        switch cell.outcome {
        case .done: break
        case .failed(let error): screen.say(texts.error(error))
        case .interrupted: screen.say("stopped; what was bound before is still there")
        }
        screen.endLine()
    }

    /// Answers `?topic`.
    func explain(_ topic: String) {
        let appearance = screen.appearance
        if topic.isEmpty { return screen.say(TerminalText(HelpPage.topics(appearance))) }
        guard let text = HelpPage.about(topic, in: session.interpreter, appearance) else {
            return screen.say(sentences: "nothing is known of `\(topic)`; `?` lists what there is")
        }
        screen.say(TerminalText(text))
    }

    private func isBound(_ name: String) -> Bool {
        session.interpreter.globals.contains { $0.name == name }
    }

    private func run(command name: String, _ rest: String) {
        do {
            try commands.command(name).run(self, rest)
        } catch {
            screen.say(sentences: "\(error)")
        }
    }
}
