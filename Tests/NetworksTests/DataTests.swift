import Foundation
import Networks
import Tensors
import Testing
import Text

@Suite("Data")
struct DataTests {
    private let random = RandomStream(seed: 11)

    @Test("the ring has its modes at the radius, each alike often")
    func ring() throws {
        let ring = try GaussianMixture.ring(modes: 8, radius: 2, sigma: 0.05)
        let (points, labels) = try ring.labeledSample(8000, random)
        let floats = points.floats
        let radii = (0..<8000).map { row -> Float in
            let (x, y) = (floats[2 * row], floats[2 * row + 1])
            return (x * x + y * y).squareRoot()
        }
        let meanRadius = radii.reduce(0, +) / 8000
        #expect(abs(meanRadius - 2) < 0.01)
        for mode in 0..<8 {
            let count = labels.count { $0 == mode }
            #expect(abs(count - 1000) < 120)
        }
        let coverage = try ModeCoverage(points, modes: #require(ring.modes))
        #expect(coverage.covered == 8)
        // A round Gaussian in the plane has 1 − exp(−9/2) within three deviations.
        #expect(abs(coverage.quality - 0.98889) < 0.005)
    }

    @Test("a mixture keeps its weights, and a Gaussian its mean and width")
    func mixtures() throws {
        let mixture = try GaussianMixture([[-1], [1]], sigmas: [0.1], weights: [3, 1])
        let points = try mixture.sample(4000, random).floats
        #expect(abs(Double(points.count { $0 < 0 }) / 4000 - 0.75) < 0.03)
        let gaussian = try GaussianMixture.gaussian(mean: [3], sigma: 0.5).sample(4000, random)
        #expect(gaussian.shape == [4000, 1])
        let mean = gaussian.floats.reduce(0, +) / 4000
        let variance = gaussian.floats.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4000
        #expect(abs(mean - 3) < 0.03 && abs(variance - 0.25) < 0.02)
        #expect(abs(try GaussianMixture.gaussian().density(at: [0]) - 0.3989422804) < 1e-9)
    }

    @Test("grid, moons, spiral, blobs, segment and sketch have the shape they say")
    func shapes() throws {
        let sources: [any DataSource] = [
            try GaussianMixture.grid(), try Curves.moons(), try Curves.spiral(arms: 3),
            try GaussianMixture.blobs(random: random), try Curves.segment(), try Sketch("##\n #"),
        ]
        for source in sources {
            let points = try source.sample(100, random)
            #expect(points.shape == Shape([100] + source.sampleShape))
            #expect(points.floats.allSatisfy { $0.isFinite })
        }
        #expect(try GaussianMixture.grid().modes?.centers.count == 25)
        let line = try Curves.segment(from: (0, 0), to: (2, 2)).sample(50, random).floats
        for row in 0..<50 { #expect(line[2 * row] == line[2 * row + 1]) }
    }

    @Test("a sketch puts its points where its characters are, a digit weighing what it says")
    func sketch() throws {
        let points = try Sketch(
            """

              3   1

            """
        ).sample(4000, random).floats
        let left = (0..<4000).count { points[2 * $0] < 0 }
        #expect(abs(Double(left) / 4000 - 0.75) < 0.03)
        #expect(points.allSatisfy { (-2...2).contains($0) })
        // Five characters wide, so each is 0.8 wide, and blanks stay empty.
        #expect((0..<4000).allSatisfy { abs(points[2 * $0]) > 1.19 })
        #expect(mistake { _ = try Sketch("  \n ") }?.problem == "the picture is empty")
    }

    @Test("an epoch has each row once and keeps the short batch")
    func batches() throws {
        let set = try FiniteData(points: Tensor((0..<10).map(Float.init), [10]), labels: Array(0..<10))
        let epoch = try Batches(set, size: 4, random)
        #expect(epoch.rows.map(\.count) == [4, 4, 2])
        var seen: [Float] = []
        for index in 0..<epoch.count {
            let batch = try epoch.batch(index)
            #expect(batch.points.floats.map(Int.init) == batch.labels)
            seen += batch.points.floats
        }
        #expect(seen.sorted() == (0..<10).map(Float.init))
        #expect(seen != (0..<10).map(Float.init))
    }

    @Test("the digits in the repository are read, scaled and labeled")
    func digits() throws {
        let folder = "data/mnist-5k/"
        let names = Digits.fileNames(test: false)
        let images = try bytes(folder + names.images + ".gz")
        let labels = try bytes(folder + names.labels + ".gz")
        let digits = try Digits.read(images: images, labels: labels, names: names)
        #expect(digits.count == 4000 && digits.sampleShape == [1, 28, 28])
        for digit in 0..<10 { #expect(try digits.only(class: digit).count == 400) }
        let batch = try digits.sample(64, random)
        #expect(batch.shape == [64, 1, 28, 28])
        #expect(batch.floats.min() == -1 && batch.floats.max() == 1)
        let scaled = try Digits.read(images: images, labels: nil, names: names, range: .zeroToOne)
        #expect(try scaled.sample(64, random).floats.min() == 0)
        #expect(try digits.reshaped([784]).sample(2, random).shape == [2, 784])
        #expect(throws: Mistake.self) { try digits.reshaped([783]) }
    }

    @Test("a file that is wrong is named, with what is wrong in it")
    func wrongFiles() throws {
        let names = (images: "images.gz", labels: "labels.gz")
        let images = try bytes("data/mnist-5k/t10k-images-idx3-ubyte.gz")
        let labels = try bytes("data/mnist-5k/t10k-labels-idx1-ubyte.gz")
        func problem(_ images: [UInt8], _ labels: [UInt8]?) -> Mistake? {
            mistake { _ = try Digits.read(images: images, labels: labels, names: names) }
        }
        #expect(
            problem(Array(images.prefix(5000)), nil)
                == Mistake(
                    construct: "gzip file", problem: "the file is cut off",
                    note: "images.gz: its 5000 bytes end before the compressed data does"))
        var damaged = images
        damaged[damaged.count - 6] ^= 1
        #expect(problem(damaged, nil)?.problem == "the file is damaged")
        #expect(problem(Array("<html>".utf8), nil)?.problem == "this is no IDX file")
        #expect(
            problem([], nil)?.note
                == "images.gz: it begins with nothing: the file is empty, an IDX file of bytes with 00 00 08")
        #expect(
            problem([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3], nil)
                == Mistake(
                    construct: "IDX file", problem: "the file is cut off",
                    note: "images.gz: its header announces 2 × 2 × 2 bytes, and 3 follow"))
        #expect(problem([0, 0, 13, 1, 0, 0, 0, 0], nil)?.problem == "its elements are no unsigned bytes")
        #expect(
            problem([0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255], nil)?.problem
                == "the file is cut off")
        #expect(problem(labels, nil)?.problem == "these are no images")
        #expect(problem(images, images)?.problem == "these are no labels")
        #expect(
            problem(images, [0, 0, 8, 1, 0, 0, 0, 1, 7])?.problem
                == "images and labels do not belong together")
    }

    @Test("a small file that grows without end is refused")
    func hostileGzip() throws {
        // Two members whose content is more than the limit.
        let labels = try bytes("data/mnist-5k/t10k-labels-idx1-ubyte.gz")
        #expect(
            mistake { _ = try Gzip.inflated(labels + labels, name: "x", limit: 1500) }?.problem
                == "its content is too large")
        #expect(try Gzip.inflated(labels + labels, name: "x").count == 2 * 1008)
        // As gunzip has it, zeros behind are none of it, and anything else is damage.
        #expect(try Gzip.inflated(labels + [0, 0, 0], name: "x").count == 1008)
        #expect(mistake { _ = try Gzip.inflated(labels + [0, 0, 7], name: "x") } != nil)
    }
}
