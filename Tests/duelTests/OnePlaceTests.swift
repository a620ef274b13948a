import Foundation
import TestSupport
import Testing

/// What is done in one place of the sources, and what a second place would look like.
@Suite struct OnePlaceTests {
    private static let places: [(sign: String, files: Set<String>)] = [
        // The words for what the system refuses.
        ("strerror(", ["Prelude/Files/SystemError.swift"]),
        // Writing until all is written; the grader feeds many children at once, as much as each takes.
        (
            "write(descriptor, ", ["Prelude/Files/WholeTransfers.swift"]
        ),
        ("write(inputEnd", ["Grading/Running/ChildProcess.swift"]),
        ("Glibc.write", []),
        // Opening what a script names, what the user names, and what the system tells of its machine.
        (
            "O_RDONLY",
            [
                "Prelude/Files/FileAccess.swift", "Notebook/Files/TextFile.swift",
                "Budget/MemoryBudget.swift", "Tensors/Machine/Machine.swift",
            ]
        ),
        (
            "O_WRONLY",
            [
                "Prelude/Files/FileReplacement.swift", "Notebook/Files/HistoryFile.swift",
                "Grading/Running/ChildProcess.swift",
            ]
        ),
        // Timers of the process.
        ("setitimer(", ["Grading/Marking/ProcessTimer.swift"]),
    ]

    @Test func eachIsWhereItBelongs() throws {
        let folder = BuiltProgram.packageFolder + "/Sources"
        let files = try #require(FileManager.default.enumerator(atPath: folder))
        var found: [String: Set<String>] = [:]
        for case let file as String in files where file.hasSuffix(".swift") {
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            for (sign, _) in Self.places where text.contains(sign) { found[sign, default: []].insert(file) }
        }
        for (sign, files) in Self.places { #expect(found[sign, default: []] == files, "\(sign)") }
    }

    /// Folders are stages, not drawers: one file needs none.
    @Test func noFolderHoldsOneFile() throws {
        let folder = BuiltProgram.packageFolder + "/Sources/"
        for target in ["Notebook", "Grading", "duel"] {
            let stages = try FileManager.default.contentsOfDirectory(atPath: folder + target)
            for stage in stages where !stage.hasSuffix(".swift") {
                let count = try FileManager.default.contentsOfDirectory(atPath: folder + target + "/" + stage)
                    .count
                #expect(count > 1, "\(target)/\(stage)")
            }
        }
    }
}
