/// A parameter of an entry as documentation, completion and messages see it.
public struct EntryParameter: Sendable, Hashable {
    /// The name, which is also the label it may be given by.
    public let name: String
    /// What it takes, in a word or two: "Tensor", "Int", "network".
    public let type: String
    /// What stands for it when it is left out, as a script would write it; nil if it must be given.
    public let defaultText: String?
    /// What it means; may be empty where the name says it.
    public let summary: String
    /// Whether it takes every argument without a label that is left.
    public let isVariadic: Bool
    /// Whether it can be given by its label only.
    public let isLabelOnly: Bool

    /// Whether it may be left out.
    public var isOptional: Bool { defaultText != nil || isVariadic }

    /// As the signature shows it: "axis: Int = nil".
    public var text: String {
        let shown = isVariadic ? "\(name): \(type)…" : "\(name): \(type)"
        guard let defaultText else { return shown }
        return "\(shown) = \(defaultText)"
    }
}
