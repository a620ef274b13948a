import Budget
import Text

extension Interpreter {
    /// How many steps have been taken since the interpreter was made.
    public var stepsTaken: Int { stepsBeforeFuel + fuelFilledIn - max(0, stack.pointee.fuel) }

    /// Counts work done by a native, in steps, against `limits.steps`, and looks at `poll`.
    public func spend(_ steps: Int) throws {
        stack.pointee.fuel -= min(steps, 1 << 40)
        if stack.pointee.fuel < 0 { try refuel() }
    }

    /// Makes the next call or turn of a loop look at `poll`, however lately it was looked at. A native says so
    /// whose own work was stopped and whose result is to be kept all the same.
    public func pollAtNextStep() {
        stepsBeforeFuel = stepsTaken
        fuelFilledIn = 0
        stack.pointee.fuel = 0
    }

    /// Counts a step of a walk through a value.
    @inline(__always)
    func spendQuietly(_ steps: Int) throws {
        stack.pointee.fuel -= steps
        if stack.pointee.fuel < 0 { try refuel() }
    }

    /// Called when the fuel is used up: looks whether to go on, and fills in more.
    @inline(never)
    func refuel() throws {
        stepsBeforeFuel += fuelFilledIn - min(0, stack.pointee.fuel + 1)
        var portion = 1_024
        fuelFilledIn = 0
        stack.pointee.fuel = 0
        if let steps = limits.steps {
            let left = steps - stepsBeforeFuel
            guard left > 0 else {
                throw Mistake(
                    construct: "limit", problem: "the script takes too many steps",
                    note: "it may take \(steps); is there a loop that does not end?")
            }
            portion = min(portion, left)
        }
        try poll?()
        fuelFilledIn = portion
        stack.pointee.fuel = portion - 1
    }

    /// Makes sure that a list of so many elements is allowed; one that is there takes no further memory.
    @inline(__always)
    func reserveList(_ count: Int, isThere: Bool = false) throws {
        if count > 1_000 { try checkList(count, isThere) }
    }

    @inline(never)
    private func checkList(_ count: Int, _ isThere: Bool) throws {
        guard count <= limits.elements else {
            throw Mistake(
                construct: "limit", problem: "the list becomes too long",
                note: "it may have \(limits.elements) elements")
        }
        try checkMemory(isThere ? 0 : count * MemoryLayout<Slot>.stride)
    }

    /// Makes sure that a string of so many bytes is allowed; one that is there takes no further memory.
    @inline(__always)
    func reserveString(_ bytes: Int, isThere: Bool = false) throws {
        if bytes > 1_000 { try checkString(bytes, isThere) }
    }

    func reserveString(_ product: (partialValue: Int, overflow: Bool)) throws {
        try reserveString(product.overflow ? Int.max : product.partialValue)
    }

    @inline(never)
    private func checkString(_ bytes: Int, _ isThere: Bool) throws {
        guard bytes <= limits.stringBytes else {
            throw Mistake(
                construct: "limit", problem: "the string becomes too long",
                note: "it may have \(limits.stringBytes) bytes")
        }
        try checkMemory(isThere ? 0 : bytes)
    }

    /// An empty list that has room for so many elements: asked for, and paid for in steps, before it is there.
    func newList(capacity: Int) throws -> ListObject {
        try reserveList(capacity)
        try spendQuietly(capacity >> 4)
        return ListObject(capacity: capacity)
    }

    /// Makes sure that a native may take so many bytes for what it works with, which it gives back by itself.
    public func reserve(bytes: Int) throws {
        if bytes > 1 << 20 { try checkMemory(bytes) }
    }

    /// Pays for going once through a text of so many bytes.
    @inline(__always)
    public func spend(bytes: Int) throws {
        if bytes > 256 { try spendQuietly(bytes >> 8) }
    }

    /// Makes sure that so many bytes more may be used.
    func checkMemory(_ more: Int) throws {
        let used = MemoryBudget.values
        guard more <= limits.memory - used, more <= MemoryBudget.left else {
            let hosts = MemoryBudget.tensors >> 20
            throw Mistake(
                construct: "limit", problem: "the script's memory is used up",
                note: "lists, strings and dictionaries hold \(used >> 20) MiB, "
                    + (hosts > 0 ? "what else was made \(hosts) MiB, " : "")
                    + "\(more >> 20) MiB more are needed, and "
                    + "\(min(limits.memory, MemoryBudget.limit) >> 20) MiB are allowed")
        }
    }

    /// A value that came from outside, if it keeps within all bounds; otherwise it is let go of.
    ///
    /// What a native gives comes in here, whatever it did: none can bring in more than scripts may have.
    @inline(__always)
    func checked(_ slot: Slot) throws -> Slot {
        if slot.isObject { try checkObject(slot) }
        return slot
    }

    private func checkObject(_ slot: Slot) throws {
        do {
            if slot.nesting > limits.nesting { throw tooDeep() }
            switch slot.head {
            case Tag.string: try reserveString(slot.asString.utf8.count, isThere: true)
            case Tag.list: try reserveList(slot.asList.count, isThere: true)
            default: break
            }
            if MemoryBudget.left < 0 { try checkMemory(0) }
        } catch {
            DeferredRelease.release(slot)
            throw error
        }
    }

    func tooDeep() -> Mistake {
        Mistake(
            construct: "limit", problem: "lists are nested too deeply",
            note: "\(limits.nesting) may lie inside one another")
    }
}
