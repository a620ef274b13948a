import FoundationEssentials
import Notebook
import Prelude
import Script

/// The marking of one or many submissions against one checks file.
public struct MarkingBatch {
    /// A script to be marked.
    public struct Submission: Sendable {
        /// What its results are called.
        public let name: String
        /// Its text, or nil with the reason why there is none.
        public let text: String?
        /// Why it could not be read.
        public let problem: String?
        /// The cells of a session instead of a text.
        let cells: [MarkingCell]

        /// Reads the script at `path`; one that cannot be read is marked all the same, with nothing in it.
        public init(name: String, path: String) {
            self.name = name
            cells = []
            do {
                text = try TextFile.read(path)
                problem = nil
            } catch {
                text = nil
                problem = "\(error)"
            }
        }

        /// A script that is at hand.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
            cells = []
            problem = nil
        }

        /// Cells of a session, in the order in which they were run.
        public init(name: String, cells: [SessionCell]) {
            self.name = name
            self.cells = cells.map { MarkingCell($0) }
            text = nil
            problem = nil
        }
    }

    /// The version that the results carry.
    public static let version = duelVersion

    private let checksName: String
    private let checksText: String
    private let home: String?
    private let seed: UInt64
    private let window: Int?
    private let descriptions: [CheckDescription]
    private let limits: MarkingLimits

    /// Reads a checks file.
    ///
    /// - Parameter window: the columns of a window that students' errors are set for; nil: they are not.
    /// - Throws: `FileProblem`, or the `Diagnostic` of a checks file that is wrong.
    public init(checksFile path: String, home: String?, seed: UInt64 = 0, window: Int? = nil) throws {
        self.window = window
        checksName = path.split(separator: "/").last.map(String.init) ?? path
        checksText = try TextFile.read(path)
        self.home = home
        self.seed = seed
        let open = try CheckBook.read(
            checksText, name: checksName, seed: seed, home: home, reporter: NoReporter())
        descriptions = open.book.descriptions
        limits = open.book.limits
    }

    /// Reads the checks of a lesson.
    public init(lesson: Lesson, seed: UInt64 = 0, window: Int? = nil) throws {
        try self.init(checksFile: lesson.checks, home: Home.find()?.folder, seed: seed, window: window)
    }

    /// The hints of the checks that a student may know of, in their order.
    public var hints: [String] { descriptions.filter { !$0.isHidden }.compactMap(\.hint) }

    /// The points that everything right earns.
    public var maxScore: Double { descriptions.reduce(0) { $0 + $1.points } }

    /// Marks the submissions, `jobs` at a time, and hands over each result as soon as it is known.
    ///
    /// - Parameter onResult: called once for each submission, in the order in which they end.
    public func mark(
        _ submissions: [Submission], jobs: Int, onResult: (SubmissionResult) throws -> Void
    ) throws {
        guard let executable = Home.executablePath() else {
            throw CommandProblem("cannot find the program's own file, which the marking processes run")
        }
        var markers = submissions.map { _ in SubmissionMarker(checks: descriptions) }
        var failure: (any Error)?
        let work = try submissions.enumerated().map { index, submission in
            ChildJob(
                index: index, arguments: ["mark-submission"],
                input: try input(for: submission), wallSeconds: wallSeconds)
        }
        try ProcessPool(executable: executable, width: jobs, environment: environment).run(
            work,
            onLine: { index, line in markers[index].receive(line) },
            onEnd: { index, ending in
                var result = markers[index].result(
                    submission: submissions[index].name, ending: ending, seed: seed, version: Self.version)
                if let problem = submissions[index].problem {
                    result.notes.insert("The script could not be read: \(problem)", at: 0)
                }
                do { try onResult(result) } catch { failure = failure ?? error }
            })
        if let failure { throw failure }
    }

    /// Marks one submission.
    public func mark(_ submission: Submission) throws -> SubmissionResult {
        var result: SubmissionResult?
        try mark([submission], jobs: 1) { result = $0 }
        guard let result else { throw CommandProblem("the marking process gave no result") }
        return result
    }

    /// The script may take its time, each check may, and the wall clock stands four times behind.
    private var wallSeconds: Double {
        limits.seconds * Double(descriptions.count + 1) * MarkingLimits.wallFactor
    }

    private var environment: [String] {
        ["DUEL_THREADS=1", "DUEL_REPRODUCIBLE=1", "LANG=C.UTF-8"]
    }

    private func input(for submission: Submission) throws -> [UInt8] {
        let job = MarkingJob(
            submission: submission.name + ".duel", script: submission.text ?? "",
            sessionCells: submission.cells, window: window, checksName: checksName, checks: checksText,
            seed: seed, home: home)
        return try [UInt8](JSONEncoder().encode(job))
    }
}

/// Names for results: each path below the folder that all have in common, without the extension, so that
/// `alice/answer.duel` and `bob/answer.duel` do not collide.
public func submissionNames(_ paths: [String]) -> [String] {
    let split = paths.map { $0.split(separator: "/").filter { $0 != "." }.map(String.init) }
    var common = 0
    if let first = split.first {
        while common < first.count - 1,
            split.allSatisfy({ $0.count > common + 1 && $0[common] == first[common] })
        {
            common += 1
        }
    }
    return split.map { parts in
        var name = parts.dropFirst(common).joined(separator: "/")
        if name.hasSuffix(".duel") { name.removeLast(5) }
        if name == "-" { name = "answer" }
        return name
    }
}
