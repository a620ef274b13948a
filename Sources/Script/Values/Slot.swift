// How values are represented
//
// A slot is two words. The low byte of `head` is a tag that tells what `bits` are:
//
//     value                       head                             bits
//     nil                         Tag.none (0)                     0
//     a Bool                      Tag.bool (1)                     0 or 1
//     an Int                      Tag.int (2)                      the number
//     a Double                    Tag.double (3)                   its bit pattern
//     absent, unbound, a mark     4, 5, 6: no script sees them     an address, or 0
//     a String, a List, …         Tag.string (16) and up           the address of a StringObject, a ListObject, …
//     a tensor, a network, …      witness table << 8 | Tag.host    the address of the host's object
//
// What follows from the numbers, and must be kept when a tag is added:
//
// - Int and Double differ in the last bit alone, so that `head | 1 == 3` asks for a number (`isNumber`).
// - Every tag from `firstObject` on, and none below, has an address in `bits`: one comparison tells whether there is a
//   reference to count. `firstObject` is a power of two, so that of two heads joined by `|` one look tells whether either
//   is an object's (`clear`), since no tag below has a bit of that size.
// - `any HostObject` is itself two words, the object and its witness table. An address has its upper 16 bits free on
//   x86-64 and arm64, so the table's fits above the tag, and the two words are the existential again after one shift
//   (`asHost`), without a box of its own. Only for host objects is `head` more than the tag: where one may stand, `tag`
//   is asked; where none can be meant, `head` itself is compared, which saves the mask.
//
// Who owns what: a slot is copied without counting, so a reference belongs to a place, not to a copy. Whoever stores a
// slot (a register, an element, a global, a capture) owns one reference; `retained()` makes one more, `release()` gives
// one up, and `replace(with:)` releases what was there and takes over what comes. An instruction that "takes" a register
// leaves it empty. A place that holds the only reference to a list may change it there (`isUniquelyHeld`): that is how
// lists are values and `xs[0] = 1` does not copy.

/// A value as the machine holds it in registers, lists and globals: 16 bytes, copied without counting.
struct Slot {
    var head: UInt
    var bits: UInt

    @inline(__always) init(head: UInt, bits: UInt) {
        self.head = head
        self.bits = bits
    }
}

/// The low byte of a slot's head. From `firstObject` on, `bits` are an object's address.
enum Tag {
    static let none: UInt = 0
    static let bool: UInt = 1
    static let int: UInt = 2
    static let double: UInt = 3
    /// A parameter that was not given, for the default to fill in.
    static let absent: UInt = 4
    /// A global that nothing has been bound to.
    static let unbound: UInt = 5
    /// The address of a global in a function's table, and other marks that no script can see.
    static let mark: UInt = 6

    static let firstObject: UInt = 16
    static let string: UInt = 16
    static let list: UInt = 17
    static let dictionary: UInt = 18
    static let range: UInt = 19
    static let tuple: UInt = 20
    static let closure: UInt = 21
    static let native: UInt = 22
    /// A variable that closures share.
    static let box: UInt = 23
    /// Where a `for` has got to in a string.
    static let cursor: UInt = 24
    static let host: UInt = 25
}

extension Slot {
    /// `nil`.
    static let empty = Slot(head: Tag.none, bits: 0)
    static let absent = Slot(head: Tag.absent, bits: 0)
    static let unbound = Slot(head: Tag.unbound, bits: 0)

    @inline(__always) static func bool(_ value: Bool) -> Slot { Slot(head: Tag.bool, bits: value ? 1 : 0) }
    @inline(__always) static func int(_ value: Int) -> Slot {
        Slot(head: Tag.int, bits: UInt(bitPattern: value))
    }
    @inline(__always) static func double(_ value: Double) -> Slot {
        Slot(head: Tag.double, bits: UInt(value.bitPattern))
    }

