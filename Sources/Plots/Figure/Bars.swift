import Text

/// Named numbers as lengths. The bars lie, so that their names can be read.
struct Bars: Sendable, Equatable {
    var series: [[Double]]
    var names: [String]
    var labels: [String]
}

extension Figure {
    /// How many bars a figure may have.
    public static let mostBars = 10_000

    /// Named numbers as lengths from zero, each with its value printed.
    ///
    /// - Parameters:
    ///   - series: one number for each name, in one or several series.
    ///   - names: what each bar stands for; 0, 1, 2, … when empty.
    ///   - labels: a name for each series, shown in the legend; none, or as many as series.
    public static func bars(
        _ series: [[Double]], names: [String] = [], labels: [String] = [], title: String? = nil,
        xLabel: String? = nil
    ) throws(Mistake) -> Figure {
        try FigureCheck.somethingGiven(series.count, "bars", "series of numbers")
        try FigureCheck.labels(labels, for: series.count, "bars", "series")
        let count = names.isEmpty ? series[0].count : names.count
        for (index, values) in series.enumerated() where values.count != count {
            let wanted = names.isEmpty ? "{0} has \(count)" : "there are \(FigureCheck.plain(count, "name"))"
            throw Mistake(
                construct: "bars",
                problem: names.isEmpty ? "the series differ in length" : "names and bars differ",
                note: "{\(index)} has \(FigureCheck.plain(values.count, "value")) and \(wanted)",
                argument: index)
        }
        guard count * series.count <= Figure.mostBars else {
            throw Mistake(
                construct: "limit", problem: "there are too many bars",
                note:
                    "a figure may have \(Figure.mostBars), and there are \(count * series.count); `histogram` counts "
                    + "any number of values", argument: 0)
        }
        let names = names.isEmpty ? (0..<count).map(String.init) : names
        return Figure(
            .bars(Bars(series: series, names: names, labels: labels)), title: title,
            xAxis: Axis(label: xLabel))
    }
}
