/// A name and what it names.
struct LegendEntry: Sendable {
    var label: String
    var sample: LegendSample
    /// Whether it helps to read the data rather than being data.
    var isAid = false
}

/// A small picture of a mark before its name.
struct LegendSample: Sendable {
    /// Two cells and their color; nil for the terminal's own. `isOverField` is whether the plot has a heat map.
    var text: @Sendable (_ style: TextStyle, _ isOverField: Bool) -> (signs: String, color: Color?)
    /// Shapes between two places, 18 apart on one height.
    var shapes: @Sendable (_ left: Spot, _ right: Spot) -> [VectorShape]
}
