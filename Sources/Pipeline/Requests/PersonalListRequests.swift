import Aggregation
import Records
import Reporting
import Support
import TrainingStats

/// The persons of a session.
package struct RosterRequest: Sendable {
    /// The records.
    package var dataset: DatasetRequest
    /// Identifier of the session.
    package var session: String
    /// Whether it is a register to be filled in, and no list.
    package var isRegister: Bool
    /// Whether the names of persons are shown.
    package var showsNames: Bool
    /// The language of its texts.
    package var language: Language
    /// The digits of its texts and figures; nil for those of the language.
    package var digits: Digits?

    /// A request given by its parts.
    package init(
        dataset: DatasetRequest, session: String, isRegister: Bool, showsNames: Bool, language: Language,
        digits: Digits? = nil
    ) {
        self.dataset = dataset
        self.session = session
        self.isRegister = isRegister
        self.showsNames = showsNames
        self.language = language
        self.digits = digits
    }

    /// Reads the records and makes the table.
    package func made(_ environment: PipelineEnvironment) throws -> SingleTable {
        let run = try DatasetRun(dataset, environment)
        let sessions = run.dataset.sessions
        guard let index = sessions.firstIndex(where: { ByteKey($0.id) == ByteKey(session) }) else {
            throw try run.unknown(session, kind: .session, among: sessions.map(\.id), of: .sessions)
        }
        let roster = RosterTable(
            ofSession: index, try run.participations(of: .session(index)), in: run.dataset, showsNames: showsNames,
            language)
        let context = try run.context(in: language, digits: digits)
        guard isRegister else { return SingleTable(roster.roster, in: context, from: run) }
        guard let register = roster.register else {
            throw PipelineError.noDaysOfSession(session, most: RosterTable.mostDays)
        }
        return SingleTable(register, in: context, from: run)
    }
}

/// What a person took part in.
package struct TranscriptRequest: Sendable {
    /// The records.
    package var dataset: DatasetRequest
    /// An identifier of the person.
    package var trainee: String
    /// Whether the name of the person is shown.
    package var showsName: Bool
    /// The language of its texts.
    package var language: Language
    /// The digits of its texts and figures; nil for those of the language.
    package var digits: Digits?

    /// A request given by its parts.
    package init(dataset: DatasetRequest, trainee: String, showsName: Bool, language: Language, digits: Digits? = nil) {
        self.dataset = dataset
        self.trainee = trainee
        self.showsName = showsName
        self.language = language
        self.digits = digits
    }

    /// Reads the records and makes the table.
    package func made(_ environment: PipelineEnvironment) throws -> SingleTable {
        let run = try DatasetRun(dataset, environment)
        guard let person = run.reader.person(named: trainee) else {
            throw try run.unknown(trainee, kind: .trainee, among: run.dataset.trainees.ids.keys, of: .trainees)
        }
        let transcript = TranscriptTable(
            ofPerson: person, identifiers: run.reader.identifiers(ofPerson: person),
            try run.participations(of: .trainee(person)), in: run.dataset, today: run.today, notice: run.notice,
            showsName: showsName, language)
        return SingleTable(transcript.table, in: try run.context(in: language, digits: digits), from: run)
    }
}

extension DatasetRun {
    /// What is said of an identifier that no record has.
    ///
    /// What is wrong with the records comes before it, since the record may have been rejected.
    fileprivate func unknown(
        _ identifier: String, kind: RecordKind, among known: some Sequence<String>, of table: RecordTable
    ) throws -> PipelineError {
        _ = try answers(to: [])
        return .unknownRecord(
            identifier, kind: kind, table: reader.contents.tables[table]?.shortName ?? table.fileName,
            suggestion: Spelling.suggestion(for: identifier, among: known))
    }
}
