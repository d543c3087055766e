import TestSupport
import Testing
import TrainingStats

@testable import Aggregation

/// Changes find their base in the records: whatever part of the calendar a table shows, the base is the figure of a table
/// over all time.
struct ComparisonTests {
    private static let measures = ["attendances", "trainees", "completion-rate", "trainee-hours", "sessions"]

    @Test(arguments: 0..<40) func theBaseIsThatOfATableOverAllTime(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed)
        var random = SplitMix64(seed: UInt64(seed) + 9_000)
        let today = CivilDay(2019, 12, 31)
        let delivered = records.sessions.filter { $0.status == "held" }.compactMap(\.end).filter { $0 <= today }
            .sorted()
        guard let first = delivered.first else { return }
        for dimension in Names.timeDimensions {
            func label(_ day: CivilDay) -> String { records.calendar.member(dimension, of: day) }
            let other = random.pick(["state", "topic", "sex", "kind"])
            var request = SummaryRequest(
                rows: [dimension, other], measures: Self.measures, today: .day(today.text), totals: true)
            var isAdmitted: (CivilDay) -> Bool = { _ in true }
            if random.happens(50) {
                let (filtered, shown) = (random.pick(Names.timeDimensions), random.pick(delivered))
                let member = records.calendar.member(filtered, of: shown)
                request.filters = [Filter(dimension: filtered, members: [member])]
                isAdmitted = { records.calendar.member(filtered, of: $0) == member }
            } else {
                let year = random.within(2016...2019)
                let text = random.pick(["\(year)", "\(year)-H2", "FY\(year)", "\(year)-Q2..2019-12"])
                request.period = try PeriodExpression(text).resolve(
                    today: .day(today.text), settings: loaded.dataset.settings.calendar)
                let days = records.calendar.days(of: text, today: today)
                isAdmitted = { day in days?.contains(day) ?? true }
            }
            let transformed = try TransformedRequest(
                [.change, .changeOnYear], of: request, sessions: loaded.dataset.sessions.map(\.days),
                deliveries: delivered.map { SessionDays(first: nil, last: .day($0.text)) },
                calendar: loaded.dataset.settings.calendar,
                isComplete: false, catalogue: .builtIn)
            let summary = try transformed.summary { try loaded.summary($0) }
            for cell in summary.cells {
                guard case .code(let shown) = cell.members[0], let day = delivered.first(where: { label($0) == shown })
                else { continue }
                var earlier = day
                while label(earlier) == shown { earlier = earlier.previous }
                let isWhole = delivered.allSatisfy { label($0) != shown || isAdmitted($0) }
                for (place, base) in [label(earlier), Self.yearBefore(shown)].enumerated() {
                    let hasBase = isWhole && base >= label(first)
                    let values = hasBase ? try figures(at: base, cell.members[1], of: request, loaded) : []
                    for measure in Self.measures.indices {
                        let expected = hasBase ? cell.values[measure * 3].change(from: values[measure]) : .notApplicable
                        #expect(
                            cell.values[measure * 3 + place + 1] == expected,
                            "seed \(seed): \(Self.measures[measure]) of \(cell.members.map(\.code)) against \(base)")
                    }
                }
            }
        }
    }

    /// The figures of a part of the calendar over all time, for one member of the other dimension.
    private func figures(
        at part: String, _ member: Summary.Member, of request: SummaryRequest, _ loaded: LoadedDataset
    ) throws -> [Value] {
        var plain = request
        plain.rows = [request.rows[1]]
        plain.period = nil
        plain.filters = [Filter(dimension: request.rows[0], members: [part])]
        let summary = try loaded.summary(plain)
        return summary.cell(at: [member])?.values ?? summary.measures.map(\.absent)
    }

    /// The name of the same part of the year before: `2018-Q2` of `2019-Q2`, `FY2018` of `FY2019`.
    private static func yearBefore(_ label: String) -> String {
        guard let digits = label.firstRange(of: /\d{4}/), let year = Int(label[digits]) else { return label }
        return label.replacingCharacters(in: digits, with: "\(year - 1)")
    }
}
