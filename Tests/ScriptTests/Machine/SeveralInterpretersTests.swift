import Testing

@testable import Script

/// Interpreters on one thread do not disturb each other, and values pass between them.
struct SeveralInterpretersTests {
    @Test func namesBelongToOneInterpreter() throws {
        let texts = try runOnLargeStack {
            let (one, other) = (ScriptRun(), ScriptRun())
            one.cell("var n = 1\nfunc f() { n += 1; return n }")
            other.cell("var n = 100\nfunc f() { n += 100; return n }")
            for _ in 0..<3 {
                one.cell("print(f())")
                other.cell("print(f())")
            }
            return (one.text, other.text)
        }
        #expect(texts.0 == "2\n3\n4\n")
        #expect(texts.1 == "200\n300\n400\n")
    }

    @Test func oneRunsInTheMiddleOfTheOther() throws {
        let text = try runOnLargeStack {
            let (outer, inner) = (ScriptRun(), ScriptRun())
            inner.cell("var calls = 0\nfunc g(x) { calls += 1; return x * 10 + calls }")
            let g = try #require(inner.interpreter.value(of: "g"))
            outer.interpreter.bind("g", to: g)
            outer.cell("print(map([1, 2, 3]) { g($0) + 1 })")
            inner.cell("print(calls)")
            return outer.text + inner.text
        }
        #expect(text == "[12, 23, 34]\n3\n")
    }

    @Test func aFunctionOutlivesTheInterpreterThatMadeIt() throws {
        let text = try runOnLargeStack {
            let kept = ScriptRun()
            do {
                let gone = ScriptRun()
                gone.cell("func counter() { var n = 0; return { n += 1; return n } }\nlet c = counter()")
                kept.interpreter.bind("c", to: try #require(gone.interpreter.value(of: "c")))
            }
            kept.cell("print(c(), c())")
            return kept.text
        }
        #expect(text == "1 2\n")
    }

    @Test func anErrorInOneLeavesTheOtherWhole() throws {
        let text = try runOnLargeStack {
            let (outer, inner) = (ScriptRun(), ScriptRun())
            inner.cell("func g(x) { x + nil }")
            outer.interpreter.bind("g", to: try #require(inner.interpreter.value(of: "g")))
            outer.cell("let held = [1]\nfunc f(x) { g(x) }\nf(1)")
            outer.cell("print(held)")
            return outer.text
        }
        #expect(text.contains("Int `+` nil is not defined"))
        #expect(text.hasSuffix("[1]\n"))
    }
}
