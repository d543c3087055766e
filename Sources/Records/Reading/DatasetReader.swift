import Support
import TrainingStats

/// Reads the tables of a source: first those that are kept, then the participations, block by block.
public final class DatasetReader {
    /// Everything wrong that was found so far.
    public let log: FindingLog
    /// What was read of each table, in the order of reading.
    public private(set) var tallies: [FileTally] = []

    let options: ReadOptions
    var draft = DatasetDraft()
    /// The first reading of the days of participations, not yet taken over.
    var attendanceRows: TableReader<AttendanceColumn>?
    /// The same of follow-ups.
    var followUpRows: TableReader<FollowUpColumn>?
    /// What the source has.
    public let contents: SourceContents
    /// What messages call the source.
    let sourcePath: String
    /// Prepared records of the present state, if there are any.
    var prepared: PreparedRecords?
    /// What is kept to make some; nil if none are made.
    var preparing: PreparingState?
    /// Those that this reading has made.
    var published: PublishedRecords?
    /// SHA-256 of inputs by their names, as far as somebody has asked for them.
    var digests: [String: String] = [:]
    /// Digests that are being worked out while records are read.
    var digestsMeanwhile: Meanwhile<[String: String]>?
    /// Persons of one name, each with the earlier one, once they are known.
    private var knownSamePersons: [(person: Int, earlier: Int)]?

    /// A reader of the dataset in a source.
    ///
    /// - Throws: ``ReadError`` where the source, or a table that must be there, is missing or not a file.
    public init(
        of source: some RecordSource, options: ReadOptions = ReadOptions(), log: FindingLog
    ) throws(ReadError) {
        self.options = options
        self.log = log
        contents = try source.contents()
        sourcePath = source.path
        log.note(contents.notices)
        try requireTables(of: source)
        for (table, input) in contents.tables { draft.references.names[table] = input.shortName }
        draft.references.names.merge(options.names) { $1 }
        draft.dataset.tables.trainers = has(.trainers)
        draft.dataset.tables.participations = has(.participations)
        draft.dataset.tables.headcounts = has(.headcounts)
        draft.dataset.tables.attendance = has(.attendance)
        draft.dataset.tables.targets = has(.targets)
        draft.dataset.tables.requirements = has(.requirements)
        draft.dataset.tables.evaluations = has(.evaluations)
        draft.dataset.tables.followUps = has(.followups)
        draft.dataset.tables.published = has(.published)
        try readSettings()
    }

    /// The settings of the dataset.
    public var settings: DatasetSettings { draft.dataset.settings }

    /// A reader of the dataset in a folder of CSV files.
    ///
    /// - Throws: ``ReadError`` where the folder, or a table that must be there, is missing or not a file.
    public convenience init(
        folder: String, options: ReadOptions = ReadOptions(), log: FindingLog
    ) throws(ReadError) {
        try self.init(of: CSVFolder(folder), options: options, log: log)
    }

    /// Reads every table but the participations.
    public func readTables() throws(ReadError) -> Dataset {
        lookForPrepared()
        // Each table knows those before it.
        try read(StateTable.self)
        let trainees = prepared.map {
            PreparedTrainees(of: $0, states: draft.dataset.states.count, threads: options.threads)
        }
        try read(TopicTable.self)
        try read(CourseTable.self)
        try read(RateTable.self)
        try read(SessionTable.self)
        try read(TrainerTable.self)
        try read(AssignmentTable.self)
        if !take(trainees) { try readTrainees() }
        try read(PersonTable.self)
        try read(AffiliationTable.self)
        try read(HeadcountTable.self)
        try read(EvaluationTable.self)
        try readTablesOfParticipations()
        try read(LabelTable.self)
        try findMembersOfParticipations()
        draft.dataset.attributes = draft.attributes.values(in: draft.dataset)
        try read(TargetTable.self)
        try read(RequirementTable.self)
        try read(PublishedTable.self)
        return draft.dataset
    }

    /// What the dataset consists of, in the order of reading.
    public var inputs: [any RecordInput] { contents.inputs }

    /// How many bytes the tables have; nil where one is compressed and the size is not known.
    public var size: Int? {
        var total = 0
        for table in contents.tables.values {
            guard let size = table.size else { return nil }
            total += size
        }
        return total
    }

    /// Makes sure that all inputs are still those that were found when the reading began.
    ///
    /// Reading the participations ends with it; code that reads an input again later must ask again.
    ///
    /// - Throws: ``ReadError`` naming the input that was changed, replaced or removed.
    public func checkUnchanged() throws(ReadError) {
        for input in inputs { try input.checkUnchanged() }
    }

    /// Tells what only shows when everything has been read: sessions without participants, over capacity, in the future.
    public func finish(today: CivilDate) {
        let warnings = DatasetWarnings(over: draft, from: contents, to: log)
        warnings.checkDays(today: today)
        warnings.checkResemblances(samePersons())
    }

