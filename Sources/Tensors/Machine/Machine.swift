import CKernels
import COpenBLAS
import Glibc
import Text

/// The machine that the engine runs on, and how fast it is.
public enum Machine {
    /// How many threads the engine works with: `DUEL_THREADS`, or as many as there are processors. The
    /// results have the same bits for every number.
    public static var threads: Int {
        get { Threads.count }
        set { Threads.count = newValue }
    }

    /// The processor's name, as the system tells it.
    public static var processor: String {
        let file = open("/proc/cpuinfo", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "unknown processor" }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let length = max(0, read(file, &bytes, bytes.count))
        for line in bytes[..<length].split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            guard parts.count == 2, parts[0].starts(with: "model name".utf8) else { continue }
            return String(decoding: parts[1].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
        }
        return "unknown processor"
    }

    /// The widest vector instructions that the engine's own loops use here.
    public static var vectorInstructions: String {
        switch kernel_variant() {
        case 2: "AVX-512"
        case 1: "AVX2"
        default: "SSE2"
        }
    }

    /// The kernels that OpenBLAS computes with, and why these. Throws if OpenBLAS is not installed.
    public static func productKernel() throws -> String {
        let blas = try BLAS.get()
        let name = blas.core.map { "OpenBLAS \($0)" } ?? "the engine's own loop"
        return blas.remark.map { "\(name) (\($0))" } ?? name
    }

    /// What `duel doctor` prints of the machine, a line each; it takes some tenths of a second.
    public static func description() throws -> String {
        let speed = try MachineSpeed.measure()
        let lines = [
            ("processor", processor),
            ("vector instructions", vectorInstructions),
            ("matrix products", try productKernel()),
            ("threads", "\(threads)"),
            ("1024×1024×1024 product", "\(Int(speed.largeProduct.rounded())) GFLOP/s"),
            ("256×128×128 product", "\(Int(speed.smallProduct.rounded())) GFLOP/s"),
            ("memory", "\(NumberText.fixed(speed.memory, digits: 1)) GB/s"),
        ]
        return lines.map { $0.padded(to: 24) + $1 }.joined(separator: "\n")
    }
}
