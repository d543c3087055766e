import Support
import TrainingStats

/// Certificates, and rows of no participation.
extension TableProposer {
    /// Certificates: number and day are taken over, and what says that there is one says that somebody has completed.
    mutating func proposeCertificates(_ notes: inout ProposalNotes) -> [Condition] {
        var stated: [String] = []
        if let column = columns[.certificateNumber] {
            let name = "participations.certificate_no"
            var number = field(column)
            number.empty = texts(column).filter { !$0.contains(where: \.isNumber) }
            if !number.empty.isEmpty {
                let names = Spelling.list(number.empty.prefix(5).map { $0.shortened(to: 30) }, quoted: true)
                notes.doubt(
                    "\(names.en): taken for no certificate", "\(names(.ar)): عُدّت بلا شهادة", at: place(name))
            }
            fill(name, number)
            stated.append(name)
        }
        if let column = columns[.certifiedOn] {
            let name = "participations.certified_on"
            fill(name, dated(field(column, as: .date), by: profiles(column), named: name, &notes))
            stated.append(name)
        }
        if let test = proposeCertificate(&notes) { return [Condition([.init("certificate", test)])] }
        if let first = stated.first {
            notes.add("who has a certificate has completed", "من نال شهادة فقد أتم", at: place(first))
        }
        return stated.map { Condition([.init($0, .isFilled)]) }
    }

    /// Whether there is a certificate: yes or no, or a text about it.
    private mutating func proposeCertificate(_ notes: inout ProposalNotes) -> Condition.Test? {
        guard let column = columns[.certificate], column.profile.filled > 0 else { return nil }
        let texts = texts(column)
        let answers = texts.filter { AnswerWords.answer($0) != nil }
        guard answers.count * 2 >= texts.count else {
            value("certificate", field(column, as: .text))
            notes.add(
                "who has a certificate has completed", "من نال شهادة فقد أتم", at: "\(path).values.certificate")
            return .isFilled
        }
        var members: [WordList.Member] = []
        for (answer, name) in [(true, "yes"), (false, "no")] {
            let spellings = texts.filter { AnswerWords.answer($0) == answer }
            if !spellings.isEmpty { members.append(WordList.Member(name, spellings)) }
        }
        for text in texts where AnswerWords.answer(text) == nil {
            notes.doubt(
                "'\(text.shortened(to: 60))' says neither that there is a certificate nor that there is none",
                "«\(text.shortened(to: 60))» لا تبيّن هل مُنحت شهادة", at: "words.certificate")
        }
        value("certificate", field(column))
        words.append(WordList("certificate", members))
        notes.add(
            "who was there and has a certificate has completed", "من حضر ونال شهادة فقد أتم",
            at: "\(path).values.certificate")
        return .isOneOf(["yes"])
    }

    /// How long certificates of a course are valid, in months.
    mutating func proposeValidity(_ notes: inout ProposalNotes) {
        let name = "courses.valid_months"
        guard let column = columns[.validMonths] else {
            let lapse = columns.unused.first { column in
                column.profile.filled > 0 && HeadingIndex.columns(for: column.heading) == [.expiresOn]
            }
            if let lapse {
                notes.doubt(
                    "'\(lapse.heading)' is not imported: until when a certificate is valid follows from \(name), the months for which those of "
                        + "the course are; give it a source",
                    "«\(lapse.heading)» لا يستورد: انتهاء صلاحية الشهادة يُحسب من \(name.isolated)، أي عدد أشهر صلاحية شهادات الدورة؛ حدّد مصدره",
                    at: path + ".unused")
            }
            return
        }
        let texts = texts(column)
        let hasNumbers = texts.contains(where: ColumnProfile.isNumber)
        guard Self.saysYears(column.heading), hasNumbers else {
            fill(name, field(column))
            let units = texts.filter(ColumnProfile.isValidity)
            if !units.isEmpty {
                let names = Spelling.list(units.prefix(5).map { $0.shortened(to: 30) }, quoted: true)
                notes.add(
                    "years and months, read as months: \(names.en)", "سنوات وأشهر تُقرأ أشهرًا: \(names(.ar))",
                    at: place(name))
            }
            if hasNumbers, !Self.saysMonths(column.heading) {
                notes.doubt(
                    "the numbers of '\(column.heading)' are taken for months", "أعداد «\(column.heading)» عُدّت أشهرًا",
                    at: place(name))
            }
            return
        }
        fill(name, Field(.product([field(column, as: .number), Field(.text("12"))])))
        notes.add(
            "'\(column.heading)' has years, which become months", "في «\(column.heading)» سنوات تُحوَّل إلى أشهر",
            at: place(name))
    }

    private static func saysYears(_ heading: String) -> Bool {
        let key = WordIndex.key(of: heading)
        return ["year", "سنوات", "سنه"].contains { key.contains($0) }
    }

    private static func saysMonths(_ heading: String) -> Bool {
        let key = WordIndex.key(of: heading)
        return ["month", "شهر", "شهور"].contains { key.contains($0) }
    }

    /// Rows of no participation, and sessions that did not take place.
    mutating func proposeLeftOut(_ said: [Said], _ notes: inout ProposalNotes) {
        for value in said where value.meanings.contains(.leftOut) {
            let isOut = Condition.Part(value.name, .isOneOf([Self.code(of: .leftOut)]))
            // The words are looked up only where there is no number.
            let hasScore = value.name == "outcome" ? [Condition.Part("participations.post_score", .isEmpty)] : []
            table.rows.leaveOut.append(Condition(hasScore + [isOut]))
        }
        let cancelled = said.filter { $0.meanings.contains(.sessionCancelled) }.map { value in
            Field.Case(
                when: Condition([.init(value.name, .isOneOf([Self.code(of: .sessionCancelled)]))]),
                then: Field(.text("cancelled")))
        }
        if !cancelled.isEmpty { fill("sessions.status", Field(.cases(cancelled))) }
        if !table.rows.leaveOut.isEmpty {
            notes.add(
                "rows that are of no participation: waitlisted, exempt, not applicable",
                "صفوف لا مشاركة فيها: قائمة انتظار، إعفاء، لا ينطبق", at: path + ".rows.leaveOut")
        }
    }
}
