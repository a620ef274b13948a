/// A list as the host sees it. It shares the machine's memory: taking one or giving one copies nothing.
public struct ListValue: RandomAccessCollection {
    let object: ListObject

    init(_ object: ListObject) { self.object = object }

    /// A list of these values.
    public init(_ values: some Sequence<Value>) {
        object = ListObject(capacity: values.underestimatedCount)
        for value in values { object.append(Slot(value)) }
    }

    /// A list of these numbers.
    public init(_ numbers: some Sequence<Double>) {
        object = ListObject(capacity: numbers.underestimatedCount)
        for number in numbers { object.append(.double(number)) }
    }

    /// A list of these whole numbers.
    public init(_ numbers: some Sequence<Int>) {
        object = ListObject(capacity: numbers.underestimatedCount)
        for number in numbers { object.append(.int(number)) }
    }

    /// Always zero.
    public var startIndex: Int { 0 }

    /// The number of elements.
    public var endIndex: Int { object.count }

    /// The element at a position counted from zero.
    public subscript(position: Int) -> Value {
        precondition(position >= 0 && position < object.count, "a list's elements are counted from 0")
        return Value(object.base[position])
    }

    /// The elements as Doubles if every one is a number, without a `Value` for each.
    public var doubles: [Double]? {
        var result: [Double] = []
        result.reserveCapacity(count)
        for slot in object.elements {
            if let number = slot.asNumber {
                result.append(number)
            } else if slot.isHost, let number = slot.asHost.number {
                result.append(number)
            } else {
                return nil
            }
        }
        return result
    }
}
