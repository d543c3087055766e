import Foundation
import Support
import TrainingStats

/// How a dataset is to be read.
public struct ReadOptions {
    /// What becomes of rows with errors.
    public var policy = RowPolicy.reject
    /// Identifiers of the dimensions that labels may name members of.
    public var dimensions: [String] = []
    /// Says what is wrong with a published figure: the column and why; nil where it can be computed.
    public var checkPublished: (PublishedFigure, Dataset) -> (column: String, value: String, reason: String)? = {
        _, _ in nil
    }
    /// Called with each rejected row, once, in the order of the file.
    ///
    /// Where there are any in a large table, that table is read a second time for it, by one thread.
    public var onReject: ((RejectedRow) -> Void)?
    /// How many threads read a large table.
    public var threads = 1
    /// Told how many bytes and lines have been read, a chunk at a time, on any thread.
    public var onProgress: (@Sendable (_ bytes: Int, _ lines: Int) -> Void)?
    /// Whether rows that are plain and sound are read the quick way; it changes no result, and tests compare the two.
    package var readsPlainRows = true
    /// How many bytes are read at once; it changes no result.
    package var chunkSize = 1 << 20

    /// The defaults: rows with errors are left out, nobody is told.
    public init() {}
}

/// Reads a folder of record files: first the tables that are kept, then the participations, block by block.
public final class DatasetReader {
    /// Everything wrong that was found so far.
    public let log: FindingLog
    /// What was read of each file, in the order of reading.
    public internal(set) var tallies: [FileTally] = []
    /// The files that the dataset consists of, in the order of reading.
    public private(set) var inputs: [InputFile] = []

    let folder: String
    let options: ReadOptions
    var dataset = Dataset()
    /// Keys of rejected rows, to tell a reference to them from one to nothing.
    var rejectedKeys: [RecordTable: KeyTable] = [:]
    /// Tables whose header makes them useless: nobody can tell what refers to them.
    private(set) var uselessTables: Set<RecordTable> = []
    var courseKeys = KeyTable()
    var sessionKeys = KeyTable()
    var trainerKeys = KeyTable()
    var spellings = StateSpellings(GulfState.builtIn)
    /// How many came to each session.
    var attendance = AttendanceTally(Dataset())
    /// Where each text of a dimension first stood, by its code.
    var origins: [String: [(file: String, line: Int)]] = [:]

    /// The rows of labels.csv that count, in file order.
    var labelRows: [LabelRow] = []

    /// For each dimension with spellings of one member, the code that each code counts as.
    var merged: [String: [Int32]] = [:]

    private var paths: [RecordTable: String] = [:]

    /// A reader of the dataset in a folder.
    ///
    /// - Throws: ``ReadError`` where the folder, or a table that must be there, is missing, or is no file.
    public init(folder: String, options: ReadOptions = ReadOptions(), log: FindingLog) throws(ReadError) {
        self.folder = folder
        self.options = options
        self.log = log
        try locateTables()
    }

    /// Reads every table but the participations.
    public func readTables() throws(ReadError) -> Dataset {
        try readSettings()
        try readStates()
        try readTopics()
        try readCourses()
        try readSessions()
        try readTrainers()
        try readAssignments()
        try readTrainees()
        try readAffiliations()
        try readHeadcounts()
        try readLabels()
        try readPublished()
        return dataset
    }

    /// Makes sure that all files are still those that were found when the reading began.
    ///
    /// Reading the participations ends with it; whoever reads a file again later asks again.
    ///
    /// - Throws: ``ReadError`` naming the file that was changed, replaced or removed.
    public func checkUnchanged() throws(ReadError) {
        for input in inputs { try input.checkUnchanged() }
    }

    /// Tells what only shows when everything has been read: sessions without participants, over capacity, in the future.
    public func finish(today: CivilDate) {
        checkSessions(today: today)
        checkPersons()
        checkSpellings()
    }

    /// Whether the dataset has a table.
    func has(_ table: RecordTable) -> Bool { paths[table] != nil }

    /// Reads a table's rows; nothing where the dataset lacks it or its header makes it useless.
    func read(_ table: RecordTable, _ body: (TableReader) throws(ReadError) -> Void) throws(ReadError) {
        guard let reader = try open(table) else { return }
        try body(reader)
        for key in reader.unreadKeys { reject(key, of: table) }
        log.merge(reader.log)
        tallies.append(reader.tally)
    }

