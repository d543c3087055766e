import Support
import TrainingStats

/// Sessions: their keys, dates, places and trainers.
extension TableProposer {
    mutating func proposeSessions(_ notes: inout ProposalNotes) {
        switch table.across {
        case .days?: proposeDays(&notes)
        case .groups?:
            if let part = part(where: { $0.isMostly($0.allDates) }) {
                fill(
                    "sessions.start_date",
                    dated(Field(.part(part)), by: profiles(ofPart: part), named: "sessions.start_date", &notes))
                fill("sessions.end_date", Field(.value("sessions.start_date")))
                notes.add("a session is a course and a day", "الانعقاد دورة ويوم", at: place("sessions.start_date"))
            }
        case nil: proposeDates(&notes)
        }
        if let column = columns[.venue] {
            fill("sessions.venue", field(column))
            if Set(texts(column).map(WordIndex.key)).count <= 60 {
                proposeNames(texts(column), of: "sessions.venue", &notes)
            }
        } else if let field = around(.venue) {
            fill("sessions.venue", field)
        }
        if let column = columns[.provider] {
            fill("sessions.provider", field(column))
        } else if let field = around(.provider) {
            fill("sessions.provider", field)
        }
        if let column = columns[.programme] { fill("sessions.programme", field(column)) }
        if let column = columns[.language] { fill("sessions.language", field(column)) }
        if let column = columns[.capacity] { fill("sessions.capacity", field(column)) }
        if let column = columns[.delivery] {
            if texts(column).allSatisfy({ DeliveryMode(spelling: $0) != nil }) {
                fill("sessions.delivery", field(column))
            } else {
                columns.drop(.delivery)
            }
        }
        if let column = columns[.trainer] {
            fill("trainers.name", field(column))
        } else if let field = around(.trainer) {
            fill("trainers.name", field)
        }
    }

    /// Dates of a flat table, and what tells one session from another.
    private mutating func proposeDates(_ notes: inout ProposalNotes) {
        var starts: [Field] = []
        var ends: [Field] = []
        let names = ("sessions.start_date", "sessions.end_date")
        if let column = columns[.startDate] {
            let holdsRanges = texts(column).contains { DateReader(order: .dayMonthYear)($0).span?.precision == .range }
            starts.append(
                dated(field(column, as: holdsRanges ? .firstDay : .date), by: profiles(column), named: names.0, &notes))
            if holdsRanges, columns[.endDate] == nil {
                ends.append(dated(field(column, as: .lastDay), by: profiles(column), named: names.1, &notes))
            }
        } else if let column = columns[.period] ?? columns[.month] {
            starts.append(dated(field(column, as: .firstDay), by: profiles(column), named: names.0, &notes))
            ends.append(dated(field(column, as: .lastDay), by: profiles(column), named: names.1, &notes))
        } else if let days = sectionDates(&notes) {
            starts.append(days.first)
            ends.append(days.last)
        } else if let field = around(.startDate) ?? around(.period) ?? around(.month) {
            var (first, last) = (field, field)
            (first.kind, last.kind) = (.firstDay, .lastDay)
            starts.append(first)
            ends.append(last)
        }
        if let column = columns[.endDate] {
            ends.append(dated(field(column, as: .date), by: profiles(column), named: names.1, &notes))
        } else if ends.isEmpty, let field = around(.endDate) {
            ends.append(field)
        }
        let isPartial = columns[.session].map { $0.profile.filled < shape.records.count } ?? false
        let isSelfPaced =
            isPartial && columns[.enrolledOn] != nil && (columns[.startDate]?.profile.filled ?? 0) < shape.records.count
        if isSelfPaced, let enrolled = columns[.enrolledOn] {
            proposeSelfPaced(enrolled, starts: &starts, ends: &ends, &notes)
        } else {
            proposeSessionKey(&notes)
        }
        if let start = starts.first {
            fill(names.0, starts.count == 1 ? start : merged(starts, .least))
        } else {
            notes.doubt("no column has the date of a session", "لا عمود لتاريخ الانعقاد", at: path + ".fields")
        }
        if let end = ends.first {
            fill(names.1, ends.count == 1 ? end : merged(ends, .greatest))
        } else if starts.count == 1, starts[0].kind == .date {
            fill(names.1, Field(.value(names.0)))
            notes.doubt(
                "there is one date; the session is taken to end on the day it begins",
                "التاريخ واحد؛ عُدّ الانعقاد منتهيًا في يوم بدئه", at: place(names.1))
        }
    }

