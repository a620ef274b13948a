extension FunctionCompiler {
    /// Writes the code of a condition: jumps away when it is false, runs on when it is true.
    ///
    /// - Returns: the jumps, which wait for a target.
    func jumpUnless(_ condition: Expression, construct: String) throws -> [Int] {
        switch condition.kind {
        case .and(let left, let right):
            return try jumpUnless(left, construct: "`&&`") + jumpUnless(right, construct: "`&&`")
        case .binary(let operation, let left, let right):
            let opcodes = Opcode.of(operation)
            guard let jump = opcodes.jump, let jumpOnConstant = opcodes.jumpOnConstant else { break }
            return try withTemporaries {
                let site = Site(
                    whole: condition.extent, operands: [left.extent, right.extent],
                    construct: operation.construct)
                let first = try operand(left)
                if let number = right.literalNumber {
                    return [
                        emit(
                            Instruction(
                                jumpOnConstant, 0, first.register, try constant(number, right.extent),
                                flags: first.frees(Flag.freesB)), site)
                    ]
                }
                let second = try operand(right)
                return [
                    emit(
                        Instruction(
                            jump, 0, first.register, second.register,
                            flags: first.frees(Flag.freesB) | second.frees(Flag.freesC)), site)
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
