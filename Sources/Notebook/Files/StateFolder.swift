/// The folder for what is remembered from one session to the next, by the rules of freedesktop.org.
public struct StateFolder: Sendable {
    /// The folder's path; it need not exist yet.
    public let path: String

    /// The folder at a path.
    public init(path: String) {
        self.path = path
    }

    /// `$XDG_STATE_HOME/duel`, or `~/.local/state/duel`; nil without a home.
    public static func find(environment: (String) -> String? = environmentVariable) -> StateFolder? {
        if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
            return StateFolder(path: state + "/duel")
        }
        guard let home = environment("HOME"), !home.isEmpty else { return nil }
        return StateFolder(path: home + "/.local/state/duel")
    }

    /// The script that the prompt runs first: `$XDG_CONFIG_HOME/duel/init.duel` or
    /// `~/.config/duel/init.duel`, if it is there.
    public static func initialScript(environment: (String) -> String? = environmentVariable) -> String? {
        var folder = environment("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        if folder == nil { folder = environment("HOME").map { $0 + "/.config" } }
        guard let path = folder.map({ $0 + "/duel/init.duel" }), TextFile.exists(path) else { return nil }
        return path
    }
}
