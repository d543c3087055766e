import Support
import TrainingStats

/// Makes a mapped table of the shape of one or several sheets with the same headings.
struct TableProposer {
    /// The sheets.
    let shapes: [SheetShape]
    /// The sheet that stands for all.
    let shape: SheetShape
    /// Where the table stands in the mapping.
    let path: String
    /// What its columns hold.
    var columns: ColumnAssignment
    /// What was put together so far.
    var table = MappedTable()
    var words: [WordList] = []
    /// Whether words say that somebody has completed.
    var saysCompletionInWords = false
    /// Whether persons have civil identifiers, of which each has one; nil where they have no identifiers.
    var hasCivilIdentifiers: Bool?

    /// A proposer for sheets with the same headings.
    init(_ shapes: [SheetShape], at path: String) {
        self.shapes = shapes
        shape = shapes[0]
        self.path = path
        columns = ColumnAssignment(shapes[0])
    }

    /// The table, and the lists of words that it uses.
    mutating func table(_ notes: inout ProposalNotes) -> (MappedTable, [WordList]) {
        table.headings = shape.headings
        let number =
            shape.records.first.map { _ in
                shape.sheet.rows.first { row in
                    row.cells.contains { WordIndex.key(of: $0.text) == WordIndex.key(of: shape.headings.words[0]) }
                }?.number ?? 1
            } ?? 1
        notes.add(
            "the headings were found in row \(number); \(shapes.reduce(0) { $0 + $1.records.count }) rows look like records",
            "العناوين في الصف \(number)؛ والصفوف التي تبدو سجلات \(shapes.reduce(0) { $0 + $1.records.count })",
            at: path + ".headings")
        proposeRows(&notes)
        proposeAcross(&notes)
        proposeCourses(&notes)
        proposeValidity(&notes)
        proposeSessions(&notes)
        if isHeadcount {
            proposeHeadcounts(&notes)
        } else {
            proposePersons(&notes)
            proposeStatus(&notes)
            proposeScores(&notes)
        }
        proposeChecks()
        proposeUnused(&notes)
        return (table, words)
    }

    /// Whether a row counts people, and names none.
    var isHeadcount: Bool {
        columns[.traineeIdentifier] == nil && columns[.traineeName] == nil && columns[.lastName] == nil
            && (columns[.participants] ?? columns[.women] ?? columns[.men]) != nil
    }

    /// All columns of the sheets with the heading of one.
    func profiles(_ column: SheetShape.Column) -> [ColumnProfile] {
        shapes.compactMap { shape in
            shape.columns.first {
                WordIndex.key(of: $0.heading) == WordIndex.key(of: column.heading) && $0.number == column.number
            }?.profile
        }
    }

    /// The texts of a column in all sheets, in the order of their first cells.
    func texts(_ column: SheetShape.Column) -> [String] {
        var seen: Set<String> = []
        return profiles(column).flatMap(\.texts).map(\.text).filter { seen.insert($0).inserted }
    }

    /// A field of a column.
    func field(_ column: SheetShape.Column, as kind: Field.Kind? = nil) -> Field {
        Field(.column([column.heading], number: column.number), as: kind)
    }

    /// Fills a column of the dataset.
    mutating func fill(_ name: String, _ field: Field) {
        var field = field
        // What is usual need not be said.
        if field.kind == Mapping.usualKind(of: name) { field.kind = nil }
        table.fields.append(NamedField(name, field))
    }

    /// Works out a value.
    mutating func value(_ name: String, _ field: Field) { table.values.append(NamedField(name, field)) }

    /// The path of a column of the dataset in the file.
    func place(_ name: String) -> String { "\(path).fields.\(name)" }

    /// The label above the table that says what a column would.
    func around(_ column: RegisterColumn) -> Field? {
        var labels: [String] = []
        for shape in shapes {
            for (label, found) in shape.around where found == column && !labels.contains(label) { labels.append(label) }
        }
        return labels.isEmpty ? nil : Field(.around(labels))
    }

