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

    /// Makes sure that a list of so many elements is allowed.
    @inline(__always)
    func reserveList(_ count: Int) throws {
        if count > 1_000 { try checkList(count) }
    }

    @inline(never)
    private func checkList(_ count: Int) throws {
        guard count <= limits.elements else {
            throw Mistake(
                construct: "limit", problem: "the list becomes too long",
                note: "it may have \(limits.elements) elements")
        }
        try checkMemory(count * MemoryLayout<Slot>.stride)
    }

    /// Makes sure that a string of so many bytes is allowed.
    @inline(__always)
    func reserveString(_ bytes: Int) throws {
        if bytes > 1_000 { try checkString(bytes) }
    }

    func reserveString(_ product: (partialValue: Int, overflow: Bool)) throws {
        try reserveString(product.overflow ? Int.max : product.partialValue)
    }

    @inline(never)
    private func checkString(_ bytes: Int) throws {
        guard bytes <= limits.stringBytes else {
            throw Mistake(
                construct: "limit", problem: "the string becomes too long",
                note: "it may have \(limits.stringBytes) bytes")
        }
        try checkMemory(bytes)
    }

    /// Makes sure that so many bytes more may be used.
    func checkMemory(_ more: Int) throws {
        let used = MemoryMeter.used
        guard more <= limits.memory - used else {
            throw Mistake(
                construct: "limit", problem: "the script's memory is used up",
                note: "lists, strings and dictionaries hold \(used >> 20) MiB, \(more >> 20) MiB more are "
                    + "needed, and \(limits.memory >> 20) MiB are allowed")
        }
    }

    /// A value that came from outside, if it does not nest too deeply; otherwise it is let go of.
    func checked(_ slot: Slot) throws -> Slot {
        if slot.isObject, slot.nesting > limits.nesting {
            DeferredRelease.release(slot)
            throw tooDeep()
        }
        return slot
    }

    func tooDeep() -> Mistake {
        Mistake(
            construct: "limit", problem: "lists are nested too deeply",
            note: "\(limits.nesting) may lie inside one another")
    }
}
