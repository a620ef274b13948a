// What the machine's loop reckons with by itself: two numbers whose result fits. Nil for everything else, from
// tensors to overflow, which `operate` sees to.

@inline(__always)
func quickSum(_ left: Slot, _ right: Slot) -> Slot? {
    if left.isInt, right.isInt {
        let (sum, overflow) = left.asInt.addingReportingOverflow(right.asInt)
        return overflow ? nil : .int(sum)
    }
    return left.isNumber && right.isNumber ? .double(left.widened + right.widened) : nil
}

@inline(__always)
func quickDifference(_ left: Slot, _ right: Slot) -> Slot? {
    if left.isInt, right.isInt {
        let (difference, overflow) = left.asInt.subtractingReportingOverflow(right.asInt)
        return overflow ? nil : .int(difference)
    }
    return left.isNumber && right.isNumber ? .double(left.widened - right.widened) : nil
}

@inline(__always)
func quickProduct(_ left: Slot, _ right: Slot) -> Slot? {
    if left.isInt, right.isInt {
        let (product, overflow) = left.asInt.multipliedReportingOverflow(by: right.asInt)
        return overflow ? nil : .int(product)
    }
    return left.isNumber && right.isNumber ? .double(left.widened * right.widened) : nil
}

@inline(__always)
func quickQuotient(_ left: Slot, _ right: Slot) -> Slot? {
    guard left.isNumber, right.isNumber, right.widened != 0 else { return nil }
    return .double(left.widened / right.widened)
}
