/// Letters of other shapes: raised and lowered ones, and the alphabets of `\mathbb` and its like.
enum FormulaAlphabets {
    /// The text in raised letters, or nil if one of them has no such form.
    static func raised(_ text: String) -> String? { mapped(text, raisedLetters) }

    /// The text in lowered letters, or nil if one of them has no such form.
    static func lowered(_ text: String) -> String? { mapped(text, loweredLetters) }

    /// The letters of a text in the alphabet of a command, or nil if the command is none.
    static func letters(_ text: String, of command: String) -> String? {
        switch command {
        case "mathbb":
            shifted(text, upper: 0x1D538, lower: 0x1D552, digits: 0x1D7D8, exceptions: doubleStruck)
        case "mathcal", "mathscr": shifted(text, upper: 0x1D49C, lower: 0x1D4B6, exceptions: script)
        case "mathbf", "textbf":
            shifted(text, upper: 0x1D400, lower: 0x1D41A, digits: 0x1D7CE, exceptions: [:])
        case "mathfrak": shifted(text, upper: 0x1D504, lower: 0x1D51E, exceptions: fraktur)
        default: nil
        }
    }

    private static func mapped(_ text: String, _ table: [Character: Character]) -> String? {
        var result = ""
        for character in text {
            guard let letter = table[character] else { return nil }
            result.append(letter)
        }
        return result
    }

    private static func shifted(
        _ text: String, upper: UInt32, lower: UInt32, digits: UInt32? = nil,
        exceptions: [Character: Character]
    ) -> String {
        var result = ""
        for character in text {
            if let exception = exceptions[character] {
                result.append(exception)
            } else if let code = character.asciiValue.map(UInt32.init), let base = base(code),
                let scalar = base
            {
                result.unicodeScalars.append(scalar)
            } else {
                result.append(character)
            }
        }
        return result

        func base(_ code: UInt32) -> Unicode.Scalar?? {
            switch code {
            case 65...90: Unicode.Scalar(upper + code - 65)
            case 97...122: Unicode.Scalar(lower + code - 97)
            case 48...57: digits.map { Unicode.Scalar($0 + code - 48) }
            default: nil
            }
        }
    }

    /// The capitals that Unicode had before it had the alphabets.
    private static let doubleStruck: [Character: Character] = [
        "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
    ]
    private static let script: [Character: Character] = [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
        "o": "ℴ",
    ]
    private static let fraktur: [Character: Character] = ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]

    private static let raisedLetters = table(
        "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ′∗⊤*",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ′*ᵀ*")

    private static let loweredLetters = table(
        "0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

    private static func table(_ from: String, _ to: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip(from, to))
    }
}
