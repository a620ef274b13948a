import Budget
import Networks
import Plots
import Script
import Tensors
import Text

extension Entry {
    static let files: [Entry] = [
        Entry.action(
            "save", .files, "Writes a figure, a network or a tensor to a file.",
            .any("value", "a figure, a network or a tensor"), .string("path", "its ending says how"),
            .labeled(.int("width", "of a figure, in pixels", atLeast: 40, default: 640)),
            text:
                "A figure becomes .svg or .png, a network .safetensors, a tensor .npy, numpy's format. The file is "
                + "written under a temporary name first, so that an interruption leaves the old one.",
            example: """
                save(scatter(ring().sample(200)), "ring.svg")
                save(tensor([[1, 2]]), "x.npy")
                print(load("x.npy"))
                """,
            prints: "[[1, 2]]",
            raises: [
                "An ending that does not suit the value.", "A folder that is not there, or a full disk.",
            ],
            seeAlso: ["load", "show"]
        ) { call, value, path, width in
            let content = try bytes(of: value, for: path, width: width)
            // Drawing that was stopped left the rest out.
            try Interruption.check()
            try aboutPath(argument: 1) { try call.context.files.write(content, to: path) }
            return
        },
        Entry(
            "load", .files,
            "Reads a tensor from an .npy file, or gives a network the values of a .safetensors file.",
            .any("source", "the path of a tensor, or the network that takes the values"),
            .optional(.string("path", "the network's file")),
            returns: .described("Tensor, or the network", .either(.tensor, .network)),
            text: """
                Nothing changes unless every name and shape in the file fits the network. A .safetensors file \
                holds 32-bit floats (F32); other kinds are refused.
                """,
            example: """
                let G = Sequential(Dense(4, 2))
                save(G, "g.safetensors")
                let H = Sequential(Dense(4, 2))
                load(H, "g.safetensors")
                print(same(G, H))
                """,
            prints: "true",
            raises: ["A file that is missing, cut off, damaged, or of another network."], seeAlso: ["save"]
        ) { call, source, path in try loaded(call, source, path) },
    ]
}

private func bytes(of value: Value, for path: String, width: Int) throws -> [UInt8] {
    func wrongEnding(_ endings: String) -> Mistake {
        Mistake(
            problem: "the name must end in \(endings)",
            note: "{0} is \(value.phrase), and the name is \"\(path)\"",
            place: .argument(1))
    }
    guard case .object(let object) = value else { throw unsavable(value) }
    switch object {
    case let object as FigureObject:
        if path.hasSuffix(".svg") { return Array(object.figure.svg(width: width).utf8) }
        if path.hasSuffix(".png") { return try object.figure.png(width: width) }
        throw wrongEnding(".svg or .png")
    case let object as NetworkObject:
        guard path.hasSuffix(".safetensors") else { throw wrongEnding(".safetensors") }
        try MemoryBudget.reserve(bytes: 8 * object.network.parameterCount)
        return Safetensors.bytes(of: object.network.namedTensors())
    case let object as TensorObject:
        guard path.hasSuffix(".npy") else { throw wrongEnding(".npy") }
        try MemoryBudget.reserve(bytes: 4 * object.tensor.count)
        return NPY.bytes(of: object.tensor)
    default: throw unsavable(value)
    }
}

private func unsavable(_ value: Value) -> Mistake {
    Mistake(
        problem: "this cannot be saved", note: "{0} is \(value.phrase); figures, networks and tensors can",
        place: .argument(0))
}

private func loaded(_ call: Call, _ source: Value, _ path: String?) throws -> Value {
    switch (source, path) {
    case (.string(let file), nil):
        guard file.hasSuffix(".npy") else {
            throw Mistake(
                problem: "the name must end in .npy",
                note:
                    "it is \"\(file)\"; the values of a network are given to one: load(G, \"g.safetensors\")",
                place: .argument(0))
        }
        return Value(try NPY.tensor(content(call, file, argument: 0), name: file))
    case (.object(let object), let file?):
        guard let network = object as? NetworkObject else { break }
        guard !network.network.isFrozen else {
            throw Mistake(
                problem: "a frozen network cannot be changed",
                note: "{0} is a view whose parameters are constants",
                place: .argument(0))
        }
        try network.network.load(
            Safetensors.tensors(content(call, file, argument: 1), name: file), from: file)
        return source
    default: break
    }
    throw Mistake(
        problem: "`load` needs a path, or a network and a path",
        note: "load(\"x.npy\") gives a tensor; load(G, \"g.safetensors\") gives G the values of a file")
}

private func content(_ call: Call, _ path: String, argument: Int) throws -> [UInt8] {
    try aboutPath(argument: argument) { try call.context.files.read(path) }
}

/// Runs a body whose mistakes are about the path that was given.
private func aboutPath<Result>(argument: Int, _ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch var mistake as Mistake {
        mistake.place = .argument(argument)
        throw mistake
    }
}
