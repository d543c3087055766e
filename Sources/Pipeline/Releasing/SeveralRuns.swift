import Aggregation
import Records
import Reporting
import TrainingStats

/// Pieces of work on one dataset, each as of a day of its own and with a catalogue of its own, whose records are read together:
/// once for what decides which members count, once for all figures.
///
/// What depends on the reporting day is each run's own: what has become of certificates, the findings, and with them whether the
/// records are refused.
final class SeveralRuns {
    /// What one of the runs asks.
    struct Question {
        let run: DatasetRun
        let requests: [SummaryRequest]
    }

    private let first: DatasetRun
    /// The certificates, if somebody asked for them.
    private var knownCertificates: CertificateRegister?
    private var knownInputs: [InputRecord]?

    /// Opens a dataset and reads its kept tables once, for runs as of its reporting day and of others.
    ///
    /// - Throws: What the opening of a dataset throws.
    init(_ request: DatasetRequest, alsoAsOf days: Set<CivilDate>, _ environment: PipelineEnvironment) throws {
        first = try DatasetRun(request, environment, alsoAsOf: days)
    }

    /// A run as of one of these days; nil if other rows count on that day, so that it needs a reading of its own.
    func run(asOf day: CivilDate) -> DatasetRun? {
        first.reading.daysThatDiffer.contains(day) ? nil : DatasetRun(beside: first, asOf: day)
    }

    /// The answers that decide which members tables keep, as ``DatasetRun/ranks(_:)`` gives them, one for each question.
    func ranks(_ questions: [Question]) throws -> [Answers] {
        try JointAnswers(questions).read(certificates) { try self.another(.reject) }
    }

    /// Reads all records, notes down what was found as of the day of each run, and answers the questions.
    ///
    /// Whether a run accepts the records is asked afterwards.
    func answers(to questions: [Question]) throws -> [DisclosedAnswers] {
        first.reader.beginDigests()
        var unread: SourceReading? = first.reading
        let answers = try JointAnswers(questions).read(certificates) {
            defer { unread = nil }
            return try unread ?? self.another(.reject)
        }
        let findings = first.reader.findings(asOf: Set(questions.map(\.run.today)))
        for question in questions { question.run.knownLog = findings[question.run.today] }
        return answers.map { disclosed($0) }
    }

    /// The same answers including the readable values of rejected rows, one for each question; nil if no row was rejected or
    /// there are no requests.
    func answersWithRejectedRows(to questions: [Question]) throws -> [DisclosedAnswers?] {
        var result = [DisclosedAnswers?](repeating: nil, count: questions.count)
        let asked = questions.indices.filter { !questions[$0].requests.isEmpty }
        guard !asked.isEmpty, first.reader.tallies.contains(where: { $0.rejected > 0 }) else { return result }
        let answers = try JointAnswers(asked.map { questions[$0] }).read {
            try self.certificates(.salvage)
        } _: {
            try self.another(.salvage)
        }
        try first.reader.checkUnchanged()
        for (index, answers) in zip(asked, answers) { result[index] = disclosed(answers) }
        return result
    }

    /// The files that all reports come from, and what was found in them as of the day of a run.
    func provenance(of run: DatasetRun) throws -> Provenance {
        let inputs = try knownInputs ?? first.inputs()
        knownInputs = inputs
        return run.provenance(of: inputs)
    }

    private func another(_ policy: RowPolicy) throws -> SourceReading {
        try SourceReading(first.request, first.environment, policy: policy, keptFindings: 0)
    }

    /// The certificates as of the day of the first run; nil where no course states how long its completion is valid.
    private func certificates() throws -> CertificateRegister? {
        if let knownCertificates { return knownCertificates }
        knownCertificates = try certificates(.reject)
        return knownCertificates
    }

    private func certificates(_ policy: RowPolicy) throws -> CertificateRegister? {
        guard first.dataset.hasValidity else { return nil }
        return try another(policy).participationsAlone(into: CertificateCollector(of: first.dataset))
            .register(asOf: first.today, within: first.notice)
    }
}
