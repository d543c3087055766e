import Support
import Testing

@testable import TrainingStats

/// Columns of decimals whose rows are filled in later.
struct DecimalColumnTests {
    @Test func rowsBehindTheEndAreNotKnown() {
        var column = DecimalColumn()
        #expect(column[7] == nil)
        column.set(nil, at: 7)
        #expect(column.millionths.isEmpty)
        column.set(ExactDecimal(3), at: 2)
        #expect([column[0], column[1], column[2], column[3]] == [nil, nil, ExactDecimal(3), nil])
        let wide = ExactDecimal(millionths: Int128(Int64.max) + 9)
        column.set(wide, at: 0)
        #expect(column[0] == wide)
        column.set(ExactDecimal(1), at: 0)
        #expect(column[0] == ExactDecimal(1))
        column.set(nil, at: 2)
        #expect(column[2] == nil)
        column.removeAll()
        #expect(column[0] == nil)
    }
}
