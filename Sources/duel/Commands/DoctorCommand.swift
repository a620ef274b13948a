import ArgumentParser
import Notebook

/// `duel doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Says what machine, terminal and lessons it found.")

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
        ]
        for (name, value) in rows { StandardOutput.write("\(name.padding(to: 10))\(value)\n") }
    }

    private static func describe(_ appearance: Appearance) -> String {
        guard Terminal.isInteractive else { return "none: text \(appearance.width) columns wide" }
        let colors =
            switch appearance.colors {
            case .none: "no colours"
            case .sixteen: "16 colours"
            case .palette: "256 colours"
            case .all: "true colour"
            }
        let letters = appearance.hasUnicode ? "Unicode" : "ASCII only (the locale is not UTF-8)"
        return "\(appearance.width) × \(appearance.height), \(colors), \(letters)"
    }
}

extension String {
    /// The text with spaces up to a width.
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
