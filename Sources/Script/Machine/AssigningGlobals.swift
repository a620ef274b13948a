import Text

extension Interpreter {
    @inline(__always)
    func takeOrCopy(_ a: UnsafeMutablePointer<Slot>, _ flags: UInt8) -> Slot {
        let value = a.pointee
        if flags & Flag.freesB != 0 {
            a.pointee = .empty
            return value
        }
        return value.retained()
    }

    /// globals[b] = R[a] where it is not the plain case.
    @inline(never)
    func assignGlobal(
        _ i: Instruction, _ prototype: Unmanaged<Prototype>, _ a: UnsafeMutablePointer<Slot>
    ) throws {
        let cell = prototype._withUnsafeGuaranteedRef { $0.globals[Int(i.b)] }
        try checkVariable(cell)
        replace(cell.content, with: takeOrCopy(a, i.flags))
    }

    /// A binding at the top level.
    @inline(never)
    func bindGlobal(_ i: Instruction, _ prototype: Unmanaged<Prototype>, _ a: UnsafeMutablePointer<Slot>) {
        let cell = prototype._withUnsafeGuaranteedRef { $0.globals[Int(i.b)] }
        let value = a.pointee
        a.pointee = .empty
        replace(cell.content, with: value)
        globalTable.noteBinding(of: cell, constant: i.flags & Flag.constant != 0)
    }

    func checkVariable(_ cell: GlobalCell) throws {
        if !cell.isBound {
            throw Mistake(
                construct: "assignment", problem: "`\(cell.name)` is not bound yet",
                note: "`let \(cell.name) = …` binds a constant, `var \(cell.name) = …` a variable")
        }
        guard cell.isConstant else { return }
        if cell.isPrelude {
            throw Mistake(
                construct: "assignment", problem: "`\(cell.name)` belongs to the prelude",
                note: "`let \(cell.name) = …` or `var \(cell.name) = …` binds a name of your own")
        }
        let isFunction = cell.content.pointee.head == Tag.closure
        let reason: ConstantReason = isFunction ? .function : .bound
        throw Mistake(
            construct: "assignment", problem: "`\(cell.name)` is \(reason.phrase)",
            note: reason.advice(cell.name))
    }

    /// globals[b] = globals[b] op R[a]
    @inline(never)
    func combineGlobal(
        _ i: Instruction, _ prototype: Unmanaged<Prototype>, _ a: UnsafeMutablePointer<Slot>
    ) throws {
        let cell = prototype._withUnsafeGuaranteedRef { $0.globals[Int(i.b)] }
        if !cell.isBound { throw unknownName(prototype, Int(i.b)) }
        try checkVariable(cell)
        let operation = BinaryOperator(rawValue: UInt8(truncatingIfNeeded: i.c)) ?? .add
        try combine(operation, cell.content, a.pointee)
        if i.flags & Flag.freesB != 0 { a.replace(with: .empty) }
    }

    /// `place op= value`
    func combine(
        _ operation: BinaryOperator, _ place: UnsafeMutablePointer<Slot>, _ value: Slot
    ) throws {
        if operation == .add, try appendInPlace(place, value) { return }
        // The operation may run code of the host: the old value is held on to.
        let old = place.pointee.retained()
        defer { old.release() }
        let result = try binary(operation, old, value)
        replace(place, with: result)
    }
}
