import Script
import Tensors
import Text

extension Entry {
    static let shaping: [Entry] = shapes.map { $0.keepingMasks() }

    private static let shapes: [Entry] = [
        Entry(
            "reshape", .shaping, catalog("reshape"), .tensor("x"), .shapeOrList,
            text: "One size may be -1: it is what is left over.",
            example: "print(reshape(arange(6), [2, 3]), arange(6).reshape(3, -1).shape)",
            prints: "[[0, 1, 2],\n [3, 4, 5]] [3, 2]", raises: ["A shape with another number of elements."],
            seeAlso: ["Reshape", "squeeze"]
        ) { _, x, shape in try reshape(x, Shape(completed(shape, count: x.count))) },
        Entry(
            "transpose", .shaping, catalog("transpose"), .tensor("x"),
            .optional(.ints("axes", "the new order of the axes"), meaning: "reversed"),
            text: "`x.T` is the same without axes.", example: "print(transpose(tensor([[1, 2], [3, 4]])))",
            prints: "[[1, 3],\n [2, 4]]", raises: ["Axes that do not name each axis once."],
            seeAlso: ["matmul"]
        ) { _, x, axes in try axes.map { try transpose(x, axes: $0) } ?? transpose(x) },
        Entry(
            "concatenate", .shaping, catalog("concatenate"), .tensors("tensors"),
            .labeled(.int("axis", default: 0)),
            example: "print(concatenate(tensor([[1, 2]]), tensor([[3, 4]])))",
            prints: "[[1, 2],\n [3, 4]]", raises: ["Tensors that differ in another axis."],
            seeAlso: ["stack", "split"]
        ) { _, tensors, axis in try concatenate(tensors, axis: axis) },
        Entry(
            "stack", .shaping, "Tensors of one shape as the rows of a new axis.", .tensors("tensors"),
            .labeled(.int("axis", default: 0)),
            example: "print(stack(tensor([1, 2]), tensor([3, 4])))", prints: "[[1, 2],\n [3, 4]]",
            raises: ["Tensors of different shapes."], seeAlso: ["concatenate"]
        ) { _, tensors, axis in try stack(tensors, axis: axis) },
        Entry(
            "pieces", .shaping, "A tensor cut into pieces along an axis.", .tensor("x"),
            .labeled(.optional(.int("parts", "so many of one size"))),
            .labeled(.optional(.ints("sizes", "or one of each size"))), .labeled(.int("axis", default: 0)),
            example: "print(pieces(arange(4), parts: 2))",
            prints: "[[0, 1], [2, 3]]",
            raises: ["Sizes that do not add up."], seeAlso: ["concatenate"]
        ) { _, x, parts, sizes, axis in
            switch (parts, sizes) {
            case (let parts?, nil): return try split(x, parts: parts, axis: axis)
            case (nil, let sizes?): return try split(x, sizes: sizes, axis: axis)
            default:
                throw Mistake(problem: "a tensor is cut by `parts:` or by `sizes:`", note: "give one of them")
            }
        },
        Entry(
            "flip", .shaping, "The elements in reverse order along an axis.", .tensor("x"),
            .axis("the axis; all if left out"), example: "print(flip(tensor([1, 2, 3])))",
            prints: "[3, 2, 1]",
            seeAlso: ["transpose"]
        ) { _, x, axis in try flip(x, axis: axis) },
        Entry(
            "pad", .shaping, "A border of one number around a tensor.", .tensor("x"),
            .any(
                "widths",
                "one number for all sides of the last two axes, or a pair (before, after) for each axis"),
            .labeled(.float("value", default: 0)), example: "print(pad(ones(1, 1), 1))",
            prints: "[[0, 0, 0],\n [0, 1, 0],\n [0, 0, 0]]", seeAlso: ["conv2d"]
        ) { _, x, widths, value in try pad(x, borders(widths, rank: x.rank), value: value) },
        Entry(
            "squeeze", .shaping, "Without the axes of size 1, or without one of them.", .tensor("x"),
            .axis("the one to leave out; all if left out"),
            example: "print(squeeze(zeros(1, 3, 1)).shape)",
            prints: "[3]", raises: ["An axis of another size."], seeAlso: ["expandDims"]
        ) { _, x, axis in try squeeze(x, axis: axis) },
        Entry(
            "expandDims", .shaping, "With one more axis of size 1.", .tensor("x"),
            .int("axis", "where it stands"), example: "print(expandDims(zeros(3), axis: 1).shape)",
            prints: "[3, 1]",
            seeAlso: ["squeeze"]
        ) { _, x, axis in try expandDims(x, axis: axis) },
        Entry(
            "tile", .shaping, "Repeated along each axis.", .tensor("x"),
            .ints("repeats", "how often, for each axis"), example: "print(tile(tensor([[1, 2]]), [2, 2]))",
            prints: "[[1, 2, 1, 2],\n [1, 2, 1, 2]]",
            seeAlso: ["broadcast"]
        ) { _, x, repeats in try tile(x, repeats) },
        Entry(
            "broadcast", .shaping, catalog("broadcast"), .tensor("x"), .ints("shape", "the shape to fill"),
            example: "print(broadcast(tensor([1, 2]), [2, 2]))",
            prints: "[[1, 2],\n [1, 2]]",
            raises: ["A shape that it does not fit."], seeAlso: ["tile", "add"]
        ) { _, x, shape in try broadcast(x, to: Shape(shape)) },
        Entry(
            "slice", .shaping,
            "Rows and columns of a tensor, each from a first up to but not including a last.",
            .tensor("x"), .optional(.ints("rows", "[first, end] along axis 0"), meaning: "all"),
            .optional(.ints("columns", "[first, end] along axis 1"), meaning: "all"),
            text: "`x[1..<3, 0..<2]` is the same.",
            example: "let x = reshape(arange(6), [2, 3])\nprint(slice(x, rows: [0, 1], columns: [1, 3]))",
            prints: "[[1, 2]]",
            seeAlso: ["gather"]
        ) { _, x, rows, columns in
            try index(
                x,
                [try stretch(rows, "rows", 1), try stretch(columns, "columns", 2)].prefix(
                    columns == nil ? 1 : 2
                ).map { $0 })
        },
        Entry(
            "gather", .shaping, catalog("gather"), .tensor("x"), .tensor("indices", "whole numbers"),
            .int("axis", default: 0), text: "`x[[2, 0]]` is the same along axis 0.",
            example: "print(gather(tensor([10, 20, 30]), indices: [2, 0]))", prints: "[30, 10]",
            raises: ["A place that is not there."], seeAlso: ["slice", "argsort"]
        ) { call, x, indices, axis in
            try refuseMask(call, 1)
            return try gather(x, indices: indices, axis: axis)
        },
        Entry(
            "scatterAdd", .shaping, catalog("scatterAdd"), .tensor("x"),
            .ints("indices", "where each row goes"),
            .int("size", "how long the axis becomes", atLeast: 0), .int("axis", default: 0),
            example: "print(scatterAdd(tensor([1, 2, 3]), indices: [0, 2, 0], size: 3))", prints: "[4, 0, 2]",
            seeAlso: ["gather"]
        ) { call, x, indices, size, axis in
            try refuseMask(call, 1)
            return try scatterAdd(x, indices: indices, size: size, axis: axis)
        },
    ]

