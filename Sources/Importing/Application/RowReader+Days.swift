import Support

/// A day of training with the mark of a person.
struct MarkedDay {
    /// The date, as the data contract has it.
    let date: String
    let isPresent: Bool
    /// How long the person was present; nil where that is not known.
    let hours: ExactDecimal?
    let place: String

    /// The fields of its row in `attendance.csv`, besides the keys.
    var fields: [String: String] {
        var fields = ["date": date, "present": isPresent ? "yes" : "no"]
        if let hours {
            let (minutes, overflows) = hours.millionths.multipliedReportingOverflow(by: 60)
            if !overflows { fields["minutes"] = ExactDecimal(millionths: minutes).description }
        }
        return fields
    }
}

/// Days across.
extension RowReader {
    /// The days of the record with marks that say whether the person was present; none where no days run across.
    var daysWithMarks: [MarkedDay] {
        guard case .days? = context.table.across else { return [] }
        _ = value("days.present")
        return markedDays
    }

    /// Works out what the marks of a row say together.
    func workOut(_ days: Across.Days) {
        var counts: [String: Int] = [:]
        var (present, hours) = (0, ExactDecimal.zero)
        var isWrong = false
        let daily = days.hours.map { read($0, named: "", kind: $0.kind ?? .clockRange).text }.flatMap { $0 }
            .flatMap { ExactDecimal($0) }
        var marked: [MarkedDay] = []
        for (column, date) in context.days {
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
            guard let isPresent = mark.isPresent else { continue }
            var ofDay: ExactDecimal?
            if isPresent {
                present += 1
                if let daily, let share = ExactDecimal(mark.share) {
                    let (product, overflows) = daily.millionths.multipliedReportingOverflow(by: share.millionths)
                    if !overflows { ofDay = ExactDecimal(millionths: product / ExactDecimal.scale) }
                }
                hours += ofDay ?? .zero
            }
            guard !date.isEmpty else { continue }
            marked.append(
                MarkedDay(
                    date: date, isPresent: isPresent, hours: ofDay,
                    place: place(RowValue(text: text, row: record.row.number, column: column.index))))
        }
        markedDays = isWrong ? [] : marked
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
