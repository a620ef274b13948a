import Text

/// Places along an axis, each within it: made once, shared by an operation and the rule of its gradient.
final class IndexList: Sendable {
    let places: [Int]

    /// Places that are known to lie within.
    init(_ places: [Int]) { self.places = places }

    /// Checks indices of an axis, which messages call what `axis` says: -1 is the last element.
    init(
        checking indices: [Int], size: Int, axis: String = "the axis", construct: String, argument: Int? = nil
    ) throws {
        places = try indices.map { index in
            let place = index < 0 ? index + size : index
            if index < -size || place >= size {
                throw IndexList.outside(index, size, axis, construct, argument)
            }
            return place
        }
    }

    private static func outside(
        _ index: Int, _ size: Int, _ axis: String, _ construct: String, _ argument: Int?
    ) -> Mistake {
        let note =
            switch size {
            case 0: "\(axis) is empty"
            case 1: "\(axis) has 1 element: 0"
            default: "\(axis) has \(size) elements: 0 to \(size - 1), or -1 for the last"
            }
        return Mistake(
            construct: construct, problem: "index \(index) is out of range", note: note, argument: argument)
    }

    /// The elements of a tensor as whole numbers.
    static func wholeNumbers(_ t: Tensor, construct: String, argument: Int? = nil) throws -> [Int] {
        try t.withFloats { values in
            try values.enumerated().map { place, value in
                if let index = Int(exactly: value) { return index }
                throw Mistake(
                    construct: construct, problem: "an index must be a whole number",
                    note: "element \(place) of the indices is \(value)", argument: argument)
            }
        }
    }
}
