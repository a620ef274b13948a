import Text

/// Sets the blocks of a Markdown tree as lines.
struct PageSetter {
    let shelter: FormulaShelter
    let appearance: Appearance

    /// Columns beyond which prose is hard to read, however wide the terminal is.
    private static let widestProse = 92

    /// The blocks below one another, with an empty line between two of them unless they are the items of a
    /// tight list.
    func blocks(_ nodes: [MarkdownNode], width: Int, isTight: Bool = false) -> [StyledLine] {
        var lines: [StyledLine] = []
        for node in nodes {
            let block = self.block(node, width: width)
            if block.isEmpty { continue }
            if !lines.isEmpty, !(isTight && node.type == "paragraph" || isTight && node.type == "list") {
                lines.append(StyledLine())
            }
            lines += block
        }
        return lines
    }

    private func block(_ node: MarkdownNode, width: Int) -> [StyledLine] {
        let width = min(width, Self.widestProse)
        switch node.type {
        case "heading": return heading(node, width: width)
        case "paragraph": return paragraph(node, width: width)
        case "list": return list(node, width: width)
        case "block_quote":
            let bar = Run(appearance.hasUnicode ? "│ " : "| ", .faint)
            return blocks(node.children, width: width - 2).map { $0.prefixed(bar) }
        case "code_block": return code(node.literal)
        case "thematic_break":
            return [StyledLine(String(repeating: appearance.hasUnicode ? "─" : "-", count: width), .faint)]
        case "table": return table(node, width: width)
        case "html_block": return node.literal.hasPrefix("<!--") ? [] : code(node.literal)
        default: return blocks(node.children, width: width)
        }
    }

    // MARK: - Headings and paragraphs

    private func heading(_ node: MarkdownNode, width: Int) -> [StyledLine] {
        let runs = InlineSetter(self).runs(node.children, [.heading])
        var lines = wrapped(runs, width: width)
        let rules = appearance.hasUnicode ? ["━", "─"] : ["=", "-"]
        if node.headingLevel <= 2 {
            let longest = lines.map(\.width).max() ?? 0
            let rule = String(repeating: rules[node.headingLevel - 1], count: longest)
            lines.append(StyledLine(rule, .heading))
        }
        return lines
    }

    /// A paragraph; a displayed formula in it stands on lines of its own.
    private func paragraph(_ node: MarkdownNode, width: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        for part in InlineSetter(self).parts(node.children, []) {
            switch part {
            case .prose(let runs):
                let text = trimmingSpaces(runs)
                guard !text.isEmpty else { continue }
                if !lines.isEmpty { lines.append(StyledLine()) }
                lines += wrapped(text, width: width)
            case .formula(let source):
                if !lines.isEmpty { lines.append(StyledLine()) }
                let indent = 4
                let set = FormulaSetter.lines(source, width: width - indent)
                let margin = Run(String(repeating: " ", count: indent))
                lines += set.flatMap { line in
                    wrapped([Run(line.replacingSpaces, .formula)], width: width - indent)
                        .map { $0.prefixed(margin) }
                }
            }
        }
        return lines
    }

    private func trimmingSpaces(_ runs: [Run]) -> [Run] {
        var runs = runs
        while let first = runs.first, first.text.allSatisfy(\.isWhitespace) { runs.removeFirst() }
        while let last = runs.last, last.text.allSatisfy(\.isWhitespace) { runs.removeLast() }
        return runs
    }

    private func code(_ text: String) -> [StyledLine] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map { StyledLine([Run("    "), Run(String($0), .code)]) }
    }

    // MARK: - Lists

    private func list(_ node: MarkdownNode, width: Int) -> [StyledLine] {
        let items = node.children
        let isOrdered = node.isOrdered
        let numbers = items.indices.map { "\(node.listStart + $0). " }
        let numberWidth = numbers.map(\.count).max() ?? 0
        var lines: [StyledLine] = []
        for (index, item) in items.enumerated() {
            let bullet = appearance.hasUnicode ? "• " : "- "
            let mark =
                isOrdered
                ? String(repeating: " ", count: numberWidth - numbers[index].count) + numbers[index] : bullet
            let indent = String(repeating: " ", count: mark.count)
            let body = blocks(item.children, width: width - mark.count - 2, isTight: node.isTight)
            if index > 0, !node.isTight { lines.append(StyledLine()) }
            for (number, line) in (body.isEmpty ? [StyledLine()] : body).enumerated() {
                lines.append(line.prefixed(Run("  " + (number == 0 ? mark : indent))))
            }
        }
        return lines
    }

    // MARK: - Tables

    private func table(_ node: MarkdownNode, width: Int) -> [StyledLine] {
        let inline = InlineSetter(self)
        let rows = node.children.map { row in
            row.children.map { cell in inline.runs(cell.children, row.type == "table_header" ? [.bold] : []) }
        }
        let columns = rows.map(\.count).max() ?? 0
        guard columns > 0 else { return [] }
        let natural = (0..<columns).map { column in
            rows.compactMap { column < $0.count ? StyledLine($0[column]).width : nil }.max() ?? 0
        }
        let gap = 2
        let widths = columnWidths(natural, room: width - gap * (columns - 1))
        let alignments = node.alignments
        var lines: [StyledLine] = []
        for (number, row) in rows.enumerated() {
            let cells = widths.enumerated().map { column, width in
                wrapped(column < row.count ? row[column] : [], width: width)
            }
            for index in 0..<(cells.map(\.count).max() ?? 0) {
                var line = StyledLine()
                for (column, cell) in cells.enumerated() {
                    let text = index < cell.count ? cell[index] : StyledLine()
                    let room = widths[column] - text.width
                    let left =
                        alignments[safe: column] == "r"
                        ? room : alignments[safe: column] == "c" ? room / 2 : 0
                    if column > 0 { line.runs.append(Run(String(repeating: " ", count: gap))) }
                    line.runs.append(Run(String(repeating: " ", count: left)))
                    line.runs += text.padded(to: widths[column] - left).runs
                }
                lines.append(line)
            }
            if number == 0 {
                let rule = appearance.hasUnicode ? "─" : "-"
                let space = String(repeating: " ", count: gap)
                let rules = widths.map { String(repeating: rule, count: $0) }.joined(separator: space)
                lines.append(StyledLine(rules, .faint))
            }
        }
        return lines
    }

    /// Takes from the widest columns until all fit.
    private func columnWidths(_ natural: [Int], room: Int) -> [Int] {
        var widths = natural.map { max($0, 1) }
        while widths.reduce(0, +) > room, let widest = widths.max(), widest > 6 {
            guard let index = widths.firstIndex(of: widest) else { break }
            widths[index] -= 1
        }
        return widths
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension String {
    /// The text with no-break spaces, so that a line break does not tear it.
    var replacingSpaces: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}
