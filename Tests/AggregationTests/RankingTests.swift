import Aggregation
import TestSupport
import Testing
import TrainingStats

/// Rows in the order of a measure, and the rest as `_O`, on random datasets and by hand.
struct RankingTests {
    /// The figures of `_O` are those of a table of the other members' records alone: its totals, worked out by loops.
    @Test(arguments: 0..<150) func restIsTheOtherMembersTogether(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed)
        var maker = RequestMaker(records, seed: UInt64(seed) + 2_000)
        for number in 0..<6 {
            let request = maker.next()
            let evaluation = try NaiveEvaluation(records, request)
            let lines = evaluation.lines
            let known = members(of: request.rows[0], lines, records)
            let kept = Set(maker.random.some(of: known, count: maker.random.below(known.count + 1)))
            let others = known.filter { !kept.contains($0) }
            var apart = request
            apart.totals = true
            // Members of sessions in which nobody of the request took part belong to the rest, too.
            let ofSessions = Set(
                records.sessions.indices.compactMap { records.member(request.rows[0], ofSession: $0) }
            ).subtracting(known).subtracting([.unknown])
            apart.filters.append(
                PlainFilter(dimension: request.rows[0], members: (others + ofSessions.sorted()).map(\.description)))
            let rest = others.isEmpty ? [] : try NaiveEvaluation(records, apart).lines
            let expected =
                lines.filter { kept.contains($0.members[0]) }
                + rest.filter {
                    $0.members[0] == .total && (request.totals || !$0.members.dropFirst().contains(.total))
                }
                .map { ([ByteText("_O")] + $0.members.dropFirst(), $0.figures) }
                + lines.filter { $0.members[0] == .unknown } + lines.filter { $0.members[0] == .total }
            let computed = try loaded.tidyCSV(
                of: request,
                kept: TopMembers(
                    dimension: request.rows[0], members: Set(kept.map { .code($0.description) })))
            let text = evaluation.csv(of: expected)
            if text != computed {
                Issue.record(
                    "seed \(seed), request \(number): \(request.arguments), kept \(kept)\n\(difference(text, computed))"
                )
            }
        }
    }

    /// Rows come by their figures, those of the first dimension by their totals over the others.
    @Test(arguments: 0..<100) func rowsComeByTheirFigures(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed)
        var maker = RequestMaker(records, seed: UInt64(seed) + 3_000)
        for number in 0..<6 {
            var request = maker.next()
            let measure = maker.random.pick(request.measures)
            request.measures = [measure]
            var totalled = request
            totalled.totals = true
            let direction = maker.random.pick(RowOrder.Direction.allCases)
            let places = places(
                try NaiveEvaluation(records, totalled).lines, levels: request.rows.count, direction)
            let evaluation = try NaiveEvaluation(records, request)
            let expected = evaluation.lines.enumerated().sorted { left, right in
                for length in 1...request.rows.count {
                    let (first, second) = (left.element.members.prefix(length), right.element.members.prefix(length))
                    let pair = (places[Array(first)] ?? 0, places[Array(second)] ?? 0)
                    if pair.0 != pair.1 { return pair.0 < pair.1 }
                }
                return left.offset < right.offset
            }
            let text = evaluation.csv(of: expected.map(\.element))
            let computed = try loaded.tidyCSV(of: request, order: measure, direction)
            if text != computed {
                Issue.record(
                    "seed \(seed), request \(number): \(request.arguments), \(direction)\n\(difference(text, computed))"
                )
            }
        }
    }

    /// S3 has the most attendances (8 of 17); T1 came in both other months, and is one person in the rest.
    @Test func aPersonInTwoOtherMonthsIsOneInTheRest() throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let plain = PlainRequest(rows: ["month"], measures: ["named-trainees", "attendances"], today: "2019-12-31")
        let ranking = Ranking(
            try loaded.summary(Ranking.request(for: loaded.request(plain), by: "attendances", in: .builtIn)))
        let kept = ranking.first(1)
        #expect(kept == TopMembers(dimension: "month", members: [.code("2019-10")]))
        #expect(
            try loaded.tidyCSV(of: plain, kept: kept, order: "attendances")
                == "month,named-trainees,attendances\n2019-10,0,8\n_O,3,9\n")
    }

    /// Where a measure is asked for that makes cells of its own, members that have these alone are ranked too.
    @Test func membersOfPlannedSessionsAreRanked() throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let plain = PlainRequest(
            rows: ["month"], measures: ["planned-sessions", "sessions"], today: "2019-12-31")
        #expect(
            try loaded.tidyCSV(of: plain, order: "sessions")
                == "month,planned-sessions,sessions\n2019-03,0,1\n2019-09,0,1\n2019-10,0,1\n2020-02,1,0\n")
    }

    /// The known members of a dimension: those of a table's lines, and of states and memberships all that there are.
    private func members(
        of dimension: String, _ lines: [(members: [ByteText], figures: [NaiveFigure])], _ records: NaiveRecords
    ) -> [ByteText] {
        var members = Set(lines.map(\.members[0])).subtracting([.unknown, .total])
        if dimension == "state" { members.formUnion(records.states.map(\.code)) }
        if dimension == "membership" { members.formUnion(["member", "invited", "other"].map(ByteText.init)) }
        return members.sorted()
    }

    /// The place of each row among those of as many dimensions, by the figures of a table with totals.
    private func places(
        _ lines: [(members: [ByteText], figures: [NaiveFigure])], levels: Int, _ direction: RowOrder.Direction
    ) -> [[ByteText]: Int] {
        var places: [[ByteText]: Int] = [:]
        for length in 1...levels {
            let rows = lines.filter { $0.members.dropFirst(length).allSatisfy { $0 == .total } }
            var numbered: [(group: Int, figure: Double, members: [ByteText])] = []
            for row in rows {
                let last = row.members[length - 1]
                let sign: Double = direction == .largestFirst ? 1 : -1
                let figure = Double(row.figures[0].text).map { $0 * sign } ?? -.infinity
                numbered.append(
                    (last == .total ? 2 : last == .unknown ? 1 : 0, figure, Array(row.members.prefix(length))))
            }
            let ordered = numbered.enumerated().sorted {
                ($0.element.group, -$0.element.figure, $0.offset) < ($1.element.group, -$1.element.figure, $1.offset)
            }
            for (place, row) in ordered.enumerated() { places[row.element.members] = place }
        }
        return places
    }
}
