import Networks
import Script
import Tensors
import Text

extension ObjectKind where Object == DataObject {
    static var data: Self { Self(kind: .data) }
}

extension Entry {
    static let dataMembers: [Entry] = [
        property(
            .data, "name", "What it is.", example: "print(ring(modes: 8).name)", prints: "ring of 8 modes"
        ) { $0.source.name },
        property(
            .data, "sampleShape", "The shape of one sample.", example: "print(ring().sampleShape)",
            prints: "[2]"
        ) { $0.source.sampleShape },
        property(
            .data, "count", "How many samples there are; nil if it can be drawn from without end.",
            example: "print(points(zeros(10, 2)).count, ring().count)", prints: "10 nil"
        ) { $0.source.finite?.count },
        property(
            .data, "classes", "The names of its classes.", example: "print(mnist().classes.count)",
            prints: "10"
        ) { $0.source.classes },
        property(
            .data, "points", "All samples of a finite set, in their order.",
            example: "print(points(zeros(10, 2)).points.shape)", prints: "[10, 2]", seeAlso: ["batches"]
        ) { try finite($0, "points").allPoints() },
        property(
            .data, "labels", "The class of each sample of a finite set; nil if they have none.",
            example: "print(points(zeros(3, 2), labels: [0, 1, 1]).labels)", prints: "[0, 1, 1]",
            seeAlso: ["labeled"]
        ) { try finite($0, "labels").labels },
        property(
            .data, "modes", "The centers of its modes, a row each; nil if unknown.",
            returns: .optional(.tensor),
            example: "print(ring(modes: 8).modes.shape)", prints: "[8, 2]", seeAlso: ["ring", "grid"]
        ) { data -> Tensor? in
            try data.source.modes.flatMap { modes in
                try Tensor(
                    modes.centers.joined().map { Float($0) },
                    [modes.centers.count, modes.centers.first?.count ?? 0])
            }
        },
        method(
            .data, "sample", "Draws samples at random.",
            .int("count", "how many", atLeast: 1),
            example: "print(ring().sample(500).shape)",
            prints: "[500, 2]",
            seeAlso: ["labeled", "batches"]
        ) { call, data, count in try data.source.sample(count, call.random) },
        method(
            .data, "labeled", "Draws samples together with the class that each comes from.",
            .int("count", "how many", atLeast: 1), returns: .tuple([.tensor, .list(of: .int)]),
            example: "let (x, y) = moons().labeled(100)\nprint(x.shape, y.count)", prints: "[100, 2] 100",
            raises: ["Data without labels."], seeAlso: ["sample"]
        ) { call, data, count in
            let (points, labels) = try data.source.labeledSample(count, call.random)
            return Value.tuple([Value(points), .list(try call.interpreter.list(labels))])
        },
        method(
            .data, "batches",
            "One epoch of a finite set: each sample once, in a shuffled order, the last batch perhaps smaller.",
            .int("size", "samples in a batch", atLeast: 1),
            .labeled(.flag("labels", "give pairs of samples and classes")), returns: .list(of: .tensor),
            example: "print(points(zeros(10, 2)).batches(4).map { b in b.shape[0] })",
            prints: "[4, 4, 2]", raises: ["Data that can be drawn from without end."],
            seeAlso: ["points", "sample"]
        ) { call, data, size, labels in try batches(call, data, size, labels) },
        method(
            .data, "only", "The samples of one class of a finite set.",
            .int("label", "the number of the class"), example: "print(mnist().only(7).sampleShape)",
            prints: "[1, 28, 28]",
            raises: ["Data without labels."],
            seeAlso: ["labeled"]
        ) { _, data, label in try finite(data, "only").only(class: label) },
        method(
            .data, "reshaped", "The same samples in another shape.",
            .shape("shape", "of one sample"),
            example: "print(mnist().reshaped(784).sampleShape)",
            prints: "[784]",
            raises: ["A shape with another number of elements."], seeAlso: ["Flatten"]
        ) { _, data, shape in try finite(data, "reshaped").reshaped(shape) },
        method(
            .data, "subset", "Some of the samples of a finite set.",
            .ints("rows", "which, counted from 0: a list or a range"),
            example: "print(points(zeros(10, 2)).subset(0..<4).count)", prints: "4", seeAlso: ["only"]
        ) { _, data, rows in try finite(data, "subset").subset(rows) },
        method(
            .data, "density", "The density of a mixture of Gaussians at points.",
            .tensor("x", "a row for each point"), example: "print(gaussian().density(tensor([[0]])))",
            prints: "[0.3989]",
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
    var batches = try call.interpreter.listBuilder(capacity: epoch.count)
    for number in 0..<epoch.count {
        let batch = try epoch.batch(number)
        if withLabels, let labels = batch.labels {
            try batches.append(.tuple([Value(batch.points), .list(try call.interpreter.list(labels))]))
        } else {
            try batches.append(Value(batch.points))
        }
    }
    return .list(batches.list())
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
