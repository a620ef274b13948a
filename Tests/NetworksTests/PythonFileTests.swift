import Foundation
import Networks
import Tensors
import Testing

/// Runs a Python script and gives what it prints; nil when Python is not there or the script fails.
private func python(_ script: String, _ arguments: [String] = []) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? text : nil
}

@Suite("Files that Python shares")
struct PythonFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    @Test(
        "numpy reads our npy, and we read numpy's",
        .enabled("needs Python with numpy") { python("import numpy") != nil })
    func numpy() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tensor = try RandomStream(seed: 1).normal([3, 2, 4])
        let (ours, theirs) = (
            folder.appendingPathComponent("ours.npy"), folder.appendingPathComponent("theirs.npy")
        )
        try Data(NPY.bytes(of: tensor)).write(to: ours)
        let script = """
            import numpy, sys
            x = numpy.load(sys.argv[1])
            assert x.shape == (3, 2, 4) and x.dtype == numpy.float32
            numpy.save(sys.argv[2], numpy.asfortranarray(x.astype(numpy.float64)))
            """
        #expect(python(script, [ours.path, theirs.path]) != nil)
        let back = try NPY.tensor([UInt8](Data(contentsOf: theirs)), name: "theirs.npy")
        #expect(back.shape == tensor.shape)
        #expect(back.floats == tensor.floats)
    }

    @Test(
        "safetensors reads our networks, and we read its files",
        .enabled("needs Python with safetensors") { python("import safetensors.numpy") != nil })
    func safetensors() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let network = try smallGAN().generator
        let (ours, theirs) = (
            folder.appendingPathComponent("g.safetensors"), folder.appendingPathComponent("t.safetensors")
        )
        try Data(Safetensors.bytes(of: network.namedTensors())).write(to: ours)
        let script = """
            import sys
            from safetensors.numpy import load_file, save_file
            t = load_file(sys.argv[1])
            assert t["0.weight"].shape == (4, 16)
            save_file(t, sys.argv[2], metadata={"made by": "Python"})
            """
        #expect(python(script, [ours.path, theirs.path]) != nil)
        let other = try smallGAN(seed: 2).generator
        try other.load(
            Safetensors.tensors([UInt8](Data(contentsOf: theirs)), name: "t.safetensors"),
            from: "t.safetensors")
        #expect(other.isSame(as: network))
    }
}
