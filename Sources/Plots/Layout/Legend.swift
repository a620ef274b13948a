/// A name and what it names.
struct LegendEntry: Sendable, Equatable {
    enum Sample: Sendable, Equatable {
        case dots(SeriesStyle)
        case line(SeriesStyle)
        case area(SeriesStyle)
        case arrow(SeriesStyle)
        case contour
        case rule
    }

    var label: String
    var sample: Sample

    /// Whether it helps to read the data rather than being data.
    var isAid: Bool { sample == .contour || sample == .rule }
}
