import Testing
import Text

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0.0, "0"), (-3, "-3"), (0.25, "0.25"), (1.0 / 3, "0.3333"), (12_345.6, "12346"), (999_499, "999499"),
        (1_234_567, "1.235e6"), (9.9996, "10"), (0.000_123_4, "0.0001234"), (0.000_012_34, "1.234e-5"),
        (1.2e-7, "1.2e-7"), (-1e300, "-1e300"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
        (.leastNonzeroMagnitude, "4.941e-324"), (999_999.6, "1e6"), (99_999.6, "100000"), (9_999.96, "10000"),
        (2.997_12, "2.997"),
        (-0.0, "0"), (0.000_10, "0.0001"),
    ]) func aShortNumberHasFourDigits(number: Double, text: String) {
        #expect(NumberText.short(number) == text)
    }

    @Test func aFixedNumberIsRoundedAsItsBitsSay() {
        #expect(NumberText.fixed(2.675, digits: 2) == "2.67")
        #expect(NumberText.fixed(-12.5, digits: 0) == "-13")
        #expect(NumberText.fixed(1.0 / 3, digits: 3) == "0.333")
        #expect(NumberText.fixed(.nan, digits: 3) == "nan")
        #expect(NumberText.fixed(-Double.greatestFiniteMagnitude, digits: 100).count == 411)
        #expect(NumberText.scientific(0.000_012_345, digits: 3) == "1.234e-05")
    }

    @Test func sevenDigitsAreWhatAFloatHolds() {
        #expect(NumberText.significant(Double(Float(0.1))) == "0.1")
        #expect(NumberText.significant(1_234_567.8) == "1234568")
        #expect(NumberText.significant(1e-9) == "1e-09")
        #expect(NumberText.rounded(123.456, significant: 4) == 123.5)
    }

    @Test func aWholeNumberHasNoPoint() {
        #expect([2.0, 2.5, -1].map(NumberText.plain) == ["2", "2.5", "-1"])
        #expect(NumberText.plain(1e20) == "1e+20")
    }

    @Test func thousandsStandApart() {
        #expect(
            [0, 999, 1_000, 35_202, -1_234_567].map(NumberText.grouped) == [
                "0", "999", "1,000", "35,202", "-1,234,567",
            ])
    }

    @Test func sizesAreSaidInPowersOfThousand() {
        let sizes = [4, 1_500, 2_000_000, 123_456_789, 4.4e12, 1e40]
        #expect(
            sizes.map(NumberText.bytes) == [
                "4 bytes", "1.5 kB", "2.0 MB", "123 MB", "4.4 TB", "over a million EB",
            ])
    }

    @Test func aDurationHasThreeDigitsAndAUnit() {
        let durations = [1.5e-6, 0.000_25, 0.012_3, 0.456, 0.999_6, 1.006, 9.99, 61, 119.6, 3_725]
        #expect(
            durations.map(NumberText.duration) == [
                "1.50 µs", "250 µs", "12.3 ms", "456 ms", "1.00 s", "1.01 s", "9.99 s", "61.0 s", "2 min 0 s",
                "62 min 5 s",
            ])
    }

    @Test func aWaitIsSaidAsCoarselyAsAPersonWould() {
        #expect([8, 119.4, 796, 7_500].map(NumberText.wait) == ["8 s", "119 s", "13 min", "2 h 5 min"])
        #expect(NumberText.wait(.infinity) == "days")
    }
}
