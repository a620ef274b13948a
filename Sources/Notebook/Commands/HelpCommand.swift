import Text

extension Command {
    static var help: Command {
        Command(
            "help", alias: "h", usage: "[NAME]", argument: .command,
            summary: "these lines; with a name, the help on it"
        ) { conversation, topic in
            let (screen, appearance) = (conversation.screen, conversation.screen.appearance)
            let name = topic.hasPrefix(":") ? String(topic.dropFirst()) : topic
            if name.isEmpty {
                screen.say(TerminalText(HelpPage.commands(conversation.commands, appearance)))
            } else if let command = conversation.commands.find(name), !HelpPage.words.contains(name) {
                let usage = command.usage.isEmpty ? "" : " \(command.usage)"
                screen.say(":\(command.name)\(usage): \(command.summary)")
            } else {
                conversation.explain(name)
            }
        }
    }
}
