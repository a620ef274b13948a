import ArgumentParser
import Grading
import Notebook
import Script
import Text

/// `duel grade`.
struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade", abstract: "Marks one script or many, each in a process of its own.",
        discussion: """
            duel grade 5 answer.duel
            duel grade 5 submissions/*.duel --jobs 2 --out results/

            With --out it writes NAME.json (for the grader) and NAME.txt (for the student) for each submission \
            and summary.csv for the batch; without it, the student's report of each to standard output. The \
            exit status is 0 when every submission was marked, whatever the marks.
            """)

    @Argument(help: "A lesson's number, name or folder, or the path of a checks file.")
    var checks: String

    @Argument(help: "The scripts to mark; - is standard input.")
    var submissions: [String]

    @Option(name: .long, help: "How many to mark at the same time.")
    var jobs = 1

    @Option(name: .long, help: "The folder to write results into.")
    var out: String?

    @Option(
        name: .long, parsing: .unconditional, help: "Where the random numbers of scripts and checks begin.")
    var seed = Seed(0)

    @Flag(name: .long, help: "Write the JSON instead of the text report to standard output.")
    var json = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if submissions.isEmpty { throw ValidationError("name at least one script to mark") }
        if submissions.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("standard input is read once")
        }
        if jobs < 1 { throw ValidationError("--jobs is a number of 1 or more") }
        try seed.check()
    }

    func run() throws {
        let batch: MarkingBatch
        do {
            batch = try MarkingBatch(
                checksFile: try checksFile(), home: Home.find()?.folder, seed: seed.number ?? 0)
        } catch let diagnostic as Diagnostic {
            StandardError.write("\(diagnostic.rendered(options.errorAppearance.colors))\n")
            throw ExitCode(ExitStatus.failure)
        }
        for path in submissions where path != "-" && !TextFile.exists(path) {
            throw FileProblem.missing(path)
        }
        let folder = try out.map { try ResultFolder($0) }
        let names = submissionNames(submissions)
        let scripts = zip(names, submissions).map { MarkingBatch.Submission(name: $0, path: $1) }
        var results: [SubmissionResult] = []
        try batch.mark(scripts, jobs: jobs) { result in
            results.append(result)
            try folder?.write(result)
            report(result, toFolder: folder != nil, done: results.count, of: scripts.count)
        }
        let summary = Summary(results)
        try folder?.write(summary)
        if scripts.count > 1 { StandardError.write(TerminalText(summary.text)) }
    }

    private func report(_ result: SubmissionResult, toFolder: Bool, done: Int, of total: Int) {
        if toFolder {
            StandardError.write(
                "\(done)/\(total)  \(line: result.submission)  \(result.points)\n")
        } else if json, let text = try? result.json {
            StandardOutput.write(TerminalText(text))
        } else {
            StandardOutput.write(TerminalText(result.textReport))
        }
    }

    /// The checks of a lesson, or the file itself.
    private func checksFile() throws -> String {
        if checks.hasSuffix(".duel") { return checks }
        let lesson = try Curriculum.find().lesson(checks)
        guard TextFile.exists(lesson.checks) else {
            throw CommandProblem("lesson \(lesson.shortName) has no exercises to mark")
        }
        return lesson.checks
    }
}

/// What `duel grade` starts for each submission; it talks to no one else and is not listed.
struct MarkSubmissionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark-submission", abstract: "Marks what standard input holds, for `duel grade`.",
        shouldDisplay: false)

    func run() throws {
        throw ExitCode(MarkingProcess.main())
    }
}
