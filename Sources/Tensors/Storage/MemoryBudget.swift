import Glibc
import Synchronization
import Text

/// How much memory tensors may take, and how much they do.
public enum MemoryBudget {
    private static let bound = Atomic<Int>(defaultLimit())

    /// The most bytes that living tensors may hold together. At first it is what this machine, the
    /// control group and the address-space limit leave, less a tenth.
    public static var limit: Int {
        get { bound.load(ordering: .relaxed) }
        set { bound.store(max(0, newValue), ordering: .relaxed) }
    }

    /// The bytes that living tensors hold.
    static var used: Int { BufferPool.living }

    /// What is thrown when `bytes` more cannot be had.
    static func shortage(bytes: Double) -> Mistake {
        Mistake(
            construct: "memory", problem: "there is not enough of it for this tensor",
            note: "it asks for \(NumberText.bytes(bytes)); tensors hold \(NumberText.bytes(Double(used))) "
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
    static var addressLimit: Int? {
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
