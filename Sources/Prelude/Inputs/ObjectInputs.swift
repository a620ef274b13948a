import Networks
import Plots
import Script

extension Input where Argument: HostObject & SendableMetatype {
    /// An object of one kind.
    static func object(_ name: String, _ type: String, _ needed: String, _ summary: String) -> Self {
        Input(
            name, type: type, summary,
            accepts: .object(Argument.self)
        ) { given in
            guard case .object(let object)? = given.value, let found = object as? Argument else {
                throw given.mismatch(needed, hint: given.hintForQuotes(type))
            }
            return found
        }
    }
}

extension Given {
    /// `"hinge"`, where `hinge()` makes what is needed.
    fileprivate func hintForQuotes(_ type: String) -> String {
        guard case .string(let name)? = value,
            let maker = entries.first(where: { $0.name == name && $0.returns == type })
        else { return "" }
        return "without quotes: `\(maker.name)()`"
    }
}

extension Input where Argument == NetworkObject {
    /// A network or a layer.
    static func network(_ name: String, _ summary: String = "") -> Self {
        .object(name, "network", "a network", summary)
    }
}

extension Input where Argument == OptimizerObject {
    /// An optimizer.
    static func optimizer(_ name: String, _ summary: String = "") -> Self {
        .object(name, "optimizer", "an optimizer such as Adam(G)", summary)
    }
}

extension Input where Argument == LossObject {
    /// A loss of GANs.
    static func loss(_ name: String, _ summary: String = "") -> Self {
        .object(name, "loss", "a loss such as nonSaturating()", summary)
    }
}

extension Input where Argument == GANObject {
    /// A GAN.
    static func gan(_ name: String, _ summary: String = "") -> Self {
        .object(name, "GAN", "a GAN: GAN(G, D, noise: 16)", summary)
    }
}

extension Input where Argument == GradientsObject {
    /// Gradients of a network.
    static func gradients(_ name: String, _ summary: String = "") -> Self {
        .object(name, "gradients", "gradients: gradients(of: loss, for: G)", summary)
    }
}

extension Input where Argument == FigureObject {
    /// A figure.
    static func figure(_ name: String, _ summary: String = "") -> Self {
        .object(name, "figure", "a figure", summary)
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
