import Plots
import Script
import Tensors
import Text

extension Entry {
    static let figures: [Entry] = [
        Entry(
            "scatter", .figures, "Points in the plane, each group in its own color and shape.",
            .points(), .labels, .labeled(.optional(.string("label", "the name of a single group"))),
            .labeled(
                .optional(
                    .ints("classes", "the class of each point of a single group, which makes groups of it"))),
            .labeled(.number("opacity", "from 0 to 1", default: 1)),
            .labeled(.number("size", "a factor on the marks", default: 1)), .title, .xLabel, .yLabel,
            example: "print(scatter(ring().sample(100), randn(50, 2), labels: [\"real\", \"forged\"]))",
            prints: "a figure: scatter", raises: ["Tensors of another shape than [n, 2]."],
            seeAlso: ["plot", "show", "heatmap"]
        ) { _, groups, labels, label, classes, opacity, size, title, xLabel, yLabel in
            var (groups, labels) = (groups, labels)
            if let label, labels.isEmpty { labels = [label] }
            if let classes { (groups, labels) = try byClass(groups, classes, labels) }
            return try Figure.scatter(
                groups, labels: labels, opacity: opacity, size: size, title: title, xLabel: xLabel,
                yLabel: yLabel)
        },
        Entry(
            "line", .figures, "Curves through numbers.", .series(),
            .labeled(.optional(.numbers("x", "the abscissa of all of them"), meaning: "0, 1, 2, …")),
            .labels,
            .labeled(.flag("logX", "equal steps to the right are equal factors")),
            .labeled(.flag("logY", "equal steps upward are equal factors")), .title, .xLabel, .yLabel,
            example: "print(line([1, 4, 9], [1, 2, 3], labels: [\"squares\", \"numbers\"]))",
            prints: "a figure: line",
            raises: ["Another number of labels than of series, or of x than of values."],
            seeAlso: ["scatter", "histogram", "rule"]
        ) { _, series, x, labels, logX, logY, title, xLabel, yLabel in
            try Figure.line(
                series, x: x, labels: labels, logX: logX, logY: logY, title: title, xLabel: xLabel,
                yLabel: yLabel)
        },
        Entry(
            "histogram", .figures, "How often numbers fall into equal bins, the same for every group.",
            .series("groups"),
            .labels, .labeled(.optional(.int("bins", "how many"), meaning: "as many as the data ask for")),
            .labeled(.optional(.range("range", "where the bins begin and end"), meaning: "all values")),
            .labeled(.flag("density", "areas that sum to 1, so that unequal groups compare")), .title,
            .xLabel, example: "print(histogram(randn(1000)))", prints: "a figure: histogram",
            seeAlso: ["line", "bars"]
        ) { _, groups, labels, bins, range, isDensity, title, xLabel in
            try Figure.histogram(
                groups, labels: labels, bins: bins, range: range, isDensity: isDensity, title: title,
                xLabel: xLabel)
        },
        Entry(
            "bars", .figures, "Named numbers as lengths.", .series(),
            .strings("names", "what each bar stands for"),
            .labels, .title, .xLabel,
            example: "print(bars([3, 5], names: [\"cats\", \"dogs\"]))", prints: "a figure: 2 bars",
            seeAlso: ["histogram"]
        ) { _, series, names, labels, title, xLabel in
            try Figure.bars(series, names: names, labels: labels, title: title, xLabel: xLabel)
        },
        Entry(
            "heatmap", .figures, "A function over the plane, or a matrix, as colors.",
            .any(
                "values",
                "a matrix; or a function, which gets all points of a grid as one [n, 2] tensor, or x and y"),
            .labeled(.optional(.range("x", "where the function is drawn"), meaning: "-3...3")),
            .labeled(.optional(.range("y", "where the function is drawn"), meaning: "-3...3")),
            .labeled(
                .optional(
                    .range("range", "what the ends of the colors stand for"), meaning: "the values' own")),
            .labeled(.flag("symmetric", "colors around 0, as far as the largest value")),
            .labeled(.optional(.number("contour", "draw the line along which the values equal this"))),
            .labeled(.int("cells", "along each side of the grid", atLeast: 1, default: 64)),
            .labeled(.optional(.string("label", "what the values are"))), .title, .xLabel, .yLabel,
            example: """
                let D = Sequential(Dense(2, 8), relu, Dense(8, 1))
                print(heatmap({ p in sigmoid(D(p)) }, x: -3...3, y: -3...3, range: 0...1))
                """,
            prints: "a figure: heatmap", raises: ["A function that does not give one number for each point."],
            seeAlso: ["plot", "arrows"]
        ) { call, values, x, y, range, symmetric, contour, cells, label, title, xLabel, yLabel in
            let scale: ColorScale =
                symmetric ? .symmetric() : range.map { $0 == 0...1 ? .probability : .range($0) } ?? .automatic
            return try Figure.heatmap(
                values.isCallable
                    ? sampled(call, values, x: x ?? -3...3, y: y ?? -3...3, cells: cells) : matrix(values),
                scale: scale, contour: contour, label: label, title: title, xLabel: xLabel, yLabel: yLabel)
        },
        Entry(
            "images", .figures, "Pictures in rows.",
            .any(
                "pictures", "a tensor of shape [n, 1 or 3, h, w], [n, h, w] or [h, w], or a list of pictures"),
            .labeled(.optional(.int("columns", "how many in a row"), meaning: "as many as fit")),
            .labeled(
                .optional(
                    .range("range", "which numbers are black and white"),
                    meaning: "0...1, or -1...1 if some are negative")),
            .labels, .labeled(.flag("smooth", "let neighboring pixels run into each other")), .title,
            example: "print(images(mnist().sample(16), columns: 8))",
            prints: "a figure: 16 images",
            raises: ["A tensor that is no picture: reshape(x, [n, 1, h, w]) makes pictures of rows."],
            seeAlso: ["mnist"]
        ) { _, pictures, columns, range, labels, smooth, title in
            let tensors: [Tensor]
            if case .list(let list) = pictures, list.doubles == nil,
                let found = try listedTensors(list)
            {
                tensors = found
            } else if let tensor = try plainTensor(pictures) {
                tensors = [tensor]
            } else {
                throw Mistake(
                    problem: "`pictures` must be a tensor", note: "{0} is \(pictures.phrase)",
                    place: .argument(0))
            }
            return try Figure.images(
                try tensors.flatMap { try rasters($0, range) }, columns: columns, labels: labels,
                scaling: smooth ? .smooth : .nearest, title: title)
        },
        Entry(
            "arrows", .figures, "Vectors at points; the factor by which they are drawn longer is printed.",
            .points("points", "where the arrows begin, [n, 2]"), .points("vectors", "what they show, [n, 2]"),
            .labeled(.optional(.number("scale", "the factor"), meaning: "one that suits")),
            .labeled(.optional(.string("label", "a name in the legend"))), .title, .xLabel, .yLabel,
            example: "print(arrows(zeros(3, 2), randn(3, 2)))", prints: "a figure: arrows",
            raises: ["Another number of vectors than of points."], seeAlso: ["plot", "gradient"]
        ) { _, points, vectors, scale, label, title, xLabel, yLabel in
            try Figure.arrows(
                points, vectors, scale: scale, label: label, title: title, xLabel: xLabel, yLabel: yLabel)
        },
        Entry(
            "path", .figures, "Points joined in the order in which they come, from a ring to an arrow.",
            .points("paths"), .labels, .labeled(.optional(.string("label", "the name of a single path"))),
            .labeled(.flag("timed", "pale where a path begins, in its full color where it ends")), .title,
            .xLabel, .yLabel,
            text: """
                For what moves through the plane: a walk through noise, the weights of a training run that circles.
                """,
            example: "print(path(cumsum(randn(50, 2), axis: 0), label: \"walk\"))", prints: "a figure: path",
            raises: ["Tensors of another shape than [n, 2]."], seeAlso: ["line", "scatter", "arrows"]
        ) { _, paths, labels, label, isTimed, title, xLabel, yLabel in
            try Figure.path(
                paths, labels: labels.isEmpty ? label.map { [$0] } ?? [] : labels, isTimed: isTimed,
                title: title,
                xLabel: xLabel, yLabel: yLabel)
        },
        Entry(
            "mesh", .figures, "A grid bent in the plane, as the lines along its rows and columns.",
            .any(
                "points",
                "where the lines cross: a tensor of shape [rows, columns, 2], or [n, 2] with `rows:` and `columns:`"
            ),
            .labeled(
                .optional(.int("rows", "how many rows of points", atLeast: 1), meaning: "as the shape says")),
            .labeled(
                .optional(
                    .int("columns", "how many points in a row", atLeast: 1), meaning: "as the shape says")),
            .labeled(.optional(.string("label", "a name in the legend"))), .title, .xLabel, .yLabel,
            text: "In cells, a fine mesh shows only some of its lines.",
            example: """
                let side = [-1, -0.5, 0, 0.5, 1]
                let corners = side.map { y in side.map { x in [x + 0.3 * y ** 2, y] } }
                print(mesh(corners))
                """,
            prints: "a figure: mesh",
            raises: ["Points of another shape, or that do not fill the rows and columns."],
            seeAlso: ["path", "scatter", "plot"]
        ) { _, points, rows, columns, label, title, xLabel, yLabel in
            let mesh = try meshPoints(points, rows, columns)
            return try Figure.mesh(
                mesh.points, rows: mesh.rows, columns: mesh.columns, label: label, title: title,
                xLabel: xLabel, yLabel: yLabel)
        },
        Entry(
            "rule", .figures, "A straight line across a figure, to be layered with others.",
            .labeled(.optional(.number("x", "a vertical line here"))),
            .labeled(.optional(.number("y", "a horizontal line here"))),
            .labeled(.optional(.string("label", "its name"))),
            example: "print(plot(line([0.9, 0.6, 0.5]), rule(y: 0.5)))", prints: "a figure: rule over line",
            raises: ["Both `x:` and `y:`, or neither."], seeAlso: ["plot", "line"]
        ) { _, x, y, label in
            switch (x, y) {
            case (let x?, nil): return try Figure.rule(x: x, label: label)
            case (nil, let y?): return try Figure.rule(y: y, label: label)
            default: throw Mistake(problem: "a rule stands at `x:` or lies at `y:`", note: "give one of them")
            }
        },
        Entry(
            "plot", .figures, "Figures drawn over each other in the same axes, the first at the bottom.",
            .figures("figures"), .title,
            example: "print(plot(scatter(zeros(3, 2)), arrows(zeros(3, 2), ones(3, 2))))",
            prints: "a figure: arrows over scatter", raises: ["Images or bars, which have no axes."],
            seeAlso: ["sideBySide", "scatter"]
        ) { _, figures, title in try Figure.layered(figures, title: title) },
        Entry(
            "sideBySide", .figures,
            "Figures beside each other, in several rows where the width does not allow it.",
            .figures("figures"), .title,
            example: "print(sideBySide(line([1, 2]), line([2, 1])))", prints: "2 figures side by side",
            seeAlso: ["plot"]
        ) { _, figures, title in try Figure.row(figures, title: title) },
    ]
}

