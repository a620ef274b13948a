extension FunctionCompiler {
    /// Writes the code of a condition: jumps away when it is false, runs on when it is true.
    ///
    /// - Returns: the jumps, which wait for a target.
    func jumpUnless(_ condition: Expression, construct: String) throws -> [Int] {
        switch condition.kind {
        case .and(let left, let right):
            return try jumpUnless(left, construct: "`&&`") + jumpUnless(right, construct: "`&&`")
        case .binary(let operation, let left, let right):
            guard let jump = operation.jumpUnless else { break }
            return try withTemporaries {
                let site = Site(
                    whole: condition.extent, operands: [left.extent, right.extent],
                    construct: operation.construct)
                let first = try operand(left)
                if let number = right.literalNumber {
                    return [
                        emit(
                            Instruction(
                                jump.constant, 0, first.register, try constant(number, right.extent),
                                flags: first.takes(Flag.takesB)), site)
                    ]
                }
                let second = try operand(right)
                return [
                    emit(
                        Instruction(
                            jump.register, 0, first.register, second.register,
                            flags: first.takes(Flag.takesB) | second.takes(Flag.takesC)), site)
                ]
            }
        default: break
        }
        return try withTemporaries {
            let value = try operand(condition)
            return [
                emit(
                    Instruction(.jumpIfFalse, value.register),
                    Site(whole: condition.extent, operands: [condition.extent], construct: construct))
            ]
        }
    }
}

extension BinaryOperator {
    /// The jump for a comparison that does not hold, between registers and with a constant.
    fileprivate var jumpUnless: (register: Operation, constant: Operation)? {
        switch self {
        case .less: (.jumpUnlessLess, .jumpUnlessLessConstant)
        case .lessOrEqual: (.jumpUnlessLessOrEqual, .jumpUnlessLessOrEqualConstant)
        case .greater: (.jumpUnlessGreater, .jumpUnlessGreaterConstant)
        case .greaterOrEqual: (.jumpUnlessGreaterOrEqual, .jumpUnlessGreaterOrEqualConstant)
        case .equal: (.jumpUnlessEqual, .jumpUnlessEqualConstant)
        case .notEqual: (.jumpUnlessNotEqual, .jumpUnlessNotEqualConstant)
        default: nil
        }
    }
}
