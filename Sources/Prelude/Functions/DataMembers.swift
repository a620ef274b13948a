import Networks
import Script
import Tensors
import Text

extension Entry {
    /// The members of a data set.
    static let dataMethods: [Entry] = [
        Entry(
            "sample", .data, "Draws samples at random.", .dataObject("data"),
            .int("count", "how many", atLeast: 1),
            memberOf: "data", returns: "Tensor", example: "print(ring().sample(500).shape)",
            prints: "[500, 2]",
            seeAlso: ["labeled", "batches"]
        ) { call, data, count in try data.source.sample(count, call.random) },
        Entry(
            "labeled", .data, "Draws samples together with the class that each comes from.",
            .dataObject("data"),
            .int("count", "how many", atLeast: 1), memberOf: "data", returns: "(Tensor, list of Ints)",
            example: "let (x, y) = moons().labeled(100)\nprint(x.shape, y.count)", prints: "[100, 2] 100",
            raises: ["Data without labels."], seeAlso: ["sample"]
        ) { call, data, count in
            let (points, labels) = try data.source.labeledSample(count, call.random)
            return Value.tuple([Value(points), .list(ListValue(labels))])
        },
        Entry(
            "batches", .data,
            "One epoch of a finite set: each sample once, in a shuffled order, the last batch perhaps smaller.",
            .dataObject("data"), .int("size", "samples in a batch", atLeast: 1),
            .labeled(.flag("labels", "give pairs of samples and classes")), memberOf: "data",
            returns: "list of Tensors",
            example: "print(points(zeros(10, 2)).batches(4).map { b in b.shape[0] })",
            prints: "[4, 4, 2]", raises: ["Data that can be drawn from without end."],
            seeAlso: ["points", "sample"]
        ) { call, data, size, labels in try batches(call, data, size, labels) },
        Entry(
            "only", .data, "The samples of one class of a finite set.", .dataObject("data"),
            .int("label", "the number of the class"), memberOf: "data", returns: "data",
            example: "print(mnist().only(7).sampleShape)", prints: "[1, 28, 28]",
            raises: ["Data without labels."],
            seeAlso: ["labeled"]
        ) { _, data, label in try finite(data, "only").only(class: label) },
        Entry(
            "reshaped", .data, "The same samples in another shape.", .dataObject("data"),
            .shape("shape", "of one sample"),
            memberOf: "data", returns: "data", example: "print(mnist().reshaped(784).sampleShape)",
            prints: "[784]",
            raises: ["A shape with another number of elements."], seeAlso: ["Flatten"]
        ) { _, data, shape in try finite(data, "reshaped").reshaped(shape) },
        Entry(
            "subset", .data, "Some of the samples of a finite set.", .dataObject("data"),
            .ints("rows", "which, counted from 0: a list or a range"), memberOf: "data", returns: "data",
            example: "print(points(zeros(10, 2)).subset(0..<4).count)", prints: "4", seeAlso: ["only"]
        ) { _, data, rows in try finite(data, "subset").subset(rows) },
        Entry(
            "density", .data, "The density of a mixture of Gaussians at points.", .dataObject("data"),
            .tensor("x", "a row for each point"), memberOf: "data", returns: "Tensor",
            example: "print(gaussian().density(tensor([[0]])))", prints: "[0.3989]",
            raises: ["Data whose density has no formula here."], seeAlso: ["gaussian", "jensenShannon"]
        ) { _, data, x in try density(data, x) },
    ]
}

private func finite(_ data: DataObject, _ member: String) throws -> FiniteData {
    guard let set = data.source.finite else {
        throw Mistake(
            problem: "only a finite set has `\(member)`",
            note:
                "{0} is \(data.source.name), which can be drawn from without end; points({0}.sample(2000)) makes a "
                + "set of it", place: .argument(0))
    }
    return set
}

private func batches(_ call: Call, _ data: DataObject, _ size: Int, _ withLabels: Bool) throws -> Value {
    let set = try finite(data, "batches")
    if withLabels, set.labels == nil {
        throw Mistake(problem: "these data have no labels", note: "{0} is \(set.name)", place: .argument(0))
    }
    let epoch = try Batches(set, size: size, call.random)
    return .list(
        ListValue(
            try (0..<epoch.count).map { number in
                let batch = try epoch.batch(number)
                guard withLabels, let labels = batch.labels else { return Value(batch.points) }
                return .tuple([Value(batch.points), .list(ListValue(labels))])
            }))
}

private func density(_ data: DataObject, _ x: Tensor) throws -> Tensor {
    guard let mixture = data.source as? GaussianMixture else {
        throw Mistake(
            problem: "these data have no density that is known", note: "{0} is \(data.source.name)",
            place: .argument(0))
    }
    let width = mixture.centers[0].count
    let rows = x.count / width
    guard x.rank == 2 && x.shape[1] == width || x.rank == 1 && width == 1 else {
        throw Mistake(
            problem: "the points have another size than the data",
            note: "{1} is \(x.shape), and the data have \(width) numbers in a row", place: .argument(1))
    }
    return try Tensor.building([rows]) { out in
        x.withFloats { floats in
            for row in 0..<rows {
                out[row] = Float(mixture.density(at: (0..<width).map { Double(floats[row * width + $0]) }))
            }
        }
    }
}
