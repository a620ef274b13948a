import Script

/// What a learner and Duel say to one another: cells, commands, questions, the pages of a lesson.
///
/// It knows no terminal: inputs come as texts, answers go to a `Screen`.
public final class Conversation {
    /// Whether to go on asking.
    public enum Answer: Sendable, Equatable {
        /// Ask for the next input.
        case goOn
        /// The learner wants to leave.
        case leave
    }

    /// The cells and what they bound.
    public let session: Session
    /// Where everything is written.
    public let screen: Screen
    /// What the terminal can show; it may change when its window does.
    public var appearance: Appearance
    /// The lessons there are.
    public let curriculum: Curriculum
    /// The commands that begin with a colon.
    public var commands: CommandTable
    /// The lesson that is open.
    public var walk: LessonWalk?
    /// Edits a text in the user's editor; nil where there is none.
    public var edit: ((_ text: String) throws -> String)?
    /// Hints for a lesson's exercises, from whoever knows its checks.
    public var exerciseHints: ((Lesson) throws -> [String])?
    /// How many hints of the page were given.
    var hintsGiven = 0

    let progress: LessonProgress?

    /// A conversation over a session.
    ///
    /// - Parameters:
    ///   - engine: what the session is built on.
    ///   - state: where progress in lessons is remembered; nil: nowhere.
    public init(
        engine: Engine, screen: Screen, appearance: Appearance = Appearance(),
        curriculum: Curriculum = .find(), commands: CommandTable = .standard, state: StateFolder? = nil
    ) {
        self.screen = screen
        self.appearance = appearance
        self.curriculum = curriculum
        self.commands = commands
        session = Session(engine: engine)
        progress = state.map(LessonProgress.init)
        session.write = { [unowned self] in write(printed: $0) }
    }

    /// Writes what a cell printed. Whole lines that are too wide for the window break between words.
    public func write(printed text: String) {
        let isWhole = screen.isAtLineStart && text.last == "\n"
        screen.write(isWhole ? unbrokenWords(text, width: appearance.width) : text)
    }

    /// What a result, an error or a warning looks like here.
    public var texts: ResultText { ResultText(engine: session.engine, appearance: appearance) }

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

    /// Whether an input only breaks off, so that the prompt should ask for more lines.
    public func needsMore(_ input: String) -> Bool {
        switch Input(input) {
        case .cell(let source): session.isIncomplete(source)
        case .blank, .command, .question: false
        }
    }

    /// Takes an input and answers it.
    public func handle(_ input: String) -> Answer {
        switch Habit.meaning(of: input, isBound: isBound) ?? Input(input) {
        case .blank: showNextPage()
        case .question(let topic): explain(topic)
        case .command(let name, let rest): return run(command: name, rest)
        case .cell(let source): runCell(source)
        }
        return .goOn
    }

    /// Runs a text as the next cell and shows what came of it.
    @discardableResult
    public func runCell(_ source: String) -> SessionCell {
        let cell = session.run(source)
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
    public func explain(_ topic: String) {
        if topic.isEmpty { return screen.say(HelpPage.topics(session.engine, appearance)) }
        let engine = session.engine
        if let help = engine.help(topic, appearance) {
            screen.say(help)
            // `?gradients` may mean the function or all that there is on gradients.
            if let list = HelpPage.topic(topic, isWhole: true, engine, appearance) { screen.say("\n" + list) }
            return
        }
        if let list = HelpPage.topic(topic, isWhole: false, engine, appearance) { return screen.say(list) }
        if let text = HelpPage.binding(topic, in: session.interpreter) { return screen.say(text) }
        let near = nearNames(to: topic, among: session.engine.names + session.interpreter.globals.map(\.name))
        let hint = near.isEmpty ? "`?` lists what there is" : "did you mean \(near.joined(separator: ", "))?"
        screen.say(reflowed("there is no help on `\(topic)`; \(hint)", width: appearance.width))
    }

    private func isBound(_ name: String) -> Bool {
        session.interpreter.globals.contains { $0.name == name }
    }

    private func run(command name: String, _ rest: String) -> Answer {
        do {
            return try commands.command(name).run(self, rest)
        } catch {
            screen.say(reflowed("\(error)", width: appearance.width))
            return .goOn
        }
    }
}

/// What an input is, by its first character.
enum Input: Equatable {
    case blank
    case command(String, rest: String)
    case question(String)
    case cell(String)

    init(_ text: String) {
        let body = text.trimmed
        if body.isEmpty {
            self = .blank
        } else if body.first == ":" {
            let words = body.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
            self = .command(
                String(words.first ?? ""), rest: words.count > 1 ? String(words[1]).trimmed : "")
        } else if body.first == "?" {
            self = .question(String(body.drop { $0 == "?" }).trimmed)
        } else {
            self = .cell(text)
        }
    }
}
