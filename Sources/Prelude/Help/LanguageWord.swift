/// A word or a sign of the language itself, as help tells of it.
public struct LanguageWord: Sendable {
    /// How it is written; of several that are explained together, all.
    public let words: [String]
    /// One sentence.
    public let summary: String
    /// A script that shows it.
    public let example: String
    /// What the example prints.
    public let prints: String

    private init(_ words: String, _ summary: String, _ example: String, _ prints: String) {
        self.words = words.split(separator: " ").map(String.init)
        self.summary = summary
        self.example = example
        self.prints = prints
    }

    /// All of them. A test holds them against the words that the language's reader knows.
    public static let all = words + operators + brackets

    private static let words = [
        LanguageWord(
            "let", "Binds a name to a value, which stays.",
            "let modes = 8\nprint(modes)", "8"),
        LanguageWord(
            "var", "Binds a name to a value that may be replaced.",
            "var steps = 0\nsteps += 1\nprint(steps)", "1"),
        LanguageWord(
            "func return", "Makes a function; `return` gives its value, as does its last line.",
            "func area(width, height = 1) {\n    return width * height\n}\nprint(area(3), area(3, height: 2))",
            "3 6"),
        LanguageWord(
            "if else", "Does what stands in the braces where the condition is true, or else the other.",
            "let loss = 0.2\nif loss < 0.5 {\n    print(\"low\")\n} else {\n    print(\"high\")\n}", "low"),
        LanguageWord(
            "while", "Repeats as long as the condition is true.",
            "var x = 1\nwhile x < 100 { x *= 3 }\nprint(x)", "243"),
        LanguageWord(
            "for in", "Goes through a range, a list, a text, a dictionary or the rows of a tensor.",
            "for step in 0..<3 { print(step) }", "0\n1\n2"),
        LanguageWord(
            "break continue", "`break` leaves a loop, `continue` goes on with its next turn.",
            "for x in 0..<10 {\n    if x == 1 { continue }\n    if x == 3 { break }\n    print(x)\n}", "0\n2"),
        LanguageWord("true false", "The two truth values.", "print(1 < 2, !true)", "true false"),
        LanguageWord("nil", "No value.", "let d = [\"a\": 1]\nprint(d[\"b\"] == nil)", "true"),
        LanguageWord(
            "_", "Takes a value that no one wants; at the prompt it is the last result.",
            "for _ in 0..<2 { print(\"again\") }", "again\nagain"),
    ]

    private static let operators = [
        LanguageWord(
            "+ - * /", "Arithmetic, number by number or element by element; `/` always gives a fraction.",
            "print(1 + 2, 7 / 2, tensor([1, 2]) * 10)", "3 3.5 [10, 20]"),
        LanguageWord(
            "%", "The remainder of a division, with the divisor's sign.", "print(7 % 3, -1 % 3)", "1 2"),
        LanguageWord("**", "To the power of.", "print(2 ** 10, tensor([1, 2, 3]) ** 2)", "1024 [1, 4, 9]"),
        LanguageWord(
            "@", "The matrix product, which `matmul` is as well.",
            "print(tensor([[1, 2]]) @ tensor([[3], [4]]))", "[[11]]"),
        LanguageWord(
            "= += -= *= /= %= **= @=",
            "Replaces the value of a variable or a part of it; `x += 1` is `x = x + 1`.",
            "var xs = [1, 2]\nxs[0] += 10\nprint(xs)", "[11, 2]"),
        LanguageWord(
            "== !=", "Whether two values are equal, or not.", "print([1, 2] == [1, 2], 1 != 1.0)",
            "true false"),
        LanguageWord(
            "< <= > >=", "Compares numbers and texts; of tensors with axes it gives a mask of 1 and 0.",
            "print(1 < 2, tensor([1, 2, 3]) >= 2)", "true [0, 1, 1]"),
        LanguageWord(
            "&& || !", "And, or, not. The right side is looked at only where it matters.",
            "print(1 < 2 && 2 < 3, !(1 < 2) || false)", "true false"),
        LanguageWord(
            "??", "The left value, or the right one if that is nil.", "print([\"a\": 1][\"b\"] ?? 0)", "0"),
        LanguageWord(
            "?", "`condition ? this : that` gives one of two values.",
            "let n = 3\nprint(n > 2 ? \"many\" : \"few\")",
            "many"),
        LanguageWord(
            "..<", "A range without its end; as an index, a part.",
            "let xs = [4, 5, 6]\nprint((0..<3).count, xs[0..<2])",
            "3 [4, 5]"),
        LanguageWord(
            "...", "A range with its end; as an index, a part.", "print(List(1...3), \"tensor\"[0...2])",
            "[1, 2, 3] ten"),
    ]

    private static let brackets = [
        LanguageWord(
            "( ) ,", "Calls a function with arguments, or keeps several values together.",
            "let (x, y) = (1, 2)\nprint(max(x, y))", "2"),
        LanguageWord(
            "[ ]", "A list, and a part of something by its place: `x[0]`, `x[-1]`, `x[0..<2, 1]`.",
            "let xs = [4, 5, 6]\nprint(xs[0], xs[-1])", "4 6"),
        LanguageWord(
            ":", "A dictionary's key before its value, and an argument's label: `train(gan, on: ring())`.",
            "let d = [\"steps\": 100]\nprint(d[\"steps\"])", "100"),
        LanguageWord(
            "{ } $0",
            "A block, and a function without a name: `{ x in x * 2 }`, or with `$0` for its argument.",
            "print([1, 2].map { x in x * 10 }, [1, 2].map { $0 + 1 })", "[10, 20] [2, 3]"),
        LanguageWord(
            ".", "A member: `x.shape`, `xs.map { … }`. `x.f(y)` is also `f(x, y)`.",
            "print(zeros(2, 3).shape)", "[2, 3]"),
        LanguageWord(
            ";", "Ends a statement where the line goes on.", "let a = 1; let b = 2\nprint(a + b)", "3"),
    ]
}
