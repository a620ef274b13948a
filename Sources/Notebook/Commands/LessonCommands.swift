extension Command {
    static var lesson: Command {
        Command(
            "lesson", usage: "[LESSON]", argument: .lesson, summary: "opens a lesson; alone, lists them"
        ) { conversation, wanted in
            if wanted.isEmpty {
                conversation.screen.say(
                    "\(LessonList.text(conversation.curriculum, at: conversation.walk?.lesson))")
            } else {
                try conversation.open(try conversation.curriculum.lesson(wanted))
            }
        }
    }

    static var next: Command {
        Command("next", summary: "shows the lesson's next page and runs its cell, as Enter does") {
            conversation, _ in
            guard conversation.walk != nil else { throw CommandProblem.noLesson }
            conversation.showNextPage()
        }
    }

    static var back: Command {
        Command("back", summary: "shows the lesson's page before, without running it") { conversation, _ in
            try conversation.showPageBefore()
        }
    }

    static var skip: Command {
        Command("skip", summary: "leaves out the lesson's next page") { conversation, _ in
            try conversation.skipPage()
        }
    }

    /// Gives hints.
    ///
    /// - Parameter exerciseHints: gives those for a lesson's exercises, from whoever knows its checks.
    public static func hint(exerciseHints: @escaping (Lesson) throws -> [String]) -> Command {
        Command("hint", summary: "a hint for where you are in the lesson; again, the next one") {
            conversation, _ in
            try conversation.giveHint(exerciseHints)
        }
    }
}
