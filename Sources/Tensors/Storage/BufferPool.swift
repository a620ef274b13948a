import Budget
import Glibc
import Synchronization

/// Blocks of memory, kept in a list for each size when no tensor holds them: an operation's result takes
/// the block that an earlier one left. A training step therefore asks the system for nothing.
enum BufferPool {
    private struct State {
        /// The address of the first free block of each class; a free block begins with the next one's.
        var free = [UInt](repeating: 0, count: SizeClass.count)
        var living = 0
        var kept = 0
        var mostLiving = 0
    }

    private static let state = Mutex(State())

    /// A block of the class, its content undefined; nil when the budget or the system has no more.
    static func take(_ size: SizeClass, within limit: Int = MemoryBudget.limit - MemoryBudget.values)
        -> UnsafeMutableRawPointer?
    {
        let address = state.withLock { state -> UInt in
            guard state.living + size.bytes <= limit else { return 0 }
            var address = state.free[size.index]
            if address != 0 {
                state.free[size.index] = next(address).pointee
                state.kept -= size.bytes
            } else {
                // Blocks of other sizes must not pile up: together with the living ones they stay near
                // the most that was ever alive at once.
                let ceiling = min(limit, state.mostLiving / 4 * 5 + 32_000_000)
                if state.living + state.kept + size.bytes > ceiling {
                    release(&state, until: ceiling - state.living - size.bytes)
                }
                address = allocate(size.bytes)
                if address == 0, state.kept > 0 {
                    release(&state, until: 0)
                    address = allocate(size.bytes)
                }
                guard address != 0 else { return 0 }
            }
            state.living += size.bytes
            if state.living > state.mostLiving { state.mostLiving = state.living }
            MemoryBudget.noteTensors(state.living)
            return address
        }
        return UnsafeMutableRawPointer(bitPattern: address)
    }

    static func recycle(_ block: UnsafeMutableRawPointer, _ size: SizeClass) {
        let address = UInt(bitPattern: block)
        state.withLock { state in
            next(address).pointee = state.free[size.index]
            state.free[size.index] = address
            state.living -= size.bytes
            state.kept += size.bytes
            MemoryBudget.noteTensors(state.living)
        }
    }

    /// Frees kept blocks, largest first, until so many bytes of them are left.
    private static func release(_ state: inout State, until bytes: Int) {
        for index in state.free.indices.reversed() where state.kept > max(0, bytes) {
            while state.free[index] != 0, state.kept > max(0, bytes) {
                let address = state.free[index]
                state.free[index] = next(address).pointee
                state.kept -= SizeClass.bytes(ofIndex: index)
                free(UnsafeMutableRawPointer(bitPattern: address))
            }
        }
    }

    private static func allocate(_ bytes: Int) -> UInt {
        UInt(bitPattern: aligned_alloc(SizeClass.alignment, bytes))
    }

    private static func next(_ address: UInt) -> UnsafeMutablePointer<UInt> {
        // Blocks are never at address 0, which stands for the end of a list.
        UnsafeMutablePointer(bitPattern: address).unsafelyUnwrapped
    }
}

extension SizeClass {
    /// The size of the class of this index.
    static func bytes(ofIndex index: Int) -> Int {
        if index < 4 { return (index + 1) * alignment }
        return ((index % 4 + 5) << ((index - 4) / 4)) * alignment
    }
}
