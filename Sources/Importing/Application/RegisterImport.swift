import Records
import Support
import TrainingStats

/// Makes a dataset of registers by a mapping.
///
/// ```swift
/// let made = try RegisterImport(mapping).dataset(of: try RegisterSheet.all(in: "register.xlsx"))
/// print(made.tally.records, made.log.messages.count)
/// ```
package struct RegisterImport {
    private let mapping: Mapping
    /// The settings that the mapping gives to the dataset.
    package let settings: DatasetSettings

    /// An import by a mapping.
    ///
    /// - Throws: ``ImportError`` where the settings that the mapping gives to the dataset are wrong.
    package init(_ mapping: Mapping) throws(ImportError) {
        self.mapping = mapping
        do throws(ReadError) {
            let bytes = Array(JSONNode.object(mapping.dataset).text.utf8)
            settings = try DatasetSettings.decode(bytes, path: "the mapping's \"dataset\"")
        } catch {
            throw .refused(
                .init(
                    en: error.texts.map(\.en).joined(separator: "; "),
                    ar: error.texts.map { $0(.ar) }.joined(separator: "؛ ")),
                remedy: .init(en: "correct \"dataset\" in the mapping", ar: "صحّح \"dataset\" في المطابقة"))
        }
    }

    /// The dataset of some sheets; sheets that no table of the mapping speaks of are passed over.
    ///
    /// Sessions that begin after the reporting day are planned; without such a day none is.
    ///
    /// - Throws: ``ImportError/badMapping(path:problems:)`` where the mapping names sheets or headings that are not there.
    package func dataset(of sheets: [RegisterSheet], today: CivilDate? = nil) throws(ImportError) -> ImportedDataset {
        let shared = SharedReading(ValueReader(mapping, hoursPerDay: settings.hoursPerDay))
        var builder = DatasetBuilder(currency: settings.currency)
        var used: Set<String> = []
        let problems = MappingCheck(of: mapping, in: sheets).problems
        guard problems.isEmpty else { throw .badMapping(path: "the mapping", problems: problems) }
        for table in mapping.tables {
            for sheet in sheets where table.isOn(sheet) {
                // The check has found the headings of all tables.
                guard let layout = TableLayout(of: table, in: sheet) else { continue }
                used.insert(sheet.title)
                read(layout, of: table, in: sheet, into: &builder, shared: shared)
            }
        }
        for sheet in sheets where !used.contains(sheet.title) && !isExcepted(sheet) && !sheet.rows.isEmpty {
            shared.log.add(
                .warning, at: sheet.title,
                .init(
                    en: "nothing is made of this sheet; name it under \"sheets\" or \"except\"",
                    ar: "لم يؤخذ من هذه الورقة شيء؛ اذكرها في \"sheets\" أو \"except\""))
        }
        return ImportedDataset(builder, mapping: mapping, shared: shared, today: today)
    }

    private func isExcepted(_ sheet: RegisterSheet) -> Bool {
        mapping.tables.contains { table in
            table.except.contains { MappedTable.matches(sheet.name ?? sheet.file, $0) }
        }
    }

    private func read(
        _ layout: TableLayout, of table: MappedTable, in sheet: RegisterSheet, into builder: inout DatasetBuilder,
        shared: SharedReading
    ) {
        HeadingCheck(of: table, layout, in: sheet).tellUnused(&shared.log)
        let rows = TableRows(of: table, in: layout, sheet, &shared.log)
        builder.note(rows)
        tellHidden(rows, of: sheet, &shared.log)
        let fields = Dictionary(
            (table.values + table.fields).map { ($0.name, $0.field) }, uniquingKeysWith: { first, _ in first })
        var context = RowReader.Context(
            table: table, layout: layout, sheet: sheet, fields: fields, days: [])
        if case .days(let days)? = table.across {
            context = RowReader.Context(
                table: table, layout: layout, sheet: sheet, fields: fields,
                days: self.days(days, in: context, shared: shared))
        }
        let keys = RecordKeys(of: table)
        for record in rows.records {
            for group in groups(of: table, in: layout) {
                let row = RowReader(record, of: context, group: group, shared: shared)
                if !group.isEmpty, row.isEmptyGroup { continue }
                builder.add(row, of: table, keys: keys, shared: shared)
                check(row, of: table, shared: shared)
            }
        }
        checkTotals(of: rows, table, in: context, shared: shared)
    }

    /// Tells what people may not have seen: hidden sheets and rows count.
    private func tellHidden(_ rows: TableRows, of sheet: RegisterSheet, _ log: inout ImportLog) {
        if sheet.isHidden {
            log.add(
                .warning, at: sheet.title,
                .init(en: "the sheet is hidden, and counts", ar: "الورقة مخفية، وتُحتسب"))
        }
        for record in rows.records where record.row.isHidden {
            log.add(
                .warning, at: sheet.place(row: record.row.number),
                .init(en: "the row is hidden, and counts", ar: "الصف مخفي، ويُحتسب"), topic: "hidden " + sheet.title)
        }
    }

    /// The groups of columns that run across, one after the other; a group without columns where none do.
    private func groups(of table: MappedTable, in layout: TableLayout) -> [[TableLayout.Column]] {
        guard case .groups(let groups)? = table.across else { return [[]] }
        var found: [[TableLayout.Column]] = []
        for column in layout.across(groups.columns) {
            let isSame = found.last?.first.map { $0.levels.dropLast() == column.levels.dropLast() } ?? false
            // A part that comes again begins another group of the same course.
            let isNew = found.last?.contains { $0.lowest == column.lowest } ?? true
            if isSame, !isNew { found[found.count - 1].append(column) } else { found.append([column]) }
        }
        return found
    }

    /// The columns of days with their dates.
    private func days(
        _ days: Across.Days, in context: RowReader.Context, shared: SharedReading
    ) -> [(column: TableLayout.Column, date: String)] {
        let columns = context.layout.across(days.columns)
        let rows = context.layout.sheet.rows[context.layout.rows]
        // Of several rows of headings, one of weekdays for instance, the one that has dates.
        let dated = rows.first { row in columns.contains { row.cell($0.index).map(Self.isDate) ?? false } }
        guard let heading = dated ?? rows.first else { return [] }
        let row = RowReader(TableRows.Record(row: heading, section: nil), of: context, shared: shared)
        return columns.map { column in
            (column, row.date(of: column.index, as: days.date) ?? "")
        }
    }

    /// Whether a cell has a date, or a day of a month.
    private static func isDate(_ cell: RegisterSheet.Cell) -> Bool {
        if cell.kind == .date || cell.kind == .dateTime { return true }
        if let day = Int(CellText.tidied(cell.text)) { return (1...31).contains(day) }
        return DateReader()(cell.text) != .none
    }

    /// Holds the sums that a row states against what it has.
    private func check(_ row: RowReader, of table: MappedTable, shared: SharedReading) {
        for check in table.checks where check.equals != "rows" {
            guard case .value(let stated) = row.stated(check.field), let worked = row.value(check.equals).text else {
                continue
            }
            shared.sums[check, default: HeldSum()].rows += 1
            guard stated.text != worked else { continue }
            shared.sums[check, default: HeldSum()].differing += 1
            shared.log.add(
                .warning, at: row.place(stated),
                .init(
                    en: "the register says \(stated.text), and \(check.equals) is \(worked)",
                    ar: "في السجل \(stated.text)، و\(check.equals.isolated) هو \(worked)"),
                topic: "check " + check.equals)
        }
    }

    /// Holds the number of records that a sheet states against those that it has.
    private func checkTotals(
        of rows: TableRows, _ table: MappedTable, in context: RowReader.Context, shared: SharedReading
    ) {
        guard let record = rows.records.first else { return }
        let row = RowReader(record, of: context, shared: shared)
        for check in table.checks where check.equals == "rows" {
            guard case .value(let stated) = row.stated(check.field), stated.text != "\(rows.records.count)" else {
                continue
            }
            shared.log.add(
                .warning, at: row.place(stated),
                .init(
                    en: "the register says that it has \(stated.text) rows, and \(rows.records.count) were found",
                    ar: "في السجل أن صفوفه \(stated.text)، والموجود \(rows.records.count)"))
        }
    }
}

extension MappedTable {
    /// Whether the table is on a sheet.
    func isOn(_ sheet: RegisterSheet) -> Bool {
        let name = sheet.name ?? sheet.file
        return (sheets.isEmpty || sheets.contains { Self.matches(name, $0) })
            && !except.contains { Self.matches(name, $0) }
    }

    /// Whether a name is a pattern, in which `*` stands for any text.
    static func matches(_ name: String, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { return name == pattern }
        var rest = name[...]
        for (index, part) in parts.enumerated() {
            if index == 0 {
                guard rest.hasPrefix(part) else { return false }
                rest = rest.dropFirst(part.count)
            } else if index == parts.count - 1 {
                return rest.hasSuffix(part)
            } else if !part.isEmpty {
                guard let range = rest.firstRange(of: part) else { return false }
                rest = rest[range.upperBound...]
            }
        }
        return true
    }
}
