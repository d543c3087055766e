import Support
import TrainingStats

/// A proposal applied to its register before it is shown: what comes of it decides what is proposed, and what is told.
struct ProposalTrial {
    private let sheets: [RegisterSheet]
    private let today: CivilDate?

    /// A trial on some sheets; sessions that begin after the reporting day are told, if it is known.
    init(on sheets: [RegisterSheet], today: CivilDate?) {
        self.sheets = sheets
        self.today = today
    }

    /// Applies a mapping, corrects what shows to be wrong in it, and says what of the register it would not take.
    func settle(_ mapping: inout Mapping, saysCompletionInWords: Bool, _ notes: inout ProposalNotes) {
        do throws(ImportError) {
            let made = try RegisterImport(mapping).dataset(of: sheets, today: today)
            settleChecks(of: &mapping, made, &notes)
            if saysCompletionInWords { settleScores(of: &mapping, made, &notes) }
            tellSessions(of: mapping, made, &notes)
            tellErrors(of: made, &notes)
            notes.closing = SilentColumns(of: made).text
        } catch {
            for text in error.texts {
                notes.doubt(
                    "as it stands, refused: " + text.en, "كما هو الآن مرفوض: " + text(.ar), at: "tables")
            }
        }
    }

    private func tellErrors(of made: ImportedDataset, _ notes: inout ProposalNotes) {
        let errors = made.log.messages.filter { $0.severity == .error }
        for message in errors.prefix(8) {
            let times = message.count > 1
            notes.doubt(
                "as it stands, not taken: \(message.place): \(message.text.en)"
                    + (times ? " (\(message.count) times)" : ""),
                "كما هو الآن لا يؤخذ: \(message.place.isolated): \(message.text(.ar))"
                    + (times ? " (عدد المرات \(message.count))" : ""),
                at: "tables")
        }
    }

    /// Keeps sums that agree with most rows; one that counts something else is no check.
    private func settleChecks(of mapping: inout Mapping, _ made: ImportedDataset, _ notes: inout ProposalNotes) {
        for index in mapping.tables.indices {
            for check in mapping.tables[index].checks {
                guard let sum = made.sums[check], case .column(let headings, _) = check.field.source,
                    let heading = headings.first
                else { continue }
                if sum.differing * 2 > sum.rows {
                    mapping.tables[index].checks.removeAll { $0 == check }
                    mapping.tables[index].unused.append(heading)
                    notes.doubt(
                        "'\(heading)' counts something else than \(check.equals): \(sum.differing) of \(sum.rows) rows differ; it is not compared",
                        "«\(heading)» يعد شيئاً غير \(check.equals.isolated): تختلف \(sum.differing) من \(sum.rows) من الصفوف؛ فلا يقارَن",
                        at: "tables[\(index)].unused")
                } else if sum.differing > 0 {
                    notes.doubt(
                        "'\(heading)' is compared with \(check.equals): \(sum.differing) of \(sum.rows) rows differ",
                        "«\(heading)» يقارَن بـ\(check.equals.isolated): تختلف \(sum.differing) من \(sum.rows) من الصفوف",
                        at: "tables[\(index)].checks")
                } else {
                    notes.add(
                        "'\(heading)' is compared with \(check.equals), and not imported",
                        "«\(heading)» يقارَن بـ\(check.equals.isolated) ولا يستورد", at: "tables[\(index)].checks")
                }
            }
        }
    }

    /// Says in the settings that no score is missing, where a word takes its place.
    private func settleScores(of mapping: inout Mapping, _ made: ImportedDataset, _ notes: inout ProposalNotes) {
        guard let table = made[.participations], let score = table.columns.firstIndex(of: "post_score"),
            let status = table.columns.firstIndex(of: "status")
        else { return }
        let completed = table.rows.filter { $0[status] == ParticipationStatus.completed.rawValue }
        let silent = completed.count { $0[score].isEmpty }
        guard silent > 0 else { return }
        mapping.dataset.append(.init("scores", .string(ScoreExpectation.optional.rawValue)))
        notes.doubt(
            "\(silent) of \(completed.count) completed participations have a word for the result and no score; none is taken for missing",
            "\(silent) من \(completed.count) من المشاركات المكتملة نتيجتها كلمة بلا درجة؛ فلا تُعد الدرجة ناقصة",
            at: "dataset.scores")
    }

    /// Tells of sessions that no year has, and of those to come.
    private func tellSessions(of mapping: Mapping, _ made: ImportedDataset, _ notes: inout ProposalNotes) {
        func place(_ name: String) -> (path: String, field: Field?) {
            for (index, table) in mapping.tables.enumerated() {
                if let named = table.fields.first(where: { $0.name == name }) {
                    return ("tables[\(index)].fields.\(name)", named.field)
                }
            }
            return ("tables[0].fields", nil)
        }
        let count = made[.sessions]?.rows.count ?? 0
        if made.tally.endless > 0 {
            let (path, field) = place("sessions.end_date")
            let choice = "\"sessions.end_date\": " + Self.firstDayInstead(of: field)
            notes.doubt(
                "sessions without a last day: \(made.tally.endless) of \(count); they count in no year and in no report of a period. "
                    + "Where they end on the day on which they begin, write \(choice)",
                "انعقادات بلا تاريخ انتهاء: \(made.tally.endless) من \(count)؛ لا تدخل في سنة ولا في تقرير فترة. إن كانت تنتهي في يوم "
                    + "بدئها فاكتب \(choice.isolated)",
                at: path)
        }
        if made.tally.planned > 0, let today {
            notes.doubt(
                "sessions that begin after \(today): \(made.tally.planned) of \(count); they are written as planned, and who was "
                    + "enrolled as registered",
                "انعقادات تبدأ بعد \(today): \(made.tally.planned) من \(count)؛ تُكتب مخططة، ومن سُجّل فيها registered",
                at: place("sessions.start_date").path)
        }
    }

    /// The field that takes the first day of a session where the register has no last day, as one line of JSON.
    private static func firstDayInstead(of field: Field?) -> String {
        let start = Field(.value("sessions.start_date"))
        var choice = start
        if let field {
            choice = field
            if case .first(let fields) = field.source {
                choice.source = .first(fields + [start])
            } else {
                choice.source = .first([Field(field.source), start])
            }
        }
        return choice.json.text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks() }
            .joined(separator: " ")
    }
}
