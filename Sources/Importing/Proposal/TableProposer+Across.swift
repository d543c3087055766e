import Support
import TrainingStats

/// What runs across a table.
extension TableProposer {
    mutating func proposeAcross(_ notes: inout ProposalNotes) {
        guard let across = shape.across else { return }
        let (first, last) = (across.positions.lowerBound, across.positions.upperBound)
        let bounds = Across.Columns(
            after: first > 0 ? shape.columns[first - 1].heading : nil,
            before: last < shape.columns.count ? shape.columns[last].heading : nil)
        switch across.kind {
        case .groups:
            var groups = Across.Groups()
            groups.columns = bounds
            groups.levels = levels(shape.columns[across.positions])
            table.across = .groups(groups)
            notes.doubt(
                "the headings above each group are, from above: \(groups.levels.joined(separator: ", "))",
                "العناوين فوق كل مجموعة من الأعلى: \(groups.levels.joined(separator: "، "))",
                at: path + ".across.groups.levels")
        case .days:
            var days = Across.Days()
            days.columns = bounds
            if shapes.contains(where: { $0.across?.daysAreNumbers == true }) { days.date.month = "month" }
            if var hours = around(.clockTime) {
                hours.kind = .clockRange
                days.hours = hours
            }
            days.marks = marks(&notes)
            table.across = .days(days)
        }
    }

    /// What the rows of the headings above groups hold.
    private func levels(_ columns: ArraySlice<SheetShape.Column>) -> [String] {
        let rows = shape.headings.rows
        var names = (0..<rows).map { "level \($0 + 1)" }
        names[rows - 1] = "part"
        var texts = (0..<rows).map { level in columns.map { $0.levels[level] } }
        texts.removeLast()
        for (level, row) in texts.enumerated() where row.contains(where: { DurationReader()($0) != nil }) {
            names[level] = "duration"
        }
        // The course has most different headings; what stands above several courses is their topic.
        let open = texts.indices.filter { names[$0] != "duration" }
        guard let course = open.max(by: { Set(texts[$0]).count < Set(texts[$1]).count }) else { return names }
        names[course] = "course"
        if let topic = open.first(where: { $0 != course && Set(texts[$0]).count > 1 }) { names[topic] = "topic" }
        return names
    }

    /// The marks of the days, and what each says.
    private mutating func marks(_ notes: inout ProposalNotes) -> [Across.Mark] {
        var found: [DayMark: [String]] = [:]
        var unknown: [String] = []
        for shape in shapes {
            guard let positions = shape.across?.positions else { continue }
            for text in shape.columns[positions].flatMap(\.profile.texts).map(\.text) {
                if let mark = MarkWords.mark(text) {
                    let key = WordIndex.key(of: text)
                    if found[mark]?.contains(where: { WordIndex.key(of: $0) == key }) != true {
                        found[mark, default: []].append(text)
                    }
                } else if !unknown.contains(text) {
                    unknown.append(text)
                }
            }
        }
        var marks: [Across.Mark] = []
        var members: [WordList.Member] = []
        for mark in [DayMark.present, .late, .halfDay, .absent, .excused, .withdrew, .dayOff] {
            guard let texts = found[mark] else { continue }
            members.append(WordList.Member(mark.rawValue, texts))
            let isPresent: Bool? =
                switch mark {
                case .present, .late, .halfDay: true
                case .absent, .excused, .withdrew: false
                case .dayOff: nil
                }
            marks.append(Across.Mark(mark.rawValue, isPresent: isPresent, share: mark == .halfDay ? "0.5" : "1"))
        }
        words.append(WordList("marks", members))
        if found[.late] != nil || found[.halfDay] != nil {
            notes.doubt(
                "late is taken for present, and half a day for half of its hours",
                "المتأخر عُدّ حاضرًا، ونصف اليوم نصف ساعاته", at: path + ".across.days.marks")
        }
        for (mark, meaning) in [(DayMark.excused, "absent"), (.withdrew, "withdrawn")] {
            guard let text = found[mark]?.first else { continue }
            notes.doubt(
                "'\(text)' is taken for \(meaning)", "«\(text)» عُدّت \(meaning)",
                at: "words.marks.\(mark.rawValue)")
        }
        if !unknown.isEmpty {
            let names = Spelling.list(unknown.prefix(8).map { $0.shortened(to: 20) }, quoted: true)
            notes.doubt(
                "these marks are not known: \(names.en)", "علامات غير معروفة: \(names(.ar))", at: "words.marks")
        }
        return marks
    }

