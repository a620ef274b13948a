import Text

/// Sets a formula in Unicode: on one line inside prose, over several where it stands by itself.
struct FormulaSetter {
    /// Whether fractions may be stacked and limits stand below their sign.
    var isDisplayed: Bool
    /// Whether letters below and above are written with `_` and `^`, because one of the formula's has no
    /// lowered form and the same formula should not mix the two.
    private var marksScripts = false

    init(isDisplayed: Bool) {
        self.isDisplayed = isDisplayed
    }

    /// A formula on one line.
    static func line(_ source: String) -> String {
        let setter = FormulaSetter(isDisplayed: false)
        return setter.set(FormulaParser.parse(source)).lines[0].trimmed
    }

    /// A formula on lines of its own, at most `width` columns wide if it can be.
    static func lines(_ source: String, width: Int) -> [String] {
        let node = FormulaParser.parse(source)
        let box = FormulaSetter(isDisplayed: true).set(node)
        if box.width <= width { return box.lines.map(\.withoutTrailingSpaces) }
        return [FormulaSetter(isDisplayed: false).set(node).lines[0].trimmed]
    }

    private func set(_ node: FormulaNode) -> FormulaBox {
        var setter = self
        setter.marksScripts = !setter.loweredScripts(in: node).allSatisfy {
            FormulaAlphabets.lowered($0) != nil
        }
        return setter.box(node)
    }

    // MARK: - Boxes

    private func box(_ node: FormulaNode) -> FormulaBox { atom(node).box }

    /// A part of a row and what it does to the space around it.
    private struct Atom {
        var box: FormulaBox
        var left: FormulaClass
        var right: FormulaClass

        init(_ box: FormulaBox, _ left: FormulaClass, _ right: FormulaClass? = nil) {
            self.box = box
            self.left = left
            self.right = right ?? left
        }
    }

    private func atom(_ node: FormulaNode) -> Atom {
        switch node {
        case .row(let parts): row(parts)
        case .symbol(let text, let class_): Atom(FormulaBox(text), class_)
        case .text(let text): Atom(FormulaBox(text), .ordinary)
        case .space(let width): Atom(FormulaBox(String(repeating: " ", count: width)), .ordinary)
        case .scripts(let base, let lower, let upper): scripts(base, lower, upper)
        case .fraction(let above, let below): fraction(above, below)
        case .root(let radicand, let index): root(radicand, index)
        case .accent(let accent, let base): accented(base, accent)
        case .fenced(let left, let inside, let right):
            Atom(fenced(left, box(inside), right), .opening, .closing)
        case .table(let rows, let style): Atom(table(rows, style), .inner)
        }
    }

    private func row(_ parts: [FormulaNode]) -> Atom {
        guard let first = parts.first else { return Atom(FormulaBox(""), .ordinary) }
        var whole = atom(first)
        if whole.left == .binary { whole = sign(whole) }
        for part in parts.dropFirst() {
            if case .space(let width) = part {
                whole = Atom(whole.box.beside(FormulaBox(""), gap: width), whole.left, .opening)
                continue
            }
            var next = atom(part)
            let hasOperand = [.ordinary, .closing, .inner].contains(whole.right)
            if next.left == .binary, !hasOperand { next = sign(next) }
            let gap = gap(whole.right, next.left)
            whole = Atom(whole.box.beside(next.box, gap: gap), whole.left, next.right)
        }
        return whole
    }

    /// A − without an operand on its left belongs to what follows.
    private func sign(_ atom: Atom) -> Atom { Atom(atom.box, .ordinary, .opening) }

    private func gap(_ left: FormulaClass, _ right: FormulaClass) -> Int {
        switch (left, right) {
        case (.opening, .relation), (.relation, .closing): 0
        case (_, .relation), (.relation, _), (_, .binary), (.binary, _): 1
        case (.punctuation, _): 1
        case (.function, .opening), (.function, .closing), (.function, .punctuation): 0
        case (.limits, .closing), (.limits, .punctuation): 0
        case (.function, _), (.limits, _): 1
        case (.opening, .function), (.opening, .limits): 0
        case (_, .function), (_, .limits): 1
        case (.inner, .ordinary), (.inner, .inner), (.ordinary, .inner), (.closing, .inner): 1
        default: 0
        }
    }

