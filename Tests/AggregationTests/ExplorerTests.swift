import Aggregation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// A choice in an explorer is a request: its figures are those that the definitions give, and those of `tadrib table`.
struct ExplorerTests {
    private static let today = "2019-12-31"

    private func question(_ loaded: LoadedDataset, today: String = today) throws -> ExplorerQuestion {
        let description = DatasetDescription(loaded.dataset, today: .day(today), catalogue: loaded.catalogue)
        let context = ReportContext(language: .en, period: nil, filters: [], today: .day(today), tool: "test")
        let wanted = try ReportBuilder(.full, on: description, context).explorer
        var question = try wanted.narrowed(by: loaded.answers(to: wanted.memberRequests))
        while !question.sizeRequests.isEmpty {
            question = try question.fitted(by: loaded.answers(to: question.sizeRequests))
        }
        return question
    }

    private func cube(_ loaded: LoadedDataset, today: String = today) throws -> FigureCube {
        let question = try question(loaded, today: today)
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

    /// How large a cube is, is known before it is computed.
    @Test(arguments: 0..<40) func sizeIsKnownBefore(seed: Int) throws {
        let loaded = try DatasetMaker.loaded(seed: seed).1
        let cube = try cube(loaded)
        guard !cube.axes.isEmpty else { return }
        let dimensions = try cube.axes.map { try #require(loaded.catalogue.dimension($0.id)) }
        let requests = try question(loaded).cellRequests(along: dimensions)
        var room = CubeRoom(for: 1, try requests.map { try loaded.summary($0) })
        for dimension in dimensions {
            let isTaken = room.take(dimension)
            #expect(isTaken, "seed \(seed): \(dimension.id)")
        }
        // Without a dimension of sessions their figures are the total alone.
        let slices =
            cube.axes.allSatisfy(\.isOfTrainees) ? [cube.ofPersons] : [cube.ofSessions, cube.ofPersons, cube.ofPlans]
        #expect(room.cells == slices.reduce(0) { $0 + $1.keys.count }, "seed \(seed): \(dimensions.map(\.id))")
    }

    /// Where there is no room, a dimension is left out, and a smaller one after it is taken.
    @Test func roomIsBounded() throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let summary = try loaded.summary(
            SummaryRequest(
                rows: ["state", "topic", "sex"], measures: [Measure.ofParticipations], today: .day(Self.today)))
        let dimensions = try ["state", "topic", "sex"].map { try #require(loaded.catalogue.dimension($0)) }
        var wide = CubeRoom(for: 1, [summary])
        #expect(dimensions.allSatisfy { wide.take($0) })
        var narrow = CubeRoom(for: CubeRoom.mostFigures / 14, [summary])
        #expect(dimensions.map { narrow.take($0) } == [true, false, true])
    }

    /// All combinations of the members of two dimensions, and the upper bound beside its figure.
    @Test func smallCube() throws {
        let cube = try cube(LoadedDataset(files: TinyDataset.files))
        #expect(cube.axes.map(\.id).prefix(2) == ["state", "topic"])
        let trainees = try #require(cube.figures.firstIndex { $0.id == "trainees" })
        #expect(cube.figures[trainees].upper == cube.figures.firstIndex { $0.id == "trainees-upper" })
        #expect(zip(cube.ofPersons.keys, cube.ofPersons.keys.dropFirst()).allSatisfy { $0 < $1 })
        #expect(cube.ofPersons.columns.allSatisfy { $0.count == cube.ofPersons.keys.count })
    }

    /// What is left out is named by what is true of it.
    @Test func reasonsAreTrue() throws {
        let cube = try cube(LoadedDataset(files: TinyDataset.files))
        func reason(_ heading: String) -> String? { cube.omissions.first { $0.heading == heading }?.reason }
        #expect(reason("Delivery") == "no record states it")
        #expect(
            cube.axes.count == ExplorerChoice.mostDimensions
                || !cube.omissions.contains { $0.reason.contains("seven") })
        var files = TinyDataset.files.filter { ["states.csv", "courses.csv", "sessions.csv"].contains($0.key) }
        files["headcounts.csv"] = "session_id,state,participants\nS1,KWT,3\nS2,QAT,1\n"
        let unnamed = try self.cube(LoadedDataset(files: files))
        #expect(unnamed.omissions.first { $0.heading == "Trainees" }?.reason == "there is no participations.csv")
    }

    /// What a table of a release says is revised is marked where the explorer has the same figure, and nowhere else.
    @Test func revisedFigures() throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let question = try question(loaded)
        let change = FigureChange(
            place: FigurePlace(
                table: "activity", key: [.init(column: "year", code: "2019"), .init(column: "kind", code: "_T")],
                column: "sessions"), old: "9", new: "3")
        let note = ReleaseNote(
            period: Period(first: .day("2019-01-01"), last: .day(Self.today), label: "2019"), revision: 2,
            provisionalUntil: nil, changes: [change])
        let cube = try question.cube(
            disclosed(loaded.answers(to: question.requests)), Provenance(inputs: [], findings: []), as: note)
        let marked = cube.figures.flatMap { figure in
            figure.values.filter { !$0.marks.isEmpty }.map { (figure.id, $0) }
        }
        #expect(marked.map(\.0) == ["sessions"] && marked.first?.1 == .whole(3).marked(.revised))
        let sessions = try #require(cube.figures.firstIndex { $0.id == "sessions" })
        let place = try #require(cube.figures[sessions].values.firstIndex { !$0.marks.isEmpty })
        #expect(cube.ofSessions.columns[sessions].count { $0 == place } == 1)
        #expect(!cube.ofPersons.columns[sessions].contains(place))
    }

    /// A year that is not over on the reporting day is known in part, and so is a first one that begins after other years do.
    @Test func periodsInPart() throws {
        func years(_ today: String) throws -> [String] {
            let cube = try cube(LoadedDataset(files: TinyDataset.files, today: today), today: today)
            return cube.axes.first { $0.id == "year" }?.members.map { $0.nameInPart ?? $0.name } ?? []
        }
        #expect(try years("2020-06-30") == ["2019 (in part)", "2020 (in part)"])
        #expect(try years("2019-12-31") == ["2019", "2020"])
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
