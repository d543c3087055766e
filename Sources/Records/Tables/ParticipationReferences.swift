import Support
import TrainingStats

/// Finds the participations that rows of other tables refer to: days of attendance and follow-ups.
///
/// Session and person show at once; whether there is such a participation shows when all of these have been read.
struct ParticipationReferences {
    /// What a row refers to.
    struct Participation {
        let session: Int
        let trainee: Int
        /// The key of both.
        let key: UInt64
        /// The identifiers as they stand in the row.
        let text: String
    }

    private let references: ReferenceIndex
    private let sessionKeys: KeyTable
    private let trainees: KeyTable
    private let persons: KnownPersons
    /// Keys of participations that there are not; empty as long as that is not known.
    private let lacking: Set<UInt64>
    /// Keys of participations that were rejected.
    private let rejected: Set<UInt64>

    /// References into a dataset whose sessions and persons are known.
    init(_ draft: DatasetDraft, lacking: Set<UInt64>, rejected: Set<UInt64>) {
        references = draft.references
        sessionKeys = draft.references[.sessions]
        trainees = draft.dataset.trainees.ids
        persons = draft.persons
        self.lacking = lacking
        self.rejected = rejected
    }

    /// The session and person that two fields name; nil, with a finding, where there are no such ones.
    func participation<Column>(
        _ session: Column, _ trainee: Column, _ rows: TableReader<Column>
    ) -> Participation? {
        let session = references.position(of: session, in: sessionKeys, of: .sessions, rows)
        let identifier = references.position(of: trainee, in: trainees, of: .trainees, rows)
        guard let session, let identifier else { return nil }
        let person = persons(identifier)
        return Participation(
            session: session, trainee: person, key: participationKey(session, person),
            text: sessionKeys[session] + ", " + trainees[identifier])
    }

    /// Tells a row without a participation, or counts it where that was itself rejected.
    func reportLacking<Column>(
        _ participation: Participation, at column: Column, _ rows: TableReader<Column>
    ) {
        guard lacking.contains(participation.key) else { return }
        let name = references.names[.participations] ?? RecordTable.participations.fileName
        if references.uselessTables.contains(.participations) || rejected.contains(participation.key) {
            return rows.findings.rejectReference(column: column.name, value: participation.text, to: name)
        }
        rows.report(
            RecordTable.participations.unknownReference, at: column, value: participation.text,
            FindingText(RecordWording.noParticipation, participation.text.shortened(), name))
    }
}
