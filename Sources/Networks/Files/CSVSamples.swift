import Tensors
import Text

extension FiniteData {
    /// The rows of a table as samples.
    ///
    /// - Parameter label: the name of the column that holds the class of each row: whole numbers from 0, or words,
    ///   which become classes in the order of their first appearance.
    public init(_ table: CSVTable, label: String? = nil, name: String) throws {
        let labelColumn = try label.map { try table.column(named: $0, name) }
        let columns = table.rows[0].indices.filter { $0 != labelColumn }
        guard !columns.isEmpty else {
            throw fileError("CSV file", name, "no column is left", "\(label ?? "") is the only one")
        }
        var values: [Float] = []
        values.reserveCapacity(table.rows.count * columns.count)
        for row in table.rows.indices {
            for column in columns { values.append(try table.number(row, column, name)) }
        }
        let points = try Tensor(values, [table.rows.count, columns.count])
        guard let labelColumn else {
            try self.init(points: points, name: name)
            return
        }
        let words = try table.labels(labelColumn, name)
        if let numbers = try table.classNumbers(words, labelColumn, name) {
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
    private func mistake(_ problem: String, _ row: Int, _ column: Int, _ file: String) -> Mistake {
        let field = rows[row][column]
        var found = "line \(lines[row]), \(title(ofColumn: column))"
        if !field.isEmpty { found = "\"\(field)\" in " + found }
        if row == 0, names.isEmpty { found += "; a first line with a number in it is data, not names" }
        return fileError("CSV file", file, problem, found)
    }

    fileprivate func number(_ row: Int, _ column: Int, _ file: String) throws -> Float {
        let field = rows[row][column]
        guard !field.isEmpty else { throw mistake("a field is empty", row, column, file) }
        guard CSVTable.isInDigits(field), let number = Float(field) else {
            throw mistake("a field is no number", row, column, file)
        }
        guard number.isFinite else { throw mistake("a number is too large for 32 bits", row, column, file) }
        return number
    }

    fileprivate func labels(_ column: Int, _ file: String) throws -> [String] {
        if let row = rows.firstIndex(where: { $0[column].isEmpty }) {
            throw mistake("a label is missing", row, column, file)
        }
        return rows.map { $0[column] }
    }

    /// The classes that numbers give; nil when all are words. Numbers that count nothing are refused, since as words
    /// they would get other numbers than they are.
    fileprivate func classNumbers(_ words: [String], _ column: Int, _ file: String) throws -> [Int]? {
        guard words.contains(where: { Double($0) != nil }) else { return nil }
        return try words.indices.map { row in
            guard CSVTable.isInDigits(words[row]), let number = Double(words[row]),
                number == number.rounded(),
                (0..<10_000).contains(number)
            else {
                throw mistake(
                    "a label is no whole number from 0 to 9999, as others are or seem to be", row, column,
                    file)
            }
            return Int(number)
        }
    }

    /// Whether a field can be a number; what else Swift reads as one, such as 0x10 and nan, is none in a table.
    private static func isInDigits(_ field: String) -> Bool {
        field.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    }
}
