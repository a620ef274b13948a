import Glibc
import Notebook

/// The folder into which a batch writes: `NAME.json` and `NAME.txt` for each submission as soon as it is marked,
/// and `summary.csv` at the end.
public struct ResultFolder {
    private let path: String

    /// A folder, made with those above it if it is missing.
    public init(_ path: String) throws {
        self.path = path
        try TextFile.makeFolder(path)
        guard TextFile.isFolder(path) else {
            throw FileProblem(path, "is not a folder and could not be made one")
        }
    }

    /// Writes one result: the JSON for the grader, the text for the student.
    public func write(_ result: SubmissionResult) throws {
        let stem = path + "/" + result.submission
        if let slash = stem.lastIndex(of: "/") { try TextFile.makeFolder(String(stem[..<slash])) }
        try TextFile.write(try result.json, to: stem + ".json")
        try TextFile.write(result.textReport, to: stem + ".txt")
    }

    /// Writes the table of the whole batch.
    public func write(_ summary: Summary) throws {
        try TextFile.write(summary.csv, to: path + "/summary.csv")
    }
}