    private mutating func proposeRows(_ notes: inout ProposalNotes) {
        for shape in shapes {
            for text in shape.skipped where !table.rows.skip.contains(text) { table.rows.skip.append(text) }
            if let label = shape.statedCount, table.checks.isEmpty {
                table.checks = [.init(Field(.around([label])), equals: "rows")]
            }
            if let (label, count) = shape.otherCount {
                notes.doubt(
                    "the row '\(label)' says \(count), and \(shape.records.count) rows look like records",
                    "في الصف «\(label)» \(count)، والصفوف التي تبدو سجلات \(shape.records.count)",
                    at: path + ".rows.skip")
            }
        }
        table.rows.repeats = isHeadcount ? .refuse : .furthest
        if !table.rows.skip.isEmpty {
            notes.add(
                "rows that begin with these texts are totals and signatures",
                "الصفوف التي تبدأ بهذه النصوص مجاميع وتواقيع", at: path + ".rows.skip")
        }
        let lead = columns[.traineeIdentifier] ?? columns[.traineeName]
        let sparse = [RegisterColumn.courseTitle, .startDate, .endDate, .venue, .trainer, .session, .courseIdentifier]
            .filter { named in
                guard let column = columns[named], let lead else { return false }
                return column.profile.filled * 2 < lead.profile.filled && column.profile.filled > 0
            }
        // Where each row has its course and first day, a cell that is empty says that nothing is known.
        if !Set(sparse).isDisjoint(with: [.courseTitle, .startDate, .session, .courseIdentifier]) {
            let isDated = columns[.startDate] != nil && !sparse.contains(.startDate)
            for named in sparse where named != .endDate || !isDated {
                if let column = columns[named] { table.rows.fill.append(column.heading) }
            }
        }
        if !table.rows.fill.isEmpty {
            notes.doubt(
                "these columns are filled once, above the rows that they are for; the rows below take the same",
                "هذه الأعمدة مملوءة مرة واحدة فوق صفوفها؛ وتأخذ الصفوف تحتها القيمة نفسها", at: path + ".rows.fill")
        }
    }

    /// Columns that count the days of a person are held against the marks.
    private mutating func proposeChecks() {
        guard case .days? = table.across else { return }
        for column in columns.unused where HeadingIndex.columns(for: column.heading).contains(.attendedDays) {
            guard column.profile.filled > 0, column.profile.isMostly(column.profile.numbers) else { continue }
            table.checks.append(.init(field(column), equals: "days.present"))
            columns.use(column)
        }
    }

    private mutating func proposeUnused(_ notes: inout ProposalNotes) {
        table.unused = columns.unused.map(\.heading)
        let unknown = columns.unused.filter { HeadingIndex.columns(for: $0.heading).isEmpty && $0.profile.filled > 0 }
        if !unknown.isEmpty {
            let names = Spelling.list(unknown.map { $0.heading.shortened(to: 40) }, quoted: true)
            notes.doubt(
                "it is not known what these columns hold: \(names.en)", "لا يُعرف ما في هذه الأعمدة: \(names(.ar))",
                at: path + ".unused")
        }
        for (column, guess) in columns.guessed {
            notes.doubt(
                "the heading '\(column.heading.shortened(to: 40))' is not known; by its values it is taken for \(Self.noun(guess).en)",
                "العنوان «\(column.heading.shortened(to: 40))» غير معروف؛ عُدّ من قيمه \(Self.noun(guess).ar)",
                at: path + ".fields")
        }
    }

    /// What a column is called whose values alone tell what it is.
    private static func noun(_ column: RegisterColumn) -> (en: String, ar: String) {
        switch column {
        case .nationality: ("the nationality", "الجنسية")
        case .sex: ("the sex", "الجنس")
        case .startDate: ("the first day", "تاريخ البدء")
        case .endDate: ("the last day", "تاريخ الانتهاء")
        default: ("the status", "الحالة")
        }
    }
}
