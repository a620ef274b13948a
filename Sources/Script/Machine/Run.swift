extension Interpreter {
    /// The machine: carries out instructions until the call of `entry` gives back.
    ///
    /// What numbers and Bools need is written out here; everything else is one call away. Before a step
    /// that may fail or call, the frame notes where it is, for messages and for going on.
    func execute(_ entry: UnsafeMutablePointer<CallFrame>) throws -> Slot {
        let stack = self.stack
        var (frame, R, constants, pc) = innermostCall()
        while true {
            let i = pc.pointee
            pc += 1
            let a = R + Int(i.a)
            switch i.opcode {
            // MARK: Moving values
            case .load: a.replace(with: constants[Int(i.b)].retained())
            case .loadInt: a.replace(with: .int(Int(Int16(bitPattern: i.b))))
            case .loadNil: a.replace(with: .empty)
            case .move: a.replace(with: R[Int(i.b)].retained())
            case .take:
                let b = R + Int(i.b)
                let value = b.pointee
                b.pointee = .empty
                a.replace(with: value)
            case .clear:
                for offset in 0..<Int(i.b) { (a + offset).replace(with: .empty) }
            case .getGlobal:
                let value = constants.global(i.b).pointee
                if value.head == Tag.unbound {
                    frame.pointee.next = pc
                    throw unknownName(frame.pointee.code.pointee.prototype, Int(i.b))
                }
                a.replace(with: value.retained())
            case .setGlobal:
                let cell = constants.global(i.b)
                let old = cell.pointee
                if old.head != Tag.unbound, !cell[1].asBool, old.head != Tag.closure {
                    cell.pointee = takeOrCopy(a, i.flags)
                    old.release()
                } else {
                    frame.pointee.next = pc
                    try assignGlobal(i, frame.pointee.code.pointee.prototype, a)
                }
            case .bindGlobal:
                bindGlobal(i, frame.pointee.code.pointee.prototype, a)
            case .combineGlobal:
                let cell = constants.global(i.b)
                if !cell[1].asBool, a.pointee.isDouble, cell.pointee.isDouble, i.c == 0 {
                    cell.pointee = .double(cell.pointee.asDouble + a.pointee.asDouble)
                } else {
                    frame.pointee.next = pc
                    try combineGlobal(i, frame.pointee.code.pointee.prototype, a)
                }
            case .makeBox:
                let box = BoxObject(a.pointee)
                a.pointee = .retaining(Tag.box, box)
            case .getBox: a.replace(with: R[Int(i.b)].boxContent.pointee.retained())
            case .setBox:
                let value = a.pointee
                a.pointee = .empty
                R[Int(i.b)].boxContent.replace(with: value)
            case .getCapture: a.replace(with: frame.pointee.captures[Int(i.b)].retained())
            case .getCaptureBox:
                a.replace(with: frame.pointee.captures[Int(i.b)].boxContent.pointee.retained())
            case .setCaptureBox:
                let value = a.pointee
                a.pointee = .empty
                frame.pointee.captures[Int(i.b)].boxContent.replace(with: value)
            case .loadSelf:
                a.replace(with: Slot(head: Tag.closure, bits: frame.pointee.closure).retained())
            case .makeClosure:
                a.replace(with: makeClosure(frame.pointee.code.pointee.prototype, Int(i.b), frame))

            // MARK: Arithmetic
            case .add:
                let c = R[Int(i.c)]
                if a.putSum(R[Int(i.b)], c) { continue }
                frame.pointee.next = pc
                try operate(.add, i, R, c)
            case .addConstant:
                let c = constants[Int(i.c)]
                if a.putSum(R[Int(i.b)], c) { continue }
                frame.pointee.next = pc
                try operate(.add, i, R, c)
            case .subtract:
                let c = R[Int(i.c)]
                if a.putDifference(R[Int(i.b)], c) { continue }
                frame.pointee.next = pc
                try operate(.subtract, i, R, c)
            case .subtractConstant:
                let c = constants[Int(i.c)]
                if a.putDifference(R[Int(i.b)], c) { continue }
                frame.pointee.next = pc
                try operate(.subtract, i, R, c)
            case .multiply:
                let c = R[Int(i.c)]
                if a.putProduct(R[Int(i.b)], c) { continue }
                frame.pointee.next = pc
                try operate(.multiply, i, R, c)
            case .multiplyConstant:
                let c = constants[Int(i.c)]
                if a.putProduct(R[Int(i.b)], c) { continue }
                frame.pointee.next = pc
                try operate(.multiply, i, R, c)
            case .divide:
                let c = R[Int(i.c)]
                if a.putQuotient(R[Int(i.b)], c) { continue }
                frame.pointee.next = pc
                try operate(.divide, i, R, c)
            case .divideConstant:
                let c = constants[Int(i.c)]
                if a.putQuotient(R[Int(i.b)], c) { continue }
                frame.pointee.next = pc
                try operate(.divide, i, R, c)
            case .remainder:
                frame.pointee.next = pc
                try operate(.remainder, i, R, R[Int(i.c)])
            case .remainderConstant:
                let b = R[Int(i.b)]
                let c = constants[Int(i.c)]
                if b.isInt, c.isInt, c.asInt > 0 {
                    let rest = b.asInt % c.asInt
                    a.replace(with: .int(rest < 0 ? rest + c.asInt : rest))
                    continue
                }
                frame.pointee.next = pc
                try operate(.remainder, i, R, c)
            case .power:
                frame.pointee.next = pc
                try operate(.power, i, R, R[Int(i.c)])
            case .matrixProduct:
                frame.pointee.next = pc
                try operate(.matrixProduct, i, R, R[Int(i.c)])
            case .negate:
                let b = R[Int(i.b)]
                if b.isDouble {
                    a.replace(with: .double(-b.asDouble))
                } else {
                    frame.pointee.next = pc
                    try operate(.negate, i, R)
                }
            case .not:
                let b = R[Int(i.b)]
                if b.head == Tag.bool {
                    a.replace(with: .bool(!b.asBool))
                } else {
                    frame.pointee.next = pc
                    try operate(.not, i, R)
                }
            case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
                let operation = i.opcode.comparison(from: .less)
                let b = R[Int(i.b)]
                let c = R[Int(i.c)]
                if let holds = compareAlike(operation, b, c) {
                    a.replace(with: .bool(holds))
                } else {
                    frame.pointee.next = pc
                    try operate(operation, i, R, c)
                }

            // MARK: Jumps
            case .jump: pc += i.distance
            case .loop:
                stack.pointee.fuel &-= 1
                if stack.pointee.fuel < 0 {
                    frame.pointee.next = pc
                    try refuel()
                }
                pc += i.distance
            case .jumpIfFalse:
                let value = a.pointee
                if value.head != Tag.bool {
                    frame.pointee.next = pc
                    throw noCondition(value)
                }
                if !value.asBool { pc += i.distance }
            case .jumpIfTrue:
                let value = a.pointee
                if value.head != Tag.bool {
                    frame.pointee.next = pc
                    throw noCondition(value)
                }
                if value.asBool { pc += i.distance }
            case .checkBool:
                if a.pointee.head != Tag.bool {
                    frame.pointee.next = pc
                    throw noCondition(a.pointee)
                }
            case .jumpUnlessNil:
                if a.pointee.head != Tag.none { pc += i.distance }
            case .jumpIfGiven:
                if a.pointee.head != Tag.absent { pc += i.distance }
            case .jumpUnlessLess:
                let b = R[Int(i.b)]
                let c = R[Int(i.c)]
                if b.isInt, c.isInt {
                    if b.asInt >= c.asInt { pc += i.shortDistance }
                } else {
                    frame.pointee.next = pc
                    if try !holds(.less, i, R, c) { pc += i.shortDistance }
                }
            case .jumpUnlessLessConstant:
                let b = R[Int(i.b)]
                let c = constants[Int(i.c)]
                if b.isInt, c.isInt {
                    if b.asInt >= c.asInt { pc += i.shortDistance }
                } else {
                    frame.pointee.next = pc
                    if try !holds(.less, i, R, c) { pc += i.shortDistance }
                }
            case .jumpUnlessLessOrEqual, .jumpUnlessGreater, .jumpUnlessGreaterOrEqual, .jumpUnlessEqual,
                .jumpUnlessNotEqual:
                let c = R[Int(i.c)]
                let operation = i.opcode.comparison(from: .jumpUnlessLess)
                if let holds = compareAlike(operation, R[Int(i.b)], c) {
                    if !holds { pc += i.shortDistance }
                } else {
                    frame.pointee.next = pc
                    if try !holds(operation, i, R, c) { pc += i.shortDistance }
                }
            case .jumpUnlessLessOrEqualConstant, .jumpUnlessGreaterConstant,
                .jumpUnlessGreaterOrEqualConstant, .jumpUnlessEqualConstant, .jumpUnlessNotEqualConstant:
                let c = constants[Int(i.c)]
                let operation = i.opcode.comparison(from: .jumpUnlessLessConstant)
                if let holds = compareAlike(operation, R[Int(i.b)], c) {
                    if !holds { pc += i.shortDistance }
                } else {
                    frame.pointee.next = pc
                    if try !holds(operation, i, R, c) { pc += i.shortDistance }
                }

            // MARK: Calls
            case .call, .callGlobal:
                let callee = i.opcode == .call ? a.pointee : constants.global(i.b).pointee
                frame.pointee.next = pc
                if callee.head == Tag.closure {
                    let closure = Unmanaged<ClosureObject>.fromOpaque(
                        UnsafeRawPointer(bitPattern: callee.bits).unsafelyUnwrapped)
                    let (target, captures) = closure._withUnsafeGuaranteedRef { ($0.code, $0.captures) }
                    let registers = a + 1
                    let next = frame + 1
                    stack.pointee.fuel &-= 1
                    if stack.pointee.fuel >= 0, target.pointee.plainCount == Int(i.flags),
                        next < stack.pointee.frameLimit,
                        registers + target.pointee.registerCount < stack.pointee.registerLimit
                    {
                        pc = UnsafePointer(target.pointee.instructions)
                        next.pointee = CallFrame(
                            registers: registers, code: target, next: pc, captures: captures,
                            closure: callee.bits)
                        frame = next
                        stack.pointee.frame = next
                        constants = target.pointee.constants
                        R = registers
                        continue
                    }
                }
                try call(callee, a, i, frame.pointee.code.pointee.prototype)
                (frame, R, constants, pc) = innermostCall()
            case .callMember:
                frame.pointee.next = pc
                try callMember(a, i, frame.pointee.code.pointee.prototype)
                (frame, R, constants, pc) = innermostCall()
            case .returnValue, .returnNil:
                var result = Slot.empty
                if i.opcode == .returnValue {
                    result = a.pointee
                    a.pointee = .empty
                }
                R.clear(Int(i.b))
                let isOutermost = frame == entry
                frame -= 1
                stack.pointee.frame = frame
                if isOutermost { return result }
                (R - 1).replace(with: result)
                (R, constants, pc) = state(of: frame)

            // MARK: Values and their parts
            case .makeList:
                frame.pointee.next = pc
                try makeList(a, R + Int(i.b), Int(i.c))
            case .extendList:
                frame.pointee.next = pc
                try extendList(a.pointee, R + Int(i.b), Int(i.c))
            case .makeDictionary, .extendDictionary:
                frame.pointee.next = pc
                try makeDictionary(a, i, R + Int(i.b))
            case .makeTuple:
                frame.pointee.next = pc
                try makeTuple(a, R + Int(i.b), Int(i.c))
            case .unpack:
                frame.pointee.next = pc
                try unpack(R[Int(i.b)], a, Int(i.c))
            case .makeRange:
                frame.pointee.next = pc
                a.replace(with: try makeRange(R[Int(i.b)], R[Int(i.c)], isClosed: i.flags & Flag.closed != 0))
            case .interpolate:
                frame.pointee.next = pc
                try interpolate(a, R + Int(i.b), frame.pointee.code.pointee.prototype, Int(i.c))
            case .index:
                let b = R[Int(i.b)]
                let c = R[Int(i.c)]
                if b.head == Tag.list, c.isInt {
                    let (base, count) = b.unmanaged(ListObject.self)._withUnsafeGuaranteedRef {
                        ($0.base, $0.count)
                    }
                    if UInt(bitPattern: c.asInt) < UInt(bitPattern: count) {
                        let element = base[c.asInt].retained()
                        if i.flags & Flag.freesB != 0 { (R + Int(i.b)).replace(with: .empty) }
                        a.replace(with: element)
                        continue
                    }
                }
                frame.pointee.next = pc
                try index(a, i, R)
            case .indexItems:
                frame.pointee.next = pc
                try indexItems(a, R + Int(i.b), frame.pointee.code.pointee.prototype, Int(i.c))
            case .member:
                frame.pointee.next = pc
                try member(a, i, R + Int(i.b), frame.pointee.code.pointee.prototype)
            case .setIndex:
                let root = i.flags & Flag.globalRoot == 0 ? a : constants.global(i.a)
                let position = R[Int(i.b)]
                if root.pointee.head == Tag.list, position.isInt,
                    i.flags & Flag.globalRoot == 0 || !root[1].asBool, root.isUniquelyHeld
                {
                    let (base, count) = root.pointee.unmanaged(ListObject.self)._withUnsafeGuaranteedRef {
                        ($0.base, $0.count)
                    }
                    let value = R[Int(i.c)]
                    if UInt(bitPattern: position.asInt) < UInt(bitPattern: count), !value.isObject {
                        (base + position.asInt).replace(with: value)
                        continue
                    }
                }
                frame.pointee.next = pc
                try setIndex(root, i, R)
            case .changePlace:
                frame.pointee.next = pc
                try changePlace(a, frame.pointee.code.pointee.prototype, Int(i.c), frame)
                (frame, R, constants, pc) = innermostCall()

            // MARK: Loops
            case .prepareCount:
                frame.pointee.next = pc
                try prepareCount(a, isClosed: i.flags & Flag.closed != 0)
            case .prepareLoop:
                frame.pointee.next = pc
                try prepareLoop(a, R + Int(i.b), i.flags)
            case .next:
                if a.pointee.head == Tag.none {
                    let position = a[1].asInt
                    if position == a[2].asInt {
                        pc += i.distance
                    } else {
                        (a + 1).pointee = .int(position &+ 1)
                        (a + 3).replace(with: .int(position))
                    }
                } else if !advance(a) {
                    pc += i.distance
                }
            case .again:
                stack.pointee.fuel &-= 1
                if stack.pointee.fuel < 0 {
                    frame.pointee.next = pc
                    try refuel()
                }
                if a.pointee.head == Tag.none {
                    let position = a[1].asInt
                    if position != a[2].asInt {
                        (a + 1).pointee = .int(position &+ 1)
                        (a + 3).pointee = .int(position)
                        pc += i.distance
                    }
                } else if advance(a) {
                    pc += i.distance
                }

            case .statement:
                frame.pointee.next = pc
                try beginStatement(i.distance)
            }
        }
    }

    /// A statement of a program that is watched begins.
    @inline(never)
    private func beginStatement(_ index: Int) throws {
        try spendQuietly(1)
        try beforeStatement?(index)
    }

    /// What the machine keeps at hand of the call that is the innermost.
    @inline(__always)
    private func innermostCall() -> (
        frame: UnsafeMutablePointer<CallFrame>, registers: UnsafeMutablePointer<Slot>,
        constants: UnsafeMutablePointer<Slot>, next: UnsafePointer<Instruction>
    ) {
        let frame = stack.pointee.frame
        let (registers, constants, next) = state(of: frame)
        return (frame, registers, constants, next)
    }

    @inline(__always)
    private func state(
        of frame: UnsafeMutablePointer<CallFrame>
    ) -> (UnsafeMutablePointer<Slot>, UnsafeMutablePointer<Slot>, UnsafePointer<Instruction>) {
        (frame.pointee.registers, frame.pointee.code.pointee.constants, frame.pointee.next)
    }
}
