import Text

/// A sum of products in Einstein's notation: a letter for each axis, letters that both operands have and the
/// result has not are summed over. `"ij,jk->ik"` is the matrix product, `"bi,bj->ij"` a sum of outer ones.
///
/// Without `->` the result has the letters that occur once, in alphabetical order.
public func einsum(_ equation: String, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    let letters = try EinsumLetters(equation, a.shape, b.shape)
    let a = try letters.withoutLonely(a, letters.a, other: letters.b)
    let b = try letters.withoutLonely(b, letters.b, other: letters.a)
    let shared = a.letters.filter(b.letters.contains)
    let batch = shared.filter(letters.result.contains)
    let summed = shared.filter { !letters.result.contains($0) }
    let rows = a.letters.filter { !shared.contains($0) }
    let columns = b.letters.filter { !shared.contains($0) }

    // [batch, rows, summed] times [batch, summed, columns].
    func joined(_ x: (tensor: Tensor, letters: [Character]), _ groups: [[Character]]) throws -> Tensor {
        let order = groups.flatMap { $0 }.compactMap(x.letters.firstIndex(of:))
        let sizes = groups.map { $0.reduce(1) { $0 * letters.size($1) } }
        return try reshape(transpose(x.tensor, axes: order), Shape(sizes))
    }
    let product = try matmul(joined(a, [batch, rows, summed]), joined(b, [batch, summed, columns]))
    let made = batch + rows + columns
    let open = try reshape(product, Shape(made.map(letters.size)).validated(for: "einsum"))
    return try transpose(open, axes: letters.result.compactMap(made.firstIndex(of:)))
}

/// An equation for two operands, checked against their shapes.
private struct EinsumLetters {
    let a: [Character]
    let b: [Character]
    let result: [Character]
    private var sizes: [Character: Int] = [:]

    init(_ equation: String, _ shapeA: Shape, _ shapeB: Shape) throws {
        guard equation.utf8.count <= 1_000 else {
            throw Mistake(
                construct: "einsum", problem: "the equation is too long",
                note: "it has \(equation.utf8.count) bytes; \"ij,jk->ik\" is one", argument: 0)
        }
        let text = equation.filter { $0 != " " }
        let sides = text.split(separator: "->", omittingEmptySubsequences: false)
        let operands = sides[0].split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
        func mistake(_ problem: String, _ note: String) -> Mistake {
            Mistake(construct: "einsum", problem: problem, note: note, argument: 0)
        }
        let isLegal = text.allSatisfy { $0.isASCII && $0.isLetter || ",->".contains($0) }
        guard operands.count == 2, sides.count <= 2, isLegal else {
            throw mistake(
                "the equation is not one of two operands",
                "\"\(equation)\" should look like \"ij,jk->ik\", a letter for each axis")
        }
        (a, b) = (operands[0], operands[1])
        for (place, (letters, shape)) in [(a, shapeA), (b, shapeB)].enumerated() {
            if letters.count != shape.rank {
                throw mistake(
                    "the letters do not fit the axes",
                    "\"\(String(letters))\" has \(counted(letters.count, "letter")), "
                        + "and {\(place + 1)} is \(shape)")
            }
            if Set(letters).count != letters.count {
                throw mistake(
                    "a letter comes twice in one operand",
                    "\"\(String(letters))\" asks for a diagonal, which einsum does not take")
            }
            for (axis, letter) in letters.enumerated() {
                if let known = sizes[letter], known != shape[axis] {
                    throw mistake(
                        "the sizes of axis \(letter) differ",
                        "{1} is \(shapeA) and {2} is \(shapeB): \(letter) is \(known) in one and "
                            + "\(shape[axis]) in the other")
                }
                sizes[letter] = shape[axis]
            }
        }
        let (lettersA, lettersB) = (a, b)
        result =
            sides.count == 2
            ? Array(sides[1])
            : Set(a + b).filter { lettersA.contains($0) != lettersB.contains($0) }.sorted()
        if Set(result).count != result.count || !result.allSatisfy({ sizes[$0] != nil }) {
            throw mistake(
                "the result's letters must be the operands', each once",
                "the result is \"\(String(result))\"")
        }
    }

    func size(_ letter: Character) -> Int { sizes[letter] ?? 1 }

    /// An operand summed over the letters that neither the other operand nor the result has.
    func withoutLonely(
        _ x: Tensor, _ letters: [Character], other: [Character]
    ) throws -> (tensor: Tensor, letters: [Character]) {
        let lonely = letters.indices.filter { !other.contains(letters[$0]) && !result.contains(letters[$0]) }
        return (try sum(x, axes: lonely), letters.indices.filter { !lonely.contains($0) }.map { letters[$0] })
    }
}
