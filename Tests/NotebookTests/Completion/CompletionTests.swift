import Testing

@testable import Notebook

@Suite struct CompletionContextTests {
    @Test(arguments: [
        (":le", CompletionContext.command("le")), (":", .command("")),
        (":lesson min", .argument(command: "lesson", "min")), ("?co", .help("co")),
        ("pri", .name("pri", callee: nil)), ("x + ri", .name("ri", callee: nil)),
        ("gan.gen", .member(path: ["gan"], "gen")), ("a.b.", .member(path: ["a", "b"], "")),
        ("ring(mo", .name("mo", callee: ["ring"])), ("opt.step(", .name("", callee: ["opt", "step"])),
        ("f(g(1), ", .name("", callee: ["f"])), ("f([1, ", .name("", callee: nil)),
        ("load(\"da", .string("da")), ("\"x \\(ab", .name("ab", callee: nil)),
        ("// com", .nothing), ("12", .nothing), ("f(1).x", .member(path: [], "x")), ("1.5", .nothing),
        ("2.", .nothing),
        ("let s = \"a\"\nfo", .name("fo", callee: nil)),
        ("\"\"\"\nab", .string("\nab")), ("{ x in x.", .member(path: ["x"], "")),
    ])
    func theCursorStandsIn(_ text: String, _ context: CompletionContext) {
        #expect(CompletionContext(text) == context)
    }
}

@Suite struct CompleterTests {
    private let talk: Talk
    private let sandbox = Sandbox()

    init() throws {
        try sandbox.write("", to: "lessons/08-minimax-loss/lesson.duel")
        talk = Talk(curriculum: Curriculum(folder: sandbox.path + "/lessons"))
        _ = talk.say(
            "let radius2 = 1\nfunc render(width, height) { width }\nlet picture = drawing()\nlet xs = [1]")
    }

    private func complete(_ text: String) -> [String] {
        talk.conversation.completer.complete(text).candidates
    }

    @Test func namesOfTheSessionThePreludeAndTheLanguage() {
        #expect(complete("r") == ["radius2", "render", "return", "ring"])
        #expect(complete("let y = radi") == ["radius2"])
    }

    @Test func labelsInsideACall() {
        #expect(complete("ring(") == ["modes:", "radius:"])
        #expect(complete("ring(ra") == ["radius:", "radius2"])
        #expect(complete("render(hei") == ["height:"])
        #expect(complete("picture.shift(") == ["by:"])
    }

    @Test func membersBehindADot() {
        #expect(complete("picture.").contains("width"))
        #expect(complete("picture.").contains("shift"))
        #expect(complete("picture.inner.wi") == ["width"])
        #expect(complete("xs.isE") == ["isEmpty"])
        #expect(complete("nobody.").isEmpty)
        #expect(complete("picture.").prefix(3) == ["inner", "width", "shift"], "properties come first")
    }

    @Test func commandsAndTheirArguments() {
        #expect(complete(":le") == ["lesson"])
        #expect(complete(":lesson ") == ["8", "minimax-loss"])
        #expect(complete(":lesson mini") == ["minimax-loss"])
        #expect(complete(":help ri") == ["ring"])
        #expect(complete(":time radi") == ["radius2"])
    }

    @Test func helpTopics() {
        #expect(complete("?dra") == ["drawing"])
    }

    @Test func filesInStrings() throws {
        try sandbox.write("", to: "data/ring.csv")
        let start = sandbox.path
        #expect(complete("load(\"\(start)/da") == ["\(start)/data/"])
        #expect(complete(":run \(start)/data/r") == ["\(start)/data/ring.csv"])
        #expect(complete("load(\"/no/such/f").isEmpty)
    }
}
