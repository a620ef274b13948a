import CKernels
import COpenBLAS
import Glibc
import Testing

@testable import Tensors

struct BLASTests {
    @Test func theProcessorsBestKernelComesFirst() {
        let wide = BLAS.choose(asked: "", best: "SkylakeX", isReproducible: false)
        #expect(wide.cores == ["SkylakeX", "Haswell", "Sandybridge", "Prescott"])
        #expect(wide.remark == nil)
        let plain = BLAS.choose(asked: "", best: "Haswell", isReproducible: false)
        #expect(plain.cores == ["Haswell", "Sandybridge", "Prescott"])
    }

    @Test func aKernelThatWasAskedForIsRespected() {
        let choice = BLAS.choose(asked: "Zen", best: "SkylakeX", isReproducible: true)
        #expect(choice.cores == [nil])
        #expect(choice.remark == "OPENBLAS_CORETYPE=Zen is set")
    }

    @Test func reproducibleRunsUseWhatEveryProcessorWithAVX2Has() {
        let choice = BLAS.choose(asked: "", best: "SkylakeX", isReproducible: true)
        #expect(choice.cores.first == "Haswell")
        #expect(choice.remark == "DUEL_REPRODUCIBLE=1")
    }

    @Test func anOldProcessorIsLeftToOpenBLAS() {
        #expect(BLAS.choose(asked: "", best: nil, isReproducible: true).cores == [nil, "Prescott"])
    }

    @Test func theEnvironmentIsAsItWasBeforeLoading() throws {
        let before = getenv("OPENBLAS_NUM_THREADS").map { String(cString: $0) }
        _ = try BLAS.get()
        #expect(getenv("OPENBLAS_NUM_THREADS").map { String(cString: $0) } == before)
    }

    @Test func theCheckFindsAKernelThatComputesWrongly() {
        let right: ProductCheck.Product = { ta, tb, m, n, k, alpha, a, aRow, b, bRow, beta, c, cRow in
            kernel_small_product(
                ta, tb, Int(m), Int(n), Int(k), alpha, a, Int(aRow), b, Int(bRow), beta, c, Int(cRow))
        }
        #expect(ProductCheck.passes(right))
        #expect(
            !ProductCheck.passes { ta, tb, m, n, k, alpha, a, aRow, b, bRow, beta, c, cRow in
                right(ta, tb, m, n, k, alpha, a, aRow, b, bRow, beta, c, cRow)
                if tb == 1, let c { c[Int(m * n) - 1] += 0.001 }
            })
        #expect(
            !ProductCheck.passes { ta, tb, m, n, k, alpha, a, aRow, b, bRow, beta, c, cRow in
                right(ta, tb, m, n, k, alpha, a, aRow, b, bRow, beta, c, cRow)
                if let c { c[3] = .nan }
            })
    }

    @Test func aMissingLibraryIsAnErrorWithItsPackage() {
        let error = BLAS.missing("libopenblas.so.0: cannot open shared object file")
        #expect(
            error.description
                == "matrix product: OpenBLAS is not installed: install the package libopenblas-dev "
                + "(libopenblas.so.0: cannot open shared object file)")
    }

    @Test func tooLittleRoomForItsWorkMemoryIsAnError() {
        #expect(
            BLAS.noRoom(limit: 100_000_000).description
                == "matrix product: there is not enough memory for OpenBLAS: it asks for 134 MB of addresses of the "
                + "100 MB that this process may have")
    }
}
