import Records
import Support
import TrainingStats

/// One import: sources read, a mapping applied, and what came out held against the data contract.
package struct ImportRun {
    /// What was made; of records that break the contract nothing is in it.
    package let dataset: ImportedDataset
    /// What the reader of datasets found in it; places are those of the register.
    package let findings: FindingLog
    /// How many rows of the register it rejected.
    package let rejectedRows: Int
    /// How many records there were, and how many are not taken over.
    package var records: Int { dataset.tally.records }
    /// How many records are not taken over, for what the register or the contract says.
    package var rejected: Int { dataset.tally.rejected + rejectedRows }

    /// Imports sheets by a mapping; sessions that begin after the current day of the dataset's time zone are planned.
    ///
    /// Messages about rates call the mapping by its `name`: they are given there.
    ///
    /// - Throws: ``ImportError`` where mapping and sheets do not fit together.
    package init(
        _ sheets: [RegisterSheet], by mapping: Mapping, named name: String, currentDay: (_ zone: String) -> CivilDate
    ) throws(ImportError) {
        let register = try RegisterImport(mapping)
        var made = try register.dataset(of: sheets, today: currentDay(register.settings.timeZone))
        let log = FindingLog(keptPerGroup: 20)
        var rejects: [RecordTable: Set<Int>] = [:]
        var options = ReadOptions()
        // An import writes rates.csv itself.
        options.names[.rates] = name
        // Row 1 holds the headings.
        var rejectedPlaces: Set<String> = []
        options.onReject = {
            rejects[$0.table, default: []].insert($0.finding.line - 2)
            rejectedPlaces.insert(Self.row(of: $0.finding.place))
        }
        do throws(ReadError) {
            let reader = try DatasetReader(of: ImportedRecords(made), options: options, log: log)
            _ = try reader.readTables()
            _ = try reader.readParticipations(into: NoParticipations())
        } catch {
            throw .refused(
                error.texts.first ?? .init(en: error.message),
                remedy: .init(en: "correct the mapping", ar: "صحّح المطابقة"))
        }
        guard log.uselessFiles.isEmpty else {
            throw .refused(
                .init(
                    en: "the records have no \(log.uselessFiles.joined(separator: ", "))",
                    ar: "لا يوجد في السجلات \(log.uselessFiles.joined(separator: "، ").isolated)"),
                remedy: .init(en: "correct the mapping", ar: "صحّح المطابقة"))
        }
        for (table, rows) in rejects { made.leaveOut(rows, of: table) }
        dataset = made
        findings = log
        rejectedRows = rejectedPlaces.count
    }

    /// The row of a place in the register, without its column: several tables come from one row.
    private static func row(of place: String) -> String {
        guard let colon = place.lastIndex(of: ":") else { return place }
        return String(place[...colon]) + String(place[colon...].filter(\.isNumber))
    }
}

/// Takes participations and keeps none: only the findings count.
private struct NoParticipations: ParticipationSink {
    func emptyCopy() -> NoParticipations { self }
    mutating func add(_ block: borrowing ParticipationBlock) {}
    mutating func merge(_ other: consuming NoParticipations) {}
}
