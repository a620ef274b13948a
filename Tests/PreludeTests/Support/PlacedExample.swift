import Foundation
import Prelude

extension Entry {
    /// The example with its own files in a folder of their own, and Duel's data where they are.
    var placedExample: String {
        example.replacing(/"([\w-]+\.(?:npy|safetensors|svg|png|csv))"/) { "\"\(Self.scratch)/\($0.1)\"" }
            .replacing("\"data/", with: "\"\(packageFolder)/data/")
    }

    private static let scratch: String = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "duel-examples-\(getpid())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }()
}
