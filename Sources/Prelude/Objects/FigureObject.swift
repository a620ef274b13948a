import Plots
import Script

/// A figure as a script holds it.
final class FigureObject: LibraryObject {
    static let members = Library.kind(.figure)

    let figure: Figure

    init(_ figure: Figure) { self.figure = figure }

    var phrase: String { figure.summary }
    func text(_ style: ValueFormat) -> String { figure.summary }
}

extension Value {
    /// The figure that the value is, if it is one, for whoever draws results.
    public var figure: Figure? {
        if case .object(let object) = self { (object as? FigureObject)?.figure } else { nil }
    }
}
