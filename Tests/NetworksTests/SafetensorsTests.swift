import Foundation
import Networks
import Tensors
import Testing
import Text

@Suite("Safetensors files")
struct SafetensorsTests {
    /// A file, and what the official library reads from it; `write_safetensors.py` makes them.
    struct Case: Decodable, CustomTestStringConvertible {
        let name: String
        let file: Data
        let tensors: [String: Contents]?
        var testDescription: String { name }
    }

    struct Contents: Decodable {
        let shape: [Int]
        let floats: [Float]

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            shape = try container.decode([Int].self)
            floats = try container.decode([Float].self)
        }
    }

    static let cases: [Case] = {
        let read = {
            try JSONDecoder().decode([Case].self, from: Data(bytes("Tests/Reference/safetensors.json")))
        }
        return (try? read()) ?? []
    }()

    @Test func theFilesAreThere() { #expect(SafetensorsTests.cases.count >= 100) }

    @Test("what the official library reads is read, and what it refuses is refused", arguments: cases)
    func isReadAsByTheOfficialLibrary(_ file: Case) throws {
        guard let expected = file.tensors else {
            #expect(throws: Mistake.self) { try Safetensors.tensors([UInt8](file.file), name: "x") }
            return
        }
        let found = try Safetensors.tensors([UInt8](file.file), name: "x")
        #expect(found.count == expected.count)
        for (name, tensor) in found {
            let contents = try #require(expected[name])
            #expect(tensor.shape.dimensions == contents.shape && tensor.floats == contents.floats)
        }
    }

    @Test("a name that stands twice is refused, which the official library lets pass")
    func namesTwice() {
        let entry = #""a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#
        #expect(
            problem("{\(entry),\(entry)}", 4)
                == "its header is no JSON object: x: a name stands twice in an object")
    }

    @Test("a mistake names the array and its bytes")
    func mistakes() {
        func entry(_ name: String, _ range: String, _ shape: String = "[1]", _ kind: String = "F32") -> String
        {
            "\"\(name)\":{\"dtype\":\"\(kind)\",\"shape\":\(shape),\"data_offsets\":\(range)}"
        }
        #expect(
            problem("{\(entry("a", "[0,8]", "[2]")),\(entry("b", "[4,8]"))}", 8)
                == "two arrays share bytes: x: \"b\" begins at byte 4, and what comes before it ends at 8")
        #expect(
            problem("{\(entry("a", "[0,4]")),\(entry("b", "[8,12]"))}", 12)
                == "bytes between two arrays belong to neither: x: \"b\" begins at byte 8, and what comes before it ends at 4"
        )
        #expect(
            problem("{\(entry("a", "[0,4]"))}", 5)
                == "bytes are left over at its end: x: the arrays take 4 bytes, and 5 are there")
        #expect(
            problem("{\(entry("a", "[0.0,4]"))}", 4)
                == "its header is no JSON object: x: 0.0 is no whole number")
        #expect(
            problem("{\(entry("a", "[0,2]", "[1]", "F16"))}", 2)
                == "an array is not of 32-bit floats: x: \"a\" is F16; dtype must be F32")
        #expect(
            problem("{\(entry("a", "[0,4]", "[2]"))}", 4)
                == "an array has another size than its shape says: x: \"a\" of shape [2] lies at bytes 0 to 4"
        )
        #expect(problem("{a", 0) == "its header is no JSON object: x: it begins with \"{a\"")
    }

    private func problem(_ header: String, _ byteCount: Int) -> String? {
        let file =
            [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8)
            + [UInt8](repeating: 0, count: byteCount)
        return mistake { _ = try Safetensors.tensors(file, name: "x") }.map { "\($0.problem): \($0.note)" }
    }
}
