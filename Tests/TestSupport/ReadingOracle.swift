import Aggregation
import Foundation
import Records
import Support
import Reporting
import TrainingStats

/// One file of any bytes among sound ones, read in several ways that must agree.
///
/// The input's first byte picks the file (and, with its highest bit, that the bytes are those of a `.csv.gz`), the rest
/// are the file's bytes. The fuzzer and the test that replays its corpus both ask it.
public final class ReadingOracle {
    /// The files that an input can be put in the place of.
    ///
    /// A table that came later stands last, so that what was found before keeps its meaning.
    public static let files =
        RecordTable.allCases.filter { !later.contains($0) }.map(\.fileName)
        + ["dataset.json"] + later.map(\.fileName)

    private static let later: [RecordTable] = [.attendance, .targets]

    private let folder: TemporaryFolder
    private static let today = CivilDate.day("2019-12-31")

    /// A dataset whose files are all sound.
    public init() throws { folder = try TemporaryFolder(Self.sound) }

    /// How the ways of reading differ, or nil where all agree.
    public func disagreement(over input: [UInt8]) throws -> String? {
        guard let choice = input.first else { return nil }
        let file = Self.files[Int(choice & 0x7F) % Self.files.count]
        let bytes = Array(input.dropFirst())
        let isTable = file != "dataset.json"
        let isPacked = isTable && choice & 0x80 != 0
        defer { try? restore(file) }
        try put(bytes, file + (isPacked ? ".gz" : ""), insteadOf: file)
        let first = read(Way(chunkSize: 4_096, readsPlainRows: false, tellsRejects: true))
        if first.hasRejectedRows { _ = read(Way(chunkSize: 4_096, policy: .salvage)) }
        guard isTable else { return nil }
        if let difference = first.difference(from: read(Way(chunkSize: 17, threads: 3))) {
            return "in small pieces, by several threads: " + difference
        }
        guard !isPacked else { return nil }
        try put(storedGzip(bytes, cuts: [bytes.count / 3]), file + ".gz", insteadOf: file)
        let packed = read(Way(chunkSize: 64, tellsRejects: true))
        return first.difference(from: packed).map { "as two gzip members: " + $0 }
    }

    private func put(_ bytes: [UInt8], _ name: String, insteadOf file: String) throws {
        if name != file { unlink(folder.path + "/" + file) }
        try write(bytes, to: name)
    }

    private func restore(_ file: String) throws {
        unlink(folder.path + "/" + file + ".gz")
        try write(Array((Self.sound[file] ?? "").utf8), to: file)
    }

