/// A name at the top level: its value lies at an address that compiled code holds.
final class GlobalCell {
    let name: String
    let content: UnsafeMutablePointer<Slot>
    /// Whether `let` or `func` bound it.
    var isConstant = false
    /// Whether it still has the prelude's value.
    var isPrelude = false

    init(name: String) {
        self.name = name
        content = .allocate(capacity: 1)
        content.initialize(to: .unbound)
    }

    deinit {
        content.pointee.release()
        content.deallocate()
    }

    var isBound: Bool { content.pointee.head != Tag.unbound }
}
