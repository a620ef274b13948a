import Glibc
import Notebook

/// The editor that the user named in VISUAL or EDITOR, or else one that is there.
enum EditorProgram {
    /// What is tried where nothing is named; Debian's `editor` is the one that the machine's owner chose.
    private static let usual = ["editor", "nano", "vi"]

    /// Opens a text in the editor and gives what was saved.
    static func edit(_ text: String) throws -> String {
        guard let editor = named ?? usual.first(where: isInstalled) else {
            throw CommandProblem("there is no editor: install one, or leave and type `EDITOR=nano duel`")
        }
        let folder = environmentVariable("TMPDIR") ?? "/tmp"
        let path = "\(folder)/duel-\(getpid())-cell.duel"
        try TextFile.write(text + "\n", to: path)
        defer { unlink(path) }

        // Through the shell, since EDITOR may hold options; the path is an argument of its own.
        let arguments = ["/bin/sh", "-c", "\(editor) \"$1\"", "sh", path]
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var child = pid_t()
        guard posix_spawn(&child, "/bin/sh", nil, nil, &pointers, environ) == 0 else {
            throw CommandProblem("the editor `\(editor)` cannot be started")
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else {
            throw CommandProblem("the editor `\(editor)` failed; the cell is as it was")
        }
        return try TextFile.read(path)
    }

    private static var named: String? {
        ["VISUAL", "EDITOR"].lazy.compactMap { environmentVariable($0) }.first { !$0.isEmpty }
    }

    private static func isInstalled(_ program: String) -> Bool {
        let folders = (environmentVariable("PATH") ?? "/usr/bin:/bin").split(separator: ":")
        return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
    }
}
