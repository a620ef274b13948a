import Testing

@testable import Script

struct NearNamesTests {
    private let names = [
        "mean", "max", "min", "map", "sequential", "Sequential", "Dense", "discriminatorLoss", "x", "xs",
        "sum",
    ]

    @Test(
        "the nearest come first",
        arguments: [
            ("maen", ["mean"]), ("men", ["mean", "min"]), ("Mean", ["mean"]), ("dense", ["Dense"]),
            ("discriminatorLos", ["discriminatorLoss"]),
            ("y", []), ("zzzz", []),
        ])
    func nearest(name: String, expected: [String]) {
        #expect(nearNames(to: name, among: names) == expected)
    }

    @Test func caseCountsAsNothing() {
        #expect(Set(nearNames(to: "SEQUENTIAL", among: names)) == ["sequential", "Sequential"])
    }

    @Test func atMostThree() {
        #expect(
            nearNames(to: "name", among: ["name1", "name2", "name3", "name4"]) == ["name1", "name2", "name3"])
    }

    @Test(
        "edit distances",
        arguments: [
            ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1),
            ("abc", "abd", 1),
            ("abc", "ab", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
        ])
    func distance(first: String, second: String, expected: Int) {
        #expect(editDistance(Array(first), Array(second)) == expected)
    }

    @Test func otherLanguagesWordsAreKnown() {
        let words = ForeignWord.table(ForeignWord.ofLanguages)
        #expect(words["None"] == "write `nil`")
        #expect(words["len"] == "write `xs.count`")
        #expect(words["def"] == "write `func f(…) { … }`")
        #expect(words["loss"] == nil)
    }
}
