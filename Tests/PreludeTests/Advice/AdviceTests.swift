import Script
import Testing

@testable import Prelude

/// The advice table says what is there: every name, member and label in its pieces of code is one of the prelude's
/// or of the language's.
@Suite struct AdviceTests {
    @Test("Each piece of code names functions, members and labels that are there", arguments: AdviceText.all)
    func code(_ text: AdviceText) {
        for code in text.code {
            for name in NamesInCode(code).all where !NamesInCode.known(name) {
                Issue.record("`\(code)` names \(name), which is not there")
            }
        }
    }

    @Test("A piece of code that names what is not there is found")
    func wrongCode() {
        func unknown(_ code: String) -> [String] {
            NamesInCode(code).all.filter { !NamesInCode.known($0) }.map(\.description)
        }
        #expect(unknown("trainn(gan, data)") == ["the function `trainn`"])
        #expect(unknown("train(gan, from: data)") == ["the label `from:` of `train`"])
        #expect(unknown("GAN(…, loss: hingee())") == ["the function `hingee`"])
        #expect(
            unknown("x.batched(64, labels: true)") == [
                "the member `batched`", "the label `labels:` of `batched`",
            ])
        #expect(unknown(".shap") == ["the member `shap`"])
        #expect(unknown("withoutGradient { … }") == ["the function `withoutGradient`"])
        #expect(unknown("leakyRelu(slope: 0.2)") == [])
        #expect(unknown("Sequential(Dense(2, 16), relu, Dense(16, 1))") == [])
    }

    @Test("Our labels are labels of functions")
    func labels() {
        let known = Set(Library.entries.flatMap { $0.parameters.map(\.name) })
        for row in ForeignWord.labels { #expect(known.contains(row.advice), "\(row.advice)") }
        for case .labelOf(let function) in ForeignWord.misplacedLabels.map(\.role) {
            #expect(Library.functions.contains { $0.name == function }, "\(function)")
        }
    }

    @Test("What is said about a kind is about one that is there")
    func kindsAreThere() {
        let names = Set(ValueKind.allCases.map(\.name))
        for case .member(of: let kind?) in ForeignWord.membersOfKinds.map(\.role) {
            #expect(names.contains(kind), "\(kind)")
        }
        let language: Set = ["Int", "Double", "List"]
        for occasion in AdviceTable.onOccasions.keys {
            switch occasion {
            case .use(let kind), .unpacking(let kind), .assignment(let kind), .condition(let kind):
                #expect(names.contains(kind), "\(kind)")
            case .operands(_, let left, let right):
                #expect(names.union(language).isSuperset(of: [left, right]), "\(left), \(right)")
            case .missingArgument(let label, let function, _):
                let named = Library.entries.filter { $0.name == function }
                #expect(
                    named.contains { $0.parameters.contains { $0.name == label } }, "\(function) \(label)")
            default: break
            }
        }
    }

    @Test("A foreign word is no word of our own where it is foreign")
    func foreignWords() {
        let names = Set(Library.functions.map(\.name))
        for row in ForeignWord.preludeNames {
            for word in row.words { #expect(!names.contains(word), "\(word)") }
        }
        for row in ForeignWord.membersOfKinds {
            guard case .member(of: let name?) = row.role, let kind = ValueKind(rawValue: name) else {
                continue
            }
            let own = Set(Library.entries(in: .members(of: kind)).map(\.name))
            for word in row.words { #expect(!own.contains(word), "\(name).\(word)") }
        }
    }

    @Test("The table answers for a word, as written or without regard to case")
    func search() throws {
        func advice(_ word: String) -> [String] { AdviceTable.about(word).map { $0.advice(for: word) } }
        #expect(advice("Linear") == ["write `Dense(inputs, outputs)`"])
        #expect(advice("linear") == ["write `Dense(inputs, outputs)`"])
        #expect(advice("cat") == ["write `concatenate([a, b], axis: 0)`"])
        #expect(advice("np") == ["its functions are there without `np.`: `zeros(2, 3)`"])
        #expect(advice("emd") == ["write `earthMover(a, b)`"])
        #expect(advice("item") == ["write `number({0})`"])
        #expect(
            AdviceTable.about("backward").map(\.role) == [.member(of: "Tensor"), .member(of: "network")])
        #expect(AdviceTable.about("loss").contains { $0.role == .labelOf("train") })
        #expect(advice("None") == ["write `nil`"])
        #expect(advice("with") == ["for tensors without gradients write `withoutGradients { … }`"])
        #expect(advice("optimiser") == ["it is spelled `optimizer`"])
        #expect(advice("Dense") == [])
    }

    @Test(
        "A British spelling is answered with the American one",
        arguments: [
            ("optimiser", "it is spelled `optimizer`"), ("colour", "it is spelled `color`"),
            ("initialiser", "it is spelled `initializer`"), ("centre", "it is spelled `center`"),
            ("centred", "it is spelled `centered`"), ("Normalisation", "it is spelled `Normalization`"),
            ("x = tensor([1])\nx.colour", "{0}; it is spelled `color`"),
            ("G = Dense(2, 1)\nG.initialiser", "{0}; it is spelled `initializer`"),
            ("Conv2D(1, 2, size: 3, initialiser: \"he\")", "write `initializer:`"),
            (
                "GAN(Dense(1, 1), Dense(1, 1), noise: 1, generatorOptimiser: 1)",
                "write `generatorOptimizer:`"
            ),
        ])
    func spelling(_ code: String, _ note: String) throws {
        let error = try run(code.contains(" = ") ? "let \(code)" : code).error
        #expect(error.contains(note.replacing("{0}", with: "")), "\(error)")
    }

    @Test("A script that spells its own names the British way is not corrected")
    func ownSpelling() throws {
        let error = try run("let colours = [1]\ncolour").error
        #expect(error.contains("did you mean `colours`?"), "\(error)")
    }
}

/// A text of the table.
struct AdviceText: Sendable, CustomTestStringConvertible {
    let text: String
    var testDescription: String { text }

    /// The pieces between backquotes, with the place holders filled.
    var code: [String] {
        let pieces = text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }
        return pieces.map { $0.element.replacing("{0}", with: "x").replacing("{1}", with: "y") }
    }

    static let all: [AdviceText] = {
        let rows = AdviceTable.words.filter { $0.role != .label }.flatMap { row in
            row.words.map { row.advice(for: $0) }
        }
        return Set(rows + AdviceTable.onOccasions.values).sorted().map { AdviceText(text: $0) }
    }()
}
