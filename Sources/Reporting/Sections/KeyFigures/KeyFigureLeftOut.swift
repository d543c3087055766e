import Aggregation
import Support
import TrainingStats

/// What is in no period's figures and could belong to any: delivered sessions without an end, and rejected rows.
struct KeyFigureLeftOut {
    /// Files whose rows add to no key figure; records that refer to a rejected course or person are rejected themselves.
    private static let harmless: Set = [
        "courses.csv", "trainees.csv", "trainers.csv", "topics.csv", "published.csv", "targets.csv", "requirements.csv",
        "evaluations.csv", "followups.csv",
    ]

    private let undated: Summary?
    /// How many rows were rejected of files that can add to a figure, by their names.
    private let rejected: [String: Int]

    init(undated: Summary?, _ inputs: [InputRecord]) {
        self.undated = undated
        rejected = inputs.filter { $0.rejected > 0 && !Self.harmless.contains($0.file) }.reduce(into: [:]) {
            $0[$1.file, default: 0] += $1.rejected
        }
    }

    /// Whether nothing is left out.
    var isEmpty: Bool { rejected.isEmpty && (undated?.total(Measure.ofSessions) ?? .count(0)) == .count(0) }

    /// By how much a figure of the key figures could be larger at most; infinite where nothing limits it.
    func most(of index: Int, _ measure: Measure) -> Double {
        let rows = self.rows(of: measure)
        guard let undated else { return rows }
        let ends = undated.ends(of: index)
        // A rate is changed by any record; a sum by what is not stated too.
        guard measure.format != .share else { return ends == nil ? rows : .infinity }
        return (ends?.upperBound ?? .infinity) + rows
    }

    /// How much rejected rows could add: each of them one record, of a figure that counts records of its file alone.
    ///
    /// A session, or a group that was counted, has any number of participants, and an amount any size.
    func rows(of measure: Measure) -> Double {
        let own: String
        switch measure.id {
        case Measure.ofSessions, "courses": own = "sessions.csv"
        case Measure.ofTrainers: own = "assignments.csv"
        default: own = "participations.csv"
        }
        // What belongs to no session that is known is rejected itself.
        let others = rejected.keys.filter { file in
            file != own && (measure.isOfParticipants || !Self.ofParticipants.contains(file))
        }
        guard others.isEmpty, rejected[own] == nil || measure.format == .count else { return .infinity }
        return Double(rejected[own] ?? 0)
    }

    /// Files whose rows tell of participants alone.
    private static let ofParticipants: Set = ["participations.csv", "headcounts.csv", "attendance.csv", "persons.csv"]
}
