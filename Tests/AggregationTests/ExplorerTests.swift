import Aggregation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// A choice in an explorer is a request: its figures are those that the definitions give, and those of `tadrib table`.
struct ExplorerTests {
    private static let today = "2019-12-31"

    private func cube(_ loaded: LoadedDataset) throws -> FigureCube {
        let description = DatasetDescription(loaded.dataset, today: .day(Self.today), catalogue: loaded.catalogue)
        let context = ReportContext(language: .en, period: nil, filters: [], today: .day(Self.today), tool: "test")
        let question = try ReportBuilder(.full, on: description, context).explorer
        return try question.cube(
            disclosed(loaded.answers(to: question.requests)), Provenance(inputs: [], findings: []))
    }

    /// A choice of rows, columns, filters and figures, and what a reader gets for it.
    private struct Choice {
        var request: PlainRequest
        var lines: Set<String>
    }

    /// A choice by chance; upper bounds are figures of their own here.
    private func choice(in cube: FigureCube, _ random: inout SplitMix64) -> Choice {
        let places = random.some(of: Array(cube.axes.indices), count: min(cube.axes.count, random.within(1...4)))
        let shown = Array(places.prefix(random.within(1...2)))
        var members = [Int](repeating: 0, count: cube.axes.count)
        for place in places.dropFirst(shown.count) {
            members[place] = random.within(1...cube.axes[place].members.count)
        }
        // Sessions that were not delivered make cells of their own, and one figure is shown at a time.
        let isOfPlans = random.happens(15) && cube.figures.contains(where: \.isOfPlans)
        let possible = cube.figures.indices.filter { cube.figures[$0].isOfPlans == isOfPlans }
        let figures = random.some(of: possible, count: min(3, possible.count)).sorted()
        let request = PlainRequest(
            rows: shown.map { cube.axes[$0].id }, measures: figures.map { cube.figures[$0].id },
            filters: places.dropFirst(shown.count).map {
                PlainFilter(dimension: cube.axes[$0].id, members: [cube.axes[$0].members[members[$0] - 1].code])
            }, today: Self.today, totals: true)
        let slice =
            places.contains { cube.axes[$0].isOfTrainees }
            ? cube.ofPersons : isOfPlans ? cube.ofPlans : cube.ofSessions
        var lines: Set<String> = []
        func visit(_ rest: ArraySlice<Int>, _ members: [Int], _ codes: [String]) {
            guard let place = rest.first else {
                let key = zip(cube.axes, members).reduce(0) { $0 * ($1.0.members.count + 1) + $1.1 }
                guard let row = slice.keys.firstIndex(of: key) else { return }
                let values = figures.map { cube.figures[$0].values[slice.columns[$0][row]].plain }
                lines.insert((codes + values).joined(separator: ","))
                return
            }
            for member in 0...cube.axes[place].members.count {
                var members = members
                members[place] = member
                visit(
                    rest.dropFirst(), members,
                    codes + [member == 0 ? "_T" : cube.axes[place].members[member - 1].code])
            }
        }
        visit(shown[...], members, [])
        return Choice(request: request, lines: lines)
    }

    @Test(arguments: 0..<40) func figuresAreThoseOfTheirRequest(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed)
        let cube = try cube(loaded)
        guard !cube.axes.isEmpty, cube.figures.contains(where: { !$0.isOfPlans }) else { return }
        var random = SplitMix64(seed: UInt64(seed) + 9_000)
        for number in 0..<6 {
            let choice = choice(in: cube, &random)
            let said = "seed \(seed), choice \(number): \(choice.request.arguments)"
            // Members with commas are quoted in CSV: compared without quotation marks.
            func lines(_ csv: String) -> Set<String> {
                Set(csv.split(separator: "\n").dropFirst().map { $0.filter { $0 != "\"" } })
            }
            let shown = Set(choice.lines.map { $0.filter { $0 != "\"" } })
            let defined = lines(try NaiveEvaluation(records, choice.request).csv)
            #expect(shown == defined, "\(said)\n\(shown.symmetricDifference(defined).sorted())")
            #expect(shown == lines(try loaded.tidyCSV(of: choice.request)), "\(said)")
        }
    }

    /// All combinations of the members of two dimensions, and the upper bound beside its figure.
    @Test func smallCube() throws {
        let cube = try cube(LoadedDataset(files: TinyDataset.files))
        #expect(cube.axes.map(\.id).prefix(2) == ["state", "topic"])
        let trainees = try #require(cube.figures.firstIndex { $0.id == "trainees" })
        #expect(cube.figures[trainees].upper == cube.figures.firstIndex { $0.id == "trainees-upper" })
        #expect(zip(cube.ofPersons.keys, cube.ofPersons.keys.dropFirst()).allSatisfy { $0 < $1 })
        #expect(cube.ofPersons.columns.allSatisfy { $0.count == cube.ofPersons.keys.count })
        #expect(cube.omissions.contains { $0.heading == "Course" })
    }
}

extension Cell {
    /// The cell as data output has it.
    fileprivate var plain: String {
        switch self {
        case .whole(let number): String(number)
        case .decimal(let number, _): plainText(number.double)
        case .real(let number, _), .share(let number): plainText(number)
        default: dataMarker ?? ""
        }
    }
}
