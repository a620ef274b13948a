/// The names that someone who wrote `name` perhaps meant: the nearest first, three at most.
///
/// Near is a small number of letters inserted, left out, changed or swapped, whatever their case: none
/// for names of one letter, one for up to four letters, two up to eight, three beyond.
public func nearNames(to name: String, among candidates: some Sequence<String>) -> [String] {
    let letters = Array(name.lowercased())
    let limit =
        switch letters.count {
        case ...1: 0
        case ...4: 1
        case ...8: 2
        default: 3
        }
    var found: [(name: String, distance: Int)] = []
    var seen: Set<String> = [name]
    for candidate in candidates where seen.insert(candidate).inserted {
        let other = Array(candidate.lowercased())
        guard abs(other.count - letters.count) <= limit else { continue }
        let distance = editDistance(letters, other)
        if distance <= limit, distance < other.count { found.append((candidate, distance)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(3).map(\.name)
}

/// `did you mean mean, max or min?`
func didYouMean(_ names: [String]) -> String? {
    guard let last = names.last else { return nil }
    let others = names.dropLast().map { "`\($0)`" }.joined(separator: ", ")
    return others.isEmpty ? "did you mean `\(last)`?" : "did you mean \(others) or `\(last)`?"
}

/// The number of single edits from one to the other; two neighbors that changed places count as one
/// (Damerau's distance in its optimal string alignment form).
func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    guard !first.isEmpty else { return second.count }
    var beforePrevious = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    var current = previous
    for row in 1...first.count {
        current[0] = row
        for column in second.indices.map({ $0 + 1 }) {
            let isSame = first[row - 1] == second[column - 1]
            current[column] = min(
                previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
            if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1]
            {
                current[column] = min(current[column], beforePrevious[column - 2] + 1)
            }
        }
        (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[second.count]
}
