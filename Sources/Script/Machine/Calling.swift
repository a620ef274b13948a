import Budget
import Text

extension Interpreter {
    /// Calls what is neither a closure with plain arguments nor anything simpler: either a new frame is the
    /// innermost afterwards, or the result lies in `a`.
    @inline(never)
    func call(
        _ callee: Slot, _ a: UnsafeMutablePointer<Slot>, _ i: Instruction, _ prototype: Unmanaged<Prototype>
    ) throws {
        if callee.head == Tag.unbound { throw unknownName(prototype, Int(i.b)) }
        let shape = prototype._withUnsafeGuaranteedRef { $0.shapes[Int(i.c)] }
        try call(callee, a, shape)
    }

    /// Calls with the arguments from `a + 1` on.
    func call(_ callee: Slot, _ a: UnsafeMutablePointer<Slot>, _ shape: CallShape) throws {
        switch callee.tag {
        case Tag.closure:
            if stack.pointee.fuel < 0 { try refuel() }
            try push(callee, a + 1, shape)
        case Tag.native:
            callee.retain()
            defer { callee.release() }
            try callNative(callee.asNative, a, shape)
        case Tag.host: try callHost(callee.asHost, a, shape)
        default: throw noFunction(callee)
        }
    }

    // MARK: Closures

    /// Begins a call of a closure whose arguments lie from `registers` on, in the order they were written.
    func push(_ callee: Slot, _ registers: UnsafeMutablePointer<Slot>, _ shape: CallShape) throws {
        let (target, captures) = callee.unmanaged(ClosureObject.self)._withUnsafeGuaranteedRef {
            ($0.code, $0.captures)
        }
        let next = stack.pointee.frame + 1
        // Binding may need room for the parameters that were not given.
        let needed = max(target.pointee.registerCount, shape.count) + shape.count
        guard next < stack.pointee.frameLimit, registers + needed <= stack.pointee.registerLimit else {
            throw tooManyCalls()
        }
        if shape.hasLabels || shape.hasTrailingClosure || target.pointee.plainCount != shape.count {
            try bind(target.pointee.prototype, registers, shape)
        }
        next.pointee = CallFrame(
            registers: registers, code: target, next: UnsafePointer(target.pointee.instructions),
            captures: captures, closure: callee.bits)
        stack.pointee.frame = next
    }

    private func bind(
        _ prototype: Unmanaged<Prototype>, _ registers: UnsafeMutablePointer<Slot>, _ shape: CallShape
    ) throws {
        let identity = prototype._withUnsafeGuaranteedRef { $0.identity }
        if shape.lastCallee != identity {
            let prototype = prototype.takeUnretainedValue()
            let parameters = prototype.parameters
            if prototype.ignoresArguments {
                shape.lastBinding = ArgumentBinding()
            } else if shape.count == 1, !shape.hasLabels, prototype.name.isEmpty, parameters.count > 1,
                registers.pointee.head == Tag.tuple, registers.pointee.asTuple.count == parameters.count
            {
                // `{ key, value in … }` called with one pair takes it apart.
                let tuple = registers.pointee
                for (index, element) in tuple.asTuple.elements.enumerated() {
                    registers[index] = element.retained()
                }
                tuple.release()
                return
            } else {
                do {
                    shape.lastBinding = try ArgumentBinding(parameters, shape)
                } catch {
                    throw describe(error, parameters, shape, function: prototype.name)
                }
                shape.lastCallee = identity
            }
        }
        arrange(registers, shape.count, shape.lastBinding)
        if shape.lastCallee != identity { shape.lastCallee = 0 }
    }

    /// Puts arguments, in the order they were written, where the parameters are; the variadic ones behind.
    private func arrange(_ registers: UnsafeMutablePointer<Slot>, _ count: Int, _ binding: ArgumentBinding) {
        withUnsafeTemporaryAllocation(of: Slot.self, capacity: max(1, count)) { written in
            for index in 0..<count {
                written[index] = registers[index]
                registers[index] = .empty
            }
            for (parameter, argument) in binding.argumentOfParameter.enumerated() {
                registers[parameter] = argument < 0 ? .absent : written[argument]
                if argument >= 0 { written[argument] = .empty }
            }
            let parameters = binding.argumentOfParameter.count
            for (index, argument) in binding.rest.enumerated() {
                registers[parameters + index] = written[argument]
                written[argument] = .empty
            }
            for index in 0..<count { written[index].release() }
        }
    }

    // MARK: Natives

