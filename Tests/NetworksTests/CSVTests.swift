import Foundation
import Networks
import Tensors
import Testing
import Text

@Suite("CSV files")
struct CSVTests {
    private func set(_ text: String, label: String? = nil) throws -> FiniteData {
        try FiniteData(CSVTable(Array(text.utf8), name: "a.csv"), label: label, name: "a.csv")
    }

    private func problem(_ text: String, label: String? = nil) -> String? {
        mistake { _ = try set(text, label: label) }.map { "\($0.problem): \($0.note)" }
    }

    /// A table, and the rows that Python's csv module finds in it; `write_csv.py` makes them.
    struct Case: Decodable, CustomTestStringConvertible {
        let text: String
        let rows: [[String]]?
        var testDescription: String { String(reflecting: text) }
    }

    static let cases: [Case] = {
        let read = { try JSONDecoder().decode([Case].self, from: Data(bytes("Tests/Reference/csv.json"))) }
        return (try? read()) ?? []
    }()

    @Test func theTablesAreThere() { #expect(CSVTests.cases.count >= 60) }

    @Test("tables have the rows that Python's csv module finds in them", arguments: cases)
    func isReadAsByPython(_ table: Case) throws {
        guard let expected = table.rows else {
            #expect(throws: Mistake.self) { try CSVTable(Array(table.text.utf8), name: "a.csv") }
            return
        }
        if expected.count == 1, !table.text.contains(where: \.isNumber) {
            #expect(problem(table.text)?.hasPrefix("there is no row in it") == true)
            return
        }
        let found = try CSVTable(Array(table.text.utf8), name: "a.csv")
        #expect((found.names.isEmpty ? found.rows : [found.names] + found.rows) == expected)
    }

    @Test("a first line with a number in it is data with a mistake, not names")
    func firstLines() {
        let hint = "; a first line with a number in it is data, not names"
        #expect(
            problem("1,NA\n2,3\n4,5\n") == "a field is no number: a.csv: \"NA\" in line 1, column 2\(hint)")
        #expect(
            problem("0.1,0.2x\n0.3,0.4\n")
                == "a field is no number: a.csv: \"0.2x\" in line 1, column 2\(hint)")
        #expect(problem(",2\n3,4\n") == "a field is empty: a.csv: line 1, column 1\(hint)")
        #expect(
            problem("id,2020,2021\n1,2,3\n")
                == "a field is no number: a.csv: \"id\" in line 1, column 1\(hint)")
        #expect(problem("NA,n/a\n2,3\n") == "a field is no number: a.csv: \"NA\" in line 1, column 1\(hint)")
        #expect(
            problem("nan,inf\n2,3\n") == "a field is no number: a.csv: \"nan\" in line 1, column 1\(hint)")
        #expect(problem(",\n2,3\n") == "a field is empty: a.csv: line 1, column 1\(hint)")
        #expect(problem("1,2x\n") == "a field is no number: a.csv: \"2x\" in line 1, column 2\(hint)")
    }

    @Test("labels are taken as they are written, or refused")
    func labelsAsWritten() throws {
        let numbered = try set("x,c\n5,1.0\n6,0.0\n7,1.0\n", label: "c")
        #expect(numbered.labels == [1, 0, 1] && numbered.classes == ["0", "1"])
        let which = "a label is no whole number from 0 to 9999, as others are or seem to be: a.csv:"
        #expect(problem("x,c\n5,-1\n6,1\n", label: "c") == "\(which) \"-1\" in line 2, column c")
        #expect(problem("x,c\n5,0\n6,cat\n", label: "c") == "\(which) \"cat\" in line 3, column c")
        #expect(problem("x,c\n5,0.5\n", label: "c") == "\(which) \"0.5\" in line 2, column c")
        #expect(problem("x,c\n5,nan\n6,1\n", label: "c") == "\(which) \"nan\" in line 2, column c")
        #expect(problem("x,c\n5,0x1\n", label: "c") == "\(which) \"0x1\" in line 2, column c")
        #expect(problem("x,c\n5,123456789012345678901\n", label: "c")?.hasPrefix(which) == true)
        for text in ["x,c\n5,\n6,0\n", "x,c\n5,\"\"\n6,dog\n"] {
            #expect(problem(text, label: "c") == "a label is missing: a.csv: line 2, column c")
        }
        #expect(
            problem("x,c,c\n1,1,0\n", label: "c")
                == "more than one column is called \"c\": a.csv: they are the columns 2 and 3")
    }

    @Test("numbers are what is written in digits")
    func numbers() throws {
        #expect(try set("1e2,+3,-.5,4.\n").allPoints().floats == [100, 3, -0.5, 4])
        #expect(problem("1,2\n0x10,1\n") == "a field is no number: a.csv: \"0x10\" in line 2, column 1")
        #expect(
            problem("1,2\n1,1e39\n")
                == "a number is too large for 32 bits: a.csv: \"1e39\" in line 2, column 2")
        #expect(problem("1,2\0junk\n3,4\n") == "this is no text: a.csv: its byte 4 is a zero")
        #expect(problem("1,2\n3,\n") == "a field is empty: a.csv: line 2, column 2")
    }

    @Test("blanks within quotes stay, and blanks after them do no harm")
    func blanks() throws {
        let table = try CSVTable(Array("name,x\n\" a \" ,1\n\"\",2\n".utf8), name: "a.csv")
        #expect(table.rows == [[" a ", "1"], ["", "2"]])
        #expect(problem("x\n1\n\"\"\n") == "a field is empty: a.csv: line 3, column x")
    }

    @Test("commas, semicolons and tabs separate; names in the first line are no sample")
    func separators() throws {
        for text in ["1,2\n3,4\n", "x;y\r\n1;2\r\n3;4", "x\ty\n\n1\t 2\n3\t4\n\n"] {
            let set = try set(text)
            #expect(set.count == 2 && set.sampleShape == [2])
            #expect(try set.allPoints().floats == [1, 2, 3, 4])
        }
    }

    @Test("quoted fields hold separators, line ends and doubled quotes")
    func quotes() throws {
        let table = try CSVTable(Array("name,x\n\"a, \"\"b\"\"\nc\",\"1.5\"\n".utf8), name: "a.csv")
        #expect(table.rows == [["a, \"b\"\nc", "1.5"]])
        #expect(table.names == ["name", "x"])
    }

    @Test("a column of words becomes classes in the order of their appearance, one of numbers keeps them")
    func labels() throws {
        let animals = try set("x,kind,y\n1,dog,2\n3,cat,4\n5,dog,6\n", label: "kind")
        #expect(animals.classes == ["dog", "cat"] && animals.labels == [0, 1, 0])
        #expect(try animals.allPoints().floats == [1, 2, 3, 4, 5, 6])
        let numbered = try set("x,kind\n1,2\n3,0\n", label: "kind")
        #expect(numbered.classes == ["0", "1", "2"] && numbered.labels == [2, 0])
    }

    @Test("what is wrong is told with its line")
    func mistakes() {
        #expect(problem("1,2\n\n3,x\n") == "a field is no number: a.csv: \"x\" in line 3, column 2")
        #expect(problem("x,y\n1,nan\n") == "a field is no number: a.csv: \"nan\" in line 2, column y")
        #expect(
            problem("1,2\n3\n")
                == "the lines have different numbers of fields: a.csv: line 1 has 2 and line 2 has 1")
        #expect(problem("") == "there is no row in it: a.csv: the file is empty")
        #expect(
            problem("x,y\n")
                == "there is no row in it: a.csv: it has names of columns and nothing below them")
        #expect(
            problem("x,y\n1,\"a\"b\n")
                == "a quoted field goes on after its closing quote: a.csv: in line 2; a quote inside a quoted field is written twice"
        )
        #expect(problem("\"1,2\n3") == "a quoted field has no end: a.csv: it begins in line 1")
        #expect(
            problem("x,y\n1,2\n", label: "z") == "there is no column \"z\": a.csv: it has \"x\", \"y\"")
        #expect(
            problem("1,2\n", label: "z")
                == "its columns have no names: a.csv: so none of them is \"z\"")
        #expect(problem("x\n1\n", label: "x") == "no column is left: a.csv: x is the only one")
        #expect(
            mistake { _ = try CSVTable([0xff, 0xfe, 0x31], name: "a.csv") }?.problem == "this is no text")
    }
}
