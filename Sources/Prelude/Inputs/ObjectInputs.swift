import Networks
import Plots
import Script

extension Input where Argument: LibraryObject {
    /// An object of one kind: `.object(.network, "generator", "from noise to samples")`.
    static func object(_ kind: ObjectKind<Argument>, _ name: String, _ summary: String = "") -> Self {
        let kind = kind.kind
        return Input(name, type: kind.name, summary, accepts: .object(Argument.self)) { given in
            guard case .object(let object)? = given.value, let found = object as? Argument else {
                throw given.mismatch(kind.wanted, hint: given.hintForQuotes(kind))
            }
            return found
        }
    }
}

extension Given {
    /// `"hinge"`, where `hinge()` makes what is needed.
    fileprivate func hintForQuotes(_ kind: ValueKind) -> String {
        guard case .string(let name)? = value,
            let maker = Library.functions.first(where: { $0.name == name && $0.result == .kind(kind) })
        else { return "" }
        return "without quotes: `\(maker.name)()`"
    }
}

extension Input where Argument == [Figure] {
    /// Figures, one after the other or in a list.
    static func figures(_ name: String, _ summary: String = "") -> Self {
        Input(
            name, type: "figure", summary, isVariadic: true,
            accepts: .object(FigureObject.self)
        ) { given in
            var values = given.rest
            if values.count == 1, case .list(let list) = values[0] { values = Array(list) }
            return try values.enumerated().map { position, value in
                guard case .object(let object) = value, let figure = (object as? FigureObject)?.figure else {
                    throw given.mismatch(
                        ofRest: min(position, given.rest.count - 1), "figures",
                        hint: "`print(x)` writes any value")
                }
                return figure
            }
        }
    }
}

extension Input where Argument == any DataSource {
    /// A data set; a tensor is taken for its rows.
    static func data(_ name: String, _ summary: String = "") -> Self {
        Input(
            name, type: "data", summary,
            accepts: .object(DataObject.self)
        ) { given in
            if case .object(let object)? = given.value {
                if let data = object as? DataObject { return data.source }
                if let tensor = object as? TensorObject {
                    return try FiniteData(points: tensor.tensor, name: "points")
                }
            }
            throw given.mismatch("data such as ring() or mnist(), or a tensor of samples")
        }
    }
}
