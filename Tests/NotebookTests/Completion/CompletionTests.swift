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
            "let radius2 = 1\nfunc render(width, height) { width }\nlet opt = SGD(Dense(1, 1), lr: 0.1)\nlet xs = [1]"
        )
        _ = talk.say("let gan = GAN(Sequential(Dense(1, 1)), Sequential(Dense(1, 1)), noise: 1)")
    }

    private func complete(_ text: String) -> [String] {
        talk.conversation.completer.complete(text).candidates
    }

    @Test func namesOfTheSessionThePreludeAndTheLanguage() {
        for name in ["radius2", "render", "return", "ring"] { #expect(complete("r").contains(name)) }
        #expect(complete("r") == complete("r").sorted())
        #expect(complete("let y = radi") == ["radius2"])
    }

    @Test func labelsInsideACall() {
        #expect(complete("ring(") == ["modes:", "radius:", "sigma:"])
        #expect(complete("ring(radi") == ["radius:", "radius2"])
        #expect(complete("render(hei") == ["height:"])
        #expect(complete("opt.step(") == ["gradients:"])
    }

    @Test func membersBehindADot() throws {
        #expect(complete("gan.").contains("noise"))
        #expect(complete("opt.").contains("step"))
        #expect(complete("gan.generator.para").contains("parameters"))
        #expect(complete("xs.isE") == ["isEmpty"])
        #expect(complete("nobody.").isEmpty)
        let behindDot = complete("gan.")
        let (property, method) = (behindDot.firstIndex(of: "noise"), behindDot.firstIndex(of: "sample"))
        #expect(try #require(property) < #require(method), "properties come first")
    }

    @Test func commandsAndTheirArguments() {
        #expect(complete(":le") == ["lesson"])
        #expect(complete(":lesson ") == ["8", "minimax-loss"])
        #expect(complete(":lesson mini") == ["minimax-loss"])
        #expect(complete(":help rin") == ["ring"])
        #expect(complete(":time radi") == ["radius2"])
    }

    @Test func helpTopics() {
        #expect(complete("?histog") == ["histogram"])
    }

    @Test func filesInStrings() throws {
        try sandbox.write("", to: "data/ring.csv")
        let start = sandbox.path
        #expect(complete("load(\"\(start)/da") == ["\(start)/data/"])
        #expect(complete(":run \(start)/data/r") == ["\(start)/data/ring.csv"])
        #expect(complete("load(\"/no/such/f").isEmpty)
    }

    @Test func behindATensorsDotTheFirstNamesComeAndTheRestIsCounted() throws {
        _ = talk.say("let x = tensor([[1, 2]])")
        let completer = talk.conversation.completer
        let first = completer.complete("x.")
        #expect(first.candidates.count <= 48, "\(first.candidates.count)")
        for name in ["shape", "T", "sum", "mean", "reshape"] {
            #expect(first.candidates.contains(name), "\(name)")
        }
        #expect(first.note?.contains("more: type a letter") == true)
        #expect(!first.candidates.contains("gelu") && completer.complete("x.ge").candidates.contains("gelu"))
        #expect(completer.complete("x.so").note == nil)
    }
}
