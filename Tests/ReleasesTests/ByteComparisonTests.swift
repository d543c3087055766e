import Releases
import Reporting
import Testing

/// Rows whose members look the same and differ in their bytes are two, in what releases compare and mark.
struct ByteComparisonTests {
    private func data(_ first: Int, _ second: Int) -> TableComparison.Data {
        .init(
            table: "topics", keys: 1,
            csv: Array("topic,trainees\n\u{C5},\(first)\n\u{212B},\(second)\n".utf8))
    }

    @Test func theRowThatChangedIsTheOneThatIsMarked() {
        let changes = TableComparison.changes(from: [data(1, 2)], to: [data(1, 3)], onSameReportingDay: true)
        #expect(changes.map(\.old) == ["2"])
        #expect(changes.map(\.new) == ["3"])
        let places = Set(changes.map(\.place))
        func place(_ code: String) -> FigurePlace {
            FigurePlace(table: "topics", key: [.init(column: "topic", code: code)], column: "trainees")
        }
        #expect(places.contains(place("\u{212B}")))
        #expect(!places.contains(place("\u{C5}")))
    }
}