    /// The same function, which gives a mask where it takes one: other shapes and pieces of a mask pick elements as it
    /// does.
    private func keepingMasks() -> Entry {
        guard case .function(let native) = form else { return self }
        let keeping = NativeFunction(
            name: native.name, parameters: native.parameters, firstAccepts: native.firstAccepts
        ) { arguments in
            // Several tensors are one list in the eyes of their role.
            let rest = arguments.rest
            let role =
                arguments[0]?.tensorRole
                ?? rest.dropFirst().reduce(rest.first?.tensorRole ?? .numbers) {
                    $0.joined(with: $1.tensorRole)
                }
            return try native.body(arguments).inRole(role, arguments.interpreter)
        }
        return Entry(
            name: name, section: section, summary: summary, text: text, parameters: parameters,
            result: result,
            example: example, prints: prints, raises: raises, seeAlso: seeAlso, form: .function(keeping))
    }
}

/// Places are no mask: a 1 in it would be the second element.
private func refuseMask(_ call: Call, _ place: Int) throws {
    guard call.arguments[place]?.tensorRole == .mask else { return }
    throw Mistake(
        problem: "a mask is no list of places",
        note:
            "`{0}[{\(place)}]` picks the elements where it is 1; `({\(place)}) * 1` are the numbers 0 and 1",
        place: .argument(place))
}

extension Input where Argument == [Int] {
    /// The sizes behind a tensor: one list, or numbers one after the other.
    fileprivate static var shapeOrList: Self {
        .shape("shape", "the size of each axis: numbers, or one list")
    }
}

/// A shape whose -1 is filled in.
private func completed(_ shape: [Int], count: Int) throws -> [Int] {
    let open = shape.indices.filter { shape[$0] == -1 }
    guard let place = open.first else { return shape }
    let known = shape.filter { $0 != -1 }.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    guard open.count == 1, known > 0, count % known == 0 else {
        throw Mistake(
            problem: "the size for -1 cannot be worked out",
            note: open.count > 1
                ? "only one size may be -1" : "{0} has \(count) elements, which \(known) does not divide")
    }
    var full = shape
    full[place] = count / known
    return full
}

private func stretch(_ ends: [Int]?, _ name: String, _ place: Int) throws -> TensorIndex {
    guard let ends else { return .all }
    guard ends.count == 2 else {
        throw Mistake(
            problem: "`\(name)` must be two whole numbers", note: "{\(place)} has \(ends.count)",
            place: .argument(place))
    }
    return .range(lower: ends[0], upper: ends[1], step: 1)
}

private func borders(_ widths: Value, rank: Int) throws -> [(before: Int, after: Int)] {
    if let width = widths.wholeNumber {
        return (0..<rank).map { $0 >= rank - 2 ? (width, width) : (0, 0) }
    }
    if case .list(let list) = widths, list.count == rank {
        let pairs = try list.map { try wholeNumbers($0) }
        if let found = all(pairs), found.allSatisfy({ $0.count == 2 }) { return found.map { ($0[0], $0[1]) } }
    }
    throw Mistake(
        problem: "`widths` must be a number, or a pair for each of \(rank) axes",
        note: "{1} is \(widths.phrase)",
        place: .argument(1))
}
