import Support

/// Days across.
extension RowReader {
    /// Works out what the marks of a row say together.
    func workOut(_ days: Across.Days) {
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
