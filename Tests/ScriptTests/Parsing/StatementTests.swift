import Testing

@testable import Script

struct StatementTests {
    @Test(
        "statements",
        arguments: [
            ("let a = 1", "(let a 1)"),
            ("var a = 1", "(var a 1)"),
            ("let (a, (_, b)) = t", "(let (a (_ b)) t)"),
            ("let _ = f()", "(let _ (call f))"),
            ("if a { }", "(if a {})"),
            ("if (a) { b() } else { c() }", "(if a {(call b)} {(call c)})"),
            ("while true { break }", "(while true {(break)})"),
            ("for i in 0..<n { continue }", "(for i (..< 0 n) {(continue)})"),
            ("for (i, x) in xs { }", "(for (i x) xs {})"),
            ("for _ in xs { }", "(for _ xs {})"),
            ("func f() { }", "(func f () {})"),
            ("func f(x, from low = 0, to high = 1) { x }", "(func f (x from:low=0 to:high=1) {x})"),
            ("func f(in x, for y) { x }", "(func f (in:x for:y) {x})"),
            ("func f() { return }", "(func f () {(return)})"),
            ("func f() { return 1 }", "(func f () {(return 1)})"),
            ("func f() { return\n}", "(func f () {(return)})"),
            ("func f() { func g() { 1 }; return g() }", "(func f () {(func g () {1}); (return (call g))})"),
            ("func f(x) { if x { return 1 }; return 2 }", "(func f (x) {(if x {(return 1)}); (return 2)})"),
            ("func f() { a(); b() }", "(func f () {(call a); (call b)})"),
            ("if true { x }", "(if true {x})"),
        ])
    func statements(text: String, tree: String) {
        #expect(outline(text) == tree)
    }

    @Test(
        "the prompt goes on only where a text can",
        arguments: [
            ("let x =", true), ("a +", true), ("f(a,", true), ("f(", true), ("[1, 2", true), ("f {", true),
            ("if a {", true), ("if a { } else {", true), ("func f(x) {\n  g(x)", true), ("\"\"\"", true),
            ("\"\"\"\nabc \\(x", true), ("/* abc", true), ("a ?", true), ("a ? b :", true), ("a ??", true),
            ("x[0,", true), ("(", true), ("let (a,", true), ("print(\"a\",", true), ("x +=", true),
            ("f(a) {\n x in", true), ("\"\\(f(\"\"\"", false),
            ("a", false), ("", false), ("let", false), ("let x", false), ("\"abc", false), ("if a", false),
            ("for x in xs", false), ("x.", false), ("a }", false), ("f(1))", false), ("f(1 2", false),
            ("func f(x)", false),
            ("let = ", false), ("1 2 +", false), ("'abc", false), ("print(x] +", false), ("return", false),
        ])
    func completeness(text: String, isIncomplete: Bool) {
        #expect(Parser.parse(SourceFile(name: "test", text: text)).isIncomplete == isIncomplete)
        if isIncomplete { #expect(Parser.parse(SourceFile(name: "test", text: text)).firstError != nil) }
    }

    @Test func aProgramWithAnErrorHasNoStatements() {
        let parsed = Parser.parse(SourceFile(name: "test", text: "let a = 1\nlet b = = 2\nlet c = 3"))
        #expect(parsed.program.isEmpty)
        #expect(parsed.diagnostics.count == 1)
    }

    @Test func fiveErrorsAreEnough() {
        let text = (0..<30).map { "let a\($0) 3" }.joined(separator: "\n")
        let parsed = Parser.parse(SourceFile(name: "test", text: text))
        #expect(parsed.diagnostics.map(\.span.position.line) == [1, 2, 3, 4, 5])
    }

    @Test func aWarningDoesNotStopTheProgram() {
        let parsed = Parser.parse(SourceFile(name: "test", text: "let h = n // 2"))
        #expect(parsed.firstError == nil)
        #expect(parsed.warnings.count == 1)
        #expect(parsed.program.statementSpans.map(\.text) == ["let h = n"])
    }

    @Test(
        "comments that explain draw no warning",
        arguments: [
            "let n = 3 // three of them", "// n", "f(x) { // x\n}", "let s = \"a\" // b",
            "let x = 1 // %% cell",
            "let x = 1 //", "let x = [ // 2\n3]",
        ])
    func quietComments(text: String) {
        #expect(Parser.parse(SourceFile(name: "test", text: text)).diagnostics.isEmpty)
    }

    @Test func aCellKeepsItsFilesLineNumbers() {
        let parsed = Parser.parse(SourceFile(name: "lab.duel", text: "let a = 1\nlet b 2", firstLine: 41))
        #expect(parsed.firstError?.span.location == "lab.duel:42:7")
    }
}
