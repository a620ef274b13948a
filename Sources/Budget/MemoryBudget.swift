import Glibc
import Synchronization
import Text

/// What the strings, lists, dictionaries and tensors of this process hold, and how much they may: one account.
public enum MemoryBudget {
    private static let bound = Atomic<Int>(defaultLimit())
    private static let ofValues = Atomic<Int>(0)
    private static let ofTensors = Atomic<Int>(0)

    /// The most bytes that values and tensors may hold together. At first it is what this machine, the control group
    /// and the address-space limit leave, less a tenth.
    public static var limit: Int {
        get { bound.load(ordering: .relaxed) }
        set { bound.store(max(0, newValue), ordering: .relaxed) }
    }

    /// The bytes that the strings, lists and dictionaries of scripts hold.
    public static var values: Int { ofValues.load(ordering: .relaxed) }

    /// The bytes that living tensors hold.
    public static var tensors: Int { ofTensors.load(ordering: .relaxed) }

    /// The bytes that may still be taken.
    public static var left: Int { limit - values - tensors }

    /// Notes that a value has taken so many bytes.
    @inline(__always)
    public static func addValue(_ bytes: Int) { ofValues.wrappingAdd(bytes, ordering: .relaxed) }

    /// Notes that a value has given so many bytes back.
    @inline(__always)
    public static func subtractValue(_ bytes: Int) { ofValues.wrappingSubtract(bytes, ordering: .relaxed) }

    /// Notes what living tensors hold now; for the pool that hands out their memory.
    @inline(__always)
    public static func noteTensors(_ bytes: Int) { ofTensors.store(bytes, ordering: .relaxed) }

    /// Makes sure that so many bytes may be taken for a while, for what work needs beside its tensors.
    public static func reserve(bytes: Int) throws {
        if bytes > 1 << 20, bytes > left {
            throw Mistake(
                construct: "memory", problem: "there is not enough of it to work in",
                note:
                    "\(NumberText.bytes(Double(bytes))) are needed beside what is there; \(NumberText.bytes(Double(max(0, left)))) of "
                    + "the \(NumberText.bytes(Double(limit))) are left")
        }
    }

    /// Makes sure that so many things of so many bytes may be held for a while.
    public static func reserve(_ count: Int, of bytes: Int) throws {
        let (total, isBeyond) = count.multipliedReportingOverflow(by: bytes)
        try reserve(bytes: isBeyond ? .max : total)
    }

    /// What is thrown when a tensor of `bytes` cannot be had.
    public static func shortage(bytes: Double) -> Mistake {
        let others = values < 1_000_000 ? "" : " and lists and texts \(NumberText.bytes(Double(values)))"
        return Mistake(
            construct: "memory", problem: "there is not enough of it for this tensor",
            note: "it asks for \(NumberText.bytes(bytes)); tensors hold "
                + "\(NumberText.bytes(Double(tensors)))\(others) "
                + "of the \(NumberText.bytes(Double(limit))) there are")
    }

    private static func defaultLimit() -> Int {
        var smallest = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
        if smallest <= 0 { smallest = 1 << 40 }
        if let addresses = addressLimit, addresses < smallest { smallest = addresses }
        for path in ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"] {
            if let group = number(inFile: path), group < smallest { smallest = group }
        }
        return smallest / 10 * 9
    }

    /// The bytes of addresses that this process may have; nil when there is no such limit.
    public static var addressLimit: Int? {
        var addresses = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &addresses) == 0,
            addresses.rlim_cur < rlim_t(Int.max)
        else { return nil }
        return Int(addresses.rlim_cur)
    }

    /// The number that a file of the system holds; nil for "max" or no such file.
    private static func number(inFile path: String) -> Int? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 32)
        let length = read(file, &bytes, bytes.count)
        guard length > 0 else { return nil }
        let digits = bytes[..<length].prefix { $0 >= 48 && $0 <= 57 }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
