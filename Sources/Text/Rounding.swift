extension NumberText {
    /// The nearest number with so many digits behind the point, or with so many zeros before it for a negative count: the
    /// one rounding of `round` and of texts.
    ///
    /// It is the number itself that is rounded: 2.675 lies a little below what its text says, so two digits give 2.67.
    public static func rounded(
        _ number: Double, digits: Int, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
    ) -> Double {
        // Beyond 10^308 there are no Doubles. Read from its text, a power of ten is the nearest there is.
        let scale = Double("1e\(min(digits.magnitude, 308))") ?? 1
        if digits < 0 { return digits < -308 ? 0 : (number / scale).rounded(rule) * scale }
        let scaled = number * scale
        // From 2^52 on the number has no digits further behind.
        guard scaled.magnitude < 0x1p52 else { return number }
        var whole = scaled.rounded(rule)
        // What looks like a half may be one only because the product was rounded: the rest tells the side.
        if (scaled - scaled.rounded(.towardZero)).magnitude == 0.5 {
            let rest = (-scaled).addingProduct(number, scale)
            if rest != 0 { whole = scaled.rounded(rest < 0 ? .down : .up) }
        }
        return whole / scale
    }
}
