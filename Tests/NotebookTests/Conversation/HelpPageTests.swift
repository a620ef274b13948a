import Prelude
import Script
import Testing
import Text

@testable import Notebook

@Suite struct HelpPageTests {
    @Test func theListOfTopicsFitsASmallWindow() {
        let page = HelpPage.topics(Appearance(width: 80, height: 24))
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 22, "\(lines.count) lines")
        #expect(lines.allSatisfy { displayWidth($0) <= 80 })
        #expect(page.contains("Layers (") && page.contains("scatter"))
    }

    @Test func everyTopicIsFoundByItsFirstWordAndFitsASmallWindow() throws {
        for topic in Topic.allCases where !Library.entries(in: .topic(topic)).isEmpty {
            let title = topic.title
            let word = String(title.prefix { $0.isLetter })
            let page = HelpPage.about(word, in: Interpreter(), Appearance(width: 80, height: 24))
            let lines = try #require(page, "\(title)").split(separator: "\n")
            #expect(lines.count <= 22, "\(title) has \(lines.count) lines")
            #expect(lines.allSatisfy { displayWidth($0) <= 80 }, "\(title)")
        }
    }

    @Test func whatIsNamedForAStartIsThere() {
        for name in Help.everyday { #expect(HelpPage.names.contains(name), "\(name)") }
    }

    @Test func aFunctionHasAPageAndANonsenseWordHasNone() {
        #expect(HelpPage.about("scatter", in: Interpreter(), Appearance())?.contains("scatter(") == true)
        #expect(HelpPage.about("nonsense", in: Interpreter(), Appearance()) == nil)
    }
}
