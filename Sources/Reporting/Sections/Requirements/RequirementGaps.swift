import Aggregation
import Support
import TrainingStats

/// What records leave open of how far some requirements are met: by these more can be taken up than they prove.
struct RequirementGaps: Sendable {
    /// Whether people were counted without names, who may be further persons, or those who are named.
    var countsWithoutNames = false
    /// The training sessions that can meet requirements of which the figure is known.
    var sessions = 0
    /// Those of them of which nobody reported who took part.
    var unreported = 0
    /// Groups that do not state how many took part.
    var groupsWithoutNumber = 0
    /// Whether people were trained of whom nobody knows where they belong.
    var hasUnknownMembers = false
    /// Delivered sessions of which nobody knows whether they ended in a period.
    var undatedSessions = 0

    /// Why taken up is only the least, in words; empty where nothing is open.
    func reasons(_ language: Language) -> [String] {
        let reasons: [(isSo: Bool, sentence: RequirementSentence, numbers: KeyValuePairs<String, String>)] = [
            (countsWithoutNames, .countedWithoutNames, [:]),
            (
                unreported > 0, .reported,
                [
                    "reported": grouped(sessions - unreported), "sessions": language(Counted.ofSessions, sessions),
                ]
            ),
            (groupsWithoutNumber > 0, .groupsWithoutNumber, ["count": grouped(groupsWithoutNumber)]),
            (hasUnknownMembers, .unknownMembers, [:]),
            (undatedSessions > 0, .undated, ["count": grouped(undatedSessions)]),
        ]
        return reasons.filter(\.isSo).map { language($0.sentence, $0.numbers) }
    }
}

/// Which of the sessions of a plan are reported, by the answer to its request for them.
struct RequirementReports {
    /// The dimension of the request.
    private static let dimension = "session"
    private let cells: [String: Summary.Cell]
    /// Groups in these sessions that do not state how many took part.
    let groupsWithoutNumber: Int

    /// The request for sessions of some identifiers, nil for none.
    static func request(for sessions: [String], today: CivilDate) -> SummaryRequest? {
        guard !sessions.isEmpty else { return nil }
        return SummaryRequest(
            rows: [dimension], measures: [Measure.ofParticipations, Measure.ofCounted],
            filters: [Filter(dimension: dimension, members: sessions)], today: today, tellsGaps: true)
    }

    /// Nothing but what an answer says; nil of no sessions.
    init(_ summary: Summary?) {
        cells = Dictionary(
            (summary?.cells ?? []).map { ($0.members[0].code, $0) }, uniquingKeysWith: { first, _ in first })
        groupsWithoutNumber = summary?.gaps.first?.above[.groupsWithoutParticipants] ?? 0
    }

    /// Whether it is known who took part in a training session.
    func isReported(_ session: RequirementRecords.Session) -> Bool {
        cells[session.id].map { $0.values[0] != .unknown } ?? true
    }

    /// Whether people were counted in it without names.
    func hasCounted(_ session: RequirementRecords.Session) -> Bool {
        if case .count(let count)? = cells[session.id]?.values[1] { count > 0 } else { false }
    }
}
