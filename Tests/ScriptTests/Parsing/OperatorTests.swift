import Testing

struct OperatorTests {
    @Test(
        "operators bind as the table says",
        arguments: [
            ("a + b * c", "(+ a (* b c))"),
            ("a * b + c", "(+ (* a b) c)"),
            ("a - b - c", "(- (- a b) c)"),
            ("a / b % c @ d", "(@ (% (/ a b) c) d)"),
            ("-x ** 2", "(- (** x 2))"),
            ("2 ** -x ** 2", "(** 2 (- (** x 2)))"),
            ("2 ** 3 ** 4", "(** 2 (** 3 4))"),
            ("-x * y", "(* (- x) y)"),
            ("!a && b", "(&& (! a) b)"),
            ("!x.isEmpty", "(! (. x isEmpty))"),
            ("a..<b + 1", "(..< a (+ b 1))"),
            ("a + 1...b", "(... (+ a 1) b)"),
            ("a ?? b ?? c", "(?? a (?? b c))"),
            ("a ?? 0 < 1", "(< (?? a 0) 1)"),
            ("a ?? 0..<3", "(?? a (..< 0 3))"),
            ("a < b && c == d || e", "(|| (&& (< a b) (== c d)) e)"),
            ("a || b && c", "(|| a (&& b c))"),
            ("a ? b : c ? d : e", "(? a b (? c d e))"),
            ("a ? b ? 1 : 2 : 3", "(? a (? b 1 2) 3)"),
            ("a == 1 ? b : c", "(? (== a 1) b c)"),
            ("(a < b) == c", "(== (< a b) c)"),
            ("(a + b) * c", "(* (+ a b) c)"),
            ("- -1", "(- (- 1))"),
            ("a - -b", "(- a (- b))"),
            ("a -b", "(- a b)"),
            ("a**b", "(** a b)"),
            ("f(x)[0].y ** 2", "(** (. (index (call f x) 0) y) 2)"),
        ])
    func precedence(text: String, tree: String) {
        #expect(outline(text) == tree)
    }

    @Test(
        "assignments",
        arguments: [
            ("x = 1", "(= x 1)"),
            ("x += y * 2", "(+= x (* y 2))"),
            (
                "x -= 1; x *= 2; x /= 3; x %= 4; x **= 5; x @= w",
                "(-= x 1); (*= x 2); (/= x 3); (%= x 4); (**= x 5); (@= x w)"
            ),
            ("xs[0] = 1", "(= (index xs 0) 1)"),
            ("grid[0][i + 1] = 1", "(= (index (index grid 0) (+ i 1)) 1)"),
            ("x[0, 1...] = y", "(= (index x 0 1..<) y)"),
            ("_ = f()", "(= _ (call f))"),
        ])
    func assignments(text: String, tree: String) {
        #expect(outline(text) == tree)
    }
}
