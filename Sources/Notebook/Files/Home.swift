import Glibc

/// The folder that holds what Duel brings along: lessons and data.
///
/// It is found by the environment's `DUEL_HOME`, then beside an installed binary (`bin/../share/duel`), then
/// in the package above a binary that SwiftPM built. Never by the working directory, where a submission
/// could put its own.
public struct Home: Sendable, Equatable {
    /// The folder's path.
    public let folder: String

    /// The home at a path.
    public init(folder: String) {
        self.folder = folder
    }

    /// Where the lessons' folders are.
    public var lessons: String { folder + "/lessons" }

    /// Where the data sets are.
    public var data: String { folder + "/data" }

    /// Finds the home of the running program.
    public static func find() -> Home? {
        find(environment: getenv("DUEL_HOME").map { String(cString: $0) }, executable: executablePath())
    }

    /// Finds the home of a program.
    ///
    /// - Parameters:
    ///   - environment: the value of `DUEL_HOME`.
    ///   - executable: the program's path, symbolic links resolved.
    public static func find(environment: String?, executable: String?) -> Home? {
        if let environment, !environment.isEmpty { return Home(folder: environment) }
        guard let executable else { return nil }
        var folder = parent(of: executable)
        let shared = parent(of: folder) + "/share/duel"
        if TextFile.isFolder(shared + "/lessons") { return Home(folder: shared) }

        var isBuilt = false
        while folder != "/", !folder.isEmpty {
            if folder.split(separator: "/").last?.hasPrefix(".build") == true { isBuilt = true }
            if isBuilt, TextFile.exists(folder + "/Package.swift"), TextFile.isFolder(folder + "/lessons") {
                return Home(folder: folder)
            }
            folder = parent(of: folder)
        }
        return nil
    }

    /// The path of the running program with symbolic links resolved.
    public static func executablePath() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
