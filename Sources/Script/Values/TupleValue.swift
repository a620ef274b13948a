/// A tuple as the host sees it. It shares the machine's memory: taking one or giving one copies nothing, however
/// often its parts hold one another.
public struct TupleValue: RandomAccessCollection, ExpressibleByArrayLiteral {
    let object: TupleObject

    init(_ object: TupleObject) { self.object = object }

    /// A tuple of these values, of which there are at least two.
    public init(arrayLiteral elements: Value...) {
        object = elements.map { Slot($0) }.withUnsafeBufferPointer { TupleObject(taking: $0) }
    }

    /// Always zero.
    public var startIndex: Int { 0 }

    /// The number of parts.
    public var endIndex: Int { object.count }

    /// The part at a position counted from zero.
    public subscript(position: Int) -> Value {
        precondition(position >= 0 && position < object.count, "a tuple's parts are counted from 0")
        return Value(object.elements[position])
    }
}