    private func fenced(_ left: String, _ inside: FormulaBox, _ right: String) -> FormulaBox {
        FormulaBox.bracket(left, like: inside).beside(inside).beside(FormulaBox.bracket(right, like: inside))
    }

    // MARK: - Scripts

    private func scripts(_ base: FormulaNode, _ lower: FormulaNode?, _ upper: FormulaNode?) -> Atom {
        let set = atom(base)
        if isDisplayed, set.left == .limits {
            var boxes = [set.box]
            if let upper { boxes.insert(FormulaBox(flat(upper)), at: 0) }
            if let lower { boxes.append(FormulaBox(flat(lower))) }
            return Atom(FormulaBox.stacked(boxes, baseline: upper == nil ? 0 : 1), .limits)
        }
        var text = ""
        if let lower { text += loweredText(flat(lower)) }
        if let upper { text += raisedText(flat(upper)) }
        var script = FormulaBox(text)
        if set.box.height > 1, lower == nil { script.baseline += set.box.baseline }
        // `∇_x D`: without the space the D would seem to belong to the mark.
        let isMarked = text.hasPrefix("_") || text.hasPrefix("^")
        return Atom(set.box.beside(script), set.left, isMarked ? .inner : set.right)
    }

    private func loweredText(_ text: String) -> String {
        let isNumber = text.allSatisfy(\.isNumber)
        if isNumber || !marksScripts, let lowered = FormulaAlphabets.lowered(text) { return lowered }
        return "_" + grouped(text)
    }

    private func raisedText(_ text: String) -> String {
        FormulaAlphabets.raised(text) ?? "^" + grouped(text)
    }

    private func grouped(_ text: String) -> String { text.count == 1 ? text : "{\(text)}" }

    /// A script's text: one line and no space, since scripts are short.
    private func flat(_ node: FormulaNode) -> String {
        var setter = self
        setter.isDisplayed = false
        let words =
            if case .text(let text) = node { text } else {
                String(setter.box(node).lines[0].filter { $0 != " " })
            }
        return words
    }

    private func loweredScripts(in node: FormulaNode) -> [String] {
        switch node {
        case .row(let parts): return parts.flatMap(loweredScripts)
        case .scripts(let base, let lower, let upper):
            var found = loweredScripts(in: base)
            let hasLimits = isDisplayed && base.leadingClass == .limits
            if let lower, !hasLimits { found.append(flat(lower)) }
            if let upper { found += loweredScripts(in: upper) }
            return found
        case .fraction(let above, let below): return loweredScripts(in: above) + loweredScripts(in: below)
        case .root(let inside, _), .accent(_, let inside), .fenced(_, let inside, _):
            return loweredScripts(in: inside)
        case .table(let rows, _): return rows.flatMap { $0.flatMap(loweredScripts) }
        case .symbol, .text, .space: return []
        }
    }

    // MARK: - Fractions, roots, accents

    private func fraction(_ above: FormulaNode, _ below: FormulaNode) -> Atom {
        if case .symbol(let one, _) = above, case .symbol(let two, _) = below,
            let vulgar = Self.vulgarFractions["\(one)/\(two)"]
        {
            return Atom(FormulaBox(vulgar), .ordinary)
        }
        if isDisplayed {
            var inner = self
            inner.isDisplayed = false
            let (top, bottom) = (inner.box(above), inner.box(below))
            let bar = FormulaBox(String(repeating: "─", count: max(top.width, bottom.width)))
            return Atom(FormulaBox.stacked([top, bar, bottom], baseline: 1), .inner)
        }
        let top = wrapped(above, isNeeded: hasOperators(above))
        let bottom = wrapped(below, isNeeded: hasOperators(below) || factors(below) > 1)
        return Atom(top.beside(FormulaBox("/")).beside(bottom), .inner)
    }

    private static let vulgarFractions = [
        "1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/8": "⅛",
    ]

