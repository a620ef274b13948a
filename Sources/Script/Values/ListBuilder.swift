/// A list that a function of the host makes, element by element. Each is paid for with a step, and memory is asked
/// for before it is taken: there is no other way to a list whose length a script decides.
public struct ListBuilder: ~Copyable {
    private let interpreter: Interpreter
    let object: ListObject

    init(_ interpreter: Interpreter, _ object: ListObject) {
        self.interpreter = interpreter
        self.object = object
    }

    /// The number of elements so far.
    public var count: Int { object.count }

    /// Puts a value at the end.
    public mutating func append(_ value: Value) throws { try append(slot: Slot(value)) }

    /// Puts a value at the end, which is taken over.
    mutating func append(slot: Slot) throws {
        do {
            try interpreter.spendQuietly(1)
            if object.isFull {
                let most = interpreter.limits.elements
                try interpreter.reserveList(max(object.count + 1, min(2 * object.count, most)))
            }
        } catch {
            slot.release()
            throw error
        }
        object.append(slot)
    }

    /// The list, which is done.
    public consuming func list() -> ListValue { ListValue(object) }
}

extension Interpreter {
    /// Begins a list that will have about so many elements.
    public func listBuilder(capacity: Int = 0) throws -> ListBuilder {
        ListBuilder(self, try newList(capacity: capacity))
    }

    /// A list of these values.
    public func list(_ values: some Sequence<Value>) throws -> ListValue {
        var result = try listBuilder(capacity: values.underestimatedCount)
        for value in values { try result.append(value) }
        return result.list()
    }

    /// A list of these numbers.
    public func list(_ numbers: some Sequence<Double>) throws -> ListValue {
        var result = try listBuilder(capacity: numbers.underestimatedCount)
        for number in numbers { try result.append(slot: .double(number)) }
        return result.list()
    }

    /// A list of these whole numbers.
    public func list(_ numbers: some Sequence<Int>) throws -> ListValue {
        var result = try listBuilder(capacity: numbers.underestimatedCount)
        for number in numbers { try result.append(slot: .int(number)) }
        return result.list()
    }
}
