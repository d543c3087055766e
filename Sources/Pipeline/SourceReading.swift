import Aggregation
import Records
import Reporting
import Support
import TrainingStats

/// One reading of a source of records: the kept tables when it begins, the participations once.
final class SourceReading: DatasetReading {
    let dataset: Dataset
    /// The measures and dimensions that requests on the dataset can name.
    let catalogue: Catalogue
    let reader: DatasetReader
    /// The reporting day.
    let today: CivilDate
    /// Those of the other days as of which it was asked for on which some row counts that does not as of the reporting day, or
    /// the other way round.
    let daysThatDiffer: Set<CivilDate>
    private let progress: (any ReadingProgress)?

    /// Opens a dataset and reads its kept tables.
    ///
    /// `policy` says how rows with errors are treated, `keptFindings` how many findings of a file and code are kept (nil for
    /// all); `onReject` is told every rejected row; `check` is called with the catalogue before any table is read. As of which
    /// `otherDays` the rows are not the same is known afterwards.
    ///
    /// - Throws: ``ReadError`` if the dataset cannot be read, and what `check` throws.
    init(
        _ request: DatasetRequest, _ environment: PipelineEnvironment, policy: RowPolicy, keptFindings: Int?,
        asOf otherDays: Set<CivilDate> = [], onReject: ((RejectedRow) -> Void)? = nil,
        check: (Catalogue) throws(RequestError) -> Void = { _ in }
    ) throws {
        var options = ReadOptions(Catalogue.builtIn)
        options.policy = policy
        options.threads = environment.threads
        options.prepared = environment.prepared
        // What the dataset declares itself is added when it has been found; figures are checked later.
        var catalogue = Catalogue.builtIn
        func day(_ dataset: Dataset) -> CivilDate {
            request.today ?? environment.currentDay(dataset.settings.timeZone)
        }
        var daysThatDiffer: Set<CivilDate> = []
        options.checkPublished = { figure, dataset in
            let problem = Self.problem(of: figure, in: dataset, catalogue, today: day(dataset))
            // A range with such an end can be empty on one day and not on another. Nothing else about rows depends on the day:
            // targets and requirements take fixed periods alone.
            if PeriodExpression(figure.period).isRelative {
                daysThatDiffer.formUnion(
                    otherDays.filter {
                        (Self.problem(of: figure, in: dataset, catalogue, today: $0) == nil) != (problem == nil)
                    })
            }
            return problem
        }
        // Targets are read when all tables with members are.
        var members: MemberLookup?
        options.checkTarget = { target, dataset in
            let lookup = members ?? MemberLookup(catalogue)
            members = lookup
            return Self.remarks(on: target, in: dataset, catalogue, lookup, today: day(dataset))
        }
        options.figureOfTarget = { target, dataset in
            Self.figure(of: target, in: dataset, catalogue, today: day(dataset)).map { AnyHashable($0) }
        }
        options.onReject = onReject
        progress = environment.makeProgress()
        if let progress { options.onProgress = { progress.add(bytes: $0, lines: $1) } }
        reader = try Self.open(request.source, options, FindingLog(keptPerGroup: keptFindings), check: check)
        let measures = reader.contents.measures
        let described = Catalogue(of: reader.settings)
        catalogue = try OwnMeasures.extending(described, by: measures)
        self.catalogue = catalogue
        try check(catalogue)
        progress?.expect(reader.size)
        dataset = try reader.readTables()
        try OwnMeasures.check(measures, besides: described, on: dataset)
        today = day(dataset)
        self.daysThatDiffer = daysThatDiffer
    }

    /// A reader of a source.
    ///
    /// Where there is none, names of its own are not known: a name that is near to one that every dataset has is told as wrong,
    /// and any other may be right.
    private static func open(
        _ source: any RecordSource, _ options: ReadOptions, _ log: FindingLog,
        check: (Catalogue) throws(RequestError) -> Void
    ) throws -> DatasetReader {
        do throws(ReadError) {
            return try DatasetReader(of: source, options: options, log: log)
        } catch {
            let failure = error
            // What a faulty description declares is not known.
            if case .badSettings = failure { throw failure }
            do throws(RequestError) {
                try check(.builtIn)
            } catch {
                if error.misspelling == nil || !error.namesMeant.isEmpty { throw error }
            }
            throw failure
        }
    }

    func participations<Sink: ParticipationSink>(into sink: Sink) throws -> Sink {
        let filled = try participationsAlone(into: sink)
        reader.finish(today: today)
        return filled
    }

    /// The same without the findings that depend on the reporting day, for readings that are made as of several.
    func participationsAlone<Sink: ParticipationSink>(into sink: Sink) throws -> Sink {
        let filled = try reader.readParticipations(into: sink)
        progress?.end()
        return filled
    }
}

extension SourceReading {
    /// Ends the reading of a dataset whose participations were counted where they are.
    ///
    /// - Throws: ``ReadError`` naming a table that was changed since the reading began.
    func finishCounting() throws(ReadError) {
        try reader.checkUnchanged()
        progress?.end()
        reader.finish(today: today)
    }
}

extension ReadOptions {
    /// Options for datasets that have the entries of a catalogue, and may declare others.
    fileprivate init(_ catalogue: Catalogue) {
        self.init()
        // Names of persons stand in their own tables, and are shown on demand alone.
        dimensions = catalogue.dimensions.filter { !$0.isOfPersons }.map(\.id)
        takenNames = catalogue.takenNames + RecordColumn.takenNames
    }
}

extension DatasetRequest {
    /// The measures and dimensions of the dataset, as its description gives them; of its tables only headings are read.
    ///
    /// - Throws: `ReadError` if the dataset cannot be read or its description is wrong.
    package func catalogue() throws(ReadError) -> Catalogue {
        let reader = try DatasetReader(
            of: source, options: ReadOptions(Catalogue.builtIn), log: FindingLog(keptPerGroup: 0))
        return try OwnMeasures.extending(Catalogue(of: reader.settings), by: reader.contents.measures)
    }
}
