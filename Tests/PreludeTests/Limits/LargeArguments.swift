@testable import Prelude

/// Scripts that call an entry with arguments as large as a script can make of little memory: long texts, lists, ranges,
/// tensors, and numbers that ask for large results.
enum LargeArguments {
    /// A world in which every parameter gets something large; each world of another sort.
    struct World: Sendable {
        let name: String
        let text, list, value, tensor, whole, wholes, numbers: String
    }

    static let worlds = [
        World(
            name: "numbers", text: "\"ab c\" * 2000000", list: "[1.5] * 1000000", value: "[1.5] * 1000000",
            tensor: "zeros(1000, 1500)", whole: "3000000", wholes: "0..<3000000", numbers: "[1.5] * 1000000"),
        World(
            name: "texts", text: "\"a\\n\" * 4000000", list: "[\"ab c\" * 200000] * 400",
            value: "[\"ab c\" * 200000] * 400", tensor: "zeros(4, 16, 150, 150)", whole: "700",
            wholes: "[2, 2, 1000, 1000]", numbers: "0..<3000000"),
        World(
            name: "characters", text: "\" \" * 8000000", list: "\"ab c\" * 2000000",
            value: "\"ab c\" * 2000000",
            tensor: "rand(2000000)", whole: "20000000", wholes: "[1500, 1500]", numbers: "rand(2000000)"),
        World(
            name: "tensors", text: "\"e\\u{301}\" * 3000000", list: "zeros(2000000)", value: "zeros(1500000)",
            tensor: "rand(1200, 1200)", whole: "50000000", wholes: "[0] * 1000000",
            numbers: "[1] * 1000000"),
        World(
            name: "ranges", text: "\"aa\" * 4000000", list: "0..<6000000", value: "0..<60000000",
            tensor: "[[1.5] * 1000] * 1000", whole: "2000000000", wholes: "0..<60000000",
            numbers: "0..<60000000"),
    ]

    /// What makes a value of a kind, for members and for parameters that take one.
    private static func object(_ kind: String) -> String? {
        switch kind {
        case "network", "layer": "Dense(1200, 1200)"
        case "optimizer": "Adam(Dense(1200, 1200))"
        case "loss": "hinge()"
        case "schedule": "constantRate()"
        case "data": "points(rand(500000, 2))"
        case "figure": "line([1.5] * 500000)"
        case "GAN":
            "GAN(Sequential(Dense(4, 1200), relu, Dense(1200, 2)), "
                + "Sequential(Dense(2, 1200), relu, Dense(1200, 1)), noise: 4)"
        case "Tensor": "rand(1200, 1200)"
        case "String": "\"ab c\" * 2000000"
        case "List": "[1.5] * 1000000"
        case "Range": "0..<60000000"
        case "Dictionary": "Dictionary(zip(0..<100000, 0..<100000))"
        default: nil
        }
    }

    /// Calls that the worlds do not come upon, since they take parts that fit each other.
    private static let fitting: [String: [String]] = [
        "replacing": ["(\"a\" * 40000).replacing(\"a\", with: \"a\" * 40000)"],
        "joined": ["([\"a\" * 1000000] * 600).joined()"],
        "split": ["(\"a\" * 8000000).split(\"a\")"],
        "permutation": ["permutation(3000000)", "permutation(60000000)"],
        "List": ["List(\"ab\" * 4000000)", "List(zeros(1000000))"],
        "matmul": [
            "var y = ones(1200, 1200)\nfor i in 0..<2000 { y = matmul(y, y) * 0.001 }",
            "ones(4, 3000000) @ ones(3000000, 4)",
        ],
        "sort": ["for i in 0..<20 { sort(rand(2000000)) }"],
        "conv2d": ["for i in 0..<200 { conv2d(ones(2, 16, 150, 150), weight: ones(16, 16, 5, 5)) }"],
        "exp": ["for i in 0..<20000 { exp(zeros(2000000)) }"],
        "train": [
            "train(GAN(Sequential(Dense(4, 2)), Sequential(Dense(2, 1)), noise: 4), on: ring(), steps: 100000000)"
        ],
        "show": ["show(scatter(rand(500000, 2)))", "show(histogram(rand(2000000)))"],
        "save": ["save(scatter(rand(500000, 2)), \"/nonexistent/a.png\")"],
        "expect": [
            "var x = [1]\nfor i in 0..<60 { x = [x, x] }\nexpect(x, equals: 1)",
            "expect([1.5] * 1000000, equals: [1.5] * 1000000)",
        ],
        "type": ["var x = (1, 2)\nfor i in 0..<60 { x = (x, x) }\ntype(x)"],
        "sorted": ["var x = [2]\nfor i in 0..<60 { x = [x, x] }\n[x, x].sorted()", "rand(300000).sorted()"],
        "precisionRecall": ["precisionRecall(rand(20000, 2), rand(20000, 2))"],
        "earthMover": [
            "earthMover(rand(2000, 2), rand(2000, 2))", "earthMover(rand(1000000), rand(1000000))",
        ],
        "sketch": ["sketch(\"*\" * 4000000)"],
        "bars": ["bars(rand(1000000))"],
        "Conv2D": ["Conv2D(3000000, 3000000, size: 3000000)"],
        "fail": ["fail(\"a\\n\" * 4000000)"],
    ]

    /// The scripts that call an entry.
    static func scripts(for entry: Entry) -> [String] {
        var scripts: [String] = []
        for world in worlds where !scripts.contains(script(entry, world)) {
            scripts.append(script(entry, world))
        }
        return scripts + (fitting[entry.name] ?? []).map { "let r = 1\n" + $0 }
    }

    private static func script(_ entry: Entry, _ world: World) -> String {
        var lines: [String] = []
        var arguments: [String] = []
        for (place, parameter) in entry.parameters.enumerated() where parameter.defaultText == nil {
            lines.append("let a\(place) = \(argument(parameter, place, world))")
            // By their labels all can be given, but one that takes any number has its place.
            arguments.append(parameter.isVariadic ? "a\(place)" : "\(parameter.name): a\(place)")
        }
        let call = arguments.isEmpty && entry.native == nil ? "" : "(\(arguments.joined(separator: ", ")))"
        if let owner = entry.owner {
            lines.append("let o = \(object(owner.name) ?? world.value)")
            lines.append("let r = o.\(entry.name)\(call)")
        } else {
            lines.append("let r = \(entry.name)\(call)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func argument(_ parameter: EntryParameter, _ place: Int, _ world: World) -> String {
        switch parameter.name {
        case "separator" where place > 0: return "\" \""
        case "part" where place > 0: return "\"a\""
        case "with": return "\"bcd\""
        case "path": return "\"/nonexistent/a.svg\""
        case "axis": return "0"
        default: break
        }
        let type = parameter.type
        if type.hasPrefix("Tensor") { return world.tensor }
        if type.hasPrefix("list of Ints") { return world.wholes }
        if type.hasPrefix("list of Strings") { return "[\"a\"] * 1000000" }
        switch type {
        case "String": return world.text
        case "list": return world.list
        case "Int": return world.whole
        case "number": return "0.5"
        case "numbers", "number or list": return world.numbers
        case "Bool": return "true"
        case "range": return "0...1"
        case "function": return parameter.name == "combine" ? "{ a, b in a }" : "{ x in x }"
        default: return object(type) ?? world.value
        }
    }
}
