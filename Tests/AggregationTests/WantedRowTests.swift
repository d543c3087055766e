import Aggregation
import TestSupport
import Testing
import TrainingStats

/// Rows that meet conditions, on random datasets: the naive figures decide which rows stay, and no figure changes.
struct WantedRowTests {
    @Test(arguments: 0..<80) func rowsThatMeetTheirConditions(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed)
        var maker = RequestMaker(records, seed: UInt64(seed) + 4_000)
        for number in 0..<6 {
            var plain = maker.next()
            plain.measures = Array(plain.measures.prefix(4))
            let judged = maker.random.some(of: plain.measures, count: 2)
            let bounds = judged.map { _ in maker.random.within(0...4) }
            let isAlternative = maker.random.happens(50)
            let text = zip(judged, bounds).map { "\($0)\(isAlternative ? ">" : ">=")\($1)" }
                .joined(separator: isAlternative ? " or " : " and ")
            let request = try loaded.request(plain)
            let wanted = try WantedRows(
                [FigureCondition(parsing: text)], of: request, sessions: [], deliveries: [],
                calendar: loaded.dataset.settings.calendar, catalogue: loaded.catalogue)
            let rows = try wanted.rows { try loaded.summary($0) }
            let summary = wanted.narrowed(try loaded.summary(request), to: rows)

            var totalled = plain
            totalled.totals = true
            let count = plain.rows.count
            let met = try NaiveEvaluation(records, totalled).lines.filter { line in
                guard line.members.dropFirst(count).allSatisfy({ $0 == .total }) else { return false }
                let holds = zip(judged, bounds).map { measure, bound in
                    let figure = plain.measures.firstIndex(of: measure).flatMap { Double(line.figures[$0].text) }
                    return figure.map { isAlternative ? $0 > Double(bound) : $0 >= Double(bound) } ?? false
                }
                return isAlternative ? holds.contains(true) : !holds.contains(false)
            }.map { Array($0.members.prefix(count)) }
            let all = try NaiveEvaluation(records, plain).lines
            let expected = all.filter { line in
                let row = Array(line.members.prefix(count))
                if row.allSatisfy({ $0 == .total }) { return true }
                return met.contains { other in
                    !other.contains(.total) && zip(row, other).allSatisfy { $0 == $1 || $0 == .total }
                        && all.contains { Array($0.members.prefix(count)) == other }
                }
            }
            #expect(
                summary.cells.map { $0.members.map(\.code) } == expected.map { $0.members.map(\.description) },
                "seed \(seed), request \(number): \(plain.arguments), \(text)")
            let shown = Set(expected.map { Array($0.members.prefix(count)) }.filter { !$0.contains(.total) })
            #expect(summary.rowsShown?.count == shown.count, "seed \(seed), request \(number)")
        }
    }
}
