/// The signs and names that LaTeX spells as commands.
enum FormulaSymbols {
    /// Commands that stand for one sign.
    static let signs: [String: (String, FormulaClass)] = {
        var signs: [String: (String, FormulaClass)] = [:]
        for (class_, entries) in byClass {
            let words = entries.split(separator: " ")
            for index in stride(from: 0, to: words.count, by: 2) {
                signs[String(words[index])] = (String(words[index + 1]), class_)
            }
        }
        return signs
    }()

    private static let byClass: [(FormulaClass, String)] = [
        (
            .ordinary,
            """
            alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι \
            kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ \
            omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω \
            nabla ∇ partial ∂ infty ∞ ell ℓ hbar ℏ emptyset ∅ forall ∀ exists ∃ neg ¬ dots … ldots … \
            cdots ⋯ vdots ⋮ ddots ⋱ prime ′ top ⊤ bot ⊥ Re ℜ Im ℑ aleph ℵ vert | Vert ‖ | ‖ % % $ $ # # \
            _ _ & &
            """
        ),
        (
            .binary,
            """
            cdot · times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ oplus ⊕ otimes ⊗ odot ⊙ cup ∪ cap ∩ \
            setminus ∖ wedge ∧ vee ∨ land ∧ lor ∨ bullet •
            """
        ),
        (
            .relation,
            """
            le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ in ∈ notin ∉ \
            ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ to → rightarrow → leftarrow ← gets ← mapsto ↦ \
            Rightarrow ⇒ implies ⇒ Leftarrow ⇐ iff ⇔ Leftrightarrow ⇔ leftrightarrow ↔ ll ≪ gg ≫ mid | \
            parallel ‖ perp ⊥ coloneqq ≔ longrightarrow ⟶ uparrow ↑ downarrow ↓
            """
        ),
        (.opening, "{ { langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lbrace {"),
        (.closing, "} } rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rbrace }"),
        (.limits, "sum ∑ prod ∏ bigcup ⋃ bigcap ⋂ bigoplus ⨁"),
        (.function, "int ∫ iint ∬ oint ∮"),
        (.punctuation, "colon : "),
    ]

    /// Names that are set upright; those of the second set carry limits.
    static let functions: Set<String> = [
        "log", "ln", "exp", "sin", "cos", "tan", "tanh", "sinh", "cosh", "arcsin", "arccos", "arctan", "det",
        "dim", "ker", "deg", "Pr", "arg",
    ]
    static let functionsWithLimits: Set<String> = [
        "max", "min", "sup", "inf", "lim", "argmax", "argmin", "limsup", "liminf",
    ]

    /// Commands for a width, in spaces.
    static let spaces: [String: Int] = [
        ",": 1, ":": 1, ";": 1, " ": 1, "quad": 2, "qquad": 4, "!": 0, "enspace": 1, "thinspace": 1,
    ]

    static let accents: [String: FormulaAccent] = [
        "hat": .hat, "widehat": .hat, "tilde": .tilde, "widetilde": .tilde, "bar": .bar,
        "overline": .overline, "dot": .dot, "ddot": .doubleDot, "vec": .vector,
    ]

    /// Commands that change size or place, which text cannot follow.
    static let ignored: Set<String> = [
        "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr",
        "displaystyle", "textstyle", "limits", "nolimits", "boldsymbol", "bm", "mathit", "middle", "nonumber",
        "underbrace", "overbrace",
    ]

    /// The signs that need no command.
    static func sign(_ character: Character) -> (String, FormulaClass) {
        switch character {
        case "+": ("+", .binary)
        case "-": ("−", .binary)
        case "*": ("∗", .binary)
        case "=", "<", ">": (String(character), .relation)
        case "(", "[": (String(character), .opening)
        case ")", "]": (String(character), .closing)
        case ",", ";", ":": (String(character), .punctuation)
        case "~": (" ", .ordinary)
        default: (String(character), .ordinary)
        }
    }
}
