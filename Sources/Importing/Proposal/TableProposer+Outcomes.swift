import Support
import TrainingStats

/// Certificates, and rows of no participation.
extension TableProposer {
    /// A certificate: yes or no, or a number or date of one.
    mutating func proposeCertificate(_ notes: inout ProposalNotes) -> Condition.Test? {
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
