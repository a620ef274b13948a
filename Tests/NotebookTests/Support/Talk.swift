import Prelude
import Script
import Text

@testable import Notebook

/// A conversation whose answers are kept.
final class Talk {
    let conversation: Conversation
    private(set) var written = ""

    init(
        curriculum: Curriculum = Curriculum(folder: "/nowhere"), commands: CommandTable = .standard,
        state: StateFolder? = nil, width: Int = 80
    ) {
        var keep: (String) -> Void = { _ in }
        conversation = Conversation(
            screen: Screen(Appearance(width: width)) { keep($0.string) }, curriculum: curriculum,
            commands: commands,
            state: state
        ) { PreludeContext() }
        keep = { [unowned self] in written += $0 }
    }

    /// What is answered to an input.
    func say(_ input: String) -> String {
        written = ""
        conversation.answer(conversation.read(input))
        return written
    }
}

extension Interpreter {
    /// Stops what runs once a name is bound, as Ctrl-C does in the program; the flag that Ctrl-C raises would stop
    /// other tests too.
    func stop(onceBound name: String) {
        let usual = poll
        poll = { [unowned self] in
            guard value(of: name) == nil else {
                poll = usual
                throw Interrupted()
            }
        }
    }
}
