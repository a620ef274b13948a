import Text

/// Sets what stands inside a paragraph: emphasis, code, links, formulas.
struct InlineSetter {
    /// A stretch of a paragraph.
    enum Fragment {
        case prose([Run])
        /// The LaTeX of a displayed formula.
        case formula(String)
    }

    private let page: PageSetter

    init(_ page: PageSetter) {
        self.page = page
    }

    private var hasColors: Bool { page.appearance.hasColors }

    /// The runs of nodes inside a line; a displayed formula is set as others are.
    func runs(_ nodes: [MarkdownNode], _ ink: Ink) -> [Run] {
        parts(nodes, ink).flatMap { part in
            switch part {
            case .prose(let runs): runs
            case .formula(let source): [formula(source, ink)]
            }
        }
    }

    /// The prose, cut where displayed formulas stand.
    func parts(_ nodes: [MarkdownNode], _ ink: Ink) -> [Fragment] {
        var parts: [Fragment] = []
        for node in nodes {
            for part in self.parts(node, ink) {
                if case .prose(let more) = part, case .prose(let runs)? = parts.last {
                    parts[parts.count - 1] = .prose(runs + more)
                } else {
                    parts.append(part)
                }
            }
        }
        return parts
    }

    private func parts(_ node: MarkdownNode, _ ink: Ink) -> [Fragment] {
        switch node.type {
        case "text": return text(node.literal, ink)
        case "softbreak": return [.prose([Run(" ", ink)])]
        case "linebreak": return [.prose([Run("\n", ink)])]
        case "code": return [.prose([Run(hasColors ? node.literal : "`\(node.literal)`", ink.union(.code))])]
        case "emph": return marked(node, ink.union(.italic), plainMark: "*")
        case "strong": return marked(node, ink.union(.bold), plainMark: "**")
        case "strikethrough": return marked(node, ink.union(.struck), plainMark: "~~")
        case "link": return link(node, ink)
        case "image": return [.prose([Run("[picture: ", ink)] + runs(node.children, ink) + [Run("]", ink)])]
        case "html_inline": return [.prose([Run(node.literal, ink)])]
        default: return parts(node.children, ink)
        }
    }

    private func text(_ literal: String, _ ink: Ink) -> [Fragment] {
        page.shelter.pieces(of: literal).map { piece in
            switch piece {
            case .text(let text): .prose([Run(text, ink)])
            case .formula(let formula) where formula.isDisplayed: .formula(formula.source)
            case .formula(let formula): .prose([self.formula(formula.source, ink)])
            }
        }
    }

    private func formula(_ source: String, _ ink: Ink) -> Run {
        Run(FormulaSetter.line(source).replacingSpaces, ink.union(.formula))
    }

    /// Where a terminal cannot mark the text, the marks that the author typed stay.
    private func marked(_ node: MarkdownNode, _ ink: Ink, plainMark: String) -> [Fragment] {
        let inside = parts(node.children, ink)
        guard !hasColors else { return inside }
        let mark = Fragment.prose([Run(plainMark, ink)])
        return joined([mark] + inside + [mark])
    }

    private func joined(_ parts: [Fragment]) -> [Fragment] {
        parts.reduce(into: []) { all, part in
            if case .prose(let more) = part, case .prose(let runs)? = all.last {
                all[all.count - 1] = .prose(runs + more)
            } else {
                all.append(part)
            }
        }
    }

    /// A link's words, and its address behind them unless they are the same.
    private func link(_ node: MarkdownNode, _ ink: Ink) -> [Fragment] {
        let words = runs(node.children, ink.union(.link))
        let shown = words.map(\.text).joined()
        guard shown != node.destination, !node.destination.isEmpty else { return [.prose(words)] }
        return [.prose(words + [Run(" (\(node.destination))", ink.union(.faint))])]
    }
}
