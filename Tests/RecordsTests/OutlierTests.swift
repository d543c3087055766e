import Foundation
import Records
import Support
import TestSupport
import Testing
import TrainingStats

/// Values that are far from the others of their course, held against a plain evaluation of the definition.
struct OutlierTests {
    private static let courses = "course_id,title,topic\nC1,Radio,cyber-security\nC2,Radar,cyber-security\n"

    /// The findings of outliers: file, line, value and text of each.
    private func outliers(_ files: [String: String], threads: Int = 1) throws -> [String] {
        let folder = try TemporaryFolder(files)
        var options = ReadOptions()
        options.threads = threads
        options.chunkSize = threads > 1 ? 64 : 1 << 20
        func reader(_ log: FindingLog) throws -> (reader: DatasetReader, dataset: Dataset) {
            let reader = try DatasetReader(folder: folder.path, options: options, log: log)
            return (reader, try reader.readTables())
        }
        let log = FindingLog(keptPerGroup: nil)
        let first = try reader(log)
        let sampling = try first.reader.readParticipations(into: OutlierSampling(of: first.dataset))
        var search = first.reader.outlierSearch(after: sampling)
        if search.isWorthwhile {
            search = try reader(FindingLog(keptPerGroup: 0)).reader.readParticipations(into: search)
        }
        first.reader.tellOutliers(search)
        return withExtendedLifetime(folder) {
            log.findings.filter { $0.code == .outlier }.map {
                "\($0.file):\($0.line) \($0.column) \($0.value): \($0.message.prefix { $0 != ";" })"
            }
        }
    }

    @Test func byHand() throws {
        // The median of the ten values is 10.25; the distances are .25 .25 .75 .75 1.25 1.25 1.75 1.75 2.25 49.75, their
        // median is 1.25: the score of 60 is 0.6745 * 49.75 / 1.25 = 26.84. That of 12 is 0.94.
        let hours = ["8", "8.5", "9", "9.5", "10", "10.5", "11", "11.5", "12", "60"]
        var participations = "session_id,trainee_id,status,hours\nS1,T11,no-show,99\nS2,T12,attended,500\n"
        for (index, number) in hours.enumerated() { participations += "S1,T\(index),attended,\(number)\n" }
        // Nine groups in a course say nothing; a tenth does. A head costs 5, 6 ... 13, and 100 in the last.
        let groups = (0..<9).map { "S2,\($0 + 1),\(($0 + 1) * ($0 + 5))\n" } + ["S2,2,200\n", "S2,0,70\n", "S2,,70\n"]
        let files = [
            "courses.csv": Self.courses,
            "sessions.csv": "session_id,course_id,start_date,end_date,status\n"
                + "S1,C1,2019-01-01,2019-01-02,held\nS2,C2,2019-01-01,2019-01-02,held\n",
            "trainees.csv": "trainee_id,state\n" + (0..<13).map { "T\($0),KWT\n" }.joined(),
            "participations.csv": participations,
            "headcounts.csv": "session_id,participants,cost\n" + groups.joined(),
        ]
        #expect(
            try outliers(files) == [
                "participations.csv:13 hours 60: 60 is far from 10.25, the median of 10 hours in the course 'C1' "
                    + "(modified z-score 26.8)",
                // The median of 5 ... 13 and 100 is 9.5, that of the distances 2.5: 0.6745 * 90.5 / 2.5 = 24.4.
                "headcounts.csv:11 cost 100: 100 is far from 9.5, the median of 10 costs of a participant in the course "
                    + "'C2' (modified z-score 24.4)",
            ])
        // More than half of the values are equal: nothing is told.
        var equal = files
        equal["participations.csv"] =
            "session_id,trainee_id,status,hours\n"
            + (0..<12).map { "S1,T\($0),attended,\($0 == 3 ? 99 : 10)\n" }.joined()
        #expect(try outliers(equal).allSatisfy { $0.hasPrefix("headcounts.csv") })
    }

    @Test(arguments: 0..<12) func byDefinition(number: Int) throws {
        let seed = UInt64(4_100 + number)
        var random = SplitMix64(seed: seed)
        let columns = ["hours", "pre_score", "post_score", "cost"]
        var rows: [(line: Int, session: Int, attends: Bool, values: [Int?])] = []
        let sessions = 24
        var participations = "session_id,trainee_id,status," + columns.joined(separator: ",") + "\n"
        for trainee in 0..<random.within(5...90) {
            for session in 0..<sessions where random.happens(30) {
                let attends = !random.happens(20)
                let values = columns.map { _ -> Int? in
                    random.happens(10) ? nil : random.happens(4) ? random.within(0...100) : random.within(20...28)
                }
                rows.append((rows.count + 2, session, attends, values))
                let fields = values.map { $0.map(String.init) ?? "" }.joined(separator: ",")
                participations += "S\(session),T\(trainee),\(attends ? "attended" : "no-show"),\(fields)\n"
            }
        }
        let found = try outliers(
            [
                "courses.csv": Self.courses,
                "sessions.csv": "session_id,course_id,start_date,end_date,status\n"
                    + (0..<sessions).map { "S\($0),C\($0 % 2 + 1),2019-01-01,2019-01-02,held\n" }.joined(),
                "trainees.csv": "trainee_id,state\n" + (0..<90).map { "T\($0),KWT\n" }.joined(),
                "participations.csv": participations,
            ], threads: number % 2 + 1)

        var expected: [String] = []
        func median(_ values: [Double]) -> Double {
            let sorted = values.sorted()
            return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        }
        func isOutlier(_ value: Int, among all: [Int]) -> Bool {
            let middle = median(all.map(Double.init))
            let spread = median(all.map { abs(Double($0) - middle) })
            return all.count >= 10 && spread > 0 && abs(0.6745 * (Double(value) - middle) / spread) > 3.5
        }
        for row in rows where row.attends {
            for (column, value) in zip(columns.indices, row.values) {
                let all = rows.filter { $0.attends && $0.session % 2 == row.session % 2 }.compactMap {
                    $0.values[column]
                }
                guard let value, isOutlier(value, among: all) else { continue }
                expected.append("participations.csv:\(row.line) \(columns[column]) \(value)")
            }
        }
        let sizes = (0..<sessions).map { session in rows.count { $0.session == session && $0.attends } }
        let reported = (0..<sessions).filter { session in rows.contains { $0.session == session } }
        for session in reported
        where isOutlier(sizes[session], among: reported.filter { $0 % 2 == session % 2 }.map { sizes[$0] }) {
            expected.append("sessions.csv:\(session + 2) session_id \(sizes[session])")
        }
        #expect(found.map { $0.components(before: ": ") }.sorted() == expected.sorted(), "seed \(seed)")
    }
}

extension String {
    /// What stands before a text.
    fileprivate func components(before text: String) -> String {
        range(of: text).map { String(self[..<$0.lowerBound]) } ?? self
    }
}
