/// A list as the host sees it. It shares the machine's memory: taking one or giving one copies nothing.
public struct ListValue: RandomAccessCollection {
    let object: ListObject

    init(_ object: ListObject) { self.object = object }

    /// A list of texts that the host gives a script, such as the words of the command line. Lists whose length a script
    /// decides are made by `Interpreter.list` and its builder, which ask whether there is room.
    public init(texts: [String]) {
        object = ListObject(capacity: texts.count)
        for text in texts { object.append(.string(text)) }
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
