/// Completes the path of a file.
enum PathCompletion {
    static func complete(_ prefix: String) -> Completion {
        let slash = prefix.lastIndex(of: "/")
        let folder = slash.map { String(prefix[...$0]) } ?? ""
        let start = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
        let place = folder.isEmpty ? "." : expandingHome(folder)
        let paths = TextFile.names(in: place).filter { $0.hasPrefix(start) }.map { name in
            folder + name + (TextFile.isFolder("\(place)/\(name)") ? "/" : "")
        }
        return Completion(prefix: prefix, candidates: paths, isPath: true)
    }
}