    /// Dates and hours of days across.
    mutating func proposeDays(_ notes: inout ProposalNotes) {
        if shapes.contains(where: { $0.across?.daysAreNumbers == true }) {
            if let month = around(.month) ?? around(.period) ?? around(.startDate) {
                value("month", month)
            } else {
                value("month", Field(.text("")))
                notes.doubt(
                    "the days are numbers, and no month stands above them; write it here",
                    "الأيام أرقام ولا شهر فوقها؛ اكتبه هنا", at: "\(path).values.month")
            }
        }
        fill("sessions.start_date", Field(.value("days.first")))
        fill("sessions.end_date", Field(.value("days.last")))
        if case .days(let days)? = table.across, days.hours != nil {
            // Who withdrew has the hours until then; who never came has none.
            let isPresent = Condition([.init("days.present", .isBetween(atLeast: "1", below: nil))])
            fill(
                "participations.hours",
                Field(.cases([.init(when: isPresent, then: Field(.value("days.hours"), as: .number))])))
        }
    }

    /// The name of the part of a group whose columns look like something.
    func part(where matches: (ColumnProfile) -> Bool) -> String? {
        guard let positions = shape.across?.positions else { return nil }
        var parts: [String] = []
        for column in shape.columns[positions] where !parts.contains(column.lowest) { parts.append(column.lowest) }
        return parts.first { part in
            let profiles = profiles(ofPart: part)
            return profiles.count { matches($0) } * 2 > profiles.count
        }
    }

    /// What the columns of a part look like.
    func profiles(ofPart part: String) -> [ColumnProfile] {
        guard let positions = shape.across?.positions else { return [] }
        return shape.columns[positions].filter { $0.lowest == part }.map(\.profile)
    }
}

/// Rows that stand alone above the records that they are for.
extension TableProposer {
    /// The texts of such rows.
    var sectionTexts: [String] { shapes.flatMap(\.sections) }

    /// What parts each of them into a course and a date; nil if nothing does.
    private var sectionParts: (separator: String, title: Int, date: Int)? {
        for separator in [" - ", " – ", " — ", " | ", "|", " / ", ": ", "، ", ", "] {
            let parts = sectionTexts.map { $0.components(partedBy: separator) }
            guard let count = parts.first?.count, count > 1, parts.allSatisfy({ $0.count == count }) else { continue }
            let isDate = (0..<count).map { part in parts.allSatisfy { DateReader()($0[part]) != .none } }
            if let date = isDate.firstIndex(of: true), let title = isDate.firstIndex(of: false) {
                return (separator, title + 1, date + 1)
            }
        }
        return nil
    }

    /// Courses, and days if the texts have them, of such rows.
    mutating func proposeSections(_ notes: inout ProposalNotes) {
        table.rows.section = "section"
        var title = Field(.value("section"))
        if let parts = sectionParts { (title.split, title.take) = (parts.separator, parts.title) }
        fill("courses.title", title)
        notes.doubt(
            "rows with a single text, such as '\(sectionTexts[0].shortened(to: 60))', are taken for the course of the rows below them",
            "الصفوف التي فيها نص واحد، مثل «\(sectionTexts[0].shortened(to: 60))»، عُدّت دورة الصفوف التي تحتها",
            at: path + ".rows.section")
    }

    /// The days of sessions in such rows; nil if they have none.
    mutating func sectionDates(_ notes: inout ProposalNotes) -> (first: Field, last: Field)? {
        guard table.rows.section != nil, let parts = sectionParts else { return nil }
        let cells = sectionTexts.map {
            RegisterSheet.Cell(column: 0, text: $0.components(partedBy: parts.separator)[parts.date - 1])
        }
        var field = Field(.value("section"), as: .firstDay)
        (field.split, field.take) = (parts.separator, parts.date)
        let first = dated(field, by: [ColumnProfile(cells)], named: "sessions.start_date", &notes)
        var last = first
        last.kind = .lastDay
        return (first, last)
    }
}
