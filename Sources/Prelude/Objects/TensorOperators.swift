import Script
import Tensors

extension TensorObject {
    func binary(
        _ operation: BinaryOperator, _ other: Value, selfIsLeft: Bool, _ interpreter: Interpreter
    ) throws -> Value? {
        let partner: Tensor
        var isMaskWithMask = false
        switch other {
        case .int(let number): partner = Tensor(Float(number))
        case .double(let number): partner = Tensor(Float(number))
        case .object(let object):
            guard let found = object as? TensorObject else { return nil }
            partner = found.tensor
            isMaskWithMask = isMask && found.isMask
        default: return nil
        }
        let (a, b) = selfIsLeft ? (tensor, partner) : (partner, tensor)
        switch operation {
        case .add: return Value(try add(a, b))
        case .subtract: return Value(try subtract(a, b))
        case .multiply:
            return .object(TensorObject(try multiply(a, b), isMask: isMaskWithMask))
        case .divide: return Value(try divide(a, b))
        case .remainder: return Value(try remainder(a, b))
        case .power: return Value(try raised(a, b))
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
        case .negate: Value(try negate(tensor))
        case .not: tensor.rank == 0 ? nil : .object(TensorObject(try not(tensor), isMask: true))
        }
    }

    /// A Bool between tensors without axes, a mask of 0 and 1 otherwise.
    private func comparison(
        _ a: Tensor, _ b: Tensor, _ holds: (Float, Float) -> Bool, _ mask: (Tensor, Tensor) throws -> Tensor
    ) throws -> Value {
        if a.rank == 0, b.rank == 0 { return .bool(holds(a.item, b.item)) }
        return .object(TensorObject(try mask(a, b), isMask: true))
    }
}

/// The remainder with the divisor's sign.
private func remainder(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try subtract(a, multiply(b, floor(divide(a, b))))
}

/// A power; a constant exponent goes the quicker way.
private func raised(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    b.rank == 0 && !b.isRecorded ? try power(a, exponent: b.item) : try power(a, exponent: b)
}
