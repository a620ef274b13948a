extension Slot {
    /// A slot that owns what the value holds.
    init(_ value: Value) {
        switch value {
        case .none: self = .empty
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .double(let value): self = .double(value)
        case .string(let text): self = .string(text)
        case .list(let list): self = .list(list.object)
        case .dictionary(let entries): self = .retaining(Tag.dictionary, entries.object)
        case .range(let range): self = .retaining(Tag.range, RangeObject(range))
        case .tuple(let elements): self = .retaining(Tag.tuple, elements.object)
        case .function(let function): self = Slot(function)
        case .object(let object): self = .host(object)
        }
    }

    init(_ function: FunctionValue) {
        switch function.implementation {
        case .closure(let closure): self = .retaining(Tag.closure, closure)
        case .native(let native): self = .retaining(Tag.native, native)
        }
    }

    /// A tuple that takes over slots which the caller owns.
    static func tuple(_ slots: [Slot]) -> Slot {
        slots.withUnsafeBufferPointer { .retaining(Tag.tuple, TupleObject(taking: $0)) }
    }
}

extension Value {
    /// The value in a slot, whose references stay as they are.
    init(_ slot: Slot) {
        switch slot.tag {
        case Tag.bool: self = .bool(slot.asBool)
        case Tag.int: self = .int(slot.asInt)
        case Tag.double: self = .double(slot.asDouble)
        case Tag.string: self = .string(slot.asString)
        case Tag.list: self = .list(ListValue(slot.asList))
        case Tag.dictionary: self = .dictionary(DictionaryValue(slot.asDictionary))
        case Tag.range: self = .range(slot.asRange)
        case Tag.tuple: self = .tuple(TupleValue(slot.asTuple))
        case Tag.closure: self = .function(FunctionValue(slot.asClosure))
        case Tag.native: self = .function(FunctionValue(slot.asNative))
        case Tag.host: self = .object(slot.asHost)
        default: self = .none
        }
    }
}

extension Slot {
    /// What messages call the kind of value.
    var kindName: String { Value(self).kindName }

    /// The kind in a sentence.
    var kindPhrase: String { Value(self).kindPhrase }

    /// The value in a sentence.
    var phrase: String { Value(self).phrase }
}
