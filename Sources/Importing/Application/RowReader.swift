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

    private let context: Context
    private let record: TableRows.Record
    /// The columns of the group that the record is about, of courses across.
    private let group: [TableLayout.Column]
    private let shared: SharedReading
    private var known: [String: RowOutcome] = [:]
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

    private func error(_ english: String, _ arabic: String, at value: RowValue? = nil) {
        shared.log.add(.error, at: place(value), .init(en: english, ar: arabic))
    }
}

/// Fields.
extension RowReader {
    /// The value of a field, read as it says or as is usual.
    private func read(
        _ field: Field, named name: String, kind: Field.Kind? = nil, given: RowOutcome? = nil
    ) -> RowOutcome {
        let source = given ?? source(of: field, named: name)
        guard case .value(var value) = source else { return source }
        if isNothing(value, field) { return .empty }
        if let split = field.split, let take = field.take {
            let parts = value.text.components(partedBy: split)
            guard parts.indices.contains(take - 1) else { return .empty }
            value.text = parts[take - 1]
        }
        let usual =
            name.contains(".") || Mapping.headcountNames.contains(name)
            ? Mapping.usualKind(of: name) : shared.reader.members.hasList(name) ? .words : .text
        guard let kind = field.kind ?? kind ?? (name.isEmpty ? nil : usual) else { return .value(value) }
        var month: DateSpan?
        if let source = field.month, let text = self.value(source).text {
            month = DateReader(calendar: field.calendar == .hijri ? .hijri : .gregorian)(text).span
        }
        do throws(ValueReader.Refusal) {
            let how = ValueReader.Instruction(name: name.isEmpty ? "value" : name, kind: kind, field: field)
            let text = try shared.reader.read(value, how, month: month) { told in
                shared.log.add(.warning, at: place(value), told)
            }
            guard let text, !text.isEmpty else { return .empty }
            return .value(RowValue(text: text, row: value.row, column: value.column))
        } catch {
            shared.log.add(.error, at: place(value), error.text)
            return .wrong
        }
    }

    private func isNothing(_ value: RowValue, _ field: Field) -> Bool {
        if CellText.isNothing(value.text) { return true }
        let key = WordIndex.key(of: value.text)
        return field.empty.contains { WordIndex.key(of: $0) == key }
    }

    /// The text that a field's source gives, before it is read.
    private func source(of field: Field, named name: String) -> RowOutcome {
        func text(_ text: String?) -> RowOutcome {
            text.map { .value(RowValue(text: $0, row: record.row.number)) } ?? .empty
        }
        switch field.source {
        case .column(let headings, let number):
            guard let column = context.columns.position(of: headings, number: number, in: context.layout) else {
                return .empty
            }
            return cell(column, headings[0])
        case .around(let labels): return around(labels)
        case .sheetName: return text(context.sheet.name)
        case .fileName: return text(context.sheet.file.split(separator: ".").dropLast().joined(separator: "."))
        case .level(let level):
            guard case .groups(let groups)? = context.table.across, let row = groups.levels.firstIndex(of: level),
                let column = group.first, column.levels.indices.contains(row)
            else { return .empty }
            return text(column.levels[row])
        case .part(let part):
            let key = WordIndex.key(of: part)
            guard let column = group.first(where: { WordIndex.key(of: $0.lowest) == key }) else { return .empty }
            return cell(column.index, part)
        case .value(let name): return value(name)
        case .text(let constant): return text(constant)
        case .join(let fields, let with): return joined(fields.map { read($0, named: "") }, with)
        case .first(let fields):
            for field in fields {
                let outcome = read(field, named: "")
                if case .empty = outcome { continue }
                return outcome
            }
            return .empty
        case .product(let fields): return product(fields.map { read($0, named: "", kind: $0.kind ?? .number) })
        case .cases(let cases): return result(of: cases, named: name)
        }
    }

    private func cell(_ column: Int, _ heading: String) -> RowOutcome {
        guard let cell = record.row.cell(column) else { return .empty }
        let value = RowValue(text: cell.text, kind: cell.kind, row: record.row.number, column: column)
        switch cell.kind {
        case .error:
            shared.log.add(
                .warning, at: place(value),
                .init(
                    en: "'\(heading)': \(cell.text) is an error of a formula, and taken for nothing",
                    ar: "«\(heading)»: \(cell.text.isolated) خطأ في معادلة، فعُدّ فارغًا"))
            return .empty
        case .uncachedFormula:
            shared.log.add(
                .warning, at: place(value),
                .init(
                    en:
                        "'\(heading)': the file does not hold the result of the formula; open it in a spreadsheet program and save it",
                    ar: "«\(heading)»: ناتج المعادلة ليس في الملف؛ افتحه في برنامج الجداول واحفظه"))
            return .empty
        default: return .value(value)
        }
    }

    /// The cell beside a label, anywhere in the sheet; the first label that is there counts.
    private func around(_ labels: [String]) -> RowOutcome {
        for label in labels {
            if let outcome = shared.around[context.sheet.title]?[label] { return outcome }
            let outcome = shared.find(label, in: context.sheet, besides: context.layout.rows.upperBound)
            shared.around[context.sheet.title, default: [:]][label] = outcome
            if case .empty = outcome { continue }
            return outcome
        }
        return .empty
    }

