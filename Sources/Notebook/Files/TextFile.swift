import Glibc
import Prelude

/// Reading and writing whole texts: the place where files are opened that the user names to the program, or that are
/// its own.
public enum TextFile {
    /// The largest script that is read: more is a mistake or an attack.
    static let largest = 64 << 20

    /// The bytes of a file, or of standard input if `path` is "-".
    ///
    /// - Throws: `FileProblem` if it is missing, a folder, not to be read, or larger than 64 MiB.
    public static func bytes(of path: String) throws -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem(path, SystemError()) }
        defer { if path != "-" { close(descriptor) } }
        let contents: [UInt8]?
        do {
            contents = try readAll(descriptor, atMost: largest)
        } catch {
            throw FileProblem(path, error)
        }
        guard let contents else { throw FileProblem(path, "is larger than 64 MiB") }
        return contents
    }

    /// The text of a file, or of standard input if `path` is "-".
    ///
    /// - Throws: `FileProblem` as `bytes(of:)`, and if the bytes are not UTF-8.
    public static func read(_ path: String) throws -> String {
        let contents = try bytes(of: path)
        guard let text = String(validating: contents, as: UTF8.self) else {
            let line = firstLineThatIsNotUTF8(contents)
            throw FileProblem(path, "line \(line) is not UTF-8 text")
        }
        // A byte order mark is no part of the text.
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// Writes a text to a file beside the target and renames it, so that a full disk or an interruption
    /// leaves what was there.
    public static func write(_ text: String, to path: String) throws {
        try write(bytes: Array(text.utf8), to: path)
    }

    /// Writes bytes to a file beside the target and renames it, as `write(_:to:)` does with a text.
    public static func write(bytes: [UInt8], to path: String) throws {
        do {
            try FileReplacement.write(bytes, to: path)
        } catch {
            throw FileProblem(path, error)
        }
    }

    /// Whether there is a folder at `path`.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether there is a file or folder at `path`.
    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The names in a folder, sorted by their bytes, without those that begin with a dot.
    public static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes a folder and those above it that are missing.
    public static func makeFolder(_ path: String) throws {
        guard !path.isEmpty, !isFolder(path) else { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolder(String(path[..<slash]))
        }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileProblem(path, SystemError()) }
    }

    private static func firstLineThatIsNotUTF8(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (bad ?? 0) + 1
    }
}
