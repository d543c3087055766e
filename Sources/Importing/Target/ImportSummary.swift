import Records
import Support

/// What an import came to, in one line.
package struct ImportSummary {
    private let run: ImportRun

    /// The summary of an import.
    package init(_ run: ImportRun) { self.run = run }

    /// The line.
    package var text: BilingualText {
        let (dataset, tally) = (run.dataset, run.dataset.tally)
        func rows(_ table: RecordTable) -> Int { dataset[table]?.rows.count ?? 0 }
        var english = [
            "records read: \(tally.records)", "courses: \(rows(.courses))", "sessions: \(rows(.sessions))",
            "trainees: \(rows(.trainees))", "participations: \(rows(.participations))",
        ]
        var arabic = [
            "السجلات المقروءة: \(tally.records)", "الدورات: \(rows(.courses))", "الانعقادات: \(rows(.sessions))",
            "المتدربون: \(rows(.trainees))", "المشاركات: \(rows(.participations))",
        ]
        let rest = [
            (rows(.headcounts), "headcounts", "أعداد المشاركين"), (rows(.trainers), "trainers", "المدربون"),
            (tally.leftOut, "left out by the mapping", "استثناها ملف الربط"),
            (tally.repeated, "persons again in a session", "تكرر أشخاص في انعقاد"),
            (run.rejected, "not taken over", "لم تؤخذ"),
            (tally.passedOver, "rows that are no records", "صفوف ليست سجلات"),
            (tally.planned, "sessions still to come", "انعقادات قادمة"),
            (tally.endless, "sessions without a last day", "انعقادات بلا تاريخ انتهاء"),
        ]
        for (count, words, arabicWords) in rest where count > 0 {
            english.append("\(words): \(count)")
            arabic.append("\(arabicWords): \(count)")
        }
        return BilingualText(en: english.joined(separator: ", "), ar: arabic.joined(separator: "، "))
    }
}
