import Script
import Tensors

extension TensorObject {
    func binary(
        _ operation: BinaryOperator, _ other: Value, selfIsLeft: Bool, _ interpreter: Interpreter
    ) throws -> Value? {
        let partner: Tensor
        var otherRole = TensorRole.numbers
        switch other {
        case .int(let number): partner = Tensor(Float(number))
        case .double(let number): partner = Tensor(Float(number))
        case .object(let object):
            guard let found = object as? TensorObject else { return nil }
            partner = found.tensor
            otherRole = found.role
        default: return nil
        }
        let (a, b) = selfIsLeft ? (tensor, partner) : (partner, tensor)
        func reckoned(_ result: Tensor) -> Value {
            .object(TensorObject(result, role: role.reckoned(with: otherRole)))
        }
        switch operation {
        case .add: return reckoned(try add(a, b))
        case .subtract: return reckoned(try subtract(a, b))
        case .multiply:
            return .object(TensorObject(try multiply(a, b), role: role.combined(with: otherRole)))
        case .divide: return reckoned(try divide(a, b))
        case .remainder: return reckoned(try remainder(a, b))
        case .power: return reckoned(try power(a, exponent: b))
        case .matrixProduct: return Value(try matmul(a, b))
        case .less: return try comparison(a, b, <, less)
        case .lessOrEqual: return try comparison(a, b, <=, lessEqual)
        case .greater: return try comparison(a, b, >, greater)
        case .greaterOrEqual: return try comparison(a, b, >=, greaterEqual)
        case .equal, .notEqual: return nil
        }
    }

    func unary(_ operation: UnaryOperator) throws -> Value? {
        switch operation {
        case .negate: .object(TensorObject(try negate(tensor), role: role.reckoned(with: .numbers)))
        case .not: tensor.rank == 0 ? nil : .object(TensorObject(try not(tensor), role: .mask))
        }
    }

    /// A Bool between tensors without axes, a mask of 0 and 1 otherwise.
    private func comparison(
        _ a: Tensor, _ b: Tensor, _ holds: (Float, Float) -> Bool, _ mask: (Tensor, Tensor) throws -> Tensor
    ) throws -> Value {
        if a.rank == 0, b.rank == 0 { return .bool(holds(a.item, b.item)) }
        return .object(TensorObject(try mask(a, b), role: .mask))
    }
}

/// The remainder with the divisor's sign.
private func remainder(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try subtract(a, multiply(b, floor(divide(a, b))))
}
