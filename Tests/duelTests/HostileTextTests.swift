import Foundation
import TestSupport
import Testing

/// What would retitle the window, clear it, color it and turn the direction of writing.
private let hostile =
    "\u{1B}]0;owned\u{7}\u{1B}[2J\u{1B}[31mred\u{9B}31m\u{202E}evil\u{2066}\u{2028}\u{200F}\u{7F}"
/// The same as a script writes it.
private let hostileLiteral =
    #"\u{1b}]0;owned\u{7}\u{1b}[2J\u{1b}[31mred\u{9b}31m\u{202e}evil\u{2066}\u{2028}\u{200f}\u{7f}"#

/// Whatever texts a script, a lesson, a file or a path holds: a terminal obeys none of it, and no report carries it.
@Suite(.serialized)
struct HostileTextTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    // MARK: What may be written

    /// The scalars that a terminal would obey and that are no part of Duel's own sequences.
    private func obeyed(in raw: String, atPrompt: Bool = false) throws -> [String] {
        var text = raw.replacingOccurrences(of: "\r\n", with: "\n")
        // Weight, slant, lines, and the colors of the palette; the hostile red is another.
        let parameter = #"(?:[0-4]|9|[34]8;5;\d+)"#
        text.replace(try Regex(#"\x1B\[\#(parameter)(?:;\#(parameter))*m"#), with: "")
        text.replace(try Regex(#"\x1B\[(?:\?25[lh]|\?2026[lh]|\d+A|K|J)|\r(?=[^\n])"#), with: "")
        if atPrompt {
            // Readline moves the cursor on its line.
            text.replace(try Regex(#"\x1B\[(?:\d*[CDKP@]|C|A|\?1034h|\?2004[hl])|\x08|\r"#), with: "")
        }
        return text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A, 0x09: false
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }.map { "U+" + String($0.value, radix: 16) }
    }

    /// Runs the program in a terminal to its end.
    private func expectHarmless(
        _ arguments: [String], environment: [String: String] = [:], arrives: Bool = true,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let terminal = try scratch.prompt(arguments, columns: 200, environment: environment)
        _ = terminal.exitStatus()
        let found = try obeyed(in: terminal.raw)
        #expect(found.isEmpty, "\(terminal.raw.debugDescription)", sourceLocation: sourceLocation)
        if arrives {
            #expect(terminal.raw.contains("owned"), "\(terminal.raw)", sourceLocation: sourceLocation)
        }
    }

    // MARK: Scripts

    @Test(arguments: [
        #"print("HERE")"#, #"print(["HERE", "b"])"#, #"print(["HERE": 1])"#, #"let x = ["HERE"]; x.HERE"#,
        #"let x = "HERE"; x.nothing"#, #"let x = "HERE"; x + 1"#, #"let d = ["a": 1]; d["HERE"]"#,
        #"load("HERE")"#, #"save("HERE", "/nowhere/HERE.npy")"#, #"zeros(2)["HERE"]"#, #"Int("HERE") + 1"#,
        #"help("HERE")"#, #"expect(1, equals: 2, "HERE")"#, #"expect("HERE", equals: "HERE2")"#,
        #"expect("HERE", matches: "x")"#, #"show(bars([1, 2], names: ["HERE", "b"]))"#,
        #"show(line([1, 2], title: "HERE", x: "HERE", y: "HERE"))"#,
        #"show(line([[1, 2], [2, 1]], labels: ["HERE", "b"]))"#,
        #"show(images([rand(4, 4)], labels: ["HERE"]))"#, #"show(heatmap(rand(4, 4), label: "HERE"))"#,
        #"einsum("HERE", zeros(2))"#, #"csv("HERE")"#,
    ]) func aScriptCannotReachTheTerminal(statement: String) throws {
        let code = statement.replacingOccurrences(of: "HERE", with: hostileLiteral)
        let path = try scratch.write(code.replacingOccurrences(of: "; ", with: "\n") + "\n", to: "a.duel")
        let isLabel = statement.contains("heatmap") || statement.contains("x.HERE")
        try expectHarmless(["run", path], arrives: !isLabel)
    }

    @Test(arguments: ["// HERE\nfoo", "let a = \"HERE\" + 1", "let HERE = 1", "`HERE`", "nobody(\"HERE\")"])
    func aSourceLineIsShownWithSigns(source: String) throws {
        let path = try scratch.write(source.replacingOccurrences(of: "HERE", with: hostile), to: "a.duel")
        try expectHarmless(["run", path], arrives: source.first != "/")
        try expectHarmless(["lesson", "--verify", scratch.path], arrives: false)
    }

    @Test func namesOfFilesAreShownWithSigns() throws {
        let path = try scratch.write("nobody\n", to: "\(hostile).duel")
        try expectHarmless(["run", path])
        try expectHarmless([path])
        try expectHarmless(["run", path + ".missing"])
        try expectHarmless(["export", path, "-o", scratch.path + "/\(hostile).md"])
        try expectHarmless(["export", path, "-o", "/nowhere/\(hostile).md"])
        try expectHarmless(["lesson", "/nowhere/\(hostile)"])
        try expectHarmless(["lesson", hostile])
        try expectHarmless(["exercise", hostile])
        try expectHarmless(["grade", hostile, path])
        try expectHarmless(["--\(hostile)"])
        try expectHarmless(["run", path, "--seed", hostile])
        try expectHarmless(["doctor"], environment: ["DUEL_HOME": "/nowhere/\(hostile)"])
    }

    @Test func aPipeHoldsWhatAScriptPrints() throws {
        let path = try scratch.write("print(\"\(hostileLiteral)\")\n", to: "a.duel")
        #expect(try BuiltProgram.run(["run", path]).output == hostile + "\n")
        let lesson = try writeLesson()
        let starter = try BuiltProgram.run(["exercise", lesson])
        #expect(starter.output == (try String(contentsOfFile: lesson + "/starter.duel", encoding: .utf8)))
    }

    // MARK: Lessons and marks

    /// A lesson all of whose texts are hostile.
    private func writeLesson() throws -> String {
        let folder = "lessons/07-\(hostile)"
        try scratch.write(
            """
            // ---
            // title: \(hostile)
            // goal: \(hostile)
            // ---

            // %% [markdown]
            // # \(hostile)
            // \(hostile) *\(hostile)* `\(hostile)` $\(hostile)$ [\(hostile)](http://\(hostile)) &#27;[2J &#x202E;

            // %% \(hostile)
            let x = "\(hostileLiteral)"  // \(hostile)
            print(x)

            // %% \(hostile)
            x.nothing
            """, to: "\(folder)/lesson.duel")
        try scratch.write(
            "// %% [markdown]\n// \(hostile)\n\n// %%\n// \(hostile)\n", to: "\(folder)/starter.duel")
        try scratch.write("func twice(x) { return 2 * x }\n", to: "\(folder)/solution.duel")
        try scratch.write(
            """
            // %%
            check("\(hostileLiteral)", points: 1, "\(hostileLiteral)", hint: "\(hostileLiteral)") { s in
                expect(s.output, contains: "\(hostileLiteral)", "\(hostileLiteral)")
            }
            check("award", points: 1, "parts") { s in award(0.5, "\(hostileLiteral)") }
            check("calls", points: 1, "calls") { s in s.failing("\(hostileLiteral)") }
            """, to: "\(folder)/checks.duel")
        return scratch.path + "/" + folder
    }

    @Test func aLessonCannotReachTheTerminal() throws {
        let lesson = try writeLesson()
        let home = ["DUEL_HOME": scratch.path]
        try expectHarmless(["lesson"], environment: home)
        try expectHarmless(["lesson", "7", "--all"], environment: home)
        try expectHarmless(["lesson", "--verify", lesson], environment: home)
        try expectHarmless(["exercise", "7"], environment: home)
    }

    @Test func marksCannotReachATerminalOrAReport() throws {
        let lesson = try writeLesson()
        let submission = try scratch.write(
            """
            print("\(hostileLiteral)", separator: "")
            func failing(x) { return x.nothing }
            nobody("\(hostileLiteral)")
            """, to: "\(hostile)/answer.duel")
        let other = try scratch.write("// \(hostile)\nlet = \"\(hostile)\n", to: "b/answer.duel")
        try expectHarmless(["grade", lesson + "/checks.duel", submission])
        try expectHarmless(["grade", lesson + "/checks.duel", submission, other])
        try expectHarmless(["grade", lesson + "/checks.duel", submission, other, "--json"])
        let out = scratch.path + "/out"
        try expectHarmless(["grade", lesson + "/checks.duel", submission, other, "--out", out])
        let reports = FileManager.default.enumerator(atPath: out)?.compactMap { $0 as? String } ?? []
        #expect(reports.count { $0.hasSuffix(".json") } == 2 && reports.contains("summary.csv"))
        for report in reports where report.contains(".") && !report.hasSuffix("\(hostile)") {
            let text = try String(contentsOfFile: out + "/" + report, encoding: .utf8)
            #expect(try obeyed(in: text).isEmpty, "\(report.debugDescription)")
        }
    }

    @Test func exportsCarryNothingThatAPageWouldObey() throws {
        let lesson = try writeLesson()
        for format in ["html", "md", "ipynb"] {
            let file = "\(scratch.path)/out.\(format)"
            try expectHarmless(["export", lesson + "/lesson.duel", "-o", file])
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.contains("owned"))
            #expect(try obeyed(in: text).isEmpty, "\(format)")
        }
    }

    // MARK: The prompt

    @Test func thePromptShowsSigns() throws {
        let lesson = try writeLesson()
        try scratch.write(
            "let raw = \"\(hostile)\" // \(hostile)\nraw\n\n// %% \(hostile)\nraw.nothing\n", to: "raw.duel")
        try scratch.write("x", to: "sub\(hostile).csv")
        try scratch.write("x", to: "submarine.csv")
        let keys = try scratch.write("set bell-style none\nset enable-bracketed-paste off\n", to: "inputrc")
        let terminal = try scratch.prompt(
            ["lesson", lesson], columns: 200, environment: ["INPUTRC": keys, "DUEL_HOME": scratch.path])
        #expect(terminal.waits(for: "[1]> "))
        for line in [
            "", ":next", ":back", ":skip", ":hint", ":lesson", "print(x)", "x", "[x: 1]", "x + 1",
            "x.nothing",
            ":run raw.duel", ":cells", ":vars", "?x", "let y = line([1, 2], title: x)", "y", "show(y)",
            ":save saved.duel", ":export out.md", ":check", "?", ":help",
        ] {
            terminal.enter(line)
        }
        terminal.type("load(\"sub\t\t")
        terminal.enter("\")")
        terminal.enter("\"the \\(\"end\")\"")
        #expect(terminal.waits(for: "the end"))
        #expect(terminal.raw.contains("owned"))
        let found = try obeyed(in: terminal.raw, atPrompt: true)
        #expect(found.isEmpty, "\(terminal.raw.debugDescription)")
        terminal.enter(":quit")
        #expect(terminal.exitStatus() == 0)
    }
}