    /// Opens a table; nil where the dataset lacks it or its header makes it useless.
    func open(_ table: RecordTable, tellsRejects: Bool = true) throws(ReadError) -> TableReader? {
        guard let path = paths[table] else { return nil }
        let file = pathName(path)
        let source = try ChunkSource(path: path, size: options.chunkSize, onProgress: options.onProgress)
        let log = log.emptyCopy()
        let reader = try TableReader(
            table, from: source, file: file, log: log, policy: options.policy,
            onReject: tellsRejects ? options.onReject : nil)
        if reader == nil {
            self.log.merge(log)
            tallies.append(FileTally(file: file))
            self.log.addUseless(file)
            uselessTables.insert(table)
        }
        return reader
    }

    /// How many bytes the record files have; nil where one is compressed and nobody can tell.
    public var size: Int? {
        var total = 0
        for path in paths.values {
            guard !path.hasSuffix(".gz"), let bytes = Self.size(of: path) else { return nil }
            total += bytes
        }
        return total
    }

    private static func size(of path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    }

    /// How many threads are worth their start for a table.
    func threads(for table: RecordTable) -> Int {
        guard let path = paths[table], let size = Self.size(of: path) else { return 1 }
        // A compressed file holds several times its size.
        let bytes = path.hasSuffix(".gz") ? size * 4 : size
        return max(1, min(options.threads, bytes / options.chunkSize))
    }

    private func pathName(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// Resolves a reference to another table's row, or tells why it cannot be.
    func reference(
        _ column: TableReader.Column, in keys: KeyTable, of target: RecordTable, _ code: FindingCode,
        _ reader: TableReader
    ) -> Int? {
        guard let found = reader.key(column, in: keys) else { return nil }
        if let position = found { return position }
        let text = reader.text(column) ?? ""
        let file = target.fileName
        if uselessTables.contains(target) || rejectedKeys[target]?.code(of: text) != nil {
            reader.rejectReference(column.name, text, to: file)
        } else {
            let nearest = keys.count <= 5_000 ? reader.nearest(to: text, among: keys.keys, for: code) : nil
            reader.report(
                code, column.name, text,
                "'\(text.shortened())' is not in \(file)" + Spelling.ending(suggesting: nearest))
        }
        return nil
    }

    /// Remembers the key of a row that is left out.
    func reject(_ key: String, of table: RecordTable) { _ = rejectedKeys[table, default: KeyTable()].insert(key) }

    /// The position of the state that a field names.
    func state(_ column: TableReader.Column, _ reader: TableReader) -> Int? {
        guard let text = reader.text(column) else { return nil }
        if let index = spellings(text) { return index }
        let nearest = reader.nearest(
            to: text, among: dataset.states.flatMap { [$0.code, $0.name.en] }, for: .badCode)
        reader.report(
            .badCode, column.name, text,
            "'\(text.shortened())' is not a known state; "
                + (nearest.map { Spelling.didYouMean("'\($0)'") + " Else " } ?? "") + "add it to states.csv")
        return nil
    }

    private func readSettings() throws(ReadError) {
        guard let path = inputs.first(where: { $0.file == DatasetFiles.settingsFile })?.path else { return }
        let (settings, unknownKeys) = try DatasetFiles.settings(at: path)
        dataset.settings = settings
        for (key, line) in unknownKeys {
            let nearest = Spelling.nearest(to: key, among: SettingsDecoder.keys)
            log.add(
                Finding(
                    file: DatasetFiles.settingsFile, line: line, column: key.shortened(), code: .unknownColumn,
                    value: key.shortened(),
                    message: "the key '\(key.shortened())' is not part of the contract and has no effect"
                        + Spelling.ending(suggesting: nearest)))
        }
    }

    private func locateTables() throws(ReadError) {
        inputs = try DatasetFiles(folder: folder).inputs()
        for table in RecordTable.allCases {
            let found = inputs.filter { table.fileNames.contains($0.file) }
            if found.count > 1 {
                throw .unreadable(path: found[0].path, reason: "\(table.fileName).gz is there too; remove one of them")
            }
            paths[table] = found.first?.path
        }
        try require(.courses, "every dataset has courses")
        try require(.sessions, "every dataset has sessions")
        if !has(.headcounts) || has(.participations) || has(.trainees) {
            try require(.participations, "a dataset has participations with trainees, or headcounts, or both")
            try require(.trainees, "participations come with trainees")
        }
        if has(.trainers) || has(.assignments) {
            try require(.trainers, "trainers.csv and assignments.csv come together or not at all")
            try require(.assignments, "trainers.csv and assignments.csv come together or not at all")
        }
        dataset.tables.trainers = has(.trainers)
        dataset.tables.participations = has(.participations)
        dataset.tables.headcounts = has(.headcounts)
        dataset.tables.published = has(.published)
    }

    private func require(_ table: RecordTable, _ remedy: String) throws(ReadError) {
        if !has(table) { throw .missing(path: folder + "/" + table.fileName, remedy: remedy) }
    }
}
