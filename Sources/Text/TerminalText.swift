/// What may be written to a terminal: our own escape sequences, and text in which nothing is left that a terminal
/// would obey.
///
/// Text of others enters through the escaper, whatever it is: a value, a message, a path, even a literal in our own
/// source. Escape sequences come from `Ink`, from the constants in ControlSequences.swift, and from nowhere else.
///
///     let text: TerminalText = "no lesson \(name)"   // `name` is escaped; line ends and tabs stay
///     let line: TerminalText = "saved in \(line: path)"  // stays on its line whatever `path` holds
public struct TerminalText: Sendable, Equatable {
    /// The text with its escape sequences, for whoever writes it.
    public private(set) var string: String

    /// No text.
    public init() { string = "" }

    /// A text of others.
    public init(_ foreign: some StringProtocol) { string = escaped(foreign, for: .terminal) }

    /// A sequence of our own.
    init(own sequence: String) { string = sequence }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { string.isEmpty }

    /// Whether it ends a line.
    public var endsLine: Bool { string.utf8.last == UInt8(ascii: "\n") }

    /// Its lines. Marks of `Ink` and of figures never reach beyond one.
    public var lines: [TerminalText] {
        string.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText(own: String($0)) }
    }

    /// Adds a character.
    public mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isObeyed {
            self += TerminalText(String(scalar))
        } else {
            string.unicodeScalars.append(scalar)
        }
    }

    /// Adds one text to another.
    public static func += (left: inout TerminalText, right: TerminalText) { left.string += right.string }

    /// Both texts, one after the other.
    public static func + (left: TerminalText, right: TerminalText) -> TerminalText {
        TerminalText(own: left.string + right.string)
    }

    /// Adds an escape sequence of our own.
    mutating func append(own sequence: String) { string += sequence }
}

extension TerminalText: CustomStringConvertible {
    /// The text with its escape sequences.
    public var description: String { string }
}

extension TerminalText: ExpressibleByStringInterpolation {
    /// A literal.
    public init(stringLiteral value: String) { self.init(value) }

    /// A literal with values in it.
    public init(stringInterpolation: Interpolation) { self = stringInterpolation.text }

    /// Puts a literal and its values together.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = TerminalText()

        /// Room for the parts.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds a part of the literal.
        public mutating func appendLiteral(_ literal: String) { text += TerminalText(literal) }

        /// Adds a text with its escape sequences.
        public mutating func appendInterpolation(_ part: TerminalText) { text += part }

        /// Adds the text of a value.
        public mutating func appendInterpolation(_ value: some Any) {
            text += TerminalText(String(describing: value))
        }

        /// Adds a text that must not begin a line: a name, a path, a title.
        public mutating func appendInterpolation(line text: some StringProtocol) {
            self.text.append(own: escaped(text, for: .line))
        }
    }
}

extension Sequence<TerminalText> {
    /// The texts with a separator between two of them.
    public func joined(separator: TerminalText = "") -> TerminalText {
        TerminalText(own: map(\.string).joined(separator: separator.string))
    }
}
