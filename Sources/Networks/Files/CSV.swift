import Tensors

/// A table of text: fields separated by commas, semicolons or tabs, a row a line, perhaps with names in the first.
/// Quoted fields may hold separators and doubled quotes, as RFC 4180 has them.
public struct CSVTable: Equatable, Sendable {
    /// The names of the columns, empty if the first line holds numbers only.
    public let names: [String]
    /// The fields of each row; every row has the same number.
    public let rows: [[String]]
    /// The line of the file that each row stands in, counted from 1.
    public let lines: [Int]

    /// Reads a file.
    ///
    /// - Throws: ``Mistake`` that names the file, the line, and what is wrong there.
    public init(_ file: [UInt8], name: String) throws {
        guard let text = String(validating: file, as: UTF8.self) else {
            throw fileError("CSV file", name, "this is no text", "its bytes are no UTF-8")
        }
        var rows: [[String]] = []
        var lines: [Int] = []
        let separator = Self.separator(of: text)
        var reader = FieldReader(text, separator)
        while let (fields, line, isClosed) = reader.nextRow() {
            guard isClosed else {
                throw fileError("CSV file", name, "a quoted field has no end", "it begins in line \(line)")
            }
            if fields.count == 1, fields[0].isEmpty { continue }
            if let first = rows.first, first.count != fields.count {
                throw fileError(
                    "CSV file", name, "the lines have different numbers of fields",
                    "line \(lines[0]) has \(first.count) and line \(line) has \(fields.count)")
            }
            rows.append(fields)
            lines.append(line)
        }
        if let first = rows.first, first.contains(where: { Float($0) == nil }) {
            names = first
            rows.removeFirst()
            lines.removeFirst()
        } else {
            names = []
        }
        guard !rows.isEmpty else {
            throw fileError(
                "CSV file", name, "there is no row in it",
                names.isEmpty ? "the file is empty" : "it has names of columns and nothing below them")
        }
        self.rows = rows
        self.lines = lines
    }

    /// Whichever of tab, semicolon and comma stands in the first line that has any.
    private static func separator(of text: String) -> Unicode.Scalar {
        let firstLine = text.unicodeScalars.drop { $0 == "\n" || $0 == "\r" }.prefix { $0 != "\n" }
        return ["\t", ";"].first { firstLine.contains($0) } ?? ","
    }
}

extension FiniteData {
    /// The rows of a table as samples.
    ///
    /// - Parameter label: the name of the column that holds the class of each row: whole numbers from 0, or any
    ///   words, which become classes in the order of their first appearance.
    public init(_ table: CSVTable, label: String? = nil, name: String) throws {
        let labelColumn = try label.map { try table.column(named: $0, name) }
        let columns = table.rows[0].indices.filter { $0 != labelColumn }
        guard !columns.isEmpty else {
            throw fileError("CSV file", name, "no column is left", "\(label ?? "") is the only one")
        }
        var values: [Float] = []
        values.reserveCapacity(table.rows.count * columns.count)
        for (row, line) in zip(table.rows, table.lines) {
            for column in columns {
                guard let value = Float(row[column]), value.isFinite else {
                    let place = table.names.isEmpty ? "column \(column + 1)" : "column \(table.names[column])"
                    throw fileError(
                        "CSV file", name, "a field is no number",
                        "\"\(row[column])\" in line \(line), \(place)")
                }
                values.append(value)
            }
        }
        let points = try Tensor(values, [table.rows.count, columns.count])
        guard let labelColumn else {
            try self.init(points: points, name: name)
            return
        }
        let words = table.rows.map { $0[labelColumn] }
        if case let numbers = words.compactMap(Int.init), numbers.count == words.count,
            numbers.allSatisfy({ (0..<10_000).contains($0) })
        {
            try self.init(points: points, labels: numbers, name: name)
            return
        }
        var classes: [String] = []
        var numberOfClass: [String: Int] = [:]
        for word in words where numberOfClass[word] == nil {
            numberOfClass[word] = classes.count
            classes.append(word)
        }
        self.init(
            name: name, sampleShape: [columns.count], count: table.rows.count,
            labels: words.compactMap { numberOfClass[$0] }, classes: classes, storage: .floats(points))
    }
}

extension CSVTable {
    fileprivate func column(named label: String, _ file: String) throws -> Int {
        guard !names.isEmpty else {
            throw fileError(
                "CSV file", file, "its columns have no names", "so none of them is \"\(label)\"")
        }
        guard let index = names.firstIndex(of: label) else {
            throw fileError(
                "CSV file", file, "there is no column \"\(label)\"",
                "it has \(names.map { "\"\($0)\"" }.joined(separator: ", "))")
        }
        return index
    }
}

/// Goes through the text field by field.
private struct FieldReader {
    private let text: String.UnicodeScalarView
    private let separator: Unicode.Scalar
    private var index: String.Index
    private var line = 1

    init(_ text: String, _ separator: Unicode.Scalar) {
        self.text = text.unicodeScalars
        self.separator = separator
        index = text.startIndex
        if self.text.first == "\u{FEFF}" { index = self.text.index(after: index) }
    }

    /// The fields of the next line, without blanks around them; nil after the last.
    mutating func nextRow() -> (fields: [String], line: Int, isClosed: Bool)? {
        guard index < text.endIndex else { return nil }
        let start = line
        var fields: [String] = []
        var field = String.UnicodeScalarView()
        var isQuoted = false
        while index < text.endIndex {
            let scalar = text[index]
            index = text.index(after: index)
            if scalar == "\n" { line += 1 }
            if isQuoted {
                if scalar != "\"" {
                    field.append(scalar)
                } else if index < text.endIndex, text[index] == "\"" {
                    field.append(scalar)
                    index = text.index(after: index)
                } else {
                    isQuoted = false
                }
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == separator {
                fields.append(trimmed(field))
                field.removeAll()
            } else if scalar == "\n" {
                break
            } else {
                field.append(scalar)
            }
        }
        fields.append(trimmed(field))
        return (fields, start, !isQuoted)
    }

    private func trimmed(_ field: String.UnicodeScalarView) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\r" }
        let start = field.drop(while: isBlank)
        return String(String.UnicodeScalarView(start.reversed().drop(while: isBlank).reversed()))
    }
}
