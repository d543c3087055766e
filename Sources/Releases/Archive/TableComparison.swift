import Records
import Reporting
import Support

/// What differs between the data of tables, figure by figure.
package enum TableComparison {
    /// The data of a table, as its CSV file has them.
    package struct Data: Sendable {
        /// Identifier of the table.
        package let table: String
        /// Identifiers of its columns.
        package let columns: [String]
        /// The columns with figures of other periods than the release's.
        private let columnsOfOtherPeriods: Set<String>
        /// The keys of the rows with such figures.
        private let keysOfOtherPeriods: Set<[ByteKey]>
        private let keyCount: Int
        private let rows: [[String]]

        /// Reads the data from CSV; the first columns identify a row.
        package init(
            table: String, keys: Int, columnsOfOtherPeriods: [String] = [], keysOfOtherPeriods: [[String]] = [],
            csv: [UInt8]
        ) {
            self.table = table
            self.keysOfOtherPeriods = Set(keysOfOtherPeriods.map { $0.map { ByteKey($0) } })
            self.columnsOfOtherPeriods = Set(columnsOfOtherPeriods)
            let records = CSVText.records(csv)
            columns = records.first ?? []
            keyCount = min(keys, columns.count)
            rows = Array(records.dropFirst())
        }

        /// Whether a figure is about another period than the release.
        package func isOfOtherPeriod(_ place: FigurePlace) -> Bool {
            columnsOfOtherPeriods.contains(place.column)
                || !keysOfOtherPeriods.isEmpty && keysOfOtherPeriods.contains(place.key.map { ByteKey($0.code) })
        }

        /// The figures with their places, in the order of the file, without the columns of marks.
        fileprivate var figures: [(place: FigurePlace, text: String)] {
            var seen: [[ByteKey]: Int] = [:]
            return rows.flatMap { row -> [(place: FigurePlace, text: String)] in
                let codes = Array(row.prefix(keyCount))
                let rowKey = codes.map { ByteKey($0) }
                seen[rowKey, default: 0] += 1
                var key = zip(columns, codes).map { FigurePlace.Member(column: $0, code: $1) }
                // Rows with the same members are numbered in their order.
                if let count = seen[rowKey], count > 1 { key.append(.init(column: "row", code: String(count))) }
                return zip(columns, row).dropFirst(keyCount).compactMap { column, text in
                    column.hasSuffix(Table.statusEnding)
                        ? nil : (FigurePlace(table: table, key: key, column: column), text)
                }
            }
        }
    }

    /// Tables of what was read, which are no figures of the report.
    private static let tablesOfFiles = ["quality"]

    /// Tables each of whose rows states something itself, with the column that has it: a row that has come or gone is one
    /// change, of this column.
    private static let tablesOfStatements = ["targets": "target", "published": "published"]

    /// The figures that differ, are gone or have come, table by table, in the order of the new data.
    ///
    /// If the reporting days differ, so do figures of other periods than the release's; these are marked.
    package static func changes(
        from old: [Data], to new: [Data], onSameReportingDay isSameDay: Bool
    ) -> [FigureChange] {
        let old = old.filter { !tablesOfFiles.contains($0.table) }
        let new = new.filter { !tablesOfFiles.contains($0.table) }
        let tables = Dictionary((old + new).map { ($0.table, $0) }, uniquingKeysWith: { _, last in last })
        func marked(_ change: FigureChange) -> FigureChange {
            var change = change
            change.movesWithReportingDay =
                !isSameDay && tables[change.place.table]?.isOfOtherPeriod(change.place) == true
            return change
        }
        let before = Dictionary(
            old.flatMap(\.figures).map { ($0.place, $0.text) }, uniquingKeysWith: { first, _ in first })
        let after = new.flatMap(\.figures)
        let places = Set(after.map(\.place))
        let (rowsBefore, rowsAfter) = (rowsOfStatements(before.keys), rowsOfStatements(places))
        let changed = after.compactMap { figure in
            before[figure.place] == figure.text || isBesideStatement(figure.place, unlessIn: rowsBefore)
                ? nil : FigureChange(place: figure.place, old: before[figure.place], new: figure.text)
        }
        let gone = old.flatMap(\.figures).filter {
            !places.contains($0.place) && !isBesideStatement($0.place, unlessIn: rowsAfter)
        }.map { FigureChange(place: $0.place, old: $0.text, new: nil) }
        return (changed + gone).map(marked)
    }

    /// The rows of tables of statements that have these figures.
    private static func rowsOfStatements(_ places: some Sequence<FigurePlace>) -> Set<FigurePlace> {
        Set(places.lazy.filter { tablesOfStatements[$0.table] != nil }.map(\.row))
    }

    /// Whether a figure stands beside what its row states, and the row is none of some.
    private static func isBesideStatement(_ place: FigurePlace, unlessIn rows: Set<FigurePlace>) -> Bool {
        guard let column = tablesOfStatements[place.table], place.column != column else { return false }
        return !rows.contains(place.row)
    }
}

extension FigurePlace {
    /// The place of the row.
    fileprivate var row: FigurePlace { FigurePlace(table: table, key: key, column: "") }
}

extension Manifest {
    /// The data of a release's tables, without that of its revisions.
    ///
    /// - Throws: `FileError` where a table cannot be read.
    package func data(in folder: String) throws(FileError) -> [TableComparison.Data] {
        var data: [TableComparison.Data] = []
        for table in tables where table.id != ChangeTable.id {
            data.append(
                .init(
                    table: table.id, keys: table.keys, columnsOfOtherPeriods: table.namesOfOtherPeriods,
                    keysOfOtherPeriods: table.otherRows ?? [],
                    csv: try FileSystem.bytes(of: folder + "/" + table.file)))
        }
        return data
    }
}
