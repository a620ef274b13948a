import Testing

struct LineTests {
    @Test(
        "where a statement goes on and where it ends",
        arguments: [
            ("a +\nb", "(+ a b)"),
            ("a\n+ b", "(+ a b)"),
            ("a\n-b", "a; (- b)"),
            ("a\n- b", "(- a b)"),
            ("a\n== b", "(== a b)"),
            ("a\n&& b\n|| c", "(|| (&& a b) c)"),
            ("a\n? b\n: c", "(? a b c)"),
            ("a ?\nb :\nc", "(? a b c)"),
            ("a\n@ b", "(@ a b)"),
            ("a\n?? b", "(?? a b)"),
            ("let x =\n1", "(let x 1)"),
            ("x +=\n1", "(+= x 1)"),
            ("x\n.y\n.f(1)", "(call (. (. x y) f) 1)"),
            ("f\n(x)", "f; x"),
            ("x\n[0]", "x; [0]"),
            ("(a\n+b)", "(+ a b)"),
            ("(a\n-b)", "(- a b)"),
            ("f(\na,\nb\n)", "(call f a b)"),
            ("[\n1,\n2,\n]", "[1 2]"),
            ("f(1,)", "(call f 1)"),
            ("a; b", "a; b"),
            ("a;", "a"),
            (";;a", "a"),
            ("a // c\nb", "a; b"),
            ("a /* c\n*/ b", "a; b"),
            ("a /* c */ + b", "(+ a b)"),
            ("a +\n// between\nb", "(+ a b)"),
            ("a\n// between\n+ b", "(+ a b)"),
            ("if a { b() }\nelse { c() }", "(if a {(call b)} {(call c)})"),
            ("if a { b() } else if c { d() }\n\nelse { e() }", "(if a {(call b)} c {(call d)} {(call e)})"),
            ("a\r\nb\rc", "a; b; c"),
            ("\u{FEFF}a", "a"),
            ("#!/usr/bin/env duel\na", "a"),
            ("a\u{A0}+\u{2003}b", "(+ a b)"),
            ("for i in x { a() }\nb", "(for i x {(call a)}); b"),
        ])
    func lines(text: String, tree: String) {
        #expect(outline(text) == tree)
    }

    @Test func insideBracesLinesEndStatementsAgain() {
        #expect(outline("f({\na()\n-b\n}, 1)").contains("its value goes nowhere"))
        #expect(outline("f({\na()\nb()\n}, 1)") == "(call f (closure () {(call a); (call b)}) 1)")
    }
}
