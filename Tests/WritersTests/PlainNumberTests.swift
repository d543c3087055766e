import Foundation
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// Numbers as text, for programs and for people.
struct PlainNumberTests {
    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (1, "1"), (0.1, "0.1"), (1e20, "100000000000000000000"), (1.5e-7, "0.00000015"),
        (-2.25, "-2.25"), (1.0 / 3, "0.3333333333333333"),
        (1e21, "1000000000000000000000"), (123456789.125, "123456789.125"),
    ])
    func data(_ number: Double, _ text: String) {
        #expect(PlainNumber.data(number) == text)
    }

    /// What is written reads back as the same number, whatever it is.
    @Test func dataReadsBack() {
        for seed in UInt64(0)..<2_000 {
            let bits = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15
            let number = Double(bitPattern: bits)
            guard number.isFinite else { continue }
            let text = PlainNumber.data(number)
            #expect(Double(text) == number, "seed \(seed)")
            #expect(!text.contains("e") && !text.hasSuffix(".0"), "seed \(seed)")
        }
    }

    @Test(arguments: [
        ("0", 0, "0"), ("1234567", 0, "1,234,567"), ("-1234.5", 0, "-1,235"), ("0.125", 2, "0.13"),
        ("999.995", 2, "1,000.00"), ("-0.001", 2, "0.00"), ("12", 3, "12.000"),
        ("100000000000000000000", 0, "100,000,000,000,000,000,000"),
        ("0.5", 0, "1"), ("123", 0, "123"), ("1000", 0, "1,000"),
    ])
    func display(plain: String, places: Int, text: String) {
        #expect(PlainNumber.display(plain, places: places) == text)
    }

    @Test(arguments: [
        ("0.637", 2, "63.7"), ("1", 2, "100"), ("0.00015", 2, "0.015"), ("12.5", -2, "0.125"), ("-0.5", 2, "-50"),
    ])
    func shifts(plain: String, places: Int, text: String) {
        #expect(PlainNumber.shifted(plain, by: places) == text)
    }
}
