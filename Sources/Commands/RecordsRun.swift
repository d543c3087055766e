import Aggregation
import Records
import Reporting
import Support
import TrainingStats
import Writers

/// One reading of a dataset's records for a command: opens it, feeds what is to be summed up, says what was found, and
/// refuses what must not be reported on.
final class RecordsRun: DatasetReading {
    /// Everything but the participations.
    let dataset: Dataset
    /// What reports know of it.
    let description: DatasetDescription
    /// The reporting day.
    let today: CivilDate
    let reader: DatasetReader
    private let arguments: Arguments
    private let process: ProcessEnvironment
    private let rejectionLimit: RejectionLimit
    private let rejects: RejectsFolder?
    private let progress: ProgressLine?

    /// Opens a dataset and reads its kept tables.
    init(
        _ arguments: Arguments, _ process: ProcessEnvironment, policy: RowPolicy = .reject, keptFindings: Int? = 20,
        keepsRejects: Bool = true
    ) throws {
        self.arguments = arguments
        self.process = process
        var options = ReadOptions()
        options.policy = policy
        options.threads = try process.threads()
        options.dimensions = Dimension.catalogue.map(\.id)
        let givenDay = try arguments.date(.today)
        options.checkPublished = { figure, dataset in
            Self.problem(of: figure, dataset, today: givenDay ?? process.today(in: dataset.settings.timeZone))
        }
        let folder = try arguments.dataset()
        if let rejects = arguments.value(.rejects), FileStatus.areSame(rejects, folder) {
            throw CommandError.usage(
                "--rejects: '\(rejects)' is the dataset itself, whose files would be replaced",
                hint: "give another folder")
        }
        rejectionLimit = try arguments.rejectionLimit()
        rejects = policy == .reject && keepsRejects ? arguments.value(.rejects).map { RejectsFolder($0) } : nil
        options.onReject = rejects.map { rejects in { rejects.add($0) } }
        progress = try ProgressLine(arguments, process)
        options.onProgress = progress?.add
        reader = try DatasetReader(folder: folder, options: options, log: FindingLog(keptPerGroup: keptFindings))
        progress?.expect(reader.size)
        dataset = try reader.readTables()
        today = givenDay ?? process.today(in: dataset.settings.timeZone)
        description = DatasetDescription(dataset, today: today)
    }

    /// Reads the participations and answers requests, of which there may be none.
    func answers(to requests: [SummaryRequest]) throws -> Answers {
        guard !requests.isEmpty else {
            _ = try participations(into: SummaryBuilders([], on: dataset))
            return Answers()
        }
        return try InMemoryEngine { self }.answers(to: requests)
    }

    /// The figure of a measure in the total of a request, and the records behind it, in one pass.
    func figureAndRecords(
        of measure: String, in request: SummaryRequest
    ) throws -> (figure: Summary, records: SelectedRecords) {
        try participations(into: FigureAndRecords(of: measure, in: request, on: dataset)).finish()
    }

    func participations<Sink: ParticipationSink>(into sink: Sink) throws -> Sink {
        let full = try reader.readParticipations(into: sink)
        progress?.end()
        reader.finish(today: today)
        return full
    }

    /// Sums up in a reading of its own, which tells and keeps nothing.
    func answers(inAdvanceTo requests: [SummaryRequest]) throws -> Answers {
        guard !requests.isEmpty else { return Answers() }
        return try RecordsRun(arguments, process, keptFindings: 0, keepsRejects: false).answers(to: requests)
    }

    /// The same sums with the readable values of rejected rows, in a second reading; nil where no row was rejected or
    /// nothing is asked.
    func salvaged(_ requests: [SummaryRequest]) throws -> Answers? {
        guard !requests.isEmpty, reader.tallies.contains(where: { $0.rejected > 0 }) else { return nil }
        let sums = try RecordsRun(arguments, process, policy: .salvage, keptFindings: 0).answers(to: requests)
        try reader.checkUnchanged()
        return sums
    }

    /// Tells what was found, refuses the dataset where it must be, and leaves the rejected rows in their folder.
    func settle() throws {
        do {
            try refuse()
        } catch {
            tellFindings(withWarnings: arguments.isOn(.strict))
            throw error
        }
        if !arguments.isOn(.quiet) { tellFindings(withWarnings: true) }
        try keepRejects()
    }

    /// Throws where the errors are more than allowed, or where a warning counts as one.
    func refuse() throws {
        let log = reader.log
        let (errors, warnings) = (log.count(.error), log.count(.warning))
        let rows = reader.tallies.reduce(0) { $0 + $1.rows }
        let rejected = reader.tallies.reduce(0) { $0 + $1.rejected }
        if !log.uselessFiles.isEmpty {
            throw CommandError(
                code: .data,
                message: "\(log.uselessFiles.joined(separator: ", ")) cannot be read for its first line; "
                    + "no number of rejects excuses that")
        }
        if errors > 0, !rejectionLimit.allows(rejected, of: rows) {
            throw CommandError(
                code: .data, message: "\(rejected) of \(rows) records have errors",
                hint: "mend them (tadrib check lists them) or go on without them: --max-rejects \(rejected)")
        }
        if arguments.isOn(.strict), warnings > 0 {
            throw CommandError(code: .data, message: "\(warnings) warnings, and --strict lets none pass")
        }
    }

