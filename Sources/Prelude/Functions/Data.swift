import Networks
import Script
import Tensors
import Text

extension Entry {
    static let data: [Entry] = [
        Entry(
            "ring", .data, "Gaussians on a circle: the classical test of mode collapse.",
            .int("modes", "how many", atMost: 10_000, default: 8),
            .labeled(.number("radius", "of the circle", default: 2)),
            .labeled(.number("sigma", "the deviation of each", default: 0.05)),
            example: "print(ring(modes: 8).sample(500).shape)", prints: "[500, 2]",
            seeAlso: ["grid", "modesCovered"]
        ) { _, modes, radius, sigma in try GaussianMixture.ring(modes: modes, radius: radius, sigma: sigma) },
        Entry(
            "grid", .data, "Gaussians on a square grid, 25 of them unless told otherwise.",
            .int("side", "how many along each side", atMost: 100, default: 5),
            .labeled(.number("spacing", "between neighbors", default: 1)),
            .labeled(.number("sigma", "the deviation of each", default: 0.05)),
            example: "print(grid())", prints: "grid of 25 modes", seeAlso: ["ring"]
        ) { _, side, spacing, sigma in try GaussianMixture.grid(side: side, spacing: spacing, sigma: sigma) },
        Entry(
            "gaussian", .data, "One round Gaussian.",
            .oneOrMore("mean", "its center: a number, or a list with one for each dimension", default: 0),
            .labeled(.number("sigma", "its deviation", default: 1)),
            example: "print(gaussian(mean: [1, 2], sigma: 0.5).sample(100).shape)", prints: "[100, 2]",
            seeAlso: ["mixture", "randn"]
        ) { _, mean, sigma in try GaussianMixture.gaussian(mean: mean, sigma: sigma) },
        Entry(
            "mixture", .data, "Round Gaussians at any places, of any widths and weights.",
            .centers("centers", "a row for each, or a list of numbers in one dimension"),
            .labeled(.oneOrMore("sigma", "one deviation for all, or a list", default: 1)),
            .labeled(.optional(.numbers("weights", "how often each is picked"))),
            example: "print(mixture([-2, 2], sigma: 0.5, weights: [1, 3]).sample(10).shape)",
            prints: "[10, 1]",
            raises: ["As many widths or weights as there are not centers."], seeAlso: ["gaussian", "ring"]
        ) { _, centers, sigmas, weights in
            try GaussianMixture(centers, sigmas: sigmas, weights: weights)
        },
        Entry(
            "blobs", .data, "A few wide heaps at random places, each a class.",
            .int("count", "how many", atMost: 10_000, default: 3),
            .labeled(.number("sigma", "the deviation of each", default: 0.4)),
            .labeled(.number("within", "how far from 0 the centers may lie", default: 3)),
            example: "print(blobs(3).classes)", prints: "[\"0\", \"1\", \"2\"]",
            seeAlso: ["mixture", "moons"]
        ) { call, count, sigma, within in
            try GaussianMixture.blobs(count, sigma: sigma, within: within, random: call.random)
        },
        Entry(
            "moons", .data, "Two half moons that reach into each other, each a class.",
            .number("sigma", "the deviation around them", default: 0.1),
            example: "print(moons())", prints: "moons", seeAlso: ["spiral", "blobs"]
        ) { _, sigma in try Curves.moons(sigma: sigma) },
        Entry(
            "spiral", .data, "Arms that wind around the origin, each a class.",
            .int("arms", "how many", atMost: 10_000, default: 2),
            .labeled(.number("turns", "how often each goes round", default: 1.5)),
            .labeled(.number("sigma", "the deviation around them", default: 0.05)),
            example: "print(spiral(arms: 3).classes.count)", prints: "3", seeAlso: ["moons"]
        ) { _, arms, turns, sigma in try Curves.spiral(arms: arms, turns: turns, sigma: sigma) },
        Entry(
            "segment", .data, "A straight line between two points.",
            .labeled(.point("from", [-1, 0])), .labeled(.point("to", [1, 0])),
            .labeled(.number("sigma", "the deviation around it", default: 0)),
            example: "print(segment(from: [0, 0], to: [1, 1]).sample(5).shape)", prints: "[5, 2]",
            seeAlso: ["sketch"]
        ) { _, start, end, sigma in
            try Curves.segment(from: (start[0], start[1]), to: (end[0], end[1]), sigma: sigma)
        },
        Entry(
            "sketch", .data, "A picture drawn in characters, as a distribution in the plane.",
            .string(
                "picture", "lines of text; a blank is where no sample falls, a digit weighs what it says"),
            text: "The picture is centered, and its longer side goes from −2 to 2.",
            example:
                "let heart = sketch(\"\"\"\n    ## ##\n    #####\n     ###\n      #\n    \"\"\")\nprint(heart.sample(100).shape)",
            prints: "[100, 2]", raises: ["A picture without a mark."], seeAlso: ["points"]
        ) { _, picture in try Sketch(picture) },
        Entry(
            "points", .data, "A finite set made of the rows of a tensor or of a CSV file.",
            .rows("x", "a row for each sample, or the path of a CSV file"),
            .optional(.ints("labels", "the class of each, counted from 0")),
            .labeled(.optional(.string("label", "the column of a CSV file that holds the classes"))),
            text: """
                An epoch is one pass through it. A CSV file has a line for each sample, with commas, semicolons or \
                tabs between numbers, and may have names of columns in its first: points("heaps.csv", label: \
                "class"). A first line with a number in it is data. Classes are whole numbers from 0, or words, \
                which are numbered in the order of their first appearance.
                """,
            example: "let set = points(ring().sample(2000))\nprint(set.count)",
            prints: "2000",
            raises: [
                "Another number of labels than of rows.",
                "A field that is no number, or a label that is missing.",
            ], seeAlso: ["train", "batches"]
        ) { call, rows, labels, label in try points(call, rows, labels, label) },
        Entry(
            "idx", .data, "Images from a pair of files in the format of MNIST's.",
            .string("images", "the path of the images, gzipped or not"),
            .labeled(.optional(.string("labels", "the path of their labels"))), .pixels,
            text: "What mnist and fashionMnist read; any images of one size will do.",
            example: """
                let folder = "data/mnist-5k/t10k-"
                let digits = idx(folder + "images-idx3-ubyte.gz", labels: folder + "labels-idx1-ubyte.gz")
                print(digits.count)
                """,
            prints: "1000",
            raises: ["A file that is missing, cut off, damaged, or of another kind."],
            seeAlso: ["mnist", "images"]
        ) { call, images, labels, range in
            try Digits.read(
                images: call.context.files.read(images),
                labels: labels.map { try call.context.files.read($0) },
                names: (images, labels ?? ""), name: images, range: range)
        },
        Entry(
            "mnist", .data, "Handwritten digits, 28 × 28 pixels, in ten classes.",
            .optional(
                .string("folder", "a folder with the four files of MNIST, gzipped or not"),
                meaning: "the 5,000 that come along"),
            .labeled(.flag("test", "the part for testing instead of that for training")), .pixels,
            text:
                "Without a folder it gives the digits that Duel brings along: 4,000 for training and 1,000 for testing. "
                + "Samples have the shape [1, 28, 28].",
            example: "let digits = mnist()\nprint(digits.count, digits.sampleShape)",
            prints: "4000 [1, 28, 28]",
            raises: ["A folder without the files, and files that are damaged."],
            seeAlso: ["fashionMnist", "images"]
        ) { call, folder, isTest, range in
            try digits(call, folder: try folder ?? ownDigits(call), test: isTest, range)
        },
        Entry(
            "fashionMnist", .data, "Pictures of clothes in the form of MNIST: Fashion-MNIST.",
            .string(
                "folder", "where its four files are", default: fashionFolder),
            .labeled(.flag("test", "the part for testing instead of that for training")), .pixels,
            text: "Debian's package dataset-fashion-mnist puts them where they are looked for.",
            example: "print(fashionMnist().classes[9])", prints: "ankle boot",
            raises: ["A folder without the files."], seeAlso: ["mnist"]
        ) { call, folder, isTest, range in
            try digits(
                call, folder: folder, test: isTest, range, name: "fashion-mnist",
                classes: Digits.fashionClasses)
        },
    ]
}

