import Script
import Tensors
import Text

extension Entry {
    static let creation: [Entry] = [
        Entry(
            "tensor", .creation, "A tensor of numbers, or of lists of numbers.",
            .tensor("values", "a number, a list, or lists inside a list, all of one length"),
            returns: .tensor,
            example: "print(tensor([[1, 2], [3, 4]]))", prints: "[[1, 2],\n [3, 4]]",
            raises: ["Lists of different lengths inside a list."], seeAlso: ["zeros", "arange"]
        ) { call, values in
            // Bools are a mask, in a tensor as in a list.
            Value.object(TensorObject(values, role: call.arguments[0]?.tensorRole ?? .numbers))
        },
        Entry(
            "zeros", .creation, "A tensor of zeros.", .shape(),
            example: "print(zeros(2, 3))",
            prints: "[[0, 0, 0],\n [0, 0, 0]]", seeAlso: ["ones", "full"]
        ) { _, shape in try zeros(Shape(shape)) },
        Entry(
            "ones", .creation, "A tensor of ones.", .shape(), example: "print(ones(3))",
            prints: "[1, 1, 1]", seeAlso: ["zeros", "full"]
        ) { _, shape in try ones(Shape(shape)) },
        Entry(
            "full", .creation, "A tensor of one number.", .ints("shape", "the size of each axis, as a list"),
            .float("value"), example: "print(full([2, 2], 7))",
            prints: "[[7, 7],\n [7, 7]]",
            seeAlso: ["zeros"]
        ) { _, shape, value in try full(Shape(shape), value) },
        Entry(
            "eye", .creation, "The identity matrix.", .int("rows", atLeast: 0),
            .optional(.int("columns", atLeast: 0), meaning: "rows"),
            example: "print(eye(2))",
            prints: "[[1, 0],\n [0, 1]]", seeAlso: ["oneHot"]
        ) { _, rows, columns in try eye(rows, columns) },
        Entry(
            "arange", .creation, "Numbers at equal distances, the end left out.",
            .number("start", "the first; the end, if only one is given"), .optional(.number("end")),
            .number("step", default: 1),
            example: "print(arange(5), arange(1, 2, step: 0.25))",
            prints: "[0, 1, 2, 3, 4] [1.00, 1.25, 1.50, 1.75]", raises: ["A step of 0."],
            seeAlso: ["linspace"]
        ) { _, start, end, step in
            try end.map { try arange(start, $0, step: step) } ?? arange(0, start, step: step)
        },
        Entry(
            "linspace", .creation, "So many numbers at equal distances, both ends included.",
            .number("start"),
            .number("end"), .int("count", atLeast: 0, default: 50),
            example: "print(linspace(0, 1, 5))", prints: "[0.00, 0.25, 0.50, 0.75, 1.00]", seeAlso: ["arange"]
        ) { _, start, end, count in try linspace(start, end, count: count) },
        Entry(
            "oneHot", .creation, "A row for each label with a 1 at the label's place.",
            .ints("labels", "whole numbers from 0"), .int("classes", "how long a row is", atLeast: 1),
            example: "print(oneHot([2, 0], 3))", prints: "[[0, 0, 1],\n [1, 0, 0]]",
            raises: ["A label that is no class."], seeAlso: ["Embedding", "softmaxCrossEntropy"]
        ) { _, labels, classes in try oneHot(labels, classes: classes) },
    ]

