import Synchronization

/// Where a graph begins: a `variable`, or a parameter's values as they were between two changes.
final class Leaf: Sendable {
    /// Who owns the values; nil for a `variable`.
    let owner: OwnerLabel?
    private let changed = Atomic(false)

    init(owner: OwnerLabel?) { self.owner = owner }

    /// Whether the parameter has been changed since.
    var isStale: Bool { changed.load(ordering: .relaxed) }

    func markStale() { changed.store(true, ordering: .relaxed) }
}

/// What messages call a parameter: its network's name, which a script may give long after a graph was made.
final class OwnerLabel: Sendable {
    private let text: Mutex<String>

    init(_ text: String) { self.text = Mutex(text) }

    var phrase: String {
        get { text.withLock { $0 } }
        set { text.withLock { $0 = newValue } }
    }
}
