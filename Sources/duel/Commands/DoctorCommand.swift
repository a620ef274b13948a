import ArgumentParser
import Notebook
import Tensors
import Text

/// `duel doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Says what machine, terminal, lessons and data it found, and how fast it computes.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let appearance = options.appearance
        let home = Home.find()
        let rows = [
            ("version", duelVersion),
            ("home", home?.folder ?? "not found; set DUEL_HOME to the folder that holds `lessons`"),
            ("lessons", "\(Curriculum.find().lessons.count)"),
            ("terminal", Self.describe(appearance)),
            ("state", StateFolder.find()?.path ?? "nowhere: HOME is not set"),
            ("data", home.map { Self.dataSets($0) } ?? "none"),
        ]
        for (name, value) in rows { StandardOutput.write("\(name.padded(to: 24))\(line: value)\n") }
        StandardOutput.write("\(try Machine.description())\n")
    }

    private static func dataSets(_ home: Home) -> String {
        let names = TextFile.names(in: home.data).filter { TextFile.isFolder("\(home.data)/\($0)") }
        return names.isEmpty ? "none in \(home.data)" : names.joined(separator: ", ")
    }

    private static func describe(_ appearance: Appearance) -> String {
        guard Terminal.isInteractive else { return "none: text \(appearance.width) columns wide" }
        let colors =
            switch appearance.colors {
            case .none: "no colors"
            case .ansi16: "16 colors"
            case .ansi256: "256 colors"
            case .trueColor: "true color"
            }
        let letters = appearance.hasUnicode ? "Unicode" : "ASCII only (the locale is not UTF-8)"
        return "\(appearance.width) × \(appearance.height), \(colors), \(letters)"
    }
}
