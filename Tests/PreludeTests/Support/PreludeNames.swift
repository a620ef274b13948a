import Prelude

/// The prelude's `Expectation` where `Testing`, which has one too, is imported.
typealias PreludeExpectation = Expectation
