/// "1 element", "3 elements": a count with its noun.
///
/// - Parameter none: what stands for 0.
public func counted(_ count: Int, _ noun: String, none: String = "0") -> String {
    count == 1 ? "1 \(noun)" : "\(count == 0 ? none : "\(count)") \(noun)s"
}

/// "0, 1 and 2": a list as a sentence has it.
public func listed(_ items: [String], _ conjunction: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "none" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
