import Foundation
import Prelude
import Script
import Testing

@Suite struct MemberTests {
    @Test(
        "The members of the language's own kinds are those that the interpreter knows",
        arguments: ["\"text\"", "[1, 2]", "[\"a\": 1]", "0..<3"])
    func builtins(_ source: String) throws {
        let value = try #require(try run(source).value)
        let kind = try #require(ValueKind(of: value))
        let interpreter = Library.interpreter(context: PreludeContext()) { _ in }
        let known = interpreter.memberNames(of: value)
        let declared = Library.entries(in: .members(of: kind)).map(\.name)
        #expect(declared.sorted() == (known.properties + known.methods).sorted())
    }

    @Test("Each value of the prelude goes by the name of a kind", arguments: ValueKind.allCases)
    func kindsHaveNames(_ kind: ValueKind) throws {
        guard let source = Self.values[kind] else {
            #expect(kind == .session, "only a check has one")
            return
        }
        let value = try run(Self.networks + source).value ?? .none
        #expect(value.kindName == kind.name)
        #expect(ValueKind(of: value) == kind)
    }

    @Test(
        "Every name that a value answers to is an entry, and the reference has each",
        arguments: ValueKind.allCases)
    func membersAreEntries(_ kind: ValueKind) throws {
        guard let source = Self.values[kind], let value = try run(Self.networks + source).value else {
            return
        }
        let interpreter = Library.interpreter(context: PreludeContext()) { _ in }
        let known = interpreter.memberNames(of: value)
        let entries = Library.entries(in: .members(of: kind))
        #expect((known.properties + known.methods).sorted() == entries.map(\.name).sorted())
        let page = ReferencePage.text()
        for entry in entries { #expect(page.contains("### \(entry.title)\n")) }
    }

    static let networks = """
        let G = Sequential(Dense(4, 8), relu, Dense(8, 2))
        let D = Sequential(Dense(2, 8), relu, Dense(8, 1))
        let gan = GAN(G, D, noise: 4)
        let history = train(gan, on: ring(), steps: 2)

        """

    /// A value of each kind.
    private static let values: [ValueKind: String] = [
        .none: "nil", .bool: "true", .int: "1", .double: "0.5", .string: "\"a\"", .list: "[1]",
        .dictionary: "[\"a\": 1]", .range: "0..<3", .tuple: "(1, 2)", .function: "relu",
        .tensor: "zeros(2)", .gradients: "gradients(of: mean(G(ones(4, 4))), for: G)", .network: "G",
        .optimizer: "Adam(G)", .schedule: "fallingRate()", .data: "ring()", .loss: "hinge()", .gan: "gan",
        .step: "var last = 0\ntrain(gan, on: ring(), steps: 1) { step in last = step }\nlast",
        .history: "history", .figure: "line([1, 2])",
    ]
}
