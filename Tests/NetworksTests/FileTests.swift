import Foundation
import Networks
import Tensors
import Testing
import Text

@Suite("Model files")
struct FileTests {
    private let random = RandomStream(seed: 31)

    @Test("npy reads back what it wrote", arguments: [[], [3], [2, 3], [2, 1, 4]])
    func npyRoundTrip(shape: [Int]) throws {
        let tensor = try random.normal(Shape(shape))
        let bytes = NPY.bytes(of: tensor)
        #expect((bytes.count - tensor.count * 4) % 64 == 0)
        let back = try NPY.tensor(bytes, name: "x.npy")
        #expect(back.shape == tensor.shape && back.floats == tensor.floats)
    }

    @Test("npy reads numpy's other kinds, and its column-major order")
    func npyKinds() throws {
        func file(_ header: String, _ data: [UInt8]) -> [UInt8] {
            let text = Array((header + "\n").utf8)
            return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.count), 0] + text + data
        }
        let doubles = file(
            "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", [0, 0, 0, 0, 0, 0, 0xf8, 0x3f])
        #expect(try NPY.tensor(doubles, name: "x").floats == [1.5])
        let columns = file("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }", [1, 4, 2, 5, 3, 6])
        #expect(try NPY.tensor(columns, name: "x").floats == [1, 2, 3, 4, 5, 6])
        // numpy.array([-2.5], kind).tobytes(), and of whole numbers [-2] or the largest.
        for (kind, data, value) in [
            ("<f2", [0x00, 0xc1], -2.5), (">f2", [0xc1, 0x00], -2.5), (">f4", [0xc0, 0x20, 0, 0], -2.5),
            (">f8", [0xc0, 0x04, 0, 0, 0, 0, 0, 0], -2.5), ("<i2", [0xfe, 0xff], -2),
            (">i2", [0xff, 0xfe], -2),
            (">i4", [0xff, 0xff, 0xff, 0xfe], -2), ("<u2", [0xff, 0xff], 65535),
            (">u2", [0xff, 0xfe], 65534),
            ("<u4", [0xff, 0xff, 0xff, 0xff], 4_294_967_296), ("|i1", [0xfe], -2), ("|b1", [2], 1),
            (">i8", [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe], -2),
            ("<u8", [0, 0, 0, 0, 0, 0, 0, 0x80], 9_223_372_036_854_775_808),
        ] as [(String, [UInt8], Float)] {
            let found = try NPY.tensor(
                file("{\"descr\" : \"\(kind)\", 'fortran_order':False, 'shape': (1,)}", data), name: "x")
            #expect(found.floats == [value], "\(kind)")
        }
        for (header, note) in [
            (
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }",
                "x: [('a','<f4')]; floats"
            ),
            ("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }", "x: it says {'descr': '<f4'"),
        ] {
            let found = mistake { _ = try NPY.tensor(file(header, [0, 0, 0, 0]), name: "x") }
            #expect(found?.note.hasPrefix(note) == true, "\(found?.note ?? "no mistake")")
        }
        #expect(
            mistake {
                _ = try NPY.tensor(
                    file("{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }", []), name: "x")
            }?
            .problem == "its elements are of a kind that is not read")
        #expect(
            mistake {
                _ = try NPY.tensor(
                    file(
                        "{'descr': '<f4', 'fortran_order': False, 'shape': (999999999999, 999999999999), }",
                        []), name: "x")
            }?.problem == "the file is cut off")
        #expect(
            mistake { _ = try NPY.tensor(Array(doubles.dropLast()), name: "x") }?.problem
                == "the file is cut off")
    }

    @Test("a network's file brings it back bit for bit")
    func safetensorsRoundTrip() throws {
        let network = try smallGAN().generator
        let bytes = Safetensors.bytes(of: network.namedTensors())
        let other = try smallGAN(seed: 2).generator
        #expect(!other.isSame(as: network))
        try other.load(Safetensors.tensors(bytes, name: "g.safetensors"), from: "g.safetensors")
        #expect(other.isSame(as: network))
        #expect(network.namedTensors().map(\.name).prefix(3) == ["0.weight", "0.bias", "1.weight"])
        #expect((8 + Int(bytes[0]) + Int(bytes[1]) << 8) % 8 == 0)
    }

    @Test("a file of another network changes nothing")
    func foreignFile() throws {
        let gan = try smallGAN()
        let before = gan.generator.snapshot()
        let tensors = gan.discriminator.namedTensors()
        let error = mistake { try gan.generator.load(tensors, from: "d.safetensors") }
        #expect(error?.note == "d.safetensors: 0.weight is [2, 16] in the file and [4, 16] in the network")
        #expect(gan.generator.snapshot() == before)
    }

    @Test("every damage to a safetensors file is an error and never a crash")
    func hostileSafetensors() throws {
        let bytes = Safetensors.bytes(of: [("a", try random.normal([2, 2])), ("b\"\n", Tensor(1))])
        #expect(try Safetensors.tensors(bytes, name: "x").map(\.name) == ["a", "b\"\n"])
        for length in 0..<bytes.count {
            #expect(throws: Mistake.self) { try Safetensors.tensors(Array(bytes[..<length]), name: "x") }
        }
        func file(_ header: String) -> [UInt8] {
            [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8)
        }
        for header in [
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[9999999999,9999999999],\"data_offsets\":[0,4]}}",
            "{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]}}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{\"a\":1}", "{\"a", "",
        ] {
            #expect(throws: Mistake.self) { try Safetensors.tensors(file(header), name: "x") }
        }
    }
}
