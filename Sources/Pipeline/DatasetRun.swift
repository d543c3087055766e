import Aggregation
import Clusters
import Records
import Reporting
import Support
import TrainingStats

/// A dataset that is open for one piece of work: answers its requests, reports findings, and refuses records with more
/// errors than are allowed.
///
/// All answers that leave a run have passed disclosure control.
package final class DatasetRun {
    /// The description of the dataset for reports.
    package private(set) var description: DatasetDescription
    let request: DatasetRequest
    let environment: PipelineEnvironment
    let reading: SourceReading
    /// What counts participations where they are; nil where they are handed over.
    let counting: ClusterReading?
    private let rejects: RejectsFolder?
    /// The requests that decided which members or persons count.
    private var deciding: [SummaryRequest] = []
    /// Whether figures are held against requirements.
    var takesRequirements = false
    /// Within how many days a certificate lapses that is due.
    private(set) var notice: Int
    /// The certificates, if somebody asked for them.
    private var knownCertificates: CertificateRegister?

    /// What was found as of the reporting day, where the reading is shared with runs as of other days and is over.
    var knownLog: FindingLog?
    /// The reporting day.
    package let today: CivilDate
    /// The measures and dimensions that requests on the dataset can name.
    package var catalogue: Catalogue { description.catalogue }
    /// The kept tables.
    var dataset: Dataset { reading.dataset }
    /// The reader, which knows what was read and found.
    package var reader: DatasetReader { reading.reader }
    /// What was found as of the reporting day.
    private var log: FindingLog { knownLog ?? reader.log }

    /// Opens a dataset and reads its kept tables.
    ///
    /// `onReject` is told every rejected row, in place of the folder for them. `check` is called with the dataset's catalogue
    /// as soon as that is known: what it throws is told before any table is read. `otherDays` are those of runs that share
    /// the reading.
    package init(
        _ request: DatasetRequest, _ environment: PipelineEnvironment,
        check: (Catalogue) throws(RequestError) -> Void = { _ in }, onReject: ((RejectedRow) -> Void)? = nil,
        alsoAsOf otherDays: Set<CivilDate> = []
    ) throws {
        if let folder = request.rejectsFolder, FileStatus.areSame(folder, request.source.path) {
            throw PipelineError.rejectsIntoDataset(folder: folder)
        }
        // Rejected rows are written as they stand, for which they must be handed over.
        let counted =
            request.countsThere && request.rejectsFolder == nil ? try CountedSource.of(request.source) : nil
        var request = request
        if let counted { request.source = counted }
        self.request = request
        self.environment = environment
        let rejects = request.rejectsFolder.map { RejectsFolder($0) }
        self.rejects = rejects
        notice = request.notice ?? CertificateRegister.usualNotice
        reading = try SourceReading(
            request, environment, policy: .reject, keptFindings: request.keptFindings, asOf: otherDays,
            onReject: onReject ?? rejects.map { rejects in { rejects.add($0) } }, check: check)
        today = reading.today
        counting = counted.map { [reading] in ClusterReading(of: $0, reading.reader, reading.dataset) }
        description = DatasetDescription(
            reading.dataset, today: reading.today, catalogue: reading.catalogue.noticing(within: notice))
    }

    /// Another piece of work on the kept tables of one, as of a day of its own; ``SeveralRuns`` answers what it asks.
    init(beside other: DatasetRun, asOf day: CivilDate) {
        (request, environment, reading) = (other.request, other.environment, other.reading)
        (counting, rejects) = (nil, nil)
        today = day
        notice = other.request.notice ?? CertificateRegister.usualNotice
        description = DatasetDescription(
            reading.dataset, today: day, catalogue: reading.catalogue.noticing(within: notice))
    }

    /// Adds the measures of a report's definition to those that requests can name, and takes up its days of notice unless
    /// the command names some.
    func take(_ definition: ReportDefinition) {
        notice = request.notice ?? definition.notice ?? notice
        takesRequirements = definition.hasRequirements
        description.catalogue = catalogue.adding(definition.measures).noticing(within: notice)
    }

    // MARK: Certificates

    /// The certificates as of the reporting day; nil where no course states how long its completion is valid.
    ///
    /// They need a reading of their own, which reports no findings.
    func certificates() throws -> CertificateRegister? {
        if let knownCertificates { return knownCertificates }
        knownCertificates = try certificates(.reject)
        return knownCertificates
    }

    private func certificates(_ policy: RowPolicy) throws -> CertificateRegister? {
        guard dataset.hasValidity else { return nil }
        if counting != nil { throw UngroupedRequest(names: [], reason: .certificates) }
        return try SourceReading(request, environment, policy: policy, keptFindings: 0)
            .participations(into: CertificateCollector(of: dataset)).register(asOf: today, within: notice)
    }

    /// The certificates, if requests ask what has become of them.
    private func certificates(for requests: [SummaryRequest]) throws -> CertificateRegister? {
        try requests.contains { $0.asksForCertificates(in: catalogue) } ? certificates() : nil
    }

    /// The engine for requests, of which the one that reads the records opens a reading.
    ///
    /// `decidesMembers` says that further requests depend on the answers.
    private func engine(
        for requests: [SummaryRequest], decidesMembers: Bool = false, _ reading: @escaping () throws -> SourceReading
    ) throws -> any SummaryEngine {
        guard let counting else {
            if request.isExplained { throw ExplainedPlan(steps: []) }
            return try InMemoryEngine(catalogue, certificates: certificates(for: requests)) { try reading() }
        }
        let engine = GroupedEngine(catalogue, reading: counting)
        if request.isExplained {
            throw ExplainedPlan(
                steps: try counting.plan(of: engine.questions(for: requests)), isContinued: decidesMembers)
        }
        return engine
    }

    // MARK: Answers

    /// The answers that decide which members tables keep; they need a reading of their own, which reports no findings.
    package func ranks(_ requests: [SummaryRequest]) throws -> Answers {
        deciding += requests
        guard !requests.isEmpty else { return Answers() }
        return try engine(for: requests, decidesMembers: true) { [request, environment] in
            try SourceReading(request, environment, policy: .reject, keptFindings: 0)
        }.answers(to: requests)
    }

    /// The filter that keeps the persons of a request who meet conditions; nil where there are none.
    ///
    /// It needs a reading of its own.
    package func persons(_ conditions: [FigureCondition], of request: SummaryRequest) throws -> PersonFilter? {
        guard !conditions.isEmpty else { return nil }
        let wanted = try WantedPersons(
            conditions, of: request, sessions: description.sessionDays, deliveries: description.deliveryDays,
            calendar: description.settings.calendar, catalogue: catalogue)
        let answers = try ranks(wanted.requests)
        let filter = try wanted.filter { (request) throws(UnansweredRequest) in try answers.summary(of: request) }
        if filter.count == 0 { tell(NoteSentence.noPersonMeets.text) }
        return filter
    }

    /// Reads all records, reports findings, refuses the records if they have too many errors, and returns the answers that
    /// may be shown.
    package func answers(to requests: [SummaryRequest]) throws -> DisclosedAnswers {
        let answers: Answers
        if requests.isEmpty {
            // Findings about participations are wanted even if no figures are requested.
            try readOnly()
            answers = Answers()
        } else {
            answers = try engine(for: requests) { [reading] in reading }.answers(to: requests)
            if counting != nil { try reading.finishCounting() }
        }
        try acceptRecords(for: requests + deciding)
        return disclosed(answers)
    }

    /// The same answers including the readable values of rejected rows, from another reading; nil if no row was rejected
    /// or there are no requests.
    package func answersWithRejectedRows(to requests: [SummaryRequest]) throws -> DisclosedAnswers? {
        guard !requests.isEmpty, reader.tallies.contains(where: { $0.rejected > 0 }) else { return nil }
        if let counting {
            let reading = try SourceReading(request, environment, policy: .salvage, keptFindings: 0)
            let salvaged = counting.again(reading.reader, reading.dataset)
            let answers = try GroupedEngine(catalogue, reading: salvaged).answers(to: requests)
            if salvaged.leavesRepeatedOut { tell(Self.repeatedLeftOut) }
            try reader.checkUnchanged()
            return disclosed(answers)
        }
        let asked = requests.contains { $0.asksForCertificates(in: catalogue) }
        let answers = try InMemoryEngine(catalogue, certificates: asked ? certificates(.salvage) : nil) {
            [request, environment] in
            try SourceReading(request, environment, policy: .salvage, keptFindings: 0)
        }.answers(to: requests)
        try reader.checkUnchanged()
        return disclosed(answers)
    }

    /// What is told where figures with rejected rows lack some of them.
    private static let repeatedLeftOut = BilingualText(
        en:
            "the figures with rejected rows (with_rejected) are without the rows of a person of which there are several in a "
            + "session; --hand-over counts one of them",
        ar: "الأرقام التي تشمل الصفوف المرفوضة (with_rejected) خالية من صفوف الشخص المكررة في انعقاد واحد؛ "
            + "ويحتسب --hand-over واحداً منها")

    /// The figure of a measure in the total of a request and the records behind it, as ``answers(to:)`` gives answers.
    ///
    /// Columns of the list are names of dimensions, among others.
    package func records(
        behind measure: String, in request: SummaryRequest, columns: [String] = []
    ) throws -> DisclosedRecords {
        var asked = request
        asked.measures = [measure]
        var dataset = reading.dataset
        let isShown = columns.contains { catalogue.dimension($0)?.isOfCertificates == true }
        dataset.certificates = try isShown ? certificates() : certificates(for: [asked])
        let found = try reading.participations(
            into: FigureAndRecords(of: measure, in: request, on: dataset, catalogue: catalogue)
        ).finish()
        try acceptRecords(for: FiguresAskedFor([asked] + deciding, in: catalogue))
        return disclosed(figure: found.figure, records: found.records)
    }

    /// The participations in a session or of a person, as ``answers(to:)`` gives answers.
    package func participations(of owner: ParticipationList.Owner) throws -> DisclosedParticipations {
        let list = try reading.participations(into: ParticipationList(of: owner))
        try acceptRecords(for: FiguresAskedFor([], in: catalogue))
        return disclosed(list)
    }

    /// Hands all participations to a sink for figures such as a measure, and refuses the records if they have too many errors.
    func takeAll<Sink: ParticipationSink>(_ sink: Sink, for measure: String) throws -> Sink {
        let filled = try reading.participations(into: sink)
        let asked = SummaryRequest(measures: [measure], today: today)
        try acceptRecords(for: FiguresAskedFor([asked], in: catalogue))
        return filled
    }

    /// Reads all records to find errors, and refuses nothing.
    package func readOnly() throws {
        if let counting {
            try counting.readTexts()
            return try reading.finishCounting()
        }
        _ = try reading.participations(into: SummaryBuilders([], on: reading.dataset, catalogue: catalogue))
    }

    /// Reads all records, reports findings, and throws if the records are refused.
    func readAccepted() throws {
        try readOnly()
        try acceptRecords(for: FiguresAskedFor([], in: catalogue))
    }

    /// Reads all records to find errors and values that are far from the others of their course, and refuses nothing.
    ///
    /// Where there are such values, the participations are read twice: which ones they are shows after the first reading.
    package func readForOutliers() throws {
        let sampling = try reading.participations(into: OutlierSampling(of: dataset))
        var search = reader.outlierSearch(after: sampling)
        if search.isWorthwhile {
            search = try SourceReading(request, environment, policy: .reject, keptFindings: 0).participations(
                into: search)
            try reader.checkUnchanged()
        }
        reader.tellOutliers(search)
    }

    // MARK: Findings

    /// Reports what was found about the figures of requests, keeps the rejected rows, and throws if the records are refused.
    func acceptRecords(for requests: [SummaryRequest]) throws {
        try acceptRecords(for: FiguresAskedFor(requests, takesRequirements: takesRequirements, in: catalogue))
    }

    /// Reports findings, keeps the rejected rows, and throws if the records are refused.
    private func acceptRecords(for figures: FiguresAskedFor) throws {
        let refusal = refusal
        environment.listener.hasRead(log, for: figures, isRefused: refusal != nil)
        if let refusal { throw PipelineError.refused(refusal) }
        try keepRejects()
    }

    /// Why the records are refused: more errors than allowed, or a warning if none is allowed; nil if they are not refused.
    package var refusal: Refusal? {
        let log = log
        let rows = reader.tallies.reduce(0) { $0 + $1.rows }
        let rejected = reader.tallies.reduce(0) { $0 + $1.rejected }
        if !log.uselessFiles.isEmpty { return .uselessFiles(log.uselessFiles) }
        if log.count(.error) > 0, !request.rejectionLimit.allows(rejected, of: rows) {
            return .tooManyRejected(rejected: rejected, rows: rows)
        }
        let warnings = log.count(.warning)
        return request.isStrict && warnings > 0 ? .warnings(warnings) : nil
    }

    /// Puts the rejected rows into their folder.
    package func keepRejects() throws(FileError) { try rejects?.commit() }

    // MARK: Contexts of reports

    /// The files that reports come from, and what was found in them.
    package func provenance(withDigests: Bool = true) throws -> Provenance {
        provenance(of: try inputs(withDigests: withDigests))
    }

    /// The same where the accounts of the files are known.
    func provenance(of inputs: [InputRecord]) -> Provenance {
        Provenance(
            inputs: inputs, findings: log.countsByCode.map { (name: $0.code.name, count: $0.count) },
            remarks: counting?.notices ?? [])
    }

    /// The accounts of the files that were read, each of which is read for its digest unless nobody looks at that.
    func inputs(withDigests: Bool = true) throws -> [InputRecord] {
        var digests: [(file: String, sha256: String, snapshot: String?)] = []
        for input in reader.inputs {
            digests.append((input.name, withDigests ? try reader.sha256(of: input) : "", input.snapshot))
        }
        try reader.checkUnchanged()
        reader.keepDigests()
        return digests.map { input in
            let tally = reader.tallies.first { $0.file == input.file }
            return InputRecord(
                file: input.file, rows: tally?.rows ?? 0, rejected: tally?.rejected ?? 0,
                emptyLines: tally?.emptyLines ?? 0, sha256: input.sha256,
                snapshot: input.snapshot)
        }
    }

    /// The contexts of a report in its languages.
    func contexts(
        _ selection: Selection, in languages: [Language], digits: Digits? = nil, of definition: ReportDefinition
    ) throws(PeriodError) -> [ReportContext] {
        try languages.map { (language) throws(PeriodError) in
            try context(selection, in: language, digits: digits, of: definition)
        }
    }

    /// The context of a report on this dataset; a definition's filters apply besides those of the selection, and its
    /// period if the selection has none.
    package func context(
        _ selection: Selection = Selection(), in language: Language, digits: Digits? = nil,
        of definition: ReportDefinition? = nil
    ) throws(PeriodError) -> ReportContext {
        let expression = selection.period ?? definition?.period ?? .init("all")
        let filters = (definition?.filters ?? []) + selection.filters
        return ReportContext(
            language: language, digits: digits ?? definition?.digits,
            period: try expression.resolve(today: today, settings: description.settings.calendar), filters: filters,
            filterText: MemberNames(description, language).words(filters),
            showsIntervals: selection.showsIntervals || definition?.showsIntervals == true,
            today: today, tool: environment.tool
        ).naming(description.settings)
    }
}