    /// Calls a native with the arguments from `a + 1` on; the result is put into `a`.
    func callNative(_ native: NativeObject, _ a: UnsafeMutablePointer<Slot>, _ shape: CallShape) throws {
        let arguments = a + 1
        let count = native.facts.count
        guard arguments + count + 2 * shape.count <= stack.pointee.registerLimit else { throw tooManyCalls() }
        var rest = 0
        if let plain = native.plainCounts, !shape.hasLabels, !shape.hasTrailingClosure,
            plain.contains(shape.count)
        {
            for index in shape.count..<max(count, shape.count) { arguments[index] = .absent }
        } else {
            try bind(native, shape)
            arrange(arguments, shape.count, shape.lastBinding)
            rest = shape.lastBinding.rest.count
        }
        let oldTop = stack.pointee.nativeTop
        stack.pointee.nativeTop = max(stack.pointee.top, arguments + count + rest)
        defer {
            stack.pointee.nativeTop = oldTop
            for index in 0..<(count + rest) { (arguments + index).replace(with: .empty) }
        }
        do {
            try spendQuietly(16)
            let result = try native.function.body(
                Arguments(base: arguments, count: count, restCount: rest, interpreter: self))
            a.replace(with: try checked(Slot(result)))
        } catch {
            guard let mistake = learnersMistake(error) else { throw error }
            guard let site = currentSite?.site else { throw mistake }
            throw diagnose(mistake, operands: operands(of: site, native, shape))
        }
    }

    private func bind(_ native: NativeObject, _ shape: CallShape) throws {
        guard shape.lastCallee != native.identity else { return }
        do {
            shape.lastBinding = try ArgumentBinding(native.facts, shape)
            shape.lastCallee = native.identity
        } catch {
            shape.lastCallee = 0
            throw describe(error, native.facts, shape, function: native.function.name)
        }
    }

    /// The source of each parameter's argument, and of the variadic ones behind them.
    private func operands(of site: Site, _ native: NativeObject, _ shape: CallShape) -> [SourceRange?] {
        guard let binding = try? ArgumentBinding(native.facts, shape) else { return site.operands }
        return (binding.argumentOfParameter + binding.rest).map {
            site.operands.indices.contains($0) ? site.operands[$0] : nil
        }
    }

    // MARK: Objects of the host

    private func callHost(
        _ host: any HostObject, _ a: UnsafeMutablePointer<Slot>, _ shape: CallShape
    ) throws {
        var positional: [Value] = []
        var labeled: [(label: String, value: Value)] = []
        for (index, label) in shape.labels.enumerated() {
            let value = Value(a[1 + index])
            if let label { labeled.append((label, value)) } else { positional.append(value) }
        }
        for index in 0..<shape.count { (a + 1 + index).replace(with: .empty) }
        do {
            try spendQuietly(16)
            guard let result = try host.call(CallArguments(positional, labeled: labeled), self) else {
                throw noFunction(.unownedHost(host))
            }
            a.replace(with: try checked(Slot(result)))
        } catch {
            guard let mistake = learnersMistake(error) else { throw error }
            guard let site = currentSite?.site else { throw mistake }
            let written = Array(site.operands.suffix(shape.count))
            let order =
                shape.labels.indices.filter { shape.labels[$0] == nil }
                + shape.labels.indices.filter { shape.labels[$0] != nil }
            throw diagnose(
                mistake, operands: order.map { written.indices.contains($0) ? written[$0] : nil })
        }
    }

    // MARK: Calls from outside the machine

    /// Calls a value from a native or from the host. The arguments stay the caller's; the result is its own.
    func callBack(_ callee: Slot, _ arguments: [Slot], _ shape: CallShape? = nil) throws -> Slot {
        try arguments.withUnsafeBufferPointer { try callBack(callee, $0, shape) }
    }

    func callBack(
        _ callee: Slot, _ arguments: UnsafeBufferPointer<Slot>, _ shape: CallShape? = nil
    ) throws -> Slot {
        let shape = shape ?? positionalShape(arguments.count)
        if callee.head == Tag.closure { return try enter(callee, arguments, shape) }
        let a = stack.pointee.top
        guard a + arguments.count + 1 <= stack.pointee.registerLimit else { throw tooManyCalls() }
        a.pointee = .empty
        for (index, argument) in arguments.enumerated() { a[1 + index] = argument.retained() }
        let oldTop = stack.pointee.nativeTop
        stack.pointee.nativeTop = a + arguments.count + 1
        defer { stack.pointee.nativeTop = oldTop }
        do {
            try guardNativeStack()
            try call(callee, a, shape)
        } catch {
            for index in 0...arguments.count { (a + index).replace(with: .empty) }
            throw error
        }
        let result = a.pointee
        a.pointee = .empty
        return result
    }

