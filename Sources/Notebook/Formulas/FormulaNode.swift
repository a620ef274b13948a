/// A formula as it was read from LaTeX.
indirect enum FormulaNode: Equatable, Sendable {
    /// Parts beside one another.
    case row([FormulaNode])
    /// A letter, a number, an operator, a bracket: `x`, `12`, `∑`, `(`.
    case symbol(String, FormulaClass)
    /// Words in upright letters.
    case text(String)
    /// A width in spaces that the author asked for.
    case space(Int)
    /// A base with what stands below and above on its right.
    case scripts(base: FormulaNode, lower: FormulaNode?, upper: FormulaNode?)
    /// `\frac{above}{below}`.
    case fraction(FormulaNode, FormulaNode)
    /// `\sqrt[index]{radicand}`.
    case root(FormulaNode, index: FormulaNode?)
    /// A mark over a letter or several.
    case accent(FormulaAccent, FormulaNode)
    /// `\left( … \right)`: brackets that grow with what they hold.
    case fenced(left: String, FormulaNode, right: String)
    /// Rows and columns: matrices, cases, aligned equations.
    case table([[FormulaNode]], FormulaTableStyle)
}

extension FormulaNode {
    /// What the node's first symbol does to the space before it.
    var leadingClass: FormulaClass {
        switch self {
        case .row(let parts): parts.first?.leadingClass ?? .ordinary
        case .symbol(_, let kind): kind
        case .scripts(let base, _, _): base.leadingClass
        case .fraction, .table: .inner
        case .fenced: .opening
        case .text, .space, .root, .accent: .ordinary
        }
    }
}

/// What a symbol does to the space around it, after TeX's classes of atoms.
enum FormulaClass: Sendable {
    /// A letter or number.
    case ordinary
    /// A name such as `log`.
    case function
    /// A name or sign whose limits stand below and above in a displayed formula: `max`, `∑`.
    case limits
    /// `+`, between two operands; without a left one it is a sign.
    case binary
    /// `=`.
    case relation
    /// `(`.
    case opening
    /// `)`.
    case closing
    /// `,`.
    case punctuation
    /// A fraction: it keeps a distance from its neighbors.
    case inner
}

/// A mark over a letter.
enum FormulaAccent: String, Sendable {
    case hat = "\u{302}"
    case tilde = "\u{303}"
    case bar = "\u{304}"
    case overline = "\u{305}"
    case dot = "\u{307}"
    case doubleDot = "\u{308}"
    case vector = "\u{20D7}"
}

/// How a table's rows are set.
enum FormulaTableStyle: Sendable {
    /// Columns side by side without brackets.
    case plain
    /// Equations: the first column of each pair ends where the second begins.
    case aligned
    /// Square brackets around.
    case brackets
    /// Round brackets around.
    case parentheses
    /// A brace on the left.
    case cases
    /// Bars around.
    case bars
}
