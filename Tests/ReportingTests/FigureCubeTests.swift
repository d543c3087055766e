import Support
import Testing
import TrainingStats

@testable import Reporting

/// What a cube has of figures without records, of zeros, and of few persons.
struct FigureCubeTests {
    private func cube(_ figures: [(id: String, values: [Cell], column: [Int])]) -> FigureCube {
        let keys = Array((figures.first?.column ?? []).indices)
        return FigureCube(
            title: "", language: .en, digits: .usual(in: .en), particulars: [], notes: [], axes: [],
            figures: figures.map {
                .init(
                    id: $0.id, heading: $0.id, definition: "", countsPersons: true, isOfPlans: false, upper: nil,
                    values: $0.values)
            }, ofSessions: .init(keys: keys, columns: figures.map(\.column)),
            ofPersons: .init(columns: figures.map { _ in [] }), ofPlans: .init(columns: figures.map { _ in [] }),
            omissions: [], measureOfPersons: "trainees")
    }

    /// A figure of 0 is a figure; what stands where no record is says nothing.
    @Test func zerosAreNotMissing() {
        let cube = cube([
            ("trainees", [.whole(0), .whole(2)], [1, 0]), ("planned-sessions", [.whole(0)], [0, 0]),
            ("cost", [.whole(0), .unknown], [1, 1]), ("gain-mean", [.notApplicable, .whole(0), .unknown], [1, 2]),
            ("pass-rate", [.notApplicable], [0, 0]),
        ]).withoutEmptyFigures
        #expect(cube.figures.map(\.id) == ["trainees"])
        let reasons = ["0 throughout", "no record", "0 throughout", "no record"]
        #expect(cube.omissions.map(\.heading) == ["planned-sessions", "cost", "gain-mean", "pass-rate"])
        for (omission, reason) in zip(cube.omissions, reasons) { #expect(omission.reason.contains(reason)) }
    }

    /// Headcounts may prove nobody and admit many: both bounds stay.
    @Test func boundsStayTogether() {
        let cube = cube([
            ("trainees", [.whole(0)], [0, 0]), ("trainees-upper", [.whole(0), .whole(9)], [0, 1]),
        ]).withoutEmptyFigures
        #expect(cube.figures.map(\.id) == ["trainees", "trainees-upper"] && cube.figures[0].upper == 1)
        #expect(cube.omissions.isEmpty)
    }

    @Test func fewPersons() {
        let values: [Cell] = [.whole(0), .whole(1), .whole(4), .whole(5), .whole(1).marked(.provisional)]
        let small = cube([("trainees", values, [0, 1, 1, 2, 3, 4])]).smallCells
        #expect(small == .init(few: 4, single: 3, all: 6))
        let said = "of 6 combinations 4 have fewer than five persons, and 3 a single one"
        #expect(small.warning?.en.contains(said) == true)
        #expect(cube([("trainees", values, [0, 3])]).smallCells.warning == nil)
    }
}
