import Foundation

@testable import Notebook

/// A folder of its own that goes when the test ends.
final class Sandbox {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "duel-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        let file = path + "/" + name
        try TextFile.makeFolder(String(file[..<file.lastIndex(of: "/")!]))
        try TextFile.write(text, to: file)
    }
}
