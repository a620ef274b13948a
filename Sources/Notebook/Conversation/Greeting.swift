import Text

/// The lines above the first prompt: what this is, and what a newcomer types next.
public enum Greeting {
    /// The lines for what was found and what the terminal can show.
    public static func text(_ curriculum: Curriculum, _ appearance: Appearance) -> String {
        let first =
            curriculum.lessons.first.map { "`:lesson \($0.shortName)` opens the first lesson, " } ?? ""
        let lines = [
            "Duel \(duelVersion): two networks duel; a generator forges, a discriminator judges.",
            first + "`:help` lists the commands.",
            "Or type code: scatter(ring(modes:\u{A0}8).sample(500))",
        ]
        return lines.flatMap { wrapped($0, width: appearance.width) }.joined(separator: "\n")
    }
}
