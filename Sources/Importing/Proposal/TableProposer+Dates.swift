import Support
import TrainingStats

/// Dates.
extension TableProposer {
    /// A field of dates with the order and calendar that its values show.
    func dated(
        _ field: Field, by profiles: [ColumnProfile], named name: String, _ notes: inout ProposalNotes
    ) -> Field {
        var field = field
        let place = place(name)
        let own = profiles.map(\.dates)
        let all = shape.columns.map(\.profile.dates)
        let orders = Set(own.compactMap(\.order))
        let open = own.first { $0.open.count > 0 }?.open
        let proof =
            own.first { $0.dayFirst.count > 0 }?.dayFirst.example ?? own.first { $0.monthFirst.count > 0 }?.monthFirst
            .example ?? ""
        if orders.count == 1, !own.contains(where: \.isContradictory) {
            field.order = orders.first
            notes.add("the order of '\(proof)' can be no other", "ترتيب «\(proof)» لا يحتمل غيره", at: place)
        } else if let open {
            let others = Set(all.filter { $0.dates > 0 }.compactMap(\.order))
            field.order = others.count == 1 ? others.first : .dayMonthYear
            let reading = DateReader(order: field.order)(open.example).span?.first.description ?? ""
            let why =
                others.count == 1
                ? ("as in other columns of the sheet", "كما في أعمدة أخرى من الورقة")
                : ("nothing in the register decides it", "وليس في السجل ما يحسمه")
            notes.doubt(
                "'\(open.example)' is taken for \(reading) (day or month first?); \(why.0)",
                "«\(open.example)» عُدّ \(reading) (اليوم أولًا أم الشهر؟)؛ \(why.1)", at: place)
        }
        if own.contains(where: \.isContradictory) {
            notes.doubt(
                "some dates of '\(proof)' have the day first, and some the month",
                "في التواريخ ما يبدأ باليوم وما يبدأ بالشهر، مثل «\(proof)»", at: place)
        }
        if let hijri = own.first(where: { $0.hijri.count > 0 })?.hijri {
            field.calendar = .hijri
            notes.doubt(
                "'\(hijri.example)' is taken for a date of the Hijra", "«\(hijri.example)» عُدّ تاريخًا هجريًا", at: place)
        }
        if field.kind != .firstDay, field.kind != .lastDay,
            let month = own.first(where: { $0.months.count > 0 })?.months
        {
            field.monthAlone = .lastDay
            notes.doubt(
                "'\(month.example)' has no day; the last day of the month is taken",
                "«\(month.example)» بلا يوم؛ أُخذ آخر يوم من الشهر", at: place)
        }
        if let other = own.first(where: { $0.others.count > 0 })?.others {
            let texts = profiles.flatMap(\.texts).map(\.text).filter { text in
                !ColumnProfile.isNumber(text) && DateReader()(text) == .none
                    && DateReader(calendar: .hijri)(text) == .none
            }
            field.empty = Array(texts.prefix(20))
            notes.doubt(
                "'\(other.example)' is no date, and is taken for none", "«\(other.example)» ليس تاريخًا، فعُدّ فارغًا",
                at: place)
        }
        return field
    }
}
