/// "1 element", "3 elements": a count with its noun.
func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

/// "0, 1 and 2": a list as a sentence has it.
func listed(_ items: [String], _ conjunction: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "none" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

/// A size in memory as a person says it: "4 bytes", "12.5 MB", "4.0 TB" (powers of 1000).
func memorySize(floats count: Double) -> String {
    var bytes = count * 4
    if bytes < 1000 { return "\(Int(bytes)) bytes" }
    let units = ["kB", "MB", "GB", "TB", "PB", "EB"]
    var unit = -1
    while bytes >= 999.95 && unit < units.count - 1 {
        bytes /= 1000
        unit += 1
    }
    let tenths = (bytes * 10).rounded()
    if tenths >= 1e6 { return "\(bytes.rounded()) \(units[unit])" }
    return "\(Int(tenths) / 10).\(Int(tenths) % 10) \(units[unit])"
}
