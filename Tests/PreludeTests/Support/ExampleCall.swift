import Prelude
import Script

/// The call of an entry in its example, taken apart so that one argument can be another.
struct ExampleCall {
    /// What stands above the call.
    let setup: String
    /// What stands before the dot of a method; nil for a function.
    let receiver: String?
    /// The arguments of the function or method, each with its label; behind a dot a function's first one is among them.
    var arguments: [(label: String?, source: String)]

    /// The first call of the entry in its example, or in another script.
    init?(of entry: Entry, in source: String? = nil) {
        let source = Array(source ?? entry.placedExample)
        guard let name = Self.place(of: entry.name, in: source),
            let (between, end) = Self.arguments(source, from: name + entry.name.count)
        else { return nil }
        var arguments = between
        var start = name
        if name > 0, source[name - 1] == "." {
            start = Self.startOfOperand(source, before: name - 1)
            let operand = String(source[start..<(name - 1)])
            if entry.owner == nil {
                receiver = nil
                arguments.insert((nil, operand), at: 0)
            } else {
                receiver = operand
            }
        } else {
            receiver = nil
        }
        // A block behind the parentheses is the last argument.
        var next = end
        while next < source.count, source[next] == " " { next += 1 }
        if next < source.count, source[next] == "{", let close = Self.matching(source, next) {
            let label = entry.parameters.last { $0.type == "function" }?.name
            arguments.append((label, String(source[next...close])))
        }
        self.arguments = arguments
        let line = source[..<start].lastIndex(of: "\n") ?? -1
        setup = line < 0 ? "" : String(source[...line])
    }

    /// The call with one more argument, or another for a parameter.
    func source(of entry: Entry, giving parameter: EntryParameter? = nil, as value: String = "") -> String {
        var given = arguments
        if let parameter {
            let position = given.firstIndex { $0.label == parameter.name } ?? positional(parameter, of: entry)
            if let position {
                given[position].source = value
            } else {
                given.append((parameter.name, value))
            }
        }
        let list = given.map { label, source in label.map { "\($0): \(source)" } ?? source }
        let call = "\(entry.name)(\(list.joined(separator: ", ")))"
        return receiver.map { "\($0).\(call)" } ?? call
    }

    /// Where the argument without a label stands that a parameter takes.
    private func positional(_ parameter: EntryParameter, of entry: Entry) -> Int? {
        guard !parameter.isLabelOnly else { return nil }
        let labels = Set(arguments.compactMap(\.label))
        let open = entry.parameters.filter { !$0.isLabelOnly && !labels.contains($0.name) }
        guard let place = open.firstIndex(of: parameter) else { return nil }
        let unlabeled = arguments.indices.filter { arguments[$0].label == nil }
        return unlabeled.indices.contains(place) ? unlabeled[place] : nil
    }

    // MARK: Taking text apart

    private static func place(of name: String, in source: [Character]) -> Int? {
        let word = Array(name)
        var index = 0
        while index + word.count < source.count {
            if source[index] == "\"" {
                index = endOfText(source, index)
                continue
            }
            let isWhole = index == 0 || !(source[index - 1].isLetter || source[index - 1].isNumber)
            if isWhole, Array(source[index..<(index + word.count)]) == word,
                "( {".contains(source[index + word.count])
            {
                return index
            }
            index += 1
        }
        return nil
    }

    /// What stands in the parentheses from `start` on, and the place behind them; nothing before a block alone.
    private static func arguments(
        _ source: [Character], from start: Int
    ) -> ([(label: String?, source: String)], Int)? {
        guard source[start] == "(" else { return ([], start) }
        guard let close = matching(source, start) else { return nil }
        var parts: [String] = []
        var part = ""
        var index = start + 1
        while index < close {
            if source[index] == "," {
                parts.append(part)
                part = ""
                index += 1
                continue
            }
            var end = index + 1
            if source[index] == "\"" { end = endOfText(source, index) }
            if "([{".contains(source[index]), let inner = matching(source, index) { end = inner + 1 }
            part += String(source[index..<end])
            index = end
        }
        if !part.allSatisfy(\.isWhitespace) { parts.append(part) }
        return (
            parts.map { part in
                let part = part.drop(while: \.isWhitespace)
                if let match = part.prefixMatch(of: #/(\w+): /#) {
                    return (String(match.1), String(part[match.range.upperBound...]))
                }
                return (nil, String(part))
            }, close + 1
        )
    }

    /// The bracket that closes the one at `open`.
    private static func matching(_ source: [Character], _ open: Int) -> Int? {
        var depth = 0
        var index = open
        while index < source.count {
            if source[index] == "\"" {
                index = endOfText(source, index)
                continue
            }
            if "([{".contains(source[index]) { depth += 1 }
            if ")]}".contains(source[index]) {
                depth -= 1
                if depth == 0 { return index }
            }
            index += 1
        }
        return nil
    }

    private static func endOfText(_ source: [Character], _ quote: Int) -> Int {
        var index = quote + 1
        while index < source.count, source[index] != "\"" { index += source[index] == "\\" ? 2 : 1 }
        return index + 1
    }

    /// Where the value begins that ends before `end`.
    private static func startOfOperand(_ source: [Character], before end: Int) -> Int {
        var start = end
        while start > 0 {
            let last = source[start - 1]
            if ")]\"".contains(last) {
                let opens: [Character: Character] = [")": "(", "]": "[", "\"": "\""]
                var depth = last == "\"" ? 0 : 1
                start -= 2
                while start > 0, depth > 0 || last == "\"" {
                    if last == "\"" {
                        if source[start] == "\"" { break }
                    } else if source[start] == last {
                        depth += 1
                    } else if source[start] == opens[last] {
                        depth -= 1
                        if depth == 0 { break }
                    }
                    start -= 1
                }
            } else if last.isLetter || last.isNumber || last == "." || last == "_" {
                start -= 1
            } else {
                break
            }
        }
        return start
    }
}