    /// A slot that owns one more reference of the object.
    @inline(__always) static func retaining(_ tag: UInt, _ object: AnyObject) -> Slot {
        Slot(head: tag, bits: UInt(bitPattern: Unmanaged.passRetained(object).toOpaque()))
    }

    @inline(__always) static func string(_ text: String) -> Slot {
        retaining(Tag.string, StringObject(text))
    }
    @inline(__always) static func list(_ list: ListObject) -> Slot { retaining(Tag.list, list) }

    @inline(__always) var tag: UInt { head & 0xFF }
    @inline(__always) var isObject: Bool { head >= Tag.firstObject }
    @inline(__always) var isInt: Bool { head == Tag.int }
    @inline(__always) var isDouble: Bool { head == Tag.double }
    @inline(__always) var isHost: Bool { head & 0xFF == Tag.host }
    @inline(__always) var asInt: Int { Int(bitPattern: bits) }
    @inline(__always) var asDouble: Double { Double(bitPattern: UInt64(bits)) }
    @inline(__always) var asBool: Bool { bits != 0 }

    @inline(__always) private var address: UnsafeRawPointer {
        UnsafeRawPointer(bitPattern: bits).unsafelyUnwrapped
    }
    @inline(__always) func unmanaged<Object: AnyObject>(_ type: Object.Type) -> Unmanaged<Object> {
        Unmanaged<Object>.fromOpaque(address)
    }
    /// The object behind the slot, which must be of this class.
    @inline(__always) func object<Object: AnyObject>(_ type: Object.Type) -> Object {
        unmanaged(type).takeUnretainedValue()
    }
    @inline(__always) var asString: String {
        unmanaged(StringObject.self)._withUnsafeGuaranteedRef { $0.text }
    }
    @inline(__always) var asList: ListObject { object(ListObject.self) }
    @inline(__always) var asDictionary: DictionaryObject { object(DictionaryObject.self) }
    @inline(__always) var asTuple: TupleObject { object(TupleObject.self) }
    @inline(__always) var asRange: RangeValue {
        unmanaged(RangeObject.self)._withUnsafeGuaranteedRef { $0.range }
    }
    @inline(__always) var asClosure: ClosureObject { object(ClosureObject.self) }
    @inline(__always) var asNative: NativeObject { object(NativeObject.self) }

    /// The number of an Int or a Double; nil of anything else.
    @inline(__always) var asNumber: Double? {
        if head == Tag.double { return asDouble }
        if head == Tag.int { return Double(asInt) }
        return nil
    }

    @inline(__always) func retain() {
        if isObject { _ = Unmanaged<AnyObject>.fromOpaque(address).retain() }
    }
    @inline(__always) func release() {
        if isObject { Unmanaged<AnyObject>.fromOpaque(address).release() }
    }
    @inline(__always) func retained() -> Slot {
        retain()
        return self
    }
}

/// The two words of an `any HostObject`: the object's address and its witness table. The layout is that of
/// every existential bound to classes.
private struct HostWords {
    var object: UInt
    var witnesses: UInt
}

extension Slot {
    /// A slot that owns one more reference of the host object.
    @inline(__always) static func host(_ object: any HostObject) -> Slot {
        _ = Unmanaged<AnyObject>.passRetained(object)
        let words = unsafeBitCast(Unowned(object: object), to: HostWords.self)
        return Slot(head: words.witnesses << 8 | Tag.host, bits: words.object)
    }

    @inline(__always) var asHost: any HostObject {
        unsafeBitCast(HostWords(object: bits, witnesses: head >> 8), to: Unowned.self).object
    }

    private struct Unowned {
        unowned(unsafe) let object: any HostObject
    }
}

extension UnsafeMutablePointer<Slot> {
    /// Puts a value that the caller owns where another was.
    @inline(__always) func replace(with value: Slot) {
        let old = pointee
        pointee = value
        old.release()
    }

    /// Puts a number or a Bool where another value was.
    @inline(__always) func replace(withPlain value: Slot) {
        let old = pointee
        pointee = value
        if old.isObject { old.release() }
    }
}