    func enter(_ callee: Slot, _ arguments: [Slot]) throws -> Slot {
        try arguments.withUnsafeBufferPointer { try enter(callee, $0, positionalShape(arguments.count)) }
    }

    /// Measures the thread's stack and pays for what the engine does on it.
    private func beginRun() -> UnsafeMutablePointer<Int>? {
        nativeStack = NativeStack()
        return Work.lend(stack.pointer(to: \.fuel))
    }

    /// Gives the thread back to whoever ran before.
    private func endRun(_ before: UnsafeMutablePointer<Int>?) {
        _ = Work.lend(before)
        releasePending()
    }

    /// Runs a closure to its end.
    private func enter(
        _ callee: Slot, _ arguments: UnsafeBufferPointer<Slot>, _ shape: CallShape
    ) throws -> Slot {
        let lender = entries == 0 ? beginRun() : nil
        entries += 1
        defer {
            entries -= 1
            if entries == 0 { endRun(lender) }
        }
        try guardNativeStack()
        let registers = stack.pointee.top
        guard registers + arguments.count <= stack.pointee.registerLimit else { throw tooManyCalls() }
        for (index, argument) in arguments.enumerated() { registers[index] = argument.retained() }
        do {
            stack.pointee.fuel -= 1
            if stack.pointee.fuel < 0 { try refuel() }
            try push(callee, registers, shape)
        } catch {
            for index in arguments.indices { (registers + index).replace(with: .empty) }
            throw error
        }
        let entry = stack.pointee.frame
        let oldTop = stack.pointee.nativeTop
        defer { stack.pointee.nativeTop = oldTop }
        do {
            return try execute(entry)
        } catch {
            let reason = error is Interrupted ? reasonToStop() : error
            let told = learnersMistake(reason).map { diagnose($0) } ?? reason
            unwind(entry)
            throw told
        }
    }

    /// Why work outside of the machine was stopped: the poll may have words for it.
    private func reasonToStop() -> any Error {
        do {
            try poll?()
        } catch {
            return error
        }
        return Interrupted()
    }

    /// The shape of a call from outside with arguments by position.
    private func positionalShape(_ count: Int) -> CallShape {
        while positionalShapes.count <= min(count, 8) {
            let labels = Array(repeating: String?.none, count: positionalShapes.count)
            positionalShapes.append(CallShape(name: "", labels: labels, hasTrailingClosure: false))
        }
        guard count > 8 else { return positionalShapes[count] }
        return CallShape(
            name: "", labels: Array(repeating: nil, count: count), hasTrailingClosure: false)
    }

    private func guardNativeStack() throws {
        if nativeStack.isExhausted { throw tooManyCalls() }
    }

    // MARK: Functions that are replaced

    /// Puts a value in a global's place; a function that may be running lives on until nothing runs.
    func replace(_ content: UnsafeMutablePointer<Slot>, with value: Slot) {
        let old = content.pointee
        content.pointee = value
        if old.head == Tag.closure, isRunning(old) {
            pendingRelease.append(old)
        } else {
            old.release()
        }
    }

    private func isRunning(_ closure: Slot) -> Bool {
        var frame = stack.pointee.frame
        while frame >= stack.pointee.firstFrame {
            if frame.pointee.closure == closure.bits { return true }
            frame -= 1
        }
        return false
    }

    private func releasePending() {
        let slots = pendingRelease
        pendingRelease = []
        for slot in slots { slot.release() }
    }

    /// A closure of `functions[number]` with the variables it captures.
    func makeClosure(
        _ prototype: Unmanaged<Prototype>, _ number: Int, _ frame: UnsafeMutablePointer<CallFrame>
    ) -> Slot {
        let function = prototype._withUnsafeGuaranteedRef { $0.functions[number] }
        let captures = function.captureSources.map { source in
            switch source {
            case .register(let register): frame.pointee.registers[Int(register)].retained()
            case .capture(let index): frame.pointee.captures[Int(index)].retained()
            case .runningClosure: Slot(head: Tag.closure, bits: frame.pointee.closure).retained()
            }
        }
        return .retaining(Tag.closure, ClosureObject(function, captures: captures))
    }
}

extension Slot {
    /// A slot that looks at a host object without owning a reference.
    static func unownedHost(_ host: any HostObject) -> Slot {
        let slot = Slot.host(host)
        slot.release()
        return slot
    }
}