/// One group split by the class of each point.
private func byClass(
    _ groups: [Points], _ classes: [Int], _ labels: [String]
) throws -> ([Points], [String]) {
    guard groups.count == 1, groups[0].count == classes.count else {
        throw Mistake(
            problem: "`classes` names the class of each point of one group",
            note: groups.count == 1
                ? "there are \(groups[0].count) points and \(classes.count) classes"
                : "there are \(groups.count) groups")
    }
    let numbers = Set(classes).sorted()
    let split = numbers.map { number in groups[0][classes.indices.filter { classes[$0] == number }] }
    return (split, labels.isEmpty ? numbers.map(String.init) : labels)
}

/// A function's values over a grid, asked for all at once.
private func sampled(
    _ call: Call, _ function: Value, x: ClosedRange<Double>, y: ClosedRange<Double>, cells: Int
) throws -> Grid {
    let centers = try Grid.centers(x: x, y: y, columns: cells, rows: cells)
    var takesTwo = false
    if case .function(let closure) = function { takesTwo = closure.parameterNames.count == 2 }
    let arguments: [Value]
    if takesTwo {
        arguments = try [centers.x, centers.y].map {
            Value(try Tensor($0.map { Float($0) }, [centers.count]))
        }
    } else {
        arguments = [
            Value(
                try Tensor.building([centers.count, 2]) { out in
                    for index in 0..<centers.count {
                        out[2 * index] = Float(centers.x[index])
                        out[2 * index + 1] = Float(centers.y[index])
                    }
                })
        ]
    }
    let result = try withoutGradients { try call.interpreter.call(function, arguments) }
    guard let values = try doubles(result), values.count == centers.count || values.count == 1 else {
        throw Mistake(
            problem: "the function must give one number for each point",
            note:
                "it got \(centers.count) points as one tensor of shape [\(centers.count), 2] and gave \(result.phrase)",
            place: .argument(0))
    }
    let all = values.count == 1 ? Array(repeating: values[0], count: centers.count) : values
    return try Grid(values: all, columns: cells, rows: cells, x: x, y: y)
}

