extension Command {
    static var help: Command {
        Command(
            "help", usage: "[NAME]", argument: .command, summary: "these lines; with a name, the help on it"
        ) { conversation, topic in
            let name = topic.hasPrefix(":") ? String(topic.dropFirst()) : topic
            if name.isEmpty {
                conversation.screen.say(HelpPage.commands(conversation.commands, conversation.appearance))
            } else if let command = conversation.commands.find(name), !isFunction(name, conversation) {
                let usage = command.usage.isEmpty ? "" : " \(command.usage)"
                conversation.screen.say(":\(command.name)\(usage): \(command.summary)")
            } else {
                conversation.explain(name)
            }
            return .goOn
        }
    }

    private static func isFunction(_ name: String, _ conversation: Conversation) -> Bool {
        conversation.session.engine.help(name, conversation.appearance) != nil
    }
}
