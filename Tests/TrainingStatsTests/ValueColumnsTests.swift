import Testing

@testable import TrainingStats

/// The columns of values hold one element for each case, no more and no fewer.
struct ValueColumnsTests {
    @Test func hasAnElementForEachValue() {
        #expect(ValueColumns(repeating: 0).elements.count == ParticipationValue.allCases.count)
    }

    @Test func keepsEachElementApart() {
        var columns = ValueColumns(repeating: 0)
        for value in ParticipationValue.allCases where value.rawValue < columns.elements.count {
            columns[value] = value.rawValue + 1
        }
        let kept = ParticipationValue.allCases.map { columns[$0] }
        #expect(kept == Array(1...ParticipationValue.allCases.count))
    }
}
