import Records
import Support

/// What an imported dataset says nothing of, so that measures, and columns of reports, stay empty.
struct SilentColumns {
    /// What nothing is said of; nil if something is said of all of it.
    let text: BilingualText?

    /// Looks at the columns that measures and tables of the standard reports need.
    init(of dataset: ImportedDataset) {
        let filled = Set(dataset.tables.flatMap { table in table.columns.map { "\(table.table.rawValue).\($0)" } })
        // Topics must have a column, which may be empty.
        let hasTopics = dataset[.courses].map { courses in
            courses.columns.firstIndex(of: "topic").map { topic in courses.rows.contains { !$0[topic].isEmpty } }
                ?? false
        }
        let silent = Self.subjects.filter { subject in
            subject.columns == ["courses.topic"] ? hasTopics != true : filled.isDisjoint(with: subject.columns)
        }
        guard !silent.isEmpty else {
            text = nil
            return
        }
        let english = silent.map(\.name.en).joined(separator: ", ")
        let arabic = silent.map { $0.name(.ar) }.joined(separator: "، ")
        text = .init(
            en: "the register says nothing of \(english): measures of these, and their columns in reports, stay empty",
            ar: "لا يذكر السجل: \(arabic)؛ فتبقى مقاييسها وأعمدتها في التقارير فارغة")
    }

    /// Subjects with the columns of which one is enough.
    private static let subjects: [(columns: Set<String>, name: BilingualText)] = [
        (["courses.topic"], .init(en: "topics", ar: "الموضوعات")),
        (["trainers.trainer_id"], .init(en: "trainers", ar: "المدربون")),
        (["sessions.capacity"], .init(en: "seats", ar: "المقاعد")),
        (["participations.hours", "attendance.minutes", "courses.hours"], .init(en: "hours", ar: "الساعات")),
        (["participations.post_score"], .init(en: "scores", ar: "الدرجات")),
        (["participations.pre_score"], .init(en: "scores before the course", ar: "الدرجات القبلية")),
        (["participations.rating"], .init(en: "ratings", ar: "التقييم")),
        (["participations.cost", "sessions.cost", "headcounts.cost"], .init(en: "costs", ar: "التكاليف")),
        (["trainees.institution", "headcounts.institution"], .init(en: "institutions", ar: "الجهات")),
        (["trainees.sector", "headcounts.sector"], .init(en: "sectors", ar: "القطاعات")),
        (["trainees.sex", "headcounts.sex"], .init(en: "sexes", ar: "الجنس")),
        (["trainees.birth_year"], .init(en: "years of birth", ar: "سنوات الميلاد")),
    ]
}
