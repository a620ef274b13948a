import Testing
import Text

@Suite struct JSONTests {
    private func note(_ text: String, wholeNumbers: Bool = false) -> String? {
        (#expect(throws: Mistake.self) { try JSON(text.utf8, wholeNumbers: wholeNumbers) })?.note
    }

    @Test func valuesOfEveryKindComeBack() throws {
        let text = #"{"a":[1,-2.5,true,null,"x"],"b":{}}"#
        let value = try JSON(text.utf8)
        #expect(
            value
                == .object([
                    "a": .list([.whole(1), .number(-2.5), .bool(true), .null, .string("x")]),
                    "b": .object([:]),
                ]))
        #expect(value.text == text)
    }

    @Test func namesAreSortedAtEveryRunAndSlashesArePlain() {
        let names = "hdbgaecf/".map(String.init)
        let value = JSON.object(Dictionary(uniqueKeysWithValues: names.map { ($0, .null) }))
        #expect(value.text == "{" + names.sorted().map { "\"\($0)\":null" }.joined(separator: ",") + "}")
    }

    @Test func textsAreEscapedAsTheStandardAsks() throws {
        let text = "a\"\\\n\t\u{8}\u{c}\u{1}é/😀"
        #expect(JSON.string(text).text == #""a\"\\\n\t\b\f\u0001é/😀""#)
        #expect(try JSON(#""\ud83d\ude00 \u00e9 \/ \b\f""#.utf8) == .string("😀 é / \u{8}\u{c}"))
    }

    @Test func linesAreThoseOfJupyter() {
        let value = JSON.object([
            "b": .list([.whole(1), .object(["x": .string("a : b\n")])]), "a": .list([]), "c": .object([:]),
        ])
        #expect(
            value.lines
                == "{\n \"a\": [],\n \"b\": [\n  1,\n  {\n   \"x\": \"a : b\\n\"\n  }\n ],\n \"c\": {}\n}")
    }

    @Test func aValueIsWhatItEncodesItselfAs() throws {
        struct Mark: Encodable {
            let name: String
            let score: Double
        }
        #expect(try JSON(encoding: Mark(name: "a", score: 0.5)).text == #"{"name":"a","score":0.5}"#)
        #expect(JSON.list([.number(.nan)]).text == "[null]")
    }

    @Test func whatTheDecoderLetsPassIsRefused() {
        #expect(note(#"{"a":1,"a":1}"#) == "a name stands twice in an object")
        #expect(note(#"[{"b":{"a:\"":1,"a:\"":2}}]"#) == "a name stands twice in an object")
        #expect(note("[1,]") == "a comma stands before a closing bracket")
        #expect(note(#"{"a":1 , }"#) == "a comma stands before a closing bracket")
        #expect(note("\u{FEFF}{}") == "its bytes are no UTF-8 text")
        #expect(note("{\0}\0") == "its bytes are no UTF-8 text")
    }

    @Test(arguments: ["1.0", "1e0", "10E2", "-0", "0.5", "99999999999999999999"])
    func numbersThatAreNotWrittenAsWholeOnes(_ number: String) throws {
        #expect(note("{\"a\":[1,\(number)]}", wholeNumbers: true) == "\(number) is no whole number")
        #expect(try JSON("{\"\(number)\":1}".utf8, wholeNumbers: true) == .object([number: .whole(1)]))
        _ = try JSON("[\(number)]".utf8)
    }

    @Test(arguments: [
        "", "{", "[1", "01", "+1", ".5", "1.", "nan", "tru", "'a'", "{a:1}", "[1]x", #""\x""#, #""\ud83d""#,
        "\"\n\"",
        "1E400", String(repeating: "[", count: 5000),
        String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
    ])
    func whatIsNoJSONIsRefused(_ text: String) {
        #expect(note(text)?.hasPrefix(text.isEmpty ? "it is empty" : "it begins with ") == true)
    }
}