    private func root(_ radicand: FormulaNode, _ index: FormulaNode?) -> Atom {
        let inside = wrapped(radicand, isNeeded: hasOperators(radicand) || factors(radicand) > 1)
        let sign = index.map { raisedText(flat($0)) } ?? ""
        return Atom(FormulaBox(sign + "√").beside(inside), .ordinary)
    }

    private func accented(_ base: FormulaNode, _ accent: FormulaAccent) -> Atom {
        let inside = box(base)
        guard inside.height == 1 else { return Atom(inside, .ordinary) }
        let letters = inside.lines[0]
        if letters.count == 1 { return Atom(FormulaBox(letters + accent.rawValue), .ordinary) }
        if accent == .bar || accent == .overline {
            let marked = letters.map { "\($0)\(FormulaAccent.overline.rawValue)" }.joined()
            return Atom(FormulaBox(marked), .ordinary)
        }
        return Atom(FormulaBox("(\(letters))\(accent.rawValue)"), .ordinary)
    }

    private func wrapped(_ node: FormulaNode, isNeeded: Bool) -> FormulaBox {
        isNeeded ? fenced("(", box(node), ")") : box(node)
    }

    private func hasOperators(_ node: FormulaNode) -> Bool {
        guard case .row(let parts) = node else {
            if case .fraction = node { return !isDisplayed }
            return false
        }
        var open = 0
        for part in parts {
            switch part.leadingClass {
            case .opening: open += 1
            case .closing: open -= 1
            case .binary, .relation: if open == 0 { return true }
            default: break
            }
        }
        return false
    }

    /// How many factors stand beside one another; `p(x)` is one.
    private func factors(_ node: FormulaNode) -> Int {
        guard case .row(let parts) = node else { return 1 }
        var (open, count) = (0, 0)
        for part in parts {
            let leading = part.leadingClass
            if leading == .opening { open += 1 }
            if open == 0, leading != .closing { count += 1 }
            if leading == .closing { open -= 1 }
            if case .fenced = part { open -= 1 }
        }
        return count
    }

    // MARK: - Tables

    private func table(_ rows: [[FormulaNode]], _ style: FormulaTableStyle) -> FormulaBox {
        guard isDisplayed else { return FormulaBox(flatTable(rows, style)) }
        let boxes = rows.map { $0.map(box) }
        let columns = boxes.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            boxes.compactMap { column < $0.count ? $0[column].width : nil }.max() ?? 0
        }
        var lines: [String] = []
        for row in boxes {
            var whole = FormulaBox("")
            for (column, width) in widths.enumerated() {
                let cell = column < row.count ? row[column] : FormulaBox("")
                let isRight = style == .aligned && column % 2 == 0
                let gap = column == 0 ? 0 : style == .aligned && !isRight ? 1 : 2
                let room = width - cell.width
                whole = whole.beside(cell, gap: gap + (isRight ? room : 0))
                if !isRight { whole = whole.beside(FormulaBox(String(repeating: " ", count: room))) }
            }
            lines += whole.lines
        }
        let inside = FormulaBox(lines: lines, baseline: (lines.count - 1) / 2)
        switch style {
        case .plain, .aligned: return inside
        case .brackets: return fenced("[", inside, "]")
        case .parentheses: return fenced("(", inside, ")")
        case .bars: return fenced("|", inside, "|")
        case .cases: return fenced("{", FormulaBox(" ").beside(inside), "")
        }
    }

    private func flatTable(_ rows: [[FormulaNode]], _ style: FormulaTableStyle) -> String {
        let isMatrix = ![.aligned, .cases].contains(style)
        let text = rows.map { row in
            row.map { box($0).lines[0].trimmed }.joined(separator: isMatrix ? ", " : " ")
        }.joined(separator: "; ")
        switch style {
        case .plain, .aligned: return text
        case .brackets: return "[\(text)]"
        case .parentheses: return "(\(text))"
        case .bars: return "|\(text)|"
        case .cases: return "{ \(text)"
        }
    }
}

extension String {
    var trimmed: String {
        var rest = self[...]
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest.drop(while: \.isWhitespace))
    }
}