    private func joined(_ outcomes: [RowOutcome], _ with: String) -> RowOutcome {
        var texts: [String] = []
        var first: RowValue?
        for outcome in outcomes {
            switch outcome {
            case .empty: continue
            case .wrong: return .wrong
            case .value(let value):
                texts.append(value.text.joinedToOneLine())
                first = first ?? value
            }
        }
        return first.map { .value(RowValue(text: texts.joined(separator: with), row: $0.row, column: $0.column)) }
            ?? .empty
    }

    private func product(_ outcomes: [RowOutcome]) -> RowOutcome {
        var result = ExactDecimal(1)
        var place: RowValue?
        for outcome in outcomes {
            guard case .value(let value) = outcome, let factor = ExactDecimal(value.text) else { return outcome }
            let (product, overflows) = result.millionths.multipliedReportingOverflow(by: factor.millionths)
            guard !overflows else { return .wrong }
            result = ExactDecimal(millionths: product / ExactDecimal.scale)
            place = place ?? value
        }
        return place.map { .value(RowValue(text: result.description, row: $0.row, column: $0.column)) } ?? .empty
    }
}

/// Rules.
extension RowReader {
    private func result(of cases: [Field.Case], named name: String) -> RowOutcome {
        for one in cases {
            switch holds(one.when) {
            case true: return read(one.then, named: "")
            case nil: return .wrong
            default: continue
            }
        }
        guard name == "participations.status" else { return .empty }
        let names = Set(cases.flatMap { $0.when.parts.map(\.name) }).sorted()
        let told = names.map { "\($0) '\(value($0).text ?? "")'" }.joined(separator: ", ")
        error(
            "no case of participations.status holds: \(told); add one",
            "لا حالة من participations.status تنطبق: \(told.isolated)؛ أضف حالة")
        return .wrong
    }

    /// Whether a condition holds; nil where a value that it asks for cannot be read.
    private func holds(_ condition: Condition) -> Bool? {
        for part in condition.parts {
            let outcome = value(part.name)
            if case .wrong = outcome { return nil }
            let text = outcome.text
            let isMet: Bool
            switch part.test {
            case .isFilled: isMet = text != nil
            case .isEmpty: isMet = text == nil
            case .isOneOf(let texts):
                let key = text.map { WordIndex.key(of: $0) }
                isMet = texts.contains { key == WordIndex.key(of: $0) }
            case .isBetween(let atLeast, let below):
                guard let text else { return false }
                isMet =
                    atLeast.map { !Self.isLess(text, $0) } ?? true && below.map { Self.isLess(text, $0) } ?? true
            }
            if !isMet { return false }
        }
        return true
    }

    /// Whether a number or date comes before another one.
    static func isLess(_ left: String, _ right: String) -> Bool {
        if let left = ExactDecimal(left), let right = ExactDecimal(right) { return left < right }
        return left < right
    }
}

/// Days across.
extension RowReader {
    private func workOut(_ days: Across.Days) {
        var counts: [String: Int] = [:]
        var (present, hours) = (0, ExactDecimal.zero)
        var isWrong = false
        let daily = days.hours.map { read($0, named: "", kind: $0.kind ?? .clockRange).text }.flatMap { $0 }
            .flatMap { ExactDecimal($0) }
        for (column, _) in context.days {
            guard let cell = record.row.cell(column.index), !cell.text.trimmingBlanks().isEmpty else { continue }
            let text = cell.text.trimmingBlanks()
            guard let name = shared.reader.members.member(text, of: "marks"),
                let mark = days.marks.first(where: { $0.name == name })
            else {
                error(
                    "'\(text.shortened())' is no mark of the list \"marks\" under \"words\"; add it there",
                    "«\(text.shortened())» ليست علامة في القائمة marks تحت words؛ أضفها",
                    at: RowValue(text: text, row: record.row.number, column: column.index))
                isWrong = true
                continue
            }
            counts[name, default: 0] += 1
            guard mark.isPresent == true else { continue }
            present += 1
            if let daily, let share = ExactDecimal(mark.share) {
                let (product, overflows) = daily.millionths.multipliedReportingOverflow(by: share.millionths)
                if !overflows { hours += ExactDecimal(millionths: product / ExactDecimal.scale) }
            }
        }
        func set(_ name: String, _ text: String?) {
            known[name] = isWrong ? .wrong : text.map { .value(RowValue(text: $0, row: record.row.number)) } ?? .empty
        }
        set("days.present", "\(present)")
        set("days.hours", daily == nil ? nil : hours.description)
        for mark in days.marks { set("marks.\(mark.name)", "\(counts[mark.name] ?? 0)") }
        // The days of the session do not depend on the marks of one person.
        let dates = context.days.map(\.date).filter { !$0.isEmpty }
        for (name, date) in [("days.first", dates.min()), ("days.last", dates.max())] {
            known[name] = date.map { .value(RowValue(text: $0, row: record.row.number)) } ?? .empty
        }
    }
}

extension String {
    /// The parts between the places of a text, without blanks around them.
    func components(partedBy separator: String) -> [String] {
        guard !separator.isEmpty else { return [self] }
        return split(separator: separator, omittingEmptySubsequences: false).map { String($0).trimmingBlanks() }
    }
}
