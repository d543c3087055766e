import Support
import TrainingStats

/// The rows of a table as they stand, whatever their fields say: for those who carry records to another place.
package struct RecordRows {
    /// A row as it stands.
    package struct Row: Sendable {
        /// Its number: the line of a file, the row of a sheet.
        package var number: Int
        /// Its fields, one for each heading.
        package var fields: [String]
    }

    /// The headings as they stand.
    package let headings: [String]
    /// For each heading the position of its column in the contract; nil for one that the contract does not know.
    package let columns: [Int?]
    /// Where columns stand that have a heading which the contract does not know.
    package var otherColumns: [Int] {
        headings.indices.filter { columns[$0] == nil && !headings[$0].allSatisfy(\.isWhitespace) }
    }

    /// The columns that the dataset declares, by where they stand.
    package let ownFields: [Int: TableField]

    /// How the text is written; known when the rows have been gone through.
    package var form: TextForm { readForm() }

    private let readForm: () -> TextForm
    private let run: (_ body: (Row) -> Void) throws(ReadError) -> Finding?

    /// Opens a table of a source; nil where the source does not have it.
    ///
    /// - Throws: ``ReadError`` where it cannot be read, or its headings are such that no field can be told.
    package init?(
        of table: RecordTable, in contents: SourceContents, settings: DatasetSettings
    ) throws(ReadError) {
        guard let input = contents.tables[table] else { return nil }
        self = try Self.open(table.columns, of: input, settings)
    }

    /// Calls a body for each row whose shape is right.
    ///
    /// - Returns: what is wrong with the first row that cannot be taken apart into fields; nil where there is none.
    package func forEach(_ body: (Row) -> Void) throws(ReadError) -> Finding? { try run(body) }

    private static func open<Column: TableColumn>(
        _ columns: Column.Type, of input: any TableInput, _ settings: DatasetSettings
    ) throws(ReadError) -> RecordRows {
        let source = ChunkSource(try input.open(), longestRecord: settings.limits.record)
        let log = FindingLog(keptPerGroup: 1)
        let findings = RowFindings(of: input, log: log, policy: .reject)
        guard
            let reader = try TableReader<Column>(
                of: input, from: source, settings: settings, findings: findings, onReject: nil)
        else {
            let finding = log.findings.first { $0.code.severity == .error }
            throw .unreadable(path: input.name, reason: (finding?.wording ?? FindingText(FileWording.emptyFile)).text)
        }
        return RecordRows(reader, log, settings)
    }

    private init<Column: TableColumn>(
        _ reader: TableReader<Column>, _ log: FindingLog, _ settings: DatasetSettings
    ) {
        headings = reader.header.headings
        columns = reader.header.columns.map { column in column.flatMap { Column.allCases.firstIndex(of: $0) } }
        readForm = { reader.form }
        ownFields = Dictionary(
            reader.header.own.map {
                ($0.position, settings.attributes[$0.column.attribute].field(called: $0.column.name))
            },
            uniquingKeysWith: { first, _ in first })
        run = { (body) throws(ReadError) in
            try reader.forEachRow {
                body(Row(number: reader.line, fields: reader.scanner.fields.map { reader.scanner.string(of: $0) }))
            }
            return log.findings.first { $0.code.severity == .error }
        }
    }
}

extension SourceContents {
    /// The headings of a table as they stand.
    func headings(of table: RecordTable) -> KnownHeadings {
        do throws(ReadError) {
            guard let rows = try RecordRows(of: table, in: self, settings: DatasetSettings()) else { return .none }
            return .headings(rows.headings)
        } catch {
            // Whoever reads the table tells it.
            return .unreadable
        }
    }

    /// The settings that the source states; the defaults where it states none.
    package func datasetSettings() throws(ReadError) -> DatasetSettings {
        try settings?.settings(of: self).settings ?? DatasetSettings()
    }
}
