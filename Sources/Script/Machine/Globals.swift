/// A name at the top level: its value lies at an address that compiled code holds.
final class GlobalCell {
    let name: String
    /// The value, and behind it a mark that tells whether `let`, `func` or the prelude bound it.
    let content: UnsafeMutablePointer<Slot>
    /// Whether it still has the prelude's value.
    var isPrelude = false

    init(name: String) {
        self.name = name
        content = .allocate(capacity: 2)
        content.initialize(repeating: .unbound, count: 2)
        content[1] = .bool(false)
    }

    deinit {
        content.pointee.release()
        content.deallocate()
    }

    var isBound: Bool { content.pointee.head != Tag.unbound }

    var isConstant: Bool {
        get { content[1].asBool }
        set { content[1] = .bool(newValue) }
    }
}

/// All names at the top level of an interpreter, and the prelude's functions under their own names.
final class GlobalTable {
    private var cells: [String: GlobalCell] = [:]
    private var natives: [String: NativeObject] = [:]
    /// The names that the session bound, in order of their first binding.
    private(set) var order: [String] = []
    private var isOrdered: Set<String> = []

    init(natives functions: [NativeFunction], constants: [String: Value]) {
        for function in functions {
            let native = NativeObject(function)
            natives[function.name] = native
            bindPrelude(function.name, .retaining(Tag.native, native))
        }
        for (name, value) in constants { bindPrelude(name, Slot(value)) }
    }

    private func bindPrelude(_ name: String, _ slot: Slot) {
        let cell = cell(name)
        cell.content.replace(with: slot)
        cell.isConstant = true
        cell.isPrelude = true
    }

    /// The cell of a name, which may be unbound.
    func cell(_ name: String) -> GlobalCell {
        if let cell = cells[name] { return cell }
        let cell = GlobalCell(name: name)
        cells[name] = cell
        return cell
    }

    func existing(_ name: String) -> GlobalCell? { cells[name] }

    /// The prelude's function of a name, also while a session shadows it.
    func native(_ name: String) -> NativeObject? { natives[name] }

    /// Notes that the session has bound a name.
    func noteBinding(of cell: GlobalCell, constant: Bool) {
        cell.isConstant = constant
        cell.isPrelude = false
        if cell.name != "_", isOrdered.insert(cell.name).inserted { order.append(cell.name) }
    }

    /// Every name that has a value.
    var boundNames: [String] { cells.values.filter { $0.isBound && $0.name != "_" }.map(\.name) }

    /// The prelude's functions by name.
    var nativeNames: [String] { Array(natives.keys) }
}
