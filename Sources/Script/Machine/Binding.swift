import Text

/// A parameter as binding sees it.
struct ParameterFacts: Sendable {
    let label: String
    let isLabelOnly: Bool
    let isOptional: Bool
    let isVariadic: Bool
}

/// Why arguments do not fit the parameters.
enum BindingFailure: Error {
    /// The argument's label is none of the function's.
    case unknownLabel(argument: Int)
    /// The argument's parameter was given before.
    case givenTwice(argument: Int, parameter: Int)
    /// There are more arguments than parameters that take one.
    case tooMany(argument: Int)
    /// Nothing was given for these.
    case missing([Int])
}

extension ArgumentBinding {
    /// Binds arguments to parameters: labels first, then positions from the left, then a trailing closure to
    /// the last parameter that must be given and was not.
    init(_ parameters: [ParameterFacts], _ shape: CallShape) throws(BindingFailure) {
        argumentOfParameter = Array(repeating: -1, count: parameters.count)
        for (argument, label) in shape.labels.enumerated() {
            guard let label else { continue }
            guard let parameter = parameters.firstIndex(where: { $0.label == label }) else {
                throw .unknownLabel(argument: argument)
            }
            guard argumentOfParameter[parameter] < 0 else {
                throw .givenTwice(argument: argument, parameter: parameter)
            }
            argumentOfParameter[parameter] = argument
        }
        let trailing = shape.hasTrailingClosure ? shape.count - 1 : -1
        var next = 0
        for (argument, label) in shape.labels.enumerated() where label == nil && argument != trailing {
            while next < parameters.count, !takesPosition(next, parameters) { next += 1 }
            guard next < parameters.count else { throw .tooMany(argument: argument) }
            if parameters[next].isVariadic {
                rest.append(argument)
            } else {
                argumentOfParameter[next] = argument
            }
        }
        if trailing >= 0 { try bindTrailing(trailing, parameters) }
        let missing = parameters.indices.filter {
            argumentOfParameter[$0] < 0 && !parameters[$0].isOptional && !parameters[$0].isVariadic
        }
        if !missing.isEmpty { throw .missing(missing) }
    }

    private func takesPosition(_ parameter: Int, _ parameters: [ParameterFacts]) -> Bool {
        parameters[parameter].isVariadic
            || !parameters[parameter].isLabelOnly && argumentOfParameter[parameter] < 0
    }

    private mutating func bindTrailing(
        _ argument: Int, _ parameters: [ParameterFacts]
    ) throws(BindingFailure) {
        let open = parameters.indices.filter { argumentOfParameter[$0] < 0 && !parameters[$0].isVariadic }
        if let parameter = open.last(where: { !parameters[$0].isOptional }) ?? open.last {
            argumentOfParameter[parameter] = argument
        } else if parameters.contains(where: \.isVariadic) {
            rest.append(argument)
        } else {
            throw .tooMany(argument: argument)
        }
    }
}

extension Interpreter {
    /// What to say about arguments that do not fit.
    func describe(
        _ failure: BindingFailure, _ parameters: [ParameterFacts], _ shape: CallShape, function: String
    ) -> any Error {
        let title = function.isEmpty ? "the closure" : "`\(function)`"
        let written = shape.isMember ? Array(parameters.dropFirst()) : parameters
        switch failure {
        case .unknownLabel(let argument):
            let label = shape.labels[argument] ?? ""
            let known = parameters.map(\.label)
            var mistake = Mistake(
                problem: "\(title) has no parameter `\(label)`", note: listed(written, title),
                place: .argument(argument))
            if let ours = advice.label(for: label, of: function, among: known) {
                mistake.note = "write `\(ours):`"
            } else if let words = advice.words(on: .unknownLabel(label, function: function)) {
                mistake.note = words
            } else {
                mistake.suggestions = nearNames(to: label, among: known)
            }
            return labelFailure(argument, mistake)
        case .givenTwice(let argument, let parameter):
            return labelFailure(
                argument,
                Mistake(
                    problem: "`\(parameters[parameter].label)` is given twice",
                    note: listed(written, title),
                    place: .argument(argument)))
        case .tooMany(let argument):
            return tooMany(argument, written, shape, title)
        case .missing(let missing):
            let names = missing.map {
                parameters[$0].isLabelOnly ? "`\(parameters[$0].label):`" : "`\(parameters[$0].label)`"
            }
            let isEmpty = shape.count == (shape.isMember ? 1 : 0)
            let first = parameters[missing[0]].label
            let words = advice.words(
                on: .missingArgument(first, function: function, hasNoArguments: isEmpty))
            return Mistake(
                problem: names.count == 1
                    ? "the argument \(names[0]) is missing"
                    : "the arguments \(names.joined(separator: ", ")) are missing",
                note: words ?? listed(written, title))
        }
    }

    private func tooMany(
        _ argument: Int, _ parameters: [ParameterFacts], _ shape: CallShape, _ title: String
    ) -> Mistake {
        let labels = parameters.filter(\.isLabelOnly).map { "`\($0.label):`" }.joined(separator: ", ")
        let positions = parameters.filter { !$0.isLabelOnly }
        let needed = parameters.first {
            $0.isLabelOnly && !$0.isOptional && !shape.labels.contains($0.label)
        }
        if let needed, !positions.isEmpty {
            // Most likely it is the argument behind those that must be given by position.
            let unlabeled = shape.labels.indices.filter { shape.labels[$0] == nil }
            let place = positions.count { !$0.isOptional } + (shape.isMember ? 1 : 0)
            return Mistake(
                problem: "this argument needs its label",
                note: "write `\(needed.label): {\(unlabeled[place])}`",
                place: .argument(unlabeled[place]))
        }
        if positions.isEmpty, !labels.isEmpty {
            return Mistake(
                problem: "this argument needs its label", note: "\(title) takes \(labels)",
                place: .argument(argument))
        }
        var note = "\(title) takes \(counted(positions.count, "argument", none: "no"))"
        if !positions.isEmpty { note += ": " + positions.map { "`\($0.label)`" }.joined(separator: ", ") }
        if !labels.isEmpty { note += "; by label \(labels)" }
        return Mistake(problem: "there is an argument too many", note: note, place: .argument(argument))
    }

    private func listed(_ parameters: [ParameterFacts], _ title: String) -> String {
        guard !parameters.isEmpty else { return "\(title) takes no arguments" }
        let optional = parameters.count(where: \.isOptional)
        // A long list would hide what matters.
        let isLong = optional > 5
        let names = parameters.filter { !isLong || !$0.isOptional }.map { parameter in
            let label = parameter.isLabelOnly ? "\(parameter.label):" : parameter.label
            return "`\(label)`"
                + (parameter.isVariadic ? " (any number)" : parameter.isOptional ? " (optional)" : "")
        }
        let function = String(title.dropFirst().dropLast())
        let reading = advice.words(on: .manyParameters(function: function)).map { ", \($0)" } ?? ""
        let rest = isLong ? " and \(optional) more\(reading)" : ""
        return "\(title) takes \(names.joined(separator: ", "))\(rest)"
    }

    /// A mistake about a label, underlined at the label itself.
    private func labelFailure(_ argument: Int, _ mistake: Mistake) -> any Error {
        guard let site = currentSite, argument < site.site.labels.count,
            let label = site.site.labels[argument]
        else { return mistake }
        return diagnose(mistake, span: site.source.span(label))
    }
}
