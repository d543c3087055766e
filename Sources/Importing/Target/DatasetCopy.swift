import Records
import Support
import TrainingStats

/// A dataset that is one already, from whatever source, as the files of a folder: its tables pass through as they are.
package struct DatasetCopy {
    /// The files, by their names.
    package private(set) var files: [(name: String, bytes: [UInt8])] = []
    /// How many rows all tables have.
    package private(set) var rows = 0

    /// Whether a source has the tables that every dataset has.
    package static func isDataset(_ source: some RecordSource) throws(ReadError) -> Bool {
        let tables = try source.contents().tables
        return tables[.courses] != nil && tables[.sessions] != nil
            && (tables[.participations] != nil || tables[.headcounts] != nil)
    }

    /// Reads a dataset as it stands; headings get their names of the data contract.
    ///
    /// - Throws: `ReadError` where it cannot be read; ``ImportError/refused(_:remedy:)`` where a row cannot be taken apart.
    package init(of source: some RecordSource) throws {
        let contents = try source.contents()
        let settings = try contents.datasetSettings()
        if let input = contents.settings { files.append((CSVFolder.settingsFile, try input.content())) }
        if let text = try contents.measuresText() { files.append((CSVFolder.measuresFile, text)) }
        for table in RecordTable.allCases {
            guard let records = try RecordRows(of: table, in: contents, settings: settings) else { continue }
            let names = zip(records.headings, records.columns).map { heading, column in
                column.map { table.fields[$0].name } ?? heading
            }
            var text = CSVQuoting.record(names)
            var count = 0
            let wrong = try records.forEach { row in
                text += CSVQuoting.record(row.fields)
                count += 1
            }
            if let wrong {
                throw ImportError.refused(
                    .init(
                        en: "\(wrong.place): \(wrong.message)",
                        ar: "\(wrong.place.isolated): \(wrong.wording(.ar))"),
                    remedy: .init(
                        en: "correct it (tadrib check lists all that is wrong)",
                        ar: "صحّحه (يسرد tadrib check كل الأخطاء)"))
            }
            rows += count
            files.append((table.fileName, Array(text.utf8)))
        }
        for input in contents.inputs { try input.checkUnchanged() }
    }
}