    /// Writes in place: Foundation's ways are many times slower than what is read here.
    private func write(_ bytes: [UInt8], to name: String) throws {
        let descriptor = open(folder.path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        guard descriptor >= 0, Foundation.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    /// A way of reading; none may change what is read.
    private struct Way {
        var chunkSize: Int
        var threads = 1
        var readsPlainRows = true
        var tellsRejects = false
        var policy = RowPolicy.reject
    }

    private func read(_ way: Way) -> Readout {
        var options = ReadOptions()
        options.policy = way.policy
        options.chunkSize = way.chunkSize
        options.threads = way.threads
        options.readsPlainRows = way.readsPlainRows
        options.dimensions = Catalogue.builtIn.dimensions.map(\.id)
        options.checkPublished = { figure, dataset in
            do {
                try Self.request(figure, dataset).validate(on: dataset, in: .builtIn)
                return nil
            } catch {
                return ("where", figure.filter, BilingualText(en: "\(error)"))
            }
        }
        var rejected: [RejectedRow] = []
        if way.tellsRejects { options.onReject = { rejected.append($0) } }
        let log = FindingLog(keptPerGroup: nil)
        var readout = Readout()
        do {
            let reader = try DatasetReader(folder: folder.path, options: options, log: log)
            let dataset = try reader.readTables()
            let sink = try reader.readParticipations(into: try sums(of: dataset))
            reader.finish(today: Self.today)
            readout.add(dataset)
            sink.records.blocks.forEach { readout.add($0) }
            sink.sums.finish().forEach { readout.add($0) }
            reader.tallies.forEach { readout.add(naming: "\($0.file): \($0.rows), \($0.rejected), \($0.emptyLines)") }
        } catch {
            // How far the reading came before it failed does not matter.
            return Readout(failure: (error as? ReadError)?.message ?? "\(error)")
        }
        if way.tellsRejects { readout.add(rejected) }
        readout.hasUselessFile = !log.uselessFiles.isEmpty
        log.findings.forEach {
            readout.add(naming: "\($0.file):\($0.line):\($0.column): \($0.code.rawValue): \($0.value): \($0.message)")
        }
        return readout
    }

    /// Sums up what is read, so that no value that is let in can bring down what comes after.
    private func sums(of dataset: Dataset) throws -> RecordsAndSums {
        var requests = [
            Self.everyMeasure(by: ["state", "institution", "age-band"], of: dataset),
            SummaryRequest(
                rows: ["year", "half", "quarter", "month", "fiscal-year", "academic-year", "hijri-month"],
                measures: ["sessions", "cost"], today: Self.today),
        ]
        for figure in dataset.published.prefix(3) {
            // Of a figure that cannot be computed there is a finding; where rows are salvaged it gets as far as this.
            if let request = try? Self.request(figure, dataset),
                (try? request.validate(on: dataset, in: .builtIn)) != nil
            {
                requests.append(request)
            }
        }
        return RecordsAndSums(sums: try SummaryBuilders(requests, on: dataset, catalogue: .builtIn))
    }

    /// Every measure that has a meaning by some dimensions.
    static func everyMeasure(by rows: [String], of dataset: Dataset) -> SummaryRequest {
        func request(_ measures: [String]) -> SummaryRequest {
            SummaryRequest(rows: rows, measures: measures, today: today, totals: true)
        }
        let measures = Catalogue.builtIn.measures.map(\.id).filter {
            (try? request([$0]).validate(on: dataset, in: .builtIn)) != nil
        }
        return request(measures)
    }

    private static func request(_ figure: PublishedFigure, _ dataset: Dataset) throws -> SummaryRequest {
        try PublishedQuestion(figure, today: today, calendar: dataset.settings.calendar).request
    }

    private static let sound = TinyDataset.files.merging([
        "topics.csv": "topic,name_en,name_ar\nsurvey,Survey,مسح\n",
        "persons.csv": "trainee_id,same_as,not_same_as\nT4,T3,\nT1,,T2\n",
        "affiliations.csv": "trainee_id,from,state,institution,sector\nT1,2019-06-01,QAT,Navy,civil\n",
        "labels.csv": "dimension,member,name_en,name_ar,same_as\ninstitution,Navy,Navy,,Ministry\n",
        "published.csv": "indicator,where,period,qualifier,value\ntrainees,state=KWT,2019,at-least,2\n",
        "targets.csv":
            "measure,where,period,target,baseline\ntrainees,state=KWT,2019,2,\nno-show-rate,,FY2019,5%,0.2\n",
        "dataset.json": "{\"title\": {\"en\": \"T\"}, \"hoursPerDay\": 6, \"fiscalYearStart\": \"04-01\"}",
    ]) { $1 }
}

/// Keeps the participations and sums them up.
private struct RecordsAndSums: ParticipationSink {
    var records = BlockCollector()
    var sums: SummaryBuilders

    func emptyCopy() -> RecordsAndSums { RecordsAndSums(sums: sums.emptyCopy()) }
    mutating func add(_ block: borrowing ParticipationBlock) {
        records.add(block)
        sums.add(block)
    }
    mutating func merge(_ other: consuming RecordsAndSums) {
        records.merge(other.records)
        sums.merge(other.sums)
    }
    var wantsPersons: Bool { sums.wantsPersons }
    mutating func prepareForPersons() { sums.prepareForPersons() }
    mutating func add(persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>) {
        sums.add(persons: first, starts: starts, parts: parts)
    }
    mutating func mergePersons(of other: consuming RecordsAndSums) { sums.mergePersons(of: other.sums) }
}
