import Aggregation
import Records
import TrainingStats

/// A dataset read from a folder, with its findings.
public struct LoadedDataset {
    /// The kept tables.
    public let dataset: Dataset
    /// The participations.
    public var blocks: [ParticipationBlock] { collector.blocks }
    /// What was found.
    public let log: FindingLog
    /// What was read of each file.
    public let tallies: [FileTally]

    /// Its measures and dimensions.
    public var catalogue: Catalogue { Catalogue(of: dataset.settings) }

    /// The positions of the identifiers of trainees that count.
    package let persons: [Int]

    private let collector: BlockCollector
    /// Where the parts of each person begin, and where those of the last end.
    private let starts: [Int32]
    private let parts: [PersonalPart]

    /// Reads a folder.
    public init(folder: String, today: String = "2019-12-31", policy: RowPolicy = .reject) throws {
        try self.init(source: CSVFolder(folder), today: today, policy: policy)
    }

    /// Reads a source.
    public init(
        source: some RecordSource, today: String = "2019-12-31", policy: RowPolicy = .reject, threads: Int = 1
    ) throws {
        var options = ReadOptions()
        options.policy = policy
        options.threads = threads
        options.chunkSize = threads > 1 ? 64 : 1 << 20
        options.dimensions = Catalogue.builtIn.dimensions.map(\.id)
        options.takenNames = Catalogue.builtIn.takenNames
        log = FindingLog(keptPerGroup: nil)
        let reader = try DatasetReader(of: source, options: options, log: log)
        var dataset = try reader.readTables()
        collector = try reader.readParticipations(into: BlockCollector())
        var certificates = CertificateCollector(of: dataset)
        for block in collector.blocks { certificates.add(block) }
        dataset.certificates = certificates.register(asOf: .day(today), within: CertificateRegister.usualNotice)
        self.dataset = dataset
        persons = reader.persons
        reader.finish(today: CivilDate(today) ?? CivilDate(day: 0))
        var parts = [[PersonalPart]](repeating: [], count: dataset.trainees.count)
        for block in collector.blocks {
            for row in 0..<block.count {
                parts[Int(block.trainees[row])].append(
                    PersonalPart(session: Int(block.sessions[row]), status: block.statuses[row]))
            }
        }
        starts = parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
        self.parts = parts.flatMap { $0 }
        tallies = reader.tallies
    }

    /// Reads files given as texts.
    public init(files: [String: String], today: String = "2019-12-31", policy: RowPolicy = .reject) throws {
        let folder = try TemporaryFolder(files)
        self = try withExtendedLifetime(folder) { try LoadedDataset(folder: folder.path, today: today, policy: policy) }
    }

    /// How the records differ from those of another reading, or nil where they are the same.
    public func difference(from other: LoadedDataset) -> String? { readout.difference(from: other.readout) }

    private var readout: Readout {
        var readout = Readout()
        readout.add(dataset)
        blocks.forEach { readout.add($0) }
        tallies.forEach { readout.add("\(Self.table(of: $0.file)): \($0.rows), \($0.rejected)") }
        return readout
    }

    /// The name of the table in a file `participations.csv`, or on a sheet `book.xlsx!participations`.
    private static func table(of file: String) -> String {
        String(file.split(separator: "!").last ?? "").replacing(".csv", with: "")
    }

    /// Sums up.
    public func summary(_ request: SummaryRequest) throws -> Summary { try summary(request, in: catalogue) }

    /// Sums up by a catalogue.
    public func summary(_ request: SummaryRequest, in catalogue: Catalogue) throws -> Summary {
        var builder = try SummaryBuilder(request, on: dataset, catalogue: catalogue)
        for block in blocks { builder.add(block) }
        if builder.wantsPersons {
            builder.prepareForPersons()
            builder.add(persons: 0, starts: starts.span, parts: parts.span)
        }
        return builder.finish()
    }
}

extension LoadedDataset: SummaryEngine {
    package func summaries(of requests: [SummaryRequest]) throws -> [SummaryRequest: Summary] {
        var builders = try SummaryBuilders(requests, on: dataset, catalogue: catalogue)
        for block in blocks { builders.add(block) }
        if builders.wantsPersons {
            builders.prepareForPersons()
            builders.add(persons: 0, starts: starts.span, parts: parts.span)
        }
        return Dictionary(uniqueKeysWithValues: zip(requests, builders.finish()))
    }
}

extension CivilDate {
    /// A day of a test, known to be one.
    public static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(day: 0) }
}
