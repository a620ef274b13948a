import Text

extension Conversation {
    /// Opens a lesson. Where the learner left off, its earlier cells are run again, quietly.
    public func open(_ lesson: Lesson) throws {
        var walk = try LessonWalk(lesson)
        let seen = min(progress?.pages(of: lesson) ?? 0, walk.pages.count)
        var opening = lesson.number.map { "# Lesson \($0): \(walk.title)" } ?? "# \(walk.title)"
        if let goal = walk.goal { opening += "\n\nYou will be able to \(goal)." }
        screen.say(MarkdownPage.text(opening, screen.appearance))
        screen.say("")
        if seen > 0, seen < walk.pages.count {
            screen.say(
                texts.faint(
                    "You have seen \(seen) of \(walk.pages.count) pages. "
                        + "Running their cells again; `:reset` begins the lesson anew."))
            for index in 0..<seen {
                // A page may train for a while; nobody should have to guess whether anything happens.
                screen.write(Ink.faint.paint("\(index + 1) ", screen.appearance.colors))
                guard runQuietly(walk.pages[index]) else { break }
                walk.position = index + 1
            }
            screen.endLine()
        }
        self.walk = walk
        screen.say(
            texts.faint(
                "\(counted(walk.pages.count, "page")). Enter shows the next one and runs its cell; "
                    + "type your own code at any time. `:help` lists the commands."))
    }

    /// Shows the next page of the lesson and runs its cell.
    public func showNextPage() {
        guard let walk else { return }
        guard let page = walk.next else { return sayEnd(of: walk) }
        screen.say("")
        show(page, at: walk.position)
        advance(by: 1)
        guard let code = page.code else { return }
        let cell = session.run(code)
        show(cell)
        let advice =
            LessonAdvice.leftOut(by: walk, before: cell, in: session)
            ?? LessonAdvice.goingOn(after: cell, in: session.cells, lesson: walk.lesson.shortName)
        if let advice {
            advance(by: -1)
            screen.say("")
            screen.say(sentences: advice)
        }
    }

    /// Shows the page before the last one again, without running it.
    func showPageBefore() throws {
        guard let walk else { throw CommandProblem.noLesson }
        guard walk.position > 0 else { throw CommandProblem("this is the lesson's first page") }
        // Prose alone, at a lesson's end, has just been read: what is wanted is the cell before it.
        let isProse = walk.pages[walk.position - 1].code == nil
        let index = max(walk.position - (isProse ? 2 : 1), 0)
        self.walk?.position = index
        show(walk.pages[index], at: index)
        screen.say(texts.faint("Enter runs this page's cell."))
    }

    /// Leaves out the next page.
    func skipPage() throws {
        guard let walk else { throw CommandProblem.noLesson }
        guard let page = walk.next else { return sayEnd(of: walk) }
        advance(by: 1)
        let title = page.code?.title ?? ""
        screen.say(texts.faint("Left out page \(walk.position + 1)\(title.isEmpty ? "" : ": \(title)")."))
    }

    /// Runs every page of a lesson, one after the other.
    ///
    /// - Returns: whether every cell ran.
    public func runThrough(_ lesson: Lesson) throws -> Bool {
        let walk = try LessonWalk(lesson)
        for (index, page) in walk.pages.enumerated() {
            if index > 0 { screen.say("") }
            show(page, at: index, of: walk)
            guard let code = page.code else { continue }
            let cell = session.run(code)
            show(cell)
            if !cell.isDone { return false }
        }
        return true
    }

    /// Gives the next hint for the page shown last; behind the last page, for the exercises.
    ///
    /// - Parameter exerciseHints: gives those, from whoever knows a lesson's checks.
    func giveHint(_ exerciseHints: (Lesson) throws -> [String]) throws {
        guard let walk else { throw CommandProblem.noLesson }
        var hints = walk.hints
        if hints.isEmpty, walk.next == nil, TextFile.exists(walk.lesson.checks) {
            hints = try exerciseHints(walk.lesson)
        }
        guard !hints.isEmpty else { throw CommandProblem("there is no hint for this page") }
        self.walk?.hintsGiven += 1
        screen.say(MarkdownPage.text(hints[min(walk.hintsGiven, hints.count - 1)], screen.appearance))
    }

    private func show(_ page: LessonWalk.Page, at index: Int, of given: LessonWalk? = nil) {
        guard let walk = given ?? walk else { return }
        if !page.prose.isEmpty {
            screen.say(MarkdownPage.text(page.prose, screen.appearance))
        }
        guard let code = page.code else { return }
        if !page.prose.isEmpty { screen.say("") }
        let place = "\(index + 1)/\(walk.pages.count)"
        let appearance = screen.appearance
        let separator = appearance.hasUnicode ? "·" : ":"
        let title = escaped(code.title, for: .line)
        let label = title.isEmpty ? place : "\(place) \(separator) \(title)"
        let rule = appearance.hasUnicode ? "─" : "-"
        let width = min(appearance.width, 92)
        let tail = String(repeating: rule, count: max(2, width - displayWidth(label) - 5))
        screen.say(texts.faint("\(rule)\(rule) \(label) \(tail)"))
        say(code: code.text)
        screen.say("")
    }

    private func runQuietly(_ page: LessonWalk.Page) -> Bool {
        guard let code = page.code else { return true }
        screen.isMuted = true
        let cell = session.run(code)
        screen.isMuted = false
        if !cell.isDone { show(cell) }
        return cell.isDone
    }

    /// Shows a script in colors, its lines folded to the window.
    private func say(code: String) {
        screen.say(CodePainter.paint(foldedCode(code, width: screen.appearance.width), screen.appearance))
    }

    private func advance(by pages: Int) {
        guard var walk else { return }
        walk.position += pages
        self.walk = walk
        do {
            try progress?.remember(walk.position, of: walk.lesson)
        } catch {
            screen.say(texts.faint("your place in the lesson cannot be remembered: \(error)"))
        }
    }

    /// Shows what a lesson asks for at its end: the starter of its exercises.
    ///
    /// - Returns: whether it has any.
    private func showExercises(of lesson: Lesson) -> Bool {
        guard let starter = try? TextFile.read(lesson.starter) else { return false }
        screen.say("That was the last page of this lesson. Its exercises:")
        for cell in CellDocument(starter).cells where !cell.isBlank {
            screen.say("")
            switch cell.kind {
            case .markdown: screen.say(MarkdownPage.text(cell.markdown, screen.appearance))
            case .code: say(code: cell.text)
            }
        }
        return true
    }

    private func sayEnd(of walk: LessonWalk) {
        var lines: [String]
        let name = walk.lesson.shortName
        if showExercises(of: walk.lesson) {
            lines = [
                "",
                "Type your answer here and `:check` it; `:hint` helps. For a file of your own: "
                    + "`duel exercise \(name) > answer.duel`, edit, `duel grade \(name) answer.duel`.",
            ]
        } else {
            lines = ["That was the last page of this lesson."]
        }
        if let next = curriculum.lesson(after: walk.lesson) {
            lines.append("`:lesson \(next.shortName)` goes on: \(next.title).")
        }
        screen.say(sentences: lines.joined(separator: "\n"))
    }
}
