import Testing

@testable import Notebook

@Suite struct FormulaOnOneLineTests {
    @Test(arguments: [
        (#"E_x[\log D(x)] + E_z[\log(1 - D(G(z)))]"#, "E_x[log D(x)] + E_z[log(1 − D(G(z)))]"),
        (#"E_x[D(x)]"#, "Eₓ[D(x)]"),
        (#"\max_D \; E_x[D(x)] - E_z[D(G(z))]"#, "max_D E_x[D(x)] − E_z[D(G(z))]"),
        (#"D^*(x) = \frac{p(x)}{p(x) + q(x)}"#, "D*(x) = p(x)/(p(x) + q(x))"),
        (#"\frac12 x^2"#, "½x²"),
        (#"\frac{1}{n} \sum_{i=1}^{n} x_i"#, "1/n ∑ᵢ₌₁ⁿ xᵢ"),
        (#"\lambda (\|\nabla_{\hat x} D(\hat x)\|_2 - 1)^2"#, "λ(‖∇_x̂ D(x̂)‖₂ − 1)²"),
        (#"\mathbb{E}_{x \sim p}[x]"#, "𝔼_{x∼p}[x]"),
        (#"-\log \sigma(x)"#, "−log σ(x)"),
        (#"2 \cdot -1"#, "2 · −1"),
        (#"x \in [0, 1]"#, "x ∈ [0, 1]"),
        (#"W^T x, \quad b"#, "Wᵀx,  b"),
        (#"\sqrt{x + y}"#, "√(x + y)"),
        (#"\sqrt[3]{8}"#, "³√8"),
        (#"\bar{x} \ne \tilde y"#, "x̄ ≠ ỹ"),
        (#"\text{if } x > 0"#, "if x > 0"),
        (#"\{a, b\}"#, "{a, b}"),
        (#"\operatorname{softplus}(-x)"#, "softplus(−x)"),
        (#"\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}"#, "[1, 0; 0, 1]"),
        (#"\left( \frac{a}{b} \right)^2"#, "(a/b)²"),
        (#"p(x \mid y)"#, "p(x | y)"), (#"D_{KL}(p \| q)"#, "D_{KL}(p‖q)"), (#"f'(x)"#, "f′(x)"),
        (#"10^{-4}"#, "10⁻⁴"), (#"\log 2 \approx 0.693."#, "log 2 ≈ 0.693."),
        (#"\mathcal{L}_G"#, "ℒ_G"), (#"G: \mathbb{R}^{16} \to \mathbb{R}^2"#, "G: ℝ¹⁶ → ℝ²"),
    ])
    func isSetInUnicode(_ source: String, _ expected: String) {
        #expect(FormulaSetter.line(source) == expected)
    }

    @Test func unknownCommandsStandAsTheyWereWritten() {
        #expect(FormulaSetter.line(#"\foo x"#) == #"\foox"#)
    }

    @Test(arguments: [
        "{", "}", "_", "^", "\\", "\\left", "\\frac", "x_", "\\begin{", "\\end{x}", "&", "\\\\", "\\sqrt[",
    ])
    func brokenFormulasAreSetWithoutACrash(_ source: String) {
        #expect(!FormulaSetter.lines(source, width: 40).isEmpty)
    }

    @Test(arguments: ["{", "\\hat", "\\left(", "\\sqrt{", "\\frac{1}{", "x_{", "\\begin{cases}"])
    func deepNestingIsCutOff(_ opening: String) {
        let source = String(repeating: opening, count: 1_000) + "x"
        #expect(FormulaSetter.lines(source, width: 80).joined().count < 20_000)
    }
}

@Suite struct FormulaOnItsOwnTests {
    @Test func fractionsAreStacked() {
        #expect(
            FormulaSetter.lines(#"D^*(x) = \frac{p(x)}{p(x) + q(x)}"#, width: 60) == [
                "           p(x)",
                "D*(x) = ───────────",
                "        p(x) + q(x)",
            ])
    }

    @Test func limitsStandBelow() {
        #expect(
            FormulaSetter.lines(#"\min_G \max_D \; E_x[D(x)]"#, width: 60) == [
                "min max Eₓ[D(x)]",
                " G   D",
            ])
    }

    @Test func matricesHaveTallBrackets() {
        #expect(
            FormulaSetter.lines(#"A = \begin{bmatrix} 1 & 20 \\ 3 & 4 \end{bmatrix}"#, width: 60) == [
                "A = ⎡1  20⎤",
                "    ⎣3  4 ⎦",
            ])
    }

    @Test func equationsAreAlignedAtTheirRelations() {
        #expect(
            FormulaSetter.lines(#"a &= b \\ abc &= d"#, width: 60) == ["  a = b", "abc = d"])
    }

    @Test func whatIsTooWideIsSetOnOneLine() {
        #expect(FormulaSetter.lines(#"\frac{a+b+c+d}{2}"#, width: 8) == ["(a + b + c + d)/2"])
    }
}