/// The crossings of a mesh with their rows and columns, as the shape or the caller gives them.
private func meshPoints(
    _ value: Value, _ rows: Int?, _ columns: Int?
) throws -> (points: Points, rows: Int, columns: Int) {
    guard let tensor = try plainTensor(value), [2, 3].contains(tensor.rank), tensor.shape.dimensions.last == 2
    else {
        throw Mistake(
            problem: "`points` must be a tensor of shape [rows, columns, 2] or [n, 2]",
            note: "{0} is \(value.phrase)", place: .argument(0))
    }
    let points = try Points(rows: tensor.floats)
    if tensor.rank == 3 {
        let (tall, wide) = (tensor.shape[0], tensor.shape[1])
        guard rows ?? tall == tall, columns ?? wide == wide else {
            throw Mistake(
                problem: "`rows:` and `columns:` are not those of the points",
                note: "{0} has the shape \(tensor.shape): leave them out", place: .argument(0))
        }
        return (points, tall, wide)
    }
    switch (rows, columns) {
    case (let rows?, let columns?): return (points, rows, columns)
    case (let rows?, nil): return (points, rows, points.count / rows)
    case (nil, let columns?): return (points, points.count / columns, columns)
    case (nil, nil):
        throw Mistake(
            problem: "the rows of the mesh are not known",
            note: "{0} has the shape \(tensor.shape): say `rows:` and `columns:`, or give [rows, columns, 2]",
            place: .argument(0))
    }
}

private func matrix(_ value: Value) throws -> Grid {
    guard let tensor = try plainTensor(value), tensor.rank == 2 else {
        throw Mistake(
            problem: "`values` must be a matrix or a function", note: "{0} is \(value.phrase)",
            place: .argument(0))
    }
    return try Grid(matrix: tensor.floats.map(Double.init), rows: tensor.shape[0], columns: tensor.shape[1])
}
