import TestSupport
import Testing
import TrainingStats

@testable import Aggregation

/// Persons who are counted together are counted as one by one.
struct PersonBatchTests {
    @Test(arguments: 0..<100) func togetherAsOneByOne(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let (sessions, width, cells) = (random.within(1...8), random.within(1...4), random.within(1...12))
        let layer = (0..<cells).map { _ in random.within(-1...3) }
        let further = (0..<cells).map { _ in random.happens(20) ? random.within(0...3) : -1 }
        let groupings: [(layers: [[Int]], count: Int)?] = [
            (layers: [layer, further], count: 4), nil, (layers: [layer.map { min($0, 0) }], count: 1),
        ]
        let thresholds = random.pick([[1], [1, 2], [3]])
        // The first row is that of parts which nobody counts.
        var rows: [Int32] = []
        var cellsOfRows: [[Int]] = [[Int](repeating: -1, count: width)]
        for _ in 0..<sessions * 8 {
            if random.happens(25) {
                rows.append(0)
                continue
            }
            rows.append(Int32(cellsOfRows.count * width))
            cellsOfRows.append((0..<width).map { _ in random.happens(10) ? -1 : random.within(0...cells - 1) })
        }
        var (together, alone) = (
            PersonCounter(cells: cells, groupings: groupings, thresholds: thresholds),
            PersonCounter(cells: cells, groupings: groupings, thresholds: thresholds)
        )
        let known = together.classes
        let table = ClassTable(rows: rows, classes: cellsOfRows.joined().map { $0 < 0 ? 0 : known[$0] })
        // Some have no part, some no column; the last of a batch lie behind all columns.
        let columns = (0..<30).map { _ in
            random.happens(10) ? PlaceTable.noPerson : UInt16(random.within(0...width - 1))
        }
        let first = random.within(0...10)
        let apart = random.happens(50) ? (first..<40).map { _ in random.happens(20) } : []
        var (starts, parts): ([Int32], [PersonalPart]) = ([0], [])
        for person in first..<40 {
            for _ in 0..<(person < 30 ? random.within(0...6) : 0) {
                parts.append(PersonalPart(packed: UInt32(random.within(0...sessions * 8 - 1))))
            }
            starts.append(Int32(parts.count))
        }
        together.add(
            persons: first, starts: starts.span, parts: parts.span, except: apart, columns: columns, in: table)
        for person in first..<30 where columns[person] != PlaceTable.noPerson {
            guard apart.isEmpty || !apart[person - first] else { continue }
            for place in Int(starts[person - first])..<Int(starts[person - first + 1]) {
                let row = Int(rows[Int(parts[place].packed)]) / width
                let cell = cellsOfRows[row][Int(columns[person])]
                if cell >= 0 { alone.note(cell, of: person) }
            }
            alone.close(person)
        }
        for (grouping, count) in [(0, 4), (1, 0), (2, 1)] {
            for (threshold, group) in thresholds.indices.flatMap({ threshold in (0..<count).map { (threshold, $0) } }) {
                #expect(
                    together.count(of: grouping, threshold: threshold, group: group)
                        == alone.count(of: grouping, threshold: threshold, group: group), "seed \(seed)")
            }
        }
    }

    /// A part in a session in which nobody of the person's state was: only forged prepared records have one.
    @Test(arguments: [["trainees"], ["trainees-per-100k", "trainees"]]) func partsWithoutARow(measures: [String]) throws
    {
        let loaded = try LoadedDataset(files: [
            "states.csv": "state,name_en,population\nQAT,Qatar,1000\nBHR,Bahrain,1000\n",
            "courses.csv": "course_id,title,topic\nC1,Course,cyber-security\n",
            "sessions.csv": "session_id,course_id,start_date,end_date\nS1,C1,2019-01-01,2019-01-02\n",
            "trainees.csv": "trainee_id,state\nP1,QAT\nP2,BHR\n",
            "participations.csv": "session_id,trainee_id,status\nS1,P1,completed\n",
        ])
        let request = SummaryRequest(rows: ["state"], measures: measures, today: .day("2019-12-31"))
        var builder = try SummaryBuilder(request, on: loaded.dataset, catalogue: .builtIn)
        for block in loaded.blocks { builder.add(block) }
        builder.prepareForPersons()
        let part = PersonalPart(session: 0, status: ParticipationStatus.completed.code)
        builder.add(persons: 0, starts: [0, 1, 2].span, parts: [part, part].span)
        let summary = builder.finish()
        #expect(summary.total.values.last == .count(1))
    }
}
