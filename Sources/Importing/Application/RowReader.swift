import Support
import TrainingStats
import Workbooks

/// Works out the fields and values of one record, each once and only when it is asked for.
///
/// A class, since working out one value asks for others.
final class RowReader {
    /// What all records of a table share.
    struct Context {
        let table: MappedTable
        let layout: TableLayout
        let sheet: RegisterSheet
        /// The fields and values by their names.
        let fields: [String: Field]
        /// The columns by their headings, looked up once.
        let columns = KnownColumns()
        /// The columns that run across, with their dates where they are days.
        let days: [(column: TableLayout.Column, date: String)]
    }

    /// Columns that have been looked up.
    final class KnownColumns {
        private var positions: [String: Int?] = [:]

        /// The column with one of these headings; nil if there is none, or several.
        func position(of headings: [String], number: Int?, in layout: TableLayout) -> Int? {
            let key = headings.count == 1 && number == nil ? headings[0] : "\(headings)\(number ?? 0)"
            if let position = positions[key] { return position }
            let found: Int? =
                if case .column(let index) = layout.column(headings, number: number) { index } else { nil }
            positions[key] = found
            return found
        }
    }

    let context: Context
    let record: TableRows.Record
    /// The columns of the group that the record is about, of courses across.
    let group: [TableLayout.Column]
    let shared: SharedReading
    /// What has been worked out, by name.
    var known: [String: RowOutcome] = [:]
    /// The days with marks, once they have been worked out.
    var markedDays: [MarkedDay] = []
    private var working: Set<String> = []

    /// A reader of a record.
    init(
        _ record: TableRows.Record, of context: Context, group: [TableLayout.Column] = [], shared: SharedReading
    ) {
        self.record = record
        self.context = context
        self.group = group
        self.shared = shared
    }

    /// The place of the record, or of a value in it.
    func place(_ value: RowValue? = nil) -> String {
        context.sheet.place(row: value?.row ?? record.row.number, column: value?.column)
    }

    /// A field, a value, or a result of what runs across, by its name.
    func value(_ name: String) -> RowOutcome {
        if let outcome = known[name] { return outcome }
        guard working.insert(name).inserted else {
            error("'\(name)' is made of itself; correct the mapping", "«\(name)» مصنوع من نفسه؛ صحح ملف الربط")
            return .wrong
        }
        defer { working.remove(name) }
        let outcome: RowOutcome
        if let field = context.fields[name] {
            outcome = read(field, named: name)
        } else if name == context.table.rows.section {
            outcome = record.section.map { .value(RowValue(text: $0, row: record.row.number)) } ?? .empty
        } else if case .days(let days)? = context.table.across {
            workOut(days)
            outcome = known[name] ?? .empty
        } else {
            outcome = .empty
        }
        known[name] = outcome
        return outcome
    }

    /// The first of some conditions that holds; nil if none does.
    func first(of conditions: [Condition]) -> Int? { conditions.firstIndex { holds($0) == true } }

    /// Whether all columns of the group are empty, so that there is no record.
    var isEmptyGroup: Bool {
        group.allSatisfy { (record.row.cell($0.index)?.text.trimmingBlanks() ?? "").isEmpty }
    }

    /// A field of a group of headcounts.
    func headcount(_ named: NamedField) -> RowOutcome { read(named.field, named: named.name) }

    /// A field of a check.
    func stated(_ field: Field) -> RowOutcome { read(field, named: "", kind: field.kind ?? .number) }

    /// The date that the heading of a column is.
    func date(of column: Int, as field: Field) -> String? {
        guard let cell = record.row.cell(column) else { return nil }
        let value = RowValue(text: cell.text, kind: cell.kind, row: record.row.number, column: column)
        return read(field, named: "days", kind: .date, given: .value(value)).text
    }

    /// Tells what keeps the record, or a value in it, from being read.
    func error(_ english: String, _ arabic: String, at value: RowValue? = nil) {
        shared.log.add(.error, at: place(value), .init(en: english, ar: arabic))
    }
}

extension String {
    /// The parts between the places of a text, without blanks around them.
    func components(partedBy separator: String) -> [String] {
        guard !separator.isEmpty else { return [self] }
        return split(separator: separator, omittingEmptySubsequences: false).map { String($0).trimmingBlanks() }
    }
}