    private func merged(_ fields: [Field], _ merge: Field.Merge) -> Field {
        var field = Field(.first(fields))
        let (order, calendar) = (fields[0].order, fields[0].calendar)
        if fields.allSatisfy({
            $0.order == order && $0.calendar == calendar && $0.monthAlone == nil && $0.empty.isEmpty && $0.kind == .date
        }) {
            // What all have in common is said once.
            field = Field(.first(fields.map { Field($0.source) }))
            (field.order, field.calendar) = (order, calendar)
        }
        field.merge = merge
        return field
    }

    /// Courses that everybody takes at a time of his own: a session a course and year.
    private mutating func proposeSelfPaced(
        _ enrolled: SheetShape.Column, starts: inout [Field], ends: inout [Field], _ notes: inout ProposalNotes
    ) {
        guard let session = columns[.session] else { return }
        var year = dated(field(enrolled, as: .date), by: profiles(enrolled), named: "sessions.start_date", &notes)
        starts.append(year)
        year.kind = .year
        let course = columns[.courseIdentifier] ?? columns[.courseTitle]
        let own = Field(.join([course.map { field($0, as: .text) } ?? Field(.text("")), year], with: "/"))
        value("session", Field(.first([field(session, as: .identifier), own])))
        table.keys.sessions = ["session"]
        if let completed = columns[.completedOn] {
            ends.append(dated(field(completed, as: .date), by: profiles(completed), named: "sessions.end_date", &notes))
        }
        notes.doubt(
            "rows without '\(session.heading)' are of courses at one's own pace: a session is a course and the year of enrolment, from "
                + "the first enrolment to the last completion",
            "الصفوف التي ليس فيها «\(session.heading)» لدورات ذاتية: الانعقاد دورة وسنة التسجيل، من أول تسجيل إلى آخر إتمام",
            at: "\(path).values.session")
    }

    /// What tells sessions apart: their own number, if it is theirs alone, else course and first day.
    private mutating func proposeSessionKey(_ notes: inout ProposalNotes) {
        guard let session = columns[.session] else { return }
        let course = columns[.courseIdentifier] ?? columns[.courseTitle]
        var owners: [String: String] = [:]
        var isShared = session.profile.filled < shape.records.count
        for row in shape.records {
            guard let text = row.cell(session.index)?.text else { continue }
            let parts = [course, columns[.startDate]].map { column in column.flatMap { row.cell($0.index)?.text } ?? ""
            }
            let owner = WordIndex.key(of: parts.joined(separator: " "))
            if let earlier = owners[text], earlier != owner { isShared = true }
            owners[text] = owner
        }
        if isShared {
            value("session", field(session, as: .text))
            if session.profile.filled == shape.records.count {
                table.keys.sessions =
                    ["courses", "session"]
                    + ((columns[.startDate] ?? columns[.period]) == nil ? [] : ["sessions.start_date"])
            } else {
                table.values.removeLast()
                columns.drop(.session)
                notes.doubt(
                    "'\(session.heading)' is not filled in all rows; a session is a course and its first day",
                    "«\(session.heading)» غير مملوء في كل الصفوف؛ الانعقاد دورة وأول يوم فيها", at: path + ".fields")
            }
        } else {
            fill("sessions.session_id", field(session))
        }
    }
}
