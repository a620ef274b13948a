import Foundation

/// A Swift source of the package, taken apart so that a test can look at its code, and not at the examples and
/// comments in it.
public struct SwiftSource {
    /// The path below the package's folder.
    public let path: String
    /// The code, with an empty text for every literal.
    public private(set) var code = ""
    /// The texts of the literals, as they are written.
    public private(set) var literals: [String] = []

    /// Every source in a folder of the package.
    public static func all(in folder: String) -> [SwiftSource] {
        let root = URL(fileURLWithPath: BuiltProgram.packageFolder)
        let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
        return (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted().map {
            SwiftSource(path: "\(folder)/\($0)", root: root)
        }
    }

    private init(path: String, root: URL) {
        self.path = path
        let text = (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
        var rest = Array(text.unicodeScalars)[...]
        read(&rest, untilParenthesis: false)
    }

    /// Reads code to its end, or to the parenthesis that ends an interpolation.
    private mutating func read(_ rest: inout ArraySlice<Unicode.Scalar>, untilParenthesis: Bool) {
        var open = 0
        while let scalar = rest.first {
            if rest.starts(with: "//".unicodeScalars) {
                rest = rest.drop { $0 != "\n" }
            } else if rest.starts(with: "/*".unicodeScalars) {
                rest = rest.dropFirst(2)
                while !rest.isEmpty, !rest.starts(with: "*/".unicodeScalars) { rest = rest.dropFirst() }
                rest = rest.dropFirst(2)
            } else if scalar == "\"" {
                readLiteral(&rest)
            } else {
                if scalar == "(" { open += 1 }
                if scalar == ")" { open -= 1 }
                rest = rest.dropFirst()
                if untilParenthesis, open < 0 { return }
                code.unicodeScalars.append(scalar)
            }
        }
    }

    private mutating func readLiteral(_ rest: inout ArraySlice<Unicode.Scalar>) {
        let mark = rest.starts(with: "\"\"\"".unicodeScalars) ? "\"\"\"" : "\""
        var literal = ""
        code += "\"\""
        rest = rest.dropFirst(mark.count)
        while let scalar = rest.first, !rest.starts(with: mark.unicodeScalars) {
            if rest.starts(with: "\\(".unicodeScalars) {
                rest = rest.dropFirst(2)
                code += " "
                read(&rest, untilParenthesis: true)
                code += " "
                continue
            }
            let length = scalar == "\\" ? 2 : 1
            literal.unicodeScalars.append(contentsOf: rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        rest = rest.dropFirst(mark.count)
        literals.append(literal)
    }
}