    /// Leaves the rejected rows in their folder.
    func keepRejects() throws(FileError) { try rejects?.commit() }

    /// What the reports say about where they come from.
    func provenance() throws -> Provenance {
        var digests: [(file: String, sha256: String)] = []
        for input in reader.inputs { digests.append((input.name, try input.sha256())) }
        try reader.checkUnchanged()
        let inputs = digests.map { input in
            let tally = reader.tallies.first { $0.file == input.file }
            return InputRecord(
                file: input.file, rows: tally?.rows ?? 0, rejected: tally?.rejected ?? 0,
                emptyLines: tally?.emptyLines ?? 0, sha256: input.sha256)
        }
        return Provenance(
            inputs: inputs, findings: reader.log.countsByCode.map { (name: $0.code.name, count: $0.count) })
    }

    /// The context of a report on this dataset, in the language that the options say unless one is given; a definition's
    /// filters hold beside those of the options, its period where they name none.
    func context(in language: Language? = nil, of definition: ReportDefinition? = nil) throws -> ReportContext {
        let expression = arguments[.period] ?? definition?.period ?? .init("all")
        let language = try language ?? arguments.language()
        let filters = (definition?.filters ?? []) + (arguments[.where] ?? [])
        return ReportContext(
            language: language, period: try expression.resolve(today: today, settings: dataset.settings.calendar),
            filters: filters, filterText: MemberNames(description, language).words(filters),
            showsIntervals: arguments.isOn(.intervals), today: today,
            tool: Tadrib.tool
        ).naming(dataset.settings)
    }

    /// Warns of members that a filter names and no record has.
    func tellUnmatched(_ summary: Summary) {
        guard !arguments.isOn(.quiet) else { return }
        for filter in summary.unmatchedMembers {
            for member in filter.members { tell("warning: --where \(filter.dimension): no record has '\(member)'") }
        }
    }

    /// Tells findings, of warnings three a file and code unless all are asked for; what is not told is counted.
    private func tellFindings(withWarnings: Bool) {
        let log = reader.log
        let language = (try? arguments.languages())?.first ?? .en
        func isTold(_ code: FindingCode) -> Bool { code.severity == .error || withWarnings }
        func mark(_ code: FindingCode) -> String {
            code.severity == .error ? "" : language(Phrase.warning) + ": "
        }
        var (told, rest): ([String: Int], [String: Int]) = ([:], [:])
        for finding in log.findings where isTold(finding.code) {
            let group = mark(finding.code) + "\(finding.file): \(finding.code.rawValue)"
            told[group, default: 0] += 1
            if finding.code.severity == .warning, !arguments.isOn(.verbose), told[group, default: 0] > 3 {
                rest[group, default: 0] += 1
            } else {
                tell(mark(finding.code) + finding.text(language))
            }
        }
        for more in log.notKept where isTold(more.code) {
            rest[mark(more.code) + "\(more.file): \(more.code.rawValue)", default: 0] += more.count
        }
        for (group, count) in rest.sorted(by: { $0.key < $1.key }) {
            tell(language(Sentence.moreListed, ["group": group, "more": language(Counted.more, count)]))
        }
    }

    /// What is wrong with a published figure, if anything is.
    private static func problem(
        of figure: PublishedFigure, _ dataset: Dataset, today: CivilDate
    ) -> (column: String, value: String, reason: String)? {
        do {
            try PublishedQuestion(figure, today: today, calendar: dataset.settings.calendar).request
                .validate(on: dataset)
            return nil
        } catch let error as PeriodError {
            return ("period", figure.period, error.message)
        } catch let error as RequestError {
            if case .unknownMeasure = error { return ("indicator", figure.indicator, CommandError(error).text) }
            return ("where", figure.filter, CommandError(error).text)
        } catch {
            return ("where", figure.filter, "\(error)")
        }
    }
}

extension Finding {
    /// The finding on one line, its place first.
    func text(_ language: Language) -> String {
        clean(
            "\(place): \(code.rawValue): \(message(language))"
                + (column.isEmpty ? "" : " " + language(Sentence.inColumn, ["column": column])))
    }

    /// What is wrong and how to mend it.
    ///
    /// The message names the row's own circumstances and is English; in Arabic the code's explanation stands in for it.
    func message(_ language: Language) -> String {
        guard language != .en else { return message }
        let explanation = code.explanation(language)
        return value.isEmpty
            ? explanation : language(Sentence.wrongValue, ["value": value, "explanation": explanation])
    }
}
