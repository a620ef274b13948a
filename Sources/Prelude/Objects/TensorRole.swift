import Script

/// What a tensor of a script stands for between the brackets of an index. Two tensors that hold the same zeros and ones
/// may pick different elements, so it is kept along with the numbers, by all that gives a tensor of a mask.
enum TensorRole {
    /// Numbers: they are places.
    case numbers
    /// A mask, as comparisons give: it picks the elements where it is 1.
    case mask
    /// Numbers that were reckoned from a mask, such as `m * 1.0`. Either could be meant, so they are no index.
    case reckoned

    /// The role of what is put together of both, such as their rows.
    func joined(with other: TensorRole) -> TensorRole { self == other ? self : .reckoned }

    /// The role of what is reckoned from both.
    func reckoned(with other: TensorRole) -> TensorRole {
        self == .numbers && other == .numbers ? .numbers : .reckoned
    }

    /// The role of a product, or of the larger or smaller of both: of masks it is "and" and "or".
    func combined(with other: TensorRole) -> TensorRole {
        self == .mask && other == .mask ? .mask : reckoned(with: other)
    }
}

extension Value {
    /// The role of a tensor, or of what can be taken for one; of a list that of its elements together.
    var tensorRole: TensorRole {
        switch self {
        case .bool: return .mask
        case .object(let object): return (object as? TensorObject)?.role ?? .numbers
        case .list(let list):
            switch list.first {
            // Long lists of numbers are not walked through.
            case .int?, .double?, nil: return .numbers
            case let first?:
                let role = first.tensorRole
                if case .list = first, role == .numbers { return .numbers }
                return list.dropFirst().reduce(role) { $0.joined(with: $1.tensorRole) }
            }
        default: return .numbers
        }
    }

    /// A tensor, or a list of tensors, in this role.
    func inRole(_ role: TensorRole, _ interpreter: Interpreter) throws -> Value {
        switch self {
        case _ where role == .numbers: return self
        case .object(let object):
            guard let tensor = (object as? TensorObject)?.tensor else { return self }
            return .object(TensorObject(tensor, role: role))
        case .list(let list):
            return .list(try interpreter.list(try list.map { try $0.inRole(role, interpreter) }))
        default: return self
        }
    }
}
