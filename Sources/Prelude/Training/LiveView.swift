import Networks
import Plots
import Tensors

/// What a training looks like while it runs: real against generated samples over the discriminator's verdict, or a
/// grid of images, always of the same noise; the losses; accuracy or gap.
///
/// It draws random numbers from a stream of its own, so that looking does not change the training.
final class LiveView {
    private let gan: GAN
    private let random: RandomStream
    private let latent: Latent
    private let subject: Subject
    private let showsArrows: Bool

    /// As many arrows as can be told apart in a terminal.
    private static let mostArrows = 40

    private enum Subject {
        case plane(real: Points, x: ClosedRange<Double>, y: ClosedRange<Double>)
        case line(real: [Double])
        case images
        case numbersOnly
    }

    /// A view of a training on these data; `arrows` asks for the discriminator's advice at generated points.
    init(_ gan: GAN, on data: any DataSource, arrows: Bool, random: RandomStream) throws {
        self.gan = gan
        showsArrows = arrows
        self.random = random
        switch data.sampleShape.count {
        case 1 where data.sampleShape == [2]:
            let points = try Points(rows: try data.sample(400, random).floats)
            latent = try gan.latent(400, random)
            subject = .plane(real: points, x: Self.padded(points.x), y: Self.padded(points.y))
        case 1 where data.sampleShape == [1]:
            latent = try gan.latent(1000, random)
            subject = .line(real: try data.sample(1000, random).floats.map(Double.init))
        case 3:
            // A column of the grid is a class, where there are any.
            let labels = gan.classes.map { classes in (0..<32).map { $0 % 8 % classes } }
            latent = try gan.latent(32, labels: labels, random)
            subject = .images
        default:
            latent = try gan.latent(1, random)
            subject = .numbersOnly
        }
    }

    /// The picture after a step.
    func figure(_ state: TrainingState) throws -> Figure {
        guard let picture = try picture() else { return try losses(state.history) }
        return try Figure.row([picture, losses(state.history)])
    }

    private var averaged: String { gan.average == nil ? "" : ", weights averaged" }

    private func picture() throws -> Figure? {
        switch subject {
        case .plane(let real, let x, let y):
            let samples = try gan.sample(of: latent, random)
            let fake = try Points(rows: samples.floats)
            var layers = try verdicts(x: x, y: y)
            layers.append(try Figure.scatter([real, fake], labels: ["real", "fake"]))
            if showsArrows { layers.append(try advice(at: samples, real: real)) }
            var figure = try Figure.layered(layers, title: "samples" + averaged)
            figure.xAxis.range = x
            figure.yAxis.range = y
            return figure
        case .line(let real):
            let fake = try gan.sample(of: latent, random).floats.map(Double.init)
            return try Figure.histogram([real, fake], labels: ["real", "fake"], title: "samples" + averaged)
        case .images:
            return try imageGrid(gan.sample(of: latent, random), columns: 8, title: "samples" + averaged)
        case .numbersOnly: return nil
        }
    }

    /// The discriminator's verdict on the plane: nothing where it depends on the class too.
    private func verdicts(x: ClosedRange<Double>, y: ClosedRange<Double>) throws -> [Figure] {
        if gan.judgesWithClass { return [] }
        let centers = try Grid.centers(x: x, y: y, columns: 32, rows: 32)
        let points = try Tensor.building([centers.count, 2]) { out in
            for index in 0..<centers.count {
                out[2 * index] = Float(centers.x[index])
                out[2 * index + 1] = Float(centers.y[index])
            }
        }
        let values = try gan.verdict(on: points, random).floats.map(Double.init)
        return [
            try Figure.heatmap(
                Grid(values: values, columns: 32, rows: 32, x: x, y: y),
                scale: gan.loss.classifies ? .probability : .symmetric(),
                contour: gan.loss.classifies ? 0.5 : nil, label: gan.loss.classifies ? "D(x)" : "score")
        ]
    }

    /// Where the discriminator's gradient would move the first of the generated points.
    private func advice(at samples: Tensor, real: Points) throws -> Figure {
        let count = min(Self.mostArrows, samples.shape[0], real.count)
        let points = try Tensor.building([count, 2]) { out in
            samples.withFloats { rows in for index in 0..<(2 * count) { out[index] = rows[index] } }
        }
        let realPoints = try Tensor.building([count, 2]) { out in
            for index in 0..<count {
                (out[2 * index], out[2 * index + 1]) = (Float(real.x[index]), Float(real.y[index]))
            }
        }
        let labels = latent.labels.map { Array($0.prefix(count)) }
        let advice = try gan.advice(on: points, labels: labels, real: realPoints, random)
        return try Figure.arrows(
            Points(rows: points.floats), Points(rows: advice.floats), label: "advice of D")
    }

    /// Both losses, smoothed by a window that is printed, with the caption that they do not measure quality.
    private func losses(_ history: History) throws -> Figure {
        let window = max(1, history.count / 100)
        let losses = [Measure.discriminatorLoss, .generatorLoss].map { means(history[$0] ?? [], window) }
        var figure = try Figure.line(
            losses,
            x: (0..<(history.count / window)).map { Double(($0 + 1) * window) }, labels: ["D", "G"],
            title: "losses", xLabel: "step")
        figure.caption =
            (window == 1 ? "" : "means of \(window) steps; ") + "losses do not measure the quality of samples"
        return figure
    }

    /// The mean of each stretch of `window` steps, of those in which the network had a turn; where it had none, a
    /// curve stays at what it was.
    private func means(_ values: [Double], _ window: Int) -> [Double] {
        var latest = Double.nan
        return (0..<(values.count / window)).map { part in
            let noted = values[(part * window)..<((part + 1) * window)].filter { !$0.isNaN }
            if !noted.isEmpty { latest = noted.reduce(0, +) / Double(noted.count) }
            return latest
        }
    }

    private static func padded(_ values: [Double]) -> ClosedRange<Double> {
        let (low, high) = (values.min() ?? -1, values.max() ?? 1)
        let margin = max((high - low) * 0.25, 0.25)
        return (low - margin)...(high + margin)
    }
}