    static let random: [Entry] = [
        Entry.action(
            "seed", .random, "Begins all random numbers anew.",
            .int("n", "any whole number of at least 0", atLeast: 0),
            text: "A session begins with the seed 0, or that of `--seed`.",
            example: "seed(7)\nlet a = randn(3)\nseed(7)\nprint(allClose(a, randn(3)))", prints: "true",
            seeAlso: ["randn", "stream"]
        ) { call, n in
            call.context.random.restart(seed: UInt64(n))
            return
        },
        Entry.action(
            "stream", .random,
            "Draws what follows from random numbers of their own; without a name, goes on with those before.",
            .optional(.string("name", "any text"), meaning: "the numbers before"),
            .labeled(.flag("copied", "the numbers that come anyway, which `stream()` then finds unmoved")),
            text:
                "The numbers of a stream depend on the seed and its name only. The cells of a lesson have streams of "
                + "their own, so that what you type in between moves no number of theirs, nor they one of yours; a "
                + "session that was saved says so with this function.",
            example: """
                seed(7)
                let a = randn(3)
                seed(7)
                stream("apart")
                randn(100)
                stream()
                print(allClose(a, randn(3)))
                """, prints: "true", seeAlso: ["seed"]
        ) { call, name, copied in
            if let name {
                call.context.random.begin(name)
            } else if copied {
                call.context.random.copy()
            } else {
                call.context.random.end()
            }
            return
        },
        Entry(
            "noise", .random, "Normal random numbers, one row for each sample: what a generator starts from.",
            .int("samples", "how many rows", atLeast: 1), .int("size", "how long a row is", atLeast: 1),
            example: "print(noise(256, 16).shape)", prints: "[256, 16]", seeAlso: ["randn", "rand"]
        ) { call, samples, size in try call.random.normal([samples, size]) },
        Entry(
            "randn", .random, "Normal random numbers with mean 0 and deviation 1.", .shape(),
            .labeled(.float("mean", default: 0)), .labeled(.float("deviation", default: 1)),
            example: "print(randn(2, 3).shape)", prints: "[2, 3]", seeAlso: ["rand", "noise", "seed"]
        ) { call, shape, mean, deviation in
            try call.random.normal(Shape(shape), mean: mean, deviation: deviation)
        },
        Entry(
            "rand", .random, "Random numbers, each as likely, from 0 up to 1.", .shape(),
            .labeled(.float("low", default: 0)), .labeled(.float("high", default: 1)),
            example: "let x = rand(1000)\nprint(all(x >= 0), all(x < 1))", prints: "true true",
            seeAlso: ["randn", "randint"]
        ) { call, shape, low, high in try call.random.uniform(Shape(shape), low: low, high: high) },
        Entry(
            "randint", .random, "Random whole numbers, the upper bound left out.", .int("low"), .int("high"),
            .shape("shape", "the size of each axis; left out, it is one Int"),
            returns: .either(.tensor, .int),
            example:
                "let x = randint(0, 10, 100)\nprint(all(x >= 0), all(x <= 9))\nprint(type(randint(1, 7)))",
            prints: "true true\nInt",
            raises: ["A range without numbers."], seeAlso: ["choice", "permutation"]
        ) { call, low, high, sizes -> Value in
            guard low < high else {
                throw Mistake(
                    problem: "there is no whole number in the range",
                    note: "it goes from \(low) to below \(high)")
            }
            guard !sizes.isEmpty else { return .int(try call.random.integers(count: 1, in: low..<high)[0]) }
            let tensor = try Tensor.building(Shape(sizes)) { out in
                let numbers = try call.random.integers(count: out.count, in: low..<high)
                for (place, number) in numbers.enumerated() { out[place] = Float(number) }
            }
            return Value(tensor)
        },
        Entry(
            "permutation", .random, "The numbers from 0 below n in an order of chance.",
            .int("n", atLeast: 0), returns: .list(of: .int),
            example: "print(permutation(5).sorted())", prints: "[0, 1, 2, 3, 4]",
            seeAlso: ["shuffled", "choice"]
        ) { call, n in
            var order = try call.interpreter.listBuilder(capacity: n)
            for place in try call.random.permutation(n) { try order.append(.int(place)) }
            return order.list()
        },
        Entry(
            "shuffled", .random, "The elements of a list, or the rows of a tensor, in an order of chance.",
            .any("x", "a list or a tensor"), returns: .same(as: "x"),
            example: "print([3, 1, 2].shuffled().sorted())", prints: "[1, 2, 3]", seeAlso: ["permutation"]
        ) { call, x in
            if case .object(let object) = x, let tensor = (object as? TensorObject)?.tensor, tensor.rank > 0 {
                return Value(try gather(tensor, indices: try call.random.permutation(tensor.shape[0])))
            }
            guard case .list(let list) = x else {
                throw Mistake(
                    problem: "`x` must be a list or a tensor with axes", note: "{0} is \(x.phrase)",
                    place: .argument(0))
            }
            let order = try call.random.permutation(list.count)
            return .list(try call.interpreter.list(order.lazy.map { list[$0] }))
        },
        Entry(
            "choice", .random, "Elements of a list drawn at random, each time from all of them.",
            .list("from", "what to choose from"),
            .optional(.int("count", "how many", atLeast: 0), meaning: "one"),
            .labeled(.optional(.numbers("weights", "how likely each is, in proportion"))),
            returns: .described("an element, or a list of them", .anything),
            example: "print(choice([\"a\", \"b\"], weights: [0, 1]))", prints: "b",
            raises: ["An empty list.", "Another number of weights than of elements."],
            seeAlso: ["randint", "shuffled"]
        ) { call, elements, count, weights in
            let places = try call.random.choice(elements.count, weights: weights, count: count ?? 1)
            return count == nil
                ? elements[places[0]] : .list(try call.interpreter.list(places.lazy.map { elements[$0] }))
        },
    ]
}
