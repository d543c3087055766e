import Testing

@testable import Records

/// Numbers of cells are rounded to what records take, and percentages stay such.
struct SheetNumberTests {
    @Test(arguments: [
        ("5", "5"), ("0.5", "0.5"), ("66.666666", "66.666666"), ("66.6666666666667", "66.666667"),
        ("0.9999999", "1"), ("-0.0000001", "0"), ("-9.9999999", "-10"), ("1.2000000001", "1.2"),
        ("27438986711", "27438986711"),
    ])
    func numbersAreRounded(cell: String, record: String) {
        var bytes: [UInt8] = []
        SheetNumber.append(Array(cell.utf8)[...], to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == record)
    }

    @Test(arguments: [
        ("0.85", "85%"), ("0.8567", "85.67%"), ("1", "100%"), ("0", "0%"), ("-0.05", "-5%"), ("0.5", "50%"),
    ])
    func percentagesAreTold(cell: String, record: String) {
        var bytes: [UInt8] = []
        SheetNumber.append(percentage: Array(cell.utf8)[...], to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == record)
    }
}
