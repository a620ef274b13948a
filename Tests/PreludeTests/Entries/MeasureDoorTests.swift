import Prelude
import Testing

/// No measure gives a number for nothing, or for what is no number. A new one is taken in by its entry.
@Suite struct MeasureDoorTests {
    private static let entries = Library.entries(in: .topic(.measures))

    @Test("A measure refuses no samples and samples that are not finite", arguments: entries.map(\.name))
    func refuses(name: String) throws {
        let entry = try #require(Self.entries.first { $0.name == name })
        let places = entry.parameters.indices.filter { entry.parameters[$0].type == "Tensor" }
        for bad in ["zeros(0, 2)", "tensor([[nan, 1], [2, 3]])", "tensor([[2, 3], [1, infinity]])"] {
            for place in places.isEmpty ? [nil] : places.map({ Optional($0) }) {
                for bins in entry.parameters.contains(where: { $0.name == "bins" }) ? ["", "bins: 4"] : [""] {
                    let call = Self.call(entry, bad, at: place, bins)
                    let run = try run("seed(1)\nlet value = \(call)\nprint(value)")
                    #expect(run.output == "", "\(call)")
                    #expect(
                        ["there are no samples", "a sample is not finite", "both need the same number"]
                            .contains(where: run.error.contains), "\(call) \(run.error)")
                }
            }
        }
    }

    /// A call with good arguments but for one.
    private static func call(_ entry: Entry, _ bad: String, at place: Int?, _ more: String) -> String {
        var arguments: [String] = []
        for (index, parameter) in entry.parameters.enumerated() {
            let value: String
            switch parameter.type {
            case "Tensor": value = index == place ? bad : "tensor([[1, 0], [3, 2]])"
            case "network": value = "Sequential(Dense(2, 1))"
            case "data": value = "ring()"
            case "function": value = "{ z in \(bad) }"
            default:
                // How much noise a function takes it cannot say itself.
                guard parameter.name == "noise" || parameter.name == "steps" else { continue }
                value = "1"
            }
            arguments.append(parameter.isLabelOnly ? "\(parameter.name): \(value)" : value)
        }
        if !more.isEmpty { arguments.append(more) }
        return "\(entry.name)(\(arguments.joined(separator: ", ")))"
    }
}
