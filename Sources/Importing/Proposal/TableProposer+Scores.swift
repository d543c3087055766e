import Support
import TrainingStats

/// Scores, hours and costs of a participation.
extension TableProposer {
    mutating func proposeScores(_ notes: inout ProposalNotes) {
        for (column, name) in [
            (RegisterColumn.preScore, "participations.pre_score"), (.score, "participations.post_score"),
        ] {
            guard let found = columns[column] else { continue }
            var score = field(found, as: .percent)
            score.empty = texts(found).filter { !ColumnProfile.isScore($0) }
            if !score.empty.isEmpty {
                let names = Spelling.list(score.empty.prefix(5).map { $0.shortened(to: 30) }, quoted: true)
                notes.add("\(names.en): no score", "\(names(.ar)): لا درجة", at: place(name))
            }
            if let high = found.profile.texts.lazy.map(\.text).compactMap({ NumberReader()($0) }).max(),
                high > ExactDecimal(100)
            {
                notes.doubt(
                    "'\(found.heading)' has values above 100; give the course its max_score",
                    "في «\(found.heading)» قيم فوق 100؛ أعط الدورة max_score", at: place(name))
            }
            fill(name, score)
        }
        if let column = columns[.rating] { fill("participations.rating", field(column)) }
        proposeHours(&notes)
        proposeCost(&notes)
    }

    /// A field for those who were there: nobody else has hours.
    func ofTrained(_ field: Field) -> Field {
        let trained = Condition([.init("participations.status", .isOneOf(["attended", "completed"]))])
        return Field(.cases([.init(when: trained, then: field)]))
    }

    private mutating func proposeHours(_ notes: inout ProposalNotes) {
        let name = "participations.hours"
        guard !table.fields.contains(where: { $0.name == name }) else { return }
        if let column = columns[.hours] ?? columns[.duration] {
            if columns[.hours] != nil { columns.drop(.duration) }
            columns.drop(.days)
            fill(name, ofTrained(field(column, as: .duration)))
            if column.profile.durations > 0 {
                notes.doubt(
                    "a week is taken for 5 days, and a day for 6 hours (\"hoursPerDay\" under \"dataset\")",
                    "الأسبوع محسوب 5 أيام، واليوم 6 ساعات (\"hoursPerDay\" في \"dataset\")", at: place(name))
            } else if columns[.hours] == nil {
                notes.doubt(
                    "the numbers of '\(column.heading)' are taken for hours", "أعداد «\(column.heading)» عُدّت ساعات",
                    at: place(name))
            }
        } else if let column = columns[.days] {
            fill(name, ofTrained(Field(.product([field(column, as: .number), Field(.text("6"))]))))
            notes.doubt("a day is taken for 6 hours", "اليوم محسوب 6 ساعات", at: place(name))
        }
    }

    private mutating func proposeCost(_ notes: inout ProposalNotes) {
        let name = "participations.cost"
        proposeCurrency(ofCostsAt: name, &notes)
        guard let column = columns[.cost] else { return }
        fill(name, field(column))
        if isConstantInSessions(column) {
            notes.doubt(
                "'\(column.heading)' is the same in all rows of a session: is it of each person, as proposed, or of the session (sessions.cost)?",
                "«\(column.heading)» واحد في صفوف الانعقاد كلها: أهو لكل شخص كما اقتُرح، أم للانعقاد (sessions.cost)؟",
                at: place(name))
        }
    }

    /// Currencies of costs, in a column beside them or behind their heading; those other than the dataset's need rates.
    mutating func proposeCurrency(ofCostsAt costs: String, _ notes: inout ProposalNotes) {
        let name = "sessions.currency"
        guard let cost = columns[.cost] else { return columns.drop(.currency) }
        guard let column = columns[.currency] else {
            let unit = HeadingIndex.unit(of: cost.heading).flatMap(CurrencyWords.code)
            if let unit, unit != DatasetSettings().currency {
                notes.doubt(
                    "the costs are in \(unit); say so as \"currency\" under \"dataset\"",
                    "التكاليف بعملة \(unit)؛ اذكرها \"currency\" في \"dataset\"", at: place(costs))
            }
            return
        }
        fill(name, field(column))
        let others = texts(column).compactMap(CurrencyWords.code).reduce(into: [String]()) { codes, code in
            if code != DatasetSettings().currency, !codes.contains(code) { codes.append(code) }
        }
        guard !others.isEmpty else { return }
        let list = Spelling.list(others)
        notes.doubt(
            "costs in \(list.en) need rates: give them under \"rates\", or, if all costs are in one currency, say so as \"currency\" "
                + "under \"dataset\"",
            "التكاليف بعملة \(list(.ar)) تحتاج إلى أسعار صرف: اذكرها في \"rates\"، أو إن كانت التكاليف كلها بعملة واحدة فاذكرها "
                + "\"currency\" في \"dataset\"",
            at: place(name))
    }

    /// Whether a column has one value in all rows of a course and first day, of several and in rows of several persons.
    func isConstantInSessions(_ column: SheetShape.Column) -> Bool {
        guard let course = columns[.courseTitle] ?? columns[.courseIdentifier], let start = columns[.startDate] else {
            return false
        }
        var values: [String: Set<String>] = [:]
        var rows = 0
        for row in shape.records {
            guard let value = row.cell(column.index)?.text else { continue }
            rows += 1
            values[[course, start].map { row.cell($0.index)?.text ?? "" }.joined(separator: "\u{0}"), default: []]
                .insert(value)
        }
        return values.count > 1 && rows >= 2 * values.count && values.values.allSatisfy { $0.count == 1 }
    }
}
