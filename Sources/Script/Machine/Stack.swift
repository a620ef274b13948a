import Glibc

/// A call that is under way.
struct CallFrame {
    var registers: UnsafeMutablePointer<Slot>
    let code: UnsafePointer<Code>
    /// The instruction that comes next; brought up to date before anything that may fail or call.
    var next: UnsafePointer<Instruction>
    let captures: UnsafeMutablePointer<Slot>
    /// The closure itself, borrowed from the register or the global it was called from.
    let closure: UInt
}

/// The machine's memory: registers of all calls in one block, and a record of each call in another.
///
/// Both are reserved in full at the start and get real memory only as they are used, so that they never
/// move. Above the registers of the innermost call no slot holds an object: a call clears its registers
/// when it ends, and so the next one need not.
struct Stack {
    /// The record of the innermost call.
    var frame: UnsafeMutablePointer<CallFrame>
    /// The first slot that a native which is running leaves free; below `frame`'s registers when none is.
    var nativeTop: UnsafeMutablePointer<Slot>
    /// Steps left until limits and interrupts are looked at again.
    var fuel: Int
    let firstFrame: UnsafeMutablePointer<CallFrame>
    let frameLimit: UnsafeMutablePointer<CallFrame>
    let registers: UnsafeMutablePointer<Slot>
    let registerLimit: UnsafeMutablePointer<Slot>

    private static let registerCount = 1 << 22

    init(calls: Int) {
        registers = reserve(Stack.registerCount)
        registerLimit = registers + Stack.registerCount
        // The record before the first is never used: `frame` points to it while nothing runs.
        let records: UnsafeMutablePointer<CallFrame> = reserve(calls + 2)
        firstFrame = records + 1
        frame = records
        frameLimit = firstFrame + calls
        nativeTop = registers
        fuel = 0
    }

    func free() {
        munmap(registers, Stack.registerCount * MemoryLayout<Slot>.stride)
        munmap(firstFrame - 1, (frameLimit - firstFrame + 2) * MemoryLayout<CallFrame>.stride)
    }

    /// The first slot above everything that is in use.
    var top: UnsafeMutablePointer<Slot> {
        guard frame >= firstFrame else { return nativeTop }
        return max(nativeTop, frame.pointee.registers + frame.pointee.code.pointee.registerCount)
    }
}

extension UnsafeMutablePointer<Slot> {
    /// The address of a global's value, in the table before the constants.
    @inline(__always) func global(_ number: UInt16) -> UnsafeMutablePointer<Slot> {
        UnsafeMutablePointer(bitPattern: self[-1 - Int(number)].bits).unsafelyUnwrapped
    }

    /// Lets go of what a call's registers hold.
    ///
    /// They are looked at in pairs, since most hold numbers: of two heads without a bit of an object's, neither
    /// has one. The slot above the last, which may be looked at too, never holds an object.
    @inline(__always) func clear(_ count: Int) {
        var register = self
        let end = self + count
        while register < end {
            if (register[0].head | register[1].head) >= Tag.firstObject {
                register.replace(with: .empty)
                (register + 1).replace(with: .empty)
            }
            register += 2
        }
    }
}

private func reserve<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
    let bytes = count * MemoryLayout<Element>.stride
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    let address = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0)
    precondition(address != MAP_FAILED, "there is no memory for the interpreter's stack")
    return address.unsafelyUnwrapped.bindMemory(to: Element.self, capacity: count)
}

/// How much of the thread's own stack may be used before a call back into the machine is refused.
struct NativeStack {
    private let lowest: UInt

    /// Measures the thread that it is made on.
    init() {
        var attributes = pthread_attr_t()
        var address: UnsafeMutableRawPointer?
        var size = 0
        if getAttributes?(pthread_self(), &attributes) == 0 {
            pthread_attr_getstack(&attributes, &address, &size)
            pthread_attr_destroy(&attributes)
        }
        // A tenth, at least 128 KiB, stays free for natives and for telling what happened.
        lowest = UInt(bitPattern: address) + UInt(max(size / 10, 128 << 10))
    }

    /// Whether so little is left that no further call should begin.
    var isExhausted: Bool {
        withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) {
            UInt(bitPattern: $0.baseAddress) < lowest
        }
    }
}

/// Glibc's `pthread_getattr_np`, which its Swift module leaves out.
private let getAttributes: (@convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32)? = {
    guard let symbol = dlsym(nil, "pthread_getattr_np") else { return nil }
    return unsafeBitCast(
        symbol, to: (@convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32).self)
}()
