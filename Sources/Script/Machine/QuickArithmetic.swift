// What the machine's loop reckons by itself: two numbers whose result fits. Each says whether it could; everything
// else, from tensors to overflow, `operate` sees to.
//
// A result is stored where it arises, an Int from an integer register and a Double from one for floats. Given back
// as an optional `Slot`, both went through the same two registers, and a loop over floats took half as long again.

extension UnsafeMutablePointer<Slot> {
    @inline(__always)
    func putSum(_ left: Slot, _ right: Slot) -> Bool {
        if left.isInt, right.isInt {
            let (sum, overflow) = left.asInt.addingReportingOverflow(right.asInt)
            if overflow { return false }
            replace(with: .int(sum))
            return true
        }
        guard left.isNumber, right.isNumber else { return false }
        replace(with: .double(left.widened + right.widened))
        return true
    }

    @inline(__always)
    func putDifference(_ left: Slot, _ right: Slot) -> Bool {
        if left.isInt, right.isInt {
            let (difference, overflow) = left.asInt.subtractingReportingOverflow(right.asInt)
            if overflow { return false }
            replace(with: .int(difference))
            return true
        }
        guard left.isNumber, right.isNumber else { return false }
        replace(with: .double(left.widened - right.widened))
        return true
    }

    @inline(__always)
    func putProduct(_ left: Slot, _ right: Slot) -> Bool {
        if left.isInt, right.isInt {
            let (product, overflow) = left.asInt.multipliedReportingOverflow(by: right.asInt)
            if overflow { return false }
            replace(with: .int(product))
            return true
        }
        guard left.isNumber, right.isNumber else { return false }
        replace(with: .double(left.widened * right.widened))
        return true
    }

    @inline(__always)
    func putQuotient(_ left: Slot, _ right: Slot) -> Bool {
        guard left.isNumber, right.isNumber, right.widened != 0 else { return false }
        replace(with: .double(left.widened / right.widened))
        return true
    }
}
