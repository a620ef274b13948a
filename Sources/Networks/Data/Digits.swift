import Tensors

/// The range that the bytes of an image are scaled to.
public enum PixelRange: Sendable, Equatable {
    /// From −1 to 1, what a generator that ends in tanh makes.
    case minusOneToOne
    /// From 0 to 1, what a generator that ends in a sigmoid makes.
    case zeroToOne
}

/// Image sets in the form of MNIST: a file of images and a file of labels, both IDX, gzipped or not.
public enum Digits {
    /// The names of MNIST's files, without `.gz`.
    public static func fileNames(test: Bool) -> (images: String, labels: String) {
        let part = test ? "t10k" : "train"
        return ("\(part)-images-idx3-ubyte", "\(part)-labels-idx1-ubyte")
    }

    /// The ten classes of Fashion-MNIST, in the order of their labels.
    public static let fashionClasses = [
        "t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot",
    ]

    /// Makes a set of images of shape `[1, height, width]` from the content of two files.
    ///
    /// - Parameters:
    ///   - images: The file of images, as it is on disk.
    ///   - labels: The file of labels, or nil for images without any.
    ///   - names: The names of both files, for messages.
    ///   - classes: What the labels mean; "0", "1", … unless given.
    /// - Throws: ``Mistake`` that names the file at fault.
    public static func read(
        images: [UInt8], labels: [UInt8]?, names: (images: String, labels: String), name: String = "mnist",
        range: PixelRange = .minusOneToOne, classes: [String]? = nil
    ) throws -> FiniteData {
        let pictures = try IDXFile(images, name: names.images)
        guard pictures.dimensions.count == 3 else {
            throw fileError(
                "IDX file", names.images, "these are no images",
                "images have 3 axes (number, height, width) and it has \(pictures.dimensions.count)")
        }
        let count = pictures.dimensions[0]
        guard pictures.dimensions.allSatisfy({ $0 > 0 }) else {
            throw fileError("IDX file", names.images, "there are no images in it", "its header announces 0")
        }
        var numbers: [Int]?
        if let labels {
            let file = try IDXFile(labels, name: names.labels)
            guard file.dimensions.count == 1 else {
                throw fileError(
                    "IDX file", names.labels, "these are no labels",
                    "labels have 1 axis and it has \(file.dimensions.count)")
            }
            guard file.dimensions[0] == count else {
                throw fileError(
                    "IDX file", names.labels, "images and labels do not belong together",
                    "it has \(file.dimensions[0]) labels, and \(names.images) has \(count) images")
            }
            numbers = file.elements.map(Int.init)
        }
        let classCount = max(classes?.count ?? 10, (numbers?.max() ?? 0) + 1)
        let known = classes ?? []
        return FiniteData(
            name: name, sampleShape: [1, pictures.dimensions[1], pictures.dimensions[2]], count: count,
            labels: numbers,
            classes: numbers == nil
                ? [] : (0..<classCount).map { $0 < known.count ? known[$0] : String($0) },
            storage: range == .zeroToOne
                ? .bytes(pictures.elements, scale: 1 / 255, offset: 0)
                : .bytes(pictures.elements, scale: 2 / 255, offset: -1))
    }
}
