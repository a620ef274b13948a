import Budget
import CKernels
import COpenBLAS
import Glibc
import Text

/// OpenBLAS as it was loaded for this process: which kernels, and how they came to be.
struct BLAS: Sendable {
    /// OpenBLAS's name of its kernels, "Haswell" or "SkylakeX"; nil when its products were found wrong and
    /// the engine's own loop does them.
    let core: String?
    /// Why this kernel and not the processor's best.
    let remark: String?
    /// How many products may run at the same time: each needs work memory, which a limited address space may
    /// not have.
    let width: Int

    private static let loaded = Result { try load() }

    /// The library, loaded at the first call. Throws if it is not installed.
    static func get() throws -> BLAS { try loaded.get() }

    private static func load() throws -> BLAS {
        let choice = choose(
            asked: getenv("OPENBLAS_CORETYPE").map { String(cString: $0) } ?? "",
            best: openblas_best_core().map { String(cString: $0) }, isReproducible: isReproducible)
        return try open(choice.cores, remark: choice.remark)
    }

    /// The kernels to try, in this order (nil: what OpenBLAS takes by itself), and why these.
    static func choose(
        asked: String, best: String?, isReproducible: Bool
    ) -> (cores: [String?], remark: String?) {
        if !asked.isEmpty { return ([nil], "OPENBLAS_CORETYPE=\(asked) is set") }
        // Haswell's are the newest that every processor with AVX2 can run.
        let common = ["Haswell", "Sandybridge", "Prescott"]
        switch best {
        case nil: return ([nil, "Prescott"], nil)
        case _ where isReproducible: return (common, "DUEL_REPRODUCIBLE=1")
        case "Haswell": return (common, nil)
        case let newer: return ([newer] + common, nil)
        }
    }

    /// Whether the same bytes are wanted on every processor with AVX2. The engine's own loops give them
    /// always; OpenBLAS gives them when its kernel is the same, since the kernel fixes the order of every sum
    /// (block sizes are constants of the kernel, and work is cut by sizes alone). It costs nothing where
    /// Haswell's kernel is the best one anyway, and half of the product rate where there is AVX-512, whose
    /// registers are twice as wide.
    static var isReproducible: Bool {
        getenv("DUEL_REPRODUCIBLE").map { String(cString: $0) } == "1"
    }

    /// Loads the first of these kernels whose products are right.
    private static func open(_ cores: [String?], remark: String?) throws -> BLAS {
        var remark = remark
        for core in cores {
            if let message = openblas_load(core) {
                throw missing(String(cString: message))
            }
            let addresses = MemoryBudget.addressLimit
            let width = Int(openblas_reserve(Int32(addresses == nil ? Threads.most : Threads.count)))
            guard width > 0 else {
                openblas_unload()
                throw noRoom(limit: addresses)
            }
            let name = String(cString: openblas_core())
            if ProductCheck.passes(openblas_product) {
                return BLAS(core: name, remark: remark, width: width)
            }
            remark = "its kernel \(name) computes wrong products"
            openblas_unload()
        }
        return BLAS(core: nil, remark: remark, width: Threads.most)
    }

    /// What is thrown when the library cannot be loaded; `message` is the loader's.
    static func missing(_ message: String) -> Mistake {
        Mistake(
            construct: "matrix product", problem: "OpenBLAS is not installed",
            note: "install the package libopenblas-dev (\(message))")
    }

    /// What is thrown when the address space has no room for a product's work memory.
    static func noRoom(limit: Int?) -> Mistake {
        let work = NumberText.bytes(Double(OPENBLAS_WORK_BYTES))
        let bound = limit.map { " of the \(NumberText.bytes(Double($0))) that this process may have" }
        return Mistake(
            construct: "matrix product", problem: "there is not enough memory for OpenBLAS",
            note: "it asks for \(work) of addresses\(bound ?? "")")
    }

    /// c = alpha * op(a) op(b) + beta * c on the calling thread.
    ///
    /// A large product is cut into tiles, each a twentieth of a second at most. Between them it looks whether the work is
    /// to stop, and then leaves the rest undone: whoever called looks at the flag afterwards.
    func product(
        _ transposesA: Bool, _ transposesB: Bool, m: Int, n: Int, k: Int, alpha: Float, _ a: Kernels.Source,
        row aRow: Int, _ b: Kernels.Source, row bRow: Int, beta: Float, _ c: Kernels.Target, row cRow: Int
    ) {
        let most = core == nil ? 1 << 26 : 1 << 30
        guard m * n * k > most else {
            return tile(
                transposesA, transposesB, m: m, n: n, k: k, alpha: alpha, a, row: aRow, b, row: bRow,
                beta: beta,
                c, row: cRow)
        }
        let (height, width) = (min(m, core == nil ? 256 : 768), min(n, core == nil ? 256 : 768))
        let depth = min(k, max(256, most / (2 * height * width)))
        for row in stride(from: 0, to: m, by: height) {
            for column in stride(from: 0, to: n, by: width) {
                for start in stride(from: 0, to: k, by: depth) {
                    if Interruption.requested.load(ordering: .relaxed) { return }
                    tile(
                        transposesA, transposesB, m: min(height, m - row), n: min(width, n - column),
                        k: min(depth, k - start), alpha: alpha,
                        a + (transposesA ? start * aRow + row : row * aRow + start), row: aRow,
                        b + (transposesB ? column * bRow + start : start * bRow + column), row: bRow,
                        beta: start == 0 ? beta : 1, c + row * cRow + column, row: cRow)
                }
            }
        }
    }

    private func tile(
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