    /// Persons of one name and nothing that tells them apart, each with the earlier one.
    func samePersons() -> [(person: Int, earlier: Int)] {
        if let knownSamePersons { return knownSamePersons }
        // Who has another civil identifier is somebody else, whatever the name.
        let isAsked = draft.dataset.settings.traineeIdentifiers == .assigned
        let found =
            isAsked
            ? prepared?.samePersons
                ?? repeatedPersons(
                    among: draft.dataset.trainees, except: draft.persons, threads: threads(for: .trainees)) : []
        knownSamePersons = found
        return found
    }

    /// Adds what was read of a table.
    func add(_ tally: FileTally) { tallies.append(tally) }

    /// The rows of `labels.csv` as they are, and a row for each similar member that is not yet a spelling of another.
    ///
    /// Known when all tables have been read.
    public var proposedLabels: (rows: [LabelRow], spellings: Int) { draft.proposedLabels }

    /// The rows of `persons.csv` as they are, and a row for each person who could be an earlier one.
    ///
    /// Known when all tables have been read.
    public var proposedPersons: (rows: [PersonRow], identifiers: Int) {
        draft.proposedPersons(threads: threads(for: .trainees))
    }

    /// Opens a table; nil where the dataset lacks it or its header makes it useless.
    func open<Column: TableColumn>(
        _ columns: Column.Type, tellsRejects: Bool = true
    ) throws(ReadError) -> TableReader<Column>? {
        guard let input = contents.tables[Column.table] else { return nil }
        let source = ChunkSource(
            try input.open(), size: options.chunkSize, longestRecord: draft.dataset.settings.limits.record,
            onProgress: options.onProgress)
        let findings = RowFindings(of: input, log: log.emptyCopy(), policy: options.policy)
        let rows = try TableReader<Column>(
            of: input, from: source, settings: draft.dataset.settings, findings: findings,
            onReject: tellsRejects ? options.onReject : nil)
        if rows == nil {
            log.note(source.form, of: input.name)
            log.merge(findings.log)
            tallies.append(FileTally(file: input.name))
            log.addUseless(input.name)
            draft.references.addUseless(Column.table)
        }
        return rows
    }

    /// Takes over what a finished reader of a table found.
    ///
    /// `tally` is the account of a table whose rows were counted elsewhere.
    func accept<Column>(_ rows: TableReader<Column>, as tally: FileTally? = nil) {
        for key in rows.unreadKeys { draft.references.reject(key, of: Column.table) }
        log.note(rows.form, of: rows.file)
        log.note(contents.tables[Column.table]?.notices ?? [])
        log.merge(rows.findings.log)
        tallies.append(tally ?? rows.tally)
    }

    /// How many threads are worth their start for a table.
    func threads(for table: RecordTable) -> Int {
        guard let input = contents.tables[table] else { return 1 }
        return max(1, min(options.threads, input.estimatedSize / options.chunkSize))
    }

    private func has(_ table: RecordTable) -> Bool { contents.tables[table] != nil }

    private func read<Table: TableReading>(_ table: Table.Type) throws(ReadError) {
        guard let rows = try open(Table.Column.self) else { return }
        try Table.read(rows, into: &draft, options: options)
        accept(rows)
    }

    private func readSettings() throws(ReadError) {
        guard let input = contents.settings else { return }
        let (settings, unknownKeys) = try input.settings(of: contents, takenNames: options.takenNames)
        draft.dataset.settings = settings
        draft.attributes = AttributeDraft(settings)
        for (key, line) in unknownKeys {
            let nearest = Spelling.nearest(to: key, among: SettingsDecoder.keys)
            log.add(
                Finding(
                    file: input.name, line: line, column: key.shortened(), code: .unknownColumn, value: key.shortened(),
                    message: FindingText(FileWording.unknownKey, key.shortened()).suggesting(nearest)))
        }
    }

    /// Throws where tables are missing, with all of them and what is there in their place.
    private func requireTables(of source: some RecordSource) throws(ReadError) {
        let missing = MissingTables(beside: Set(contents.tables.keys))
        guard !missing.tables.isEmpty else { return }
        throw .noDataset(try source.explanation(ofMissing: missing, having: contents))
    }
}

extension SettingsInput {
    /// The settings that it states, and the keys that mean nothing in it; columns that it declares are looked up in tables.
    func settings(
        of contents: SourceContents, takenNames: [String] = []
    ) throws(ReadError) -> (settings: DatasetSettings, unknownKeys: [SettingsDecoder.UnknownKey]) {
        try SettingsDecoder.decode(
            try content(), path: path, headings: { contents.headings(of: $0) }, takenNames: takenNames)
    }
}
