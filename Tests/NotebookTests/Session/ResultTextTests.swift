import Prelude
import Testing

@testable import Notebook

@Suite struct ResultTextTests {
    private let session = Session { PreludeContext() }

    @Test func aListOfImagesIsShownAsPictures() throws {
        for (code, isPicture) in [
            ("[rand(1, 8, 8), rand(1, 8, 8)]", true), ("[rand(3, 8, 8)]", true),
            ("[rand(1, 8, 8), rand(1, 6, 8)]", false), ("[rand(2, 3), rand(2, 3)]", false),
            ("[[1, 2], [3, 4]]", false), ("[]", false), ("scatter(rand(3, 2))", true),
        ] {
            let result = try #require(session.run(typed: code).result)
            #expect((result.picture != nil) == isPicture, "\(code)")
        }
    }

    @Test func aBatchOfImagesSaysHowToSeeIt() throws {
        let texts = ResultText(appearance: Appearance())
        for (code, isBatch) in [
            ("rand(2, 1, 8, 8)", true), ("rand(2, 3, 8, 8)", true), ("rand(2, 8, 8, 8)", false),
        ] {
            let result = try #require(session.run(typed: code).result)
            let text = texts.result(result, session.interpreter).string
            #expect(text.hasSuffix("\n`images(_)` draws them") == isBatch, "\(code)")
        }
    }
}
