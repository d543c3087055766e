import Aggregation
import TestSupport
import Testing
import TrainingStats

/// Requests that are answered together have the answers that each has alone.
struct JoinedRequestTests {
    /// Random requests on random datasets, of which many have dimensions, filters and measures in common.
    @Test(arguments: 0..<80) func togetherIsAsAlone(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed + 900)
        var maker = RequestMaker(records, seed: UInt64(seed) + 17_000)
        var requests: [SummaryRequest] = []
        for number in 0..<12 {
            var plain = maker.next()
            plain.today = number % 6 == 5 ? plain.today : "2019-12-31"
            plain.includesEmpty = number % 8 == 7
            plain.extent = number % 5 == 4 ? maker.random.pick([.possible, .certain]) : .stated
            var request = try loaded.request(plain)
            request.tellsGaps = maker.random.happens(30)
            requests.append(request)
            for _ in 0..<3 { requests.append(relative(of: request, &maker)) }
        }
        try check(distinct(requests), on: loaded, "seed \(seed)")
    }

    /// The request of a ranking, and the table of the members that come first.
    @Test(arguments: 0..<30) func rankingsAreAsAlone(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed + 1_900)
        var maker = RequestMaker(records, seed: UInt64(seed) + 18_000)
        var requests: [SummaryRequest] = []
        for _ in 0..<6 {
            let request = try loaded.request(maker.next())
            let ranked = Ranking.request(for: request, by: request.measures[0], in: loaded.catalogue)
            var kept = request
            kept.kept = Ranking(try loaded.summary(ranked)).first(2)
            requests += [request, ranked, kept, relative(of: ranked, &maker)]
        }
        try check(distinct(requests), on: loaded, "seed \(seed)")
    }

    /// The months of three years, each with its year, by several dimensions, as of one day or each as of its own.
    @Test(arguments: 0..<8) func monthsAreAsAlone(seed: Int) throws {
        let (_, loaded) = try DatasetMaker.loaded(seed: seed + 2_900)
        let calendar = loaded.dataset.settings.calendar
        let periods = try (2017...2019).flatMap { year in
            try (["\(year)"] + (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" }).map {
                try PeriodExpression($0).resolve(today: .day("2019-12-31"), settings: calendar)
            }
        }
        let requests = periods.flatMap { period in
            [["state"], ["topic", "sex"], ["year", "topic"], ["institution"], []].map { rows in
                SummaryRequest(
                    rows: rows,
                    measures: ["trainees", "repeat-trainees", "sessions", "trainee-hours", "post-score-median"],
                    period: seed % 4 == 3 ? nil : period,
                    today: seed % 2 == 0 ? .day("2019-12-31") : period?.last.advanced(by: 5) ?? .day("2019-12-31"),
                    totals: true,
                    tellsGaps: rows.isEmpty)
            }
        }
        try check(requests, on: loaded, "seed \(seed)")
    }

    /// A request that has something in common with another.
    private func relative(of request: SummaryRequest, _ maker: inout RequestMaker) -> SummaryRequest {
        var relative = request
        switch maker.random.below(6) {
        case 0: relative.columns = []
        case 1: (relative.rows, relative.columns) = (request.columns + request.rows, [])
        case 2: relative.measures = maker.random.some(of: request.measures, count: 2)
        case 3: relative.filters = []
        default: break
        }
        let year = maker.random.within(2016...2019)
        if maker.random.happens(60) {
            relative.period =
                maker.random.happens(30)
                ? nil
                : Period(
                    first: .day("\(year)-01-01"), last: .day("\(year + maker.random.below(2))-06-30"), label: "\(year)")
        }
        if maker.random.happens(40) {
            relative.today = .day(maker.random.pick(["2016-03-31", "2017-06-30", "2018-12-31", "2021-01-01"]))
        }
        relative.totals = maker.random.happens(50)
        relative.tellsGaps = maker.random.happens(30)
        relative.includesEmpty = relative.includesEmpty && !relative.rows.isEmpty
        return relative
    }

    private func distinct(_ requests: [SummaryRequest]) -> [SummaryRequest] {
        var seen: Set<SummaryRequest> = []
        return requests.filter { seen.insert($0).inserted }
    }

    private func check(_ requests: [SummaryRequest], on loaded: LoadedDataset, _ name: String) throws {
        // What has no meaning alone has none together.
        let meant = requests.filter { request in
            do { return try loaded.summary(request).measures.count == request.measures.count } catch { return false }
        }
        try #require(meant.count > requests.count / 2, "\(name)")
        let answers = try loaded.answers(to: meant)
        for request in meant {
            let (alone, together) = (try loaded.summary(request), try answers.summary(of: request))
            let (expected, found) = (Self.text(of: alone), Self.text(of: together))
            guard expected != found else { continue }
            Issue.record("\(name): \(request)\n\(difference(expected, found))")
            return
        }
    }

    /// All that a summary says, in an order of its own.
    private static func text(of summary: Summary) -> String {
        func line(_ cell: Summary.Cell) -> String { "\(cell.members) \(cell.values) \(cell.bounds)" }
        let reports = summary.reports.map { "\($0.key) \($0.value)" }.sorted()
        let gaps = summary.gaps.map { gaps in
            "\(gaps.above.map { "\($0)" }.sorted()) \(gaps.below.map { "\($0)" }.sorted()) \(gaps.mostAbove as Any) "
                + "\(gaps.records) \(gaps.summed) \(gaps.unstated)"
        }
        let parts = summary.partCoverage.map { "\($0.coverage)" }
        let texts = [
            "\(summary.dimensions.map(\.id)) \(summary.rowCount) \(summary.measures.map(\.id))", line(summary.total),
            "\(summary.coverage)", "\(reports)", "\(gaps)", "\(parts)", "\(summary.followUps as Any)",
            "\(summary.undatedSessions) \(summary.unmatchedMembers) \(summary.rates.count)",
            "\(summary.personDimensions.map(\.id)) \(summary.lacksEmptyRows)",
        ]
        return (texts + summary.cells.map(line)).joined(separator: "\n")
    }
}
