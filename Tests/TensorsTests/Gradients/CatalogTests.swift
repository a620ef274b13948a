import Tensors
import Testing

/// Every operation's value, first and second gradient, against float64 formulas and central differences.
@Suite struct CatalogTests {
    static let samples = Sample.elementwise + Sample.reductions + Sample.layouts + Sample.layers

    @Test func everyOperationHasASample() {
        let sampled = Set(Self.samples.map { $0.name.split(separator: " ").first.map(String.init) ?? "" })
        for operation in Catalog.operations {
            #expect(sampled.contains(operation.name), "\(operation.name) has no sample")
            #expect(!operation.summary.isEmpty && !operation.example.isEmpty)
        }
        #expect(Set(Catalog.operations.map(\.name)).count == Catalog.operations.count)
    }

    @Test func valuesAgreeWithFormulasInFloat64() throws {
        var worst = (0.0, "")
        for sample in Self.samples {
            guard let formula = sample.formula else { continue }
            let operands = try sample.operands()
            let expected = formula(operands.map { $0.floats.map(Double.init) })
            let error = relativeError(try sample.call(operands), expected)
            #expect(error < 1e-6, "\(sample): \(error)")
            if error > worst.0 { worst = (error, "\(sample)") }
        }
        print("catalog: worst relative error of values \(worst)")
    }

    @Test func firstGradientsAgreeWithCentralDifferences() throws {
        var worst = (0.0, "")
        for sample in Self.samples {
            let check = try DerivativeCheck(sample)
            let error = try check.firstGradientError()
            #expect(error < 5e-4, "\(sample): \(error)")
            if error > worst.0 { worst = (error, "\(sample)") }
        }
        print("catalog: worst relative error of first gradients \(worst)")
    }

    @Test func recordedGradientsAreTheSameAsFusedOnes() throws {
        for sample in Self.samples {
            let check = try DerivativeCheck(sample)
            let plain = try check.gradients(at: check.point, differentiable: false)
            let recorded = try check.gradients(at: check.point, differentiable: true)
            for (a, b) in zip(plain, recorded) {
                #expect(relativeError(a, b.floats.map(Double.init)) < 2e-5, "\(sample)")
            }
        }
    }

    @Test func secondGradientsAgreeWithCentralDifferences() throws {
        var worst = (0.0, "")
        for sample in Self.samples {
            let error = try DerivativeCheck(sample).secondGradientError()
            #expect(error < 1e-3, "\(sample): \(error)")
            if error > worst.0 { worst = (error, "\(sample)") }
        }
        print("catalog: worst relative error of second gradients \(worst)")
    }
}
