import Foundation
import Script
import Testing

@testable import Prelude

/// The language does not know its host: no text in the sources of `Script` names a function or kind of the prelude.
@Suite struct LanguageNamesTests {
    /// What may be named, with the reason.
    private static let allowed: [String: String] = [
        "Int": "a kind of the language", "Double": "a kind of the language",
        "String": "a kind of the language", "List": "a kind of the language",
        "Dictionary": "a kind of the language", "Bool": "a kind of the language",
        "Range": "a kind of the language", "Tuple": "a kind of the language",
        "Function": "a kind of the language", "nil": "a kind of the language",
        "list": "what messages call the construct `[1, 2]`",
        "range": "what messages call the construct `0..<3`, and Python's function",
        "number": "what messages call the construct `1.5`",
        "text": "what messages call a source", "value": "what messages call a statement that goes nowhere",
        "power": "what messages call the construct `**`",
        "choice": "what messages call the construct `? :`",
        "copy": "the name of a variable in `var copy = x`",
        "where": "Swift's word behind the head of a `for`, which is answered",
    ]

    @Test("No text names a function, and no comparison a kind")
    func texts() throws {
        let names = Set(Library.functions.map(\.name)).union(ValueKind.allCases.map(\.name)).subtracting(
            Self.allowed.keys)
        for (file, text) in try LanguageTexts.all() {
            for name in names.intersection(text.wholeNames) {
                Issue.record("\(file) names `\(name)` of the prelude: \(text.literal)")
            }
        }
    }

    @Test("No text speaks of the kinds of the prelude")
    func plainWords() throws {
        let words: Set = [
            "tensor", "tensors", "network", "networks", "optimizer", "optimizers", "gradient", "gradients",
            "GAN", "GANs", "figure", "history", "PyTorch", "Keras", "numpy", "layer", "layers",
        ]
        for (file, text) in try LanguageTexts.all() {
            for word in words.intersection(text.words) {
                Issue.record("\(file) speaks of “\(word)”: \(text.literal)")
            }
        }
    }

    @Test("No text writes a call with a label of the prelude")
    func labels() throws {
        let ofMembers = Entry.languageMembers.flatMap { $0.parameters.map(\.name) }
        let ofLanguage = Set(ofMembers + ["digits"])
        let labels = Set(Library.entries.flatMap { $0.parameters.map(\.name) }).subtracting(ofLanguage)
        for (file, text) in try LanguageTexts.all() {
            for code in text.code {
                for case .label(let label, _) in NamesInCode(code).all where labels.contains(label) {
                    Issue.record("\(file) writes the label `\(label):`: \(text.literal)")
                }
            }
        }
    }

    @Test("The sources were found, and a text that names the prelude is seen")
    func seen() throws {
        #expect(try LanguageTexts.all().count > 500)
        #expect(LanguageText("write `train(gan)`, as in `x.map { … }`").wholeNames == ["train", "map"])
        #expect(LanguageText("Tensor").wholeNames == ["Tensor"])
        #expect(LanguageText("`mean` is a function").wholeNames == ["mean"])
        #expect(LanguageText(#"`\(mean(x))` is a function"#).wholeNames == [])
    }
}

/// A string in the sources.
struct LanguageText {
    let literal: String
    /// The literal without the values that are put into it.
    private let plain: String

    init(_ literal: String) {
        self.literal = literal
        var plain = ""
        var depth = 0
        var rest = literal[...]
        while let first = rest.first {
            if depth == 0, rest.hasPrefix("\\(") {
                depth = 1
                plain += " "
                rest = rest.dropFirst(2)
                continue
            }
            if depth > 0 {
                depth += first == "(" ? 1 : first == ")" ? -1 : 0
            } else {
                plain.append(first)
            }
            rest = rest.dropFirst()
        }
        self.plain = plain
    }

    var code: [String] {
        plain.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }

    /// The functions and members that code in the text names, and the text itself where it is one word.
    var wholeNames: Set<String> {
        var names = Set(
            code.flatMap { NamesInCode($0).all }.compactMap { name in
                switch name {
                case .function(let name), .member(let name): name
                case .label: nil
                }
            })
        if !plain.isEmpty, plain.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) {
            names.insert(plain)
        }
        // Members of the language's own kinds are its own.
        return names.subtracting(Entry.languageMembers.map(\.name))
    }

    /// The words outside of code.
    var words: Set<String> {
        let outside = plain.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 0 }
        return Set(outside.flatMap { $0.element.split { !$0.isLetter }.map(String.init) })
    }
}

enum LanguageTexts {
    /// Every string literal in the sources of `Script`, with the file it stands in.
    static func all() throws -> [(file: String, text: LanguageText)] {
        let folder = packageFolder + "/Sources/Script"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return try files.filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
            let lines = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
                .split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
            return lines.flatMap { literals(in: String($0)) }.map { (file, LanguageText($0)) }
        }
    }

    /// The literals of a line; a string within the `\( )` of another belongs to the other.
    private static func literals(in line: String) -> [String] {
        var found: [String] = []
        var current: String?
        var depth = 0
        var escaped = false
        for character in line {
            guard var text = current else {
                if character == "\"" { current = "" }
                continue
            }
            if escaped {
                escaped = false
                if character == "(" { depth += 1 }
            } else if character == "\\" {
                escaped = true
            } else if depth > 0 {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
            } else if character == "\"" {
                found.append(text)
                current = nil
                continue
            }
            text.append(character)
            current = text
        }
        return found
    }
}
