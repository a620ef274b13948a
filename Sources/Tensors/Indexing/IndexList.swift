/// Places along an axis, each within it: made once, shared by an operation and the rule of its gradient.
final class IndexList: Sendable {
    let places: [Int]

    /// Places that are known to lie within.
    init(_ places: [Int]) { self.places = places }

    /// Checks indices of an axis: -1 is the last element.
    init(checking indices: [Int], size: Int, construct: String, argument: Int? = nil) throws {
        places = try indices.map { index in
            let place = index < 0 ? index + size : index
            if index < -size || place >= size {
                throw IndexList.outside(index, size, construct, argument)
            }
            return place
        }
    }

    static func outside(_ index: Int, _ size: Int, _ construct: String, _ argument: Int?) -> TensorError {
        TensorError(
            construct: construct, problem: "index \(index) is out of range",
            note: size == 0
                ? "the axis is empty"
                : "the axis has \(counted(size, "element")): 0 to \(size - 1), or -1 for the last",
            argument: argument)
    }

    /// The elements of a tensor as whole numbers.
    static func wholeNumbers(_ t: Tensor, construct: String, argument: Int? = nil) throws -> [Int] {
        try t.withFloats { values in
            try values.enumerated().map { place, value in
                if let index = Int(exactly: value) { return index }
                throw TensorError(
                    construct: construct, problem: "an index must be a whole number",
                    note: "element \(place) of the indices is \(value)", argument: argument)
            }
        }
    }
}
