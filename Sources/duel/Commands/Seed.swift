import ArgumentParser

/// A seed as the command line writes it: any word, so that what is wrong with it can be said.
struct Seed: ExpressibleByArgument {
    private let text: String
    /// Nil for what is no seed.
    let number: UInt64?

    init?(argument: String) {
        text = argument
        number = UInt64(argument)
    }

    init(_ number: UInt64) {
        text = String(number)
        self.number = number
    }

    var defaultValueDescription: String { text }

    /// Throws for what is no seed.
    func check() throws {
        guard number == nil else { return }
        throw ValidationError("--seed is a whole number of 0 or more, and \(text) is none")
    }
}
