import Text

/// A table of text: fields separated by commas, semicolons or tabs, a row a line, perhaps with names in the first.
///
/// RFC 4180, with blanks around fields, empty lines, and line ends of every system. Nothing is guessed that could be
/// read in two ways: what is not understood is an error that names its line.
public struct CSVTable: Equatable, Sendable {
    /// The names of the columns, empty if the first line holds data.
    public let names: [String]
    /// The fields of each row; every row has the same number.
    public let rows: [[String]]
    /// The line of the file that each row stands in, counted from 1.
    public let lines: [Int]

    /// Reads a file.
    ///
    /// - Throws: ``Mistake`` that names the file, the line, and what is wrong there.
    public init(_ file: [UInt8], name: String) throws {
        func mistake(_ problem: String, _ found: String) -> Mistake {
            fileError("CSV file", name, problem, found)
        }
        guard let text = String(validating: file, as: UTF8.self) else {
            throw mistake("this is no text", "its bytes are no UTF-8")
        }
        if let zero = file.firstIndex(of: 0) {
            throw mistake("this is no text", "its byte \(zero + 1) is a zero")
        }
        var rows: [[String]] = []
        var lines: [Int] = []
        var reader = CSVReader(text, separator: CSVReader.separator(of: text))
        while let row = reader.nextRow() {
            switch row.ending {
            case .line: break
            case .withinQuotes:
                throw mistake("a quoted field has no end", "it begins in line \(row.line)")
            case .afterQuotes:
                throw mistake(
                    "a quoted field goes on after its closing quote",
                    "in line \(row.line); a quote inside a quoted field is written twice")
            }
            if row.isBlank { continue }
            if let first = rows.first, first.count != row.fields.count {
                throw mistake(
                    "the lines have different numbers of fields",
                    "line \(lines[0]) has \(first.count) and line \(row.line) has \(row.fields.count)")
            }
            rows.append(row.fields)
            lines.append(row.line)
        }
        if let first = rows.first, CSVTable.areNames(first) {
            names = first
            rows.removeFirst()
            lines.removeFirst()
        } else {
            names = []
        }
        guard !rows.isEmpty else {
            throw mistake(
                "there is no row in it",
                names.isEmpty ? "the file is empty" : "it has names of columns and nothing below them")
        }
        self.rows = rows
        self.lines = lines
    }

    /// Whether a first line names the columns. One field that is a number, or was meant as one, makes it data: else
    /// a mistake in the first row would turn the row into names.
    private static func areNames(_ fields: [String]) -> Bool {
        let signsOfNothing: Set = ["", "na", "n/a", "null", "none", "-", "?"]
        return !fields.contains { Double($0) != nil }
            && fields.contains { !signsOfNothing.contains($0.lowercased()) }
    }

    /// What messages call a column.
    func title(ofColumn column: Int) -> String {
        names.isEmpty ? "column \(column + 1)" : "column \(names[column])"
    }

    /// The column with a name.
    func column(named label: String, _ file: String) throws -> Int {
        guard !names.isEmpty else {
            throw fileError("CSV file", file, "its columns have no names", "so none of them is \"\(label)\"")
        }
        let columns = names.indices.filter { names[$0] == label }
        guard let column = columns.first else {
            throw fileError(
                "CSV file", file, "there is no column \"\(label)\"",
                "it has \(names.map { "\"\($0)\"" }.joined(separator: ", "))")
        }
        guard columns.count == 1 else {
            throw fileError(
                "CSV file", file, "more than one column is called \"\(label)\"",
                "they are the columns \(listed(columns.map { "\($0 + 1)" }))")
        }
        return column
    }
}
