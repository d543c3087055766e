import Support
import TrainingStats

/// What a column of a dataset holds, over all rows of its table.
package struct ColumnProfile: Sendable {
    /// Its name as it stands in the header.
    package let name: String
    /// What the data contract says of it; nil of a column that it does not know.
    package let field: TableField?
    /// How many rows fill it in.
    package private(set) var filled = 0
    /// How often each known code stands in it, under any spelling, in the order of the codes; empty where there are none.
    package private(set) var codeCounts: [Int]
    /// The least and the greatest number or day, as it stands; nil of other contents, and where there is none.
    package private(set) var span: (least: String, greatest: String)?

    /// Whether all its fields are codes as they are, numbers or days in plain form.
    package var isPlain: Bool { plain == filled }
    /// Whether all its fields are whole numbers without a point.
    package private(set) var isWhole = true

    private var plain = 0
    private var values: KeyTable?
    private let codes: NameIndex?
    private var bounds: (least: Order, greatest: Order)?

    /// A profile of no rows yet.
    init(name: String, field: TableField?) {
        self.name = name
        self.field = field
        switch field?.content {
        case .code(let known):
            codes = NameIndex(known.map { ($0.code, $0.spellings) })
            codeCounts = Array(repeating: 0, count: known.count)
            values = nil
        case .number, .date:
            (codes, codeCounts, values) = (nil, [], nil)
        case .identifier, .reference, .text, .state, .topic, nil:
            (codes, codeCounts, values) = (nil, [], KeyTable())
        }
    }

    /// How many different texts stand in it; nil of numbers, days and codes.
    package var distinct: Int? { values?.count }

    /// Takes in a field.
    mutating func add(_ text: String) {
        guard !text.isEmpty else { return }
        filled += 1
        if values != nil { _ = values?.insert(text) }
        if case .code(let known) = field?.content, let position = codes?(text) {
            codeCounts[position] += 1
            if known[position].code == text { plain += 1 }
        }
        guard let order = Order(of: text, field?.content) else { return }
        plain += 1
        if text.utf8.contains(UInt8(ascii: ".")) { isWhole = false }
        guard let (least, greatest) = bounds, let known = span else {
            (bounds, span) = ((order, order), (text, text))
            return
        }
        if order < least { (bounds, span) = ((order, greatest), (text, known.greatest)) }
        if greatest < order { (bounds, span) = ((least, order), (known.least, text)) }
    }

    /// What numbers and days are ordered by.
    private enum Order: Comparable {
        case number(ExactDecimal)
        case day(year: Int, month: Int, day: Int)

        /// The order of a text; nil where it is no number or day, or the column does not hold such.
        init?(of text: String, _ content: FieldContent?) {
            switch content {
            case .number:
                guard let number = ExactDecimal(text) else { return nil }
                self = .number(number)
            case .date:
                guard let day = CivilDate.numbers(utf8: Array(text.utf8).span) else { return nil }
                self = .day(year: day.year, month: day.month, day: day.day)
            case .identifier, .reference, .text, .code, .state, .topic, nil: return nil
            }
        }
    }
}

/// What a table of a dataset holds.
package struct TableProfile: Sendable {
    /// The table.
    package let table: RecordTable
    /// What findings call it.
    package let file: String
    /// How many rows it has.
    package private(set) var rows = 0
    /// Its columns, in the order of its header.
    package private(set) var columns: [ColumnProfile]
    /// How its text is written.
    package let form: TextForm

    /// Goes through the rows of a table as they stand; nil where the source does not have it.
    ///
    /// - Throws: ``ReadError`` where it cannot be read, or a row cannot be taken apart into fields.
    package init?(of table: RecordTable, in contents: SourceContents, settings: DatasetSettings) throws(ReadError) {
        guard let records = try RecordRows(of: table, in: contents, settings: settings) else { return nil }
        self.table = table
        file = contents.tables[table]?.name ?? table.fileName
        var columns = records.headings.indices.map { index in
            ColumnProfile(
                name: records.headings[index],
                field: records.columns[index].map { table.fields[$0] } ?? records.ownFields[index])
        }
        var rows = 0
        let wrong = try records.forEach { row in
            rows += 1
            for (index, text) in row.fields.enumerated() where index < columns.count { columns[index].add(text) }
        }
        if let wrong { throw .unreadable(path: wrong.place, reason: wrong.wording.text) }
        self.columns = columns.filter { !$0.name.isEmpty }
        self.rows = rows
        form = records.form
    }
}
