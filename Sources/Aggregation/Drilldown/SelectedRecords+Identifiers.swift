import Support
import TrainingStats

/// The texts by which people know a record's session, course and persons: whoever lists records needs no dataset.
extension SelectedRecords {
    /// Identifier of the record's session.
    package func sessionID(of record: SourceRecord) -> String { session(of: record).id }

    /// Identifier of the course of the record's session.
    package func courseID(of record: SourceRecord) -> String {
        dataset.courses[session(of: record).course].id
    }

    /// The day on which the record's session starts, where it is known.
    package func startDate(of record: SourceRecord) -> CivilDate? { session(of: record).start }

    /// The day on which the record's session ends, where it is known.
    package func endDate(of record: SourceRecord) -> CivilDate? { session(of: record).end }

    /// Identifier of the trainee, where the record names one.
    package func traineeID(of record: SourceRecord) -> String? { record.trainee.map { dataset.trainees.ids[$0] } }

    /// Identifier of the trainer, where the record names one.
    package func trainerID(of record: SourceRecord) -> String? { record.trainer.map { dataset.trainers[$0].id } }

    /// The institution, where it is known and the measure asks for it.
    package func institution(of record: SourceRecord) -> String? {
        record.institution.map { dataset.institutions[$0] }
    }

    /// The name of the record's trainer or trainee, where there is one.
    package func personName(of record: SourceRecord) -> String? {
        if let trainer = record.trainer { return dataset.trainers[trainer].name }
        guard let trainee = record.trainee, dataset.trainees.names.isFilled(trainee) else { return nil }
        return dataset.trainees.names[trainee]
    }

    /// The position of what a field names among all of its kind, for counting distinct entities.
    package func position(_ field: RecordField, of record: SourceRecord) -> Int? {
        record.position(field, in: dataset)
    }

    private func session(of record: SourceRecord) -> Session { dataset.sessions[record.session] }

    /// The cost of a record in the currency in which it is stated; nil where it states none.
    package func statedCost(of record: SourceRecord) -> ExactDecimal? {
        switch record.table {
        case .sessions: session(of: record).statedCost ?? record.number(.sessionCost)
        case .participations: record.statedCost ?? record.number(.value(.cost))
        case .headcounts: record.statedCost ?? record.number(.groupCost)
        case .assignments, .evaluations, .followups: nil
        }
    }

    /// The currency in which the amounts of a record are stated, by its ISO 4217 code.
    package func currency(of record: SourceRecord) -> String {
        rate(of: record)?.currency ?? dataset.settings.currency
    }

    /// The rate by which the amounts of a record were converted; nil if they are stated in the dataset's currency.
    ///
    /// The benefit of a follow-up always is, whatever the currency of its session.
    package func rate(of record: SourceRecord) -> ExchangeRate? {
        guard record.table != .followups else { return nil }
        return dataset.sessions[record.session].rate.map { dataset.rates[$0] }
    }
}
