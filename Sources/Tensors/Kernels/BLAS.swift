import CKernels
import COpenBLAS
import Glibc

/// OpenBLAS as it was loaded for this process: which kernels, and how they came to be.
struct BLAS: Sendable {
    /// OpenBLAS's name of its kernels, "Haswell" or "SkylakeX"; nil when its products were found wrong and
    /// the engine's own loop does them.
    let core: String?
    /// Its version and build.
    let configuration: String
    /// Why this kernel and not the processor's best.
    let remark: String?

    private static let loaded = Result { try load() }

    /// The library, loaded at the first call. Throws if it is not installed.
    static func get() throws -> BLAS { try loaded.get() }

    private static func load() throws -> BLAS {
        if let asked = getenv("OPENBLAS_CORETYPE").map({ String(cString: $0) }), !asked.isEmpty {
            return try open([nil], remark: "OPENBLAS_CORETYPE=\(asked) is set")
        }
        let best = openblas_best_core().map { String(cString: $0) }
        if best != nil, isReproducible {
            return try open(["Haswell", "Sandybridge", "Prescott"], remark: "DUEL_REPRODUCIBLE=1")
        }
        switch best {
        case "SkylakeX": return try open(["SkylakeX", "Haswell", "Prescott"], remark: nil)
        case "Haswell": return try open(["Haswell", "Sandybridge", "Prescott"], remark: nil)
        default: return try open([nil, "Prescott"], remark: nil)
        }
    }

    /// Whether the same bytes are wanted on every processor with AVX2.
    static var isReproducible: Bool {
        getenv("DUEL_REPRODUCIBLE").map { String(cString: $0) } == "1"
    }

    /// Loads the first of these kernels whose products are right.
    private static func open(_ cores: [String?], remark: String?) throws -> BLAS {
        var remark = remark
        for core in cores {
            if let message = openblas_load(core) {
                throw TensorError(
                    construct: "matrix product", problem: "OpenBLAS is not installed",
                    note: "install the package libopenblas0-pthread (\(String(cString: message)))")
            }
            let name = String(cString: openblas_core())
            let configuration = String(cString: openblas_configuration())
            if ProductCheck.passes() { return BLAS(core: name, configuration: configuration, remark: remark) }
            remark = "its kernel \(name) computes wrong products"
            openblas_unload()
        }
        return BLAS(core: nil, configuration: "", remark: remark)
    }

    /// c = alpha * op(a) op(b) + beta * c on the calling thread.
    func product(
        _ transposesA: Bool, _ transposesB: Bool, m: Int, n: Int, k: Int, alpha: Float, _ a: Kernels.Source,
        row aRow: Int, _ b: Kernels.Source, row bRow: Int, beta: Float, _ c: Kernels.Target, row cRow: Int
    ) {
        if core == nil {
            kernel_small_product(
                transposesA ? 1 : 0, transposesB ? 1 : 0, m, n, k, alpha, a, aRow, b, bRow, beta, c, cRow)
        } else {
            openblas_product(
                transposesA ? 1 : 0, transposesB ? 1 : 0, Int32(m), Int32(n), Int32(k), alpha, a, Int32(aRow),
                b,
                Int32(bRow), beta, c, Int32(cRow))
        }
    }
}
