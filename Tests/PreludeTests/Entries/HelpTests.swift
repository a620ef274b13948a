import Prelude
import Testing

@testable import Script

@Suite struct HelpTests {
    @Test("Help shows signature, parameters, example, errors and what to read next")
    func page() throws {
        let text = try #require(HelpSearch("matmul").text)
        #expect(
            text == """
                matmul(a: Tensor, b: Tensor) -> Tensor

                The matrix product of the last two axes.

                The same as `a @ b`.

                Example
                    print(matmul(tensor([[1, 2]]), tensor([[3], [4]])))

                prints
                    [[11]]

                Errors
                  Inner sizes that differ.

                See also: einsum, outer
                """)
    }

    @Test("Help finds a name in other letters, and by a beginning that is one name's only")
    func nearlyNamed() {
        #expect(HelpSearch("DENSE").text?.hasPrefix("Dense(") == true)
        #expect(HelpSearch("fashion").text?.hasPrefix("fashionMnist(") == true)
        #expect(HelpSearch("xyzzy").text == nil)
    }

    @Test("Help of a function, a name, an object and nothing prints")
    func printing() throws {
        let byFunction = try run("help(conv2d)").output
        #expect(byFunction == (try run("help(\"conv2d\")").output))
        #expect(try run("help(ring())").output.contains(".sampleShape"))
        #expect(try run("help()").output.contains("Making tensors"))
    }

    @Test("Help about an unknown name lists near ones")
    func unknown() throws {
        let text = try #require(HelpSearch("conv3d").text)
        #expect(text.hasPrefix("There is nothing called `conv3d`. Did you mean one of these?\n  Conv2D"))
        #expect(text.contains("\n  conv2d"))
        #expect(try run("help(\"xyzzy\")").error.contains("nothing is known of `xyzzy`"))
    }

    @Test(
        "Every name has its page, and a list of findings fits on a screen",
        arguments: Library.entries.map(\.name))
    func names(_ name: String) throws {
        let search = HelpSearch(name)
        #expect(search.findings.contains { $0.title == name || $0.title.hasSuffix(".\(name)") })
        let text = try #require(search.text)
        if search.findings.count > 1, text.contains("is several things") {
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 20)
        }
    }

    @Test("A page that explains parameters explains each", arguments: Library.entries.map(\.title))
    func parameters(_ title: String) throws {
        let entry = try #require(Library.entries.first { $0.title == title })
        let found = HelpSearch(entry.name).findings.first { $0.title == title }
        let lines = try #require(found).page.split(separator: "\n").map(String.init)
        guard entry.parameters.contains(where: { !$0.summary.isEmpty }) else { return }
        for parameter in entry.parameters {
            #expect(lines.contains { $0.hasPrefix("  \(parameter.name) ") }, "\(parameter.name)")
        }
    }

    @Test("Every kind of values has a page that names its members", arguments: ValueKind.allCases)
    func kinds(_ kind: ValueKind) throws {
        let found = HelpSearch(kind.name).findings.filter { $0.summary == kind.summary }
        let page = try #require(found.first).page
        for entry in Library.entries(in: .members(of: kind)) { #expect(page.contains(".\(entry.name)")) }
    }

    @Test("A member is found behind a value of the session, behind its kind, and by itself")
    func members() throws {
        let interpreter = Library.interpreter(context: PreludeContext()) { _ in }
        let source = SourceFile(name: "session", text: "let x = zeros(2, 3)\nfunc twice(a) { 2 * a }")
        _ = try interpreter.run(interpreter.parse(source).program)
        #expect(
            HelpSearch("x.shape", in: interpreter).text?.hasPrefix("Tensor.shape -> list of Ints\n") == true)
        #expect(HelpSearch("x.reshape", in: interpreter).text?.hasPrefix("reshape(") == true)
        #expect(HelpSearch("history.gap").text?.hasPrefix("history.gap -> list of Doubles") == true)
        #expect(HelpSearch("generatorLoss").text?.contains("history.generatorLoss") == true)
        #expect(HelpSearch("twice", in: interpreter).text == "`twice(a)`, written at session:2:1")
    }

    @Test(
        "A word of another language leads to ours",
        arguments: [
            ("Linear", "Dense("), ("cat", "concatenate("), ("item", "number("), ("emd", "earthMover("),
            ("backward", "gradients("), ("numpy", "its functions are there without `numpy.`"),
            ("optimiser", "optimizer"),
        ])
    func foreign(_ word: String, _ ours: String) throws {
        let text = try #require(HelpSearch(word).text)
        #expect(text.contains(ours), "\(text)")
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 40)
    }

    @Test("Every foreign word is answered")
    func everyForeignWord() {
        for word in Set(AdviceTable.words.flatMap(\.words)) {
            #expect(HelpSearch(word).text != nil, "\(word)")
        }
    }

    @Test("A topic's word and a word of a summary find what they are about")
    func topicsAndSummaries() throws {
        #expect(HelpSearch("Figures").text?.hasPrefix("Figures\n") == true)
        #expect(HelpSearch("comparing").text?.hasPrefix("Comparing\n") == true)
        let found = HelpSearch("einstein").findings.map(\.title)
        #expect(found == ["einsum"])
    }

    @Test(
        "Each example of the language's words prints what it says", arguments: LanguageWord.all.map(\.words))
    func words(_ words: [String]) throws {
        let word = try #require(LanguageWord.all.first { $0.words == words })
        let run = try run(word.example)
        #expect(run.error == "")
        #expect(run.output == word.prints + "\n")
        for written in words { #expect(HelpSearch(written).text?.contains(word.summary) == true) }
    }

    @Test("Every word and sign of the language is explained")
    func grammar() {
        let explained = Set(LanguageWord.all.flatMap(\.words))
        // The kinds that stand for many ways of writing have names in words.
        let written = Token.Kind.allCases.map(\.rawValue).filter { !$0.isEmpty && !$0.contains(" ") }
        for sign in written where sign != "text" && sign != "\\(" {
            #expect(explained.contains(sign), "\(sign)")
        }
    }
}