/// Where Debian's dataset-fashion-mnist puts its files.
private let fashionFolder = "/usr/share/datasets/fashion-mnist"

private func points(_ call: Call, _ rows: Rows, _ labels: [Int]?, _ label: String?) throws -> FiniteData {
    switch rows {
    case .tensor(let x):
        guard label == nil else {
            throw Mistake(
                problem: "`label` names a column of a CSV file",
                note: "{0} is a tensor; give the class of each row in `labels:`", place: .argument(0))
        }
        return try FiniteData(points: x, labels: labels)
    case .file(let path):
        guard labels == nil else {
            throw Mistake(
                problem: "a CSV file brings its own labels", note: "give the name of their column in `label:`"
            )
        }
        let table = try CSVTable(call.context.files.read(path), name: path)
        return try FiniteData(table, label: label, name: path)
    }
}

private func ownDigits(_ call: Call) throws -> String {
    guard let home = call.context.home else {
        throw Mistake(
            problem: "the digits that Duel brings along were not found",
            note:
                "set DUEL_HOME to the folder that holds `data/mnist-5k`, or name a folder: mnist(\"folder\")")
    }
    return home + "/data/mnist-5k"
}

private func digits(
    _ call: Call, folder: String, test: Bool, _ range: PixelRange, name: String = "mnist",
    classes: [String]? = nil
) throws -> FiniteData {
    let names = Digits.fileNames(test: test)
    func content(_ name: String) throws -> (bytes: [UInt8], path: String) {
        let files = call.context.files
        // Some servers name the files with a point instead of a hyphen before "idx".
        let dotted = withPoint(name)
        for candidate in [name, name + ".gz", dotted, dotted + ".gz"]
        where files.exists("\(folder)/\(candidate)") {
            let path = "\(folder)/\(candidate)"
            return (try files.read(path), path)
        }
        let cure =
            folder == fashionFolder
            ? "; Debian's package dataset-fashion-mnist brings it, or name the folder that has it" : ""
        throw Mistake(
            problem: "the pictures are not there", note: "\"\(folder)\" has no \(name).gz" + cure)
    }
    let images = try content(names.images)
    let labels = try content(names.labels)
    return try Digits.read(
        images: images.bytes, labels: labels.bytes, names: (images.path, labels.path), name: name,
        range: range,
        classes: classes)
}

/// "train-images.idx3-ubyte" for "train-images-idx3-ubyte".
private func withPoint(_ name: String) -> String {
    var parts = name.split(separator: "-").map(String.init)
    guard parts.count == 4 else { return name }
    parts[1] += "." + parts.remove(at: 2)
    return parts.joined(separator: "-")
}
