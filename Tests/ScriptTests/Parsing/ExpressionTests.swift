import Testing

@testable import Script

struct ExpressionTests {
    @Test(
        "literals",
        arguments: [
            ("1_000_000", "1000000"), ("0xFF", "255"), ("0b101", "5"), ("0o17", "15"),
            ("1e-3", "0.001"), ("2.5E+2", "250.0"), ("1e3", "1000.0"),
            ("9223372036854775807", "9223372036854775807"),
            ("-9223372036854775808", "-9223372036854775808"), ("true", "true"), ("nil", "nil"), ("_", "_"),
            ("[]", "[]"), ("[:]", "[:]"), ("[1, [2]]", "[1 [2]]"), ("[\"a\": 1, b: 2,]", "[\"a\": 1 b: 2]"),
            ("()", "(tuple)"), ("(1, 2)", "(tuple 1 2)"), ("(1)", "1"), ("[a ? b : c]", "[(? a b c)]"),
            ("σ_1 + ñ", "(+ σ_1 ñ)"),
        ])
    func literals(text: String, tree: String) {
        #expect(outline(text) == tree)
    }

    @Test(
        "calls, members and indexes",
        arguments: [
            ("f()", "(call f)"),
            ("f(1, axis: 0)", "(call f 1 axis: 0)"),
            ("f(in: 1, for: 2, if: 3)", "(call f in: 1 for: 2 if: 3)"),
            ("f(a ? b : c)", "(call f (? a b c))"),
            ("f (x)", "(call f x)"),
            ("x.shape", "(. x shape)"),
            ("x.in", "(. x in)"),
            ("t.0.1", "(. (. t 0) 1)"),
            ("x.map(f).count", "(. (call (. x map) f) count)"),
            ("x[0]", "(index x 0)"),
            ("x[0, -1]", "(index x 0 (- 1))"),
            ("x[0..<1, 2...3]", "(index x 0..<1 2...3)"),
            ("x[..<b, ...c, a...]", "(index x ..<b ...c a..<)"),
            ("x[a + 1..., i]", "(index x (+ a 1)..< i)"),
            ("x[...]", "(index x ..<)"),
            ("x[r]", "(index x r)"),
            ("f(x)(y)[z]", "(index (call (call f x) y) z)"),
        ])
    func postfix(text: String, tree: String) {
        #expect(outline(text) == tree)
    }

    @Test(
        "closures",
        arguments: [
            ("f { 3 }", "(call f (closure () {3}) trailing)"),
            ("f(1) { $0 }", "(call f 1 (closure 1 {$0}) trailing)"),
            ("x.f { $1 + $0 }", "(call (. x f) (closure 2 {(+ $1 $0)}) trailing)"),
            (
                "x.f { a in a }.g { b in b }",
                "(call (. (call (. x f) (closure (a) {a}) trailing) g) (closure (b) {b}) trailing)"
            ),
            ("f({ a, b in a })", "(call f (closure (a b) {a}))"),
            ("f { (a, b) in a }", "(call f (closure (a b) {a}) trailing)"),
            ("f { (i, x), y in x }", "(call f (closure ((i x) y) {x}) trailing)"),
            ("f {\n a,\n b in\n a\n}", "(call f (closure (a b) {a}) trailing)"),
            ("f { _ in 3 }", "(call f (closure (_) {3}) trailing)"),
            ("f { in 3 }", "(call f (closure () {3}) trailing)"),
            ("f { x in\n g(x)\n h(x)\n}", "(call f (closure (x) {(call g x); (call h x)}) trailing)"),
            ("f { g { $0 } }", "(call f (closure () {(call g (closure 1 {$0}) trailing)}) trailing)"),
            ("f { \"\\($0)\" }", "(call f (closure 1 {(string $0)}) trailing)"),
            ("let f = { x in return x }", "(let f (closure (x) {(return x)}))"),
            ("if f({ $0 }) { a() }", "(if (call f (closure 1 {$0})) {(call a)})"),
            ("if (f { $0 }) { a() }", "(if (call f (closure 1 {$0}) trailing) {(call a)})"),
            ("for x in xs { a() }", "(for x xs {(call a)})"),
            ("while x.next { a() }", "(while (. x next) {(call a)})"),
            ("if a { f { 3 } }", "(if a {(call f (closure () {3}) trailing)})"),
        ])
    func closures(text: String, tree: String) {
        #expect(outline(text) == tree)
    }

    @Test func everyNodeCoversItsOwnText() throws {
        let text = "let y = f(a, axis: b + 1) { x in x * 2 }[0].c"
        let parsed = Parser.parse(SourceFile(name: "test", text: text))
        guard case .binding(let binding) = parsed.program.statements[0].kind,
            case .member(let index, let name) = binding.value.kind,
            case .index(let callNode, _) = index.kind, case .call(let call) = callNode.kind
        else {
            Issue.record("the tree has another shape")
            return
        }
        let source = parsed.program.source
        #expect(source.text(binding.value.extent) == "f(a, axis: b + 1) { x in x * 2 }[0].c")
        #expect(source.text(name.extent) == "c")
        #expect(source.text(index.extent) == "f(a, axis: b + 1) { x in x * 2 }[0]")
        #expect(source.text(callNode.extent) == "f(a, axis: b + 1) { x in x * 2 }")
        #expect(source.text(call.callee.extent) == "f")
        #expect(call.arguments.map { source.text($0.value.extent) } == ["a", "b + 1", "{ x in x * 2 }"])
        #expect(call.arguments.map { $0.label.map { source.text($0.extent) } } == [nil, "axis", nil])
        #expect(call.hasTrailingClosure)
    }
}
