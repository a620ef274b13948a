import Text

/// Sets a formula as MathML, which browsers draw without help.
enum MathMLSetter {
    /// The `<math>` element of a formula.
    static func text(_ source: String, isDisplayed: Bool) -> String {
        let mode = isDisplayed ? " display=\"block\"" : ""
        return "<math\(mode)><mrow>\(element(FormulaParser.parse(source)))</mrow></math>"
    }

    private static func element(_ node: FormulaNode) -> String {
        switch node {
        case .row(let parts): return "<mrow>" + parts.map(element).joined() + "</mrow>"
        case .symbol(let text, let kind): return symbol(text, kind)
        case .text(let text): return "<mtext>\(escaped(text, for: .xml))</mtext>"
        case .space(let width): return "<mspace width=\"\(Double(width) / 4)em\"/>"
        case .scripts(let base, let lower, let upper): return scripts(base, lower, upper)
        case .fraction(let above, let below):
            return "<mfrac>\(group(above))\(group(below))</mfrac>"
        case .root(let radicand, let index):
            guard let index else { return "<msqrt>\(element(radicand))</msqrt>" }
            return "<mroot>\(group(radicand))\(group(index))</mroot>"
        case .accent(let accent, let base):
            return "<mover accent=\"true\">\(group(base))<mo>\(sign(of: accent))</mo></mover>"
        case .fenced(let left, let inside, let right):
            return "<mrow>\(fence(left))\(element(inside))\(fence(right))</mrow>"
        case .table(let rows, let style): return table(rows, style)
        }
    }

    private static func symbol(_ text: String, _ kind: FormulaClass) -> String {
        switch kind {
        case .ordinary:
            let isNumber = text.first?.isNumber == true
            let isLetter = text.first?.isLetter == true
            let tag = isNumber ? "mn" : isLetter ? "mi" : "mo"
            return "<\(tag)>\(escaped(text, for: .xml))</\(tag)>"
        case .function: return "<mi>\(escaped(text, for: .xml))</mi><mo>&#x2061;</mo>"
        case .limits where text.first?.isLetter == true: return "<mo movablelimits=\"true\">\(text)</mo>"
        case .opening, .closing: return "<mo stretchy=\"false\">\(escaped(text, for: .xml))</mo>"
        case .limits, .binary, .relation, .punctuation, .inner: return "<mo>\(escaped(text, for: .xml))</mo>"
        }
    }

    private static func scripts(_ base: FormulaNode, _ lower: FormulaNode?, _ upper: FormulaNode?) -> String {
        let isLimits = base.leadingClass == .limits
        switch (lower, upper) {
        case (let lower?, let upper?):
            let tag = isLimits ? "munderover" : "msubsup"
            return "<\(tag)>\(group(base))\(group(lower))\(group(upper))</\(tag)>"
        case (let lower?, nil):
            let tag = isLimits ? "munder" : "msub"
            return "<\(tag)>\(group(base))\(group(lower))</\(tag)>"
        case (nil, let upper?):
            let tag = isLimits ? "mover" : "msup"
            return "<\(tag)>\(group(base))\(group(upper))</\(tag)>"
        case (nil, nil): return element(base)
        }
    }

    /// One element whatever the node, where MathML counts its children.
    private static func group(_ node: FormulaNode) -> String {
        if case .symbol(_, let kind) = node, kind == .function { return "<mrow>\(element(node))</mrow>" }
        return element(node)
    }

    private static func table(_ rows: [[FormulaNode]], _ style: FormulaTableStyle) -> String {
        let body = rows.map { row in
            "<mtr>" + row.map { "<mtd>\(element($0))</mtd>" }.joined() + "</mtr>"
        }.joined()
        let align =
            style == .aligned ? " columnalign=\"right left\"" : style == .cases ? " columnalign=\"left\"" : ""
        let table = "<mtable\(align)>\(body)</mtable>"
        switch style {
        case .plain, .aligned: return table
        case .brackets: return "<mrow>\(fence("["))\(table)\(fence("]"))</mrow>"
        case .parentheses: return "<mrow>\(fence("("))\(table)\(fence(")"))</mrow>"
        case .bars: return "<mrow>\(fence("|"))\(table)\(fence("|"))</mrow>"
        case .cases: return "<mrow>\(fence("{"))\(table)</mrow>"
        }
    }

    private static func fence(_ sign: String) -> String {
        sign.isEmpty ? "" : "<mo stretchy=\"true\">\(escaped(sign, for: .xml))</mo>"
    }

    private static func sign(of accent: FormulaAccent) -> String {
        switch accent {
        case .hat: "^"
        case .tilde: "~"
        case .bar, .overline: "¯"
        case .dot: "˙"
        case .doubleDot: "¨"
        case .vector: "→"
        }
    }
}
