import Networks
import Tensors
import Testing

@Suite("CSV files")
struct CSVTests {
    private func set(_ text: String, label: String? = nil) throws -> FiniteData {
        try FiniteData(CSVTable(Array(text.utf8), name: "a.csv"), label: label, name: "a.csv")
    }

    private func problem(_ text: String, label: String? = nil) -> String? {
        mistake { _ = try set(text, label: label) }.map { "\($0.problem): \($0.note)" }
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
