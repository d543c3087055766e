import Support

/// Other words by which people ask for dimensions and measures, in both languages, for messages about unknown names.
///
/// They are compared as names are (`Spelling.folded`), and never stand for the entry themselves: a report has one name
/// for one thing.
package struct Synonyms: Sendable {
    private let entries: [String: [String]]

    /// Words that have the same meaning, the entries that they mean first.
    private init(_ groups: [(meant: [String], words: [String])]) {
        entries = Dictionary(
            groups.flatMap { group in group.words.map { (Spelling.folded($0), group.meant) } },
            uniquingKeysWith: { first, second in first + second.filter { !first.contains($0) } })
    }

    /// The entries that a word means, those of a catalogue that has them; none where it is no synonym.
    package func meant(by word: String, among known: [String]) -> [String] {
        (entries[Spelling.folded(word)] ?? []).filter { known.contains($0) }
    }

    /// All entries that words mean.
    var targets: Set<String> { Set(entries.values.joined()) }

    /// Words for dimensions.
    package static let dimensions = Synonyms([
        (["state"], ["country", "nation", "home-country", "الدولة", "البلد", "الدول"]),
        (["state", "trainer-nationality"], ["nationality", "citizenship", "الجنسية"]),
        (["host-state"], ["host", "host-country", "hosting-state", "الدولة المضيفة", "البلد المضيف"]),
        (
            ["institution"],
            [
                "agency", "organisation", "organization", "ministry", "employer", "entity", "department", "الجهة",
                "المؤسسة", "الوزارة",
            ]
        ),
        (["sector"], ["service", "branch", "القطاع"]),
        (["sex"], ["gender", "الجنس", "النوع الاجتماعي"]),
        (["age-band"], ["age", "age-group", "ages", "العمر", "الفئة العمرية", "السن"]),
        (
            ["trainee"],
            ["person", "participant", "student", "attendee", "learner", "name", "المتدرب", "المشارك", "الشخص"]
        ),
        (["trainer"], ["instructor", "teacher", "lecturer", "speaker", "المدرب", "المحاضر", "المعلم"]),
        (["status"], ["outcome", "result", "participation-status", "الحالة", "النتيجة"]),
        (["venue"], ["location", "place", "site", "room", "city", "المكان", "الموقع", "القاعة"]),
        (["provider"], ["supplier", "organiser", "organizer", "vendor", "مقدم التدريب"]),
        (["programme"], ["program", "project", "initiative", "البرنامج"]),
        (["delivery"], ["mode", "method", "format", "طريقة التنفيذ"]),
        (["language"], ["lang", "اللغة"]),
        (["course"], ["title", "activity", "الدورة", "النشاط"]),
        (["topic"], ["subject", "field", "theme", "area", "المجال", "الموضوع"]),
        (["kind"], ["type", "category", "النوع"]),
        (["level"], ["grade", "difficulty", "المستوى"]),
        (["session"], ["class", "event", "offering", "الانعقاد"]),
        (["evaluation-item"], ["item", "question", "criterion", "البند", "السؤال"]),
        (["evaluation-value"], ["answer", "الإجابة"]),
        (["applied"], ["application", "transfer", "التطبيق"]),
        (["weekday"], ["day", "day-of-week", "dow", "اليوم", "يوم الأسبوع"]),
        (["duration-band"], ["duration", "length", "days", "المدة"]),
        (["certificate-status"], ["certificate", "validity", "الشهادة", "الصلاحية"]),
        (["hours-band"], ["hours", "الساعات"]),
        (["score-band"], ["score", "mark", "الدرجة"]),
        (["year"], ["date", "years", "السنة", "العام"]),
        (["month"], ["months", "الشهر"]),
        (["quarter"], ["quarters", "الربع"]),
        (["start-month"], ["start", "start-date", "starting-month", "تاريخ البدء"]),
        (["fiscal-year"], ["fy", "financial-year", "budget-year", "السنة المالية"]),
        (["hijri-year"], ["hijri", "ah", "السنة الهجرية"]),
    ])

    /// Words for measures.
    package static let measures = Synonyms([
        (["rating-mean"], ["satisfaction", "rating", "ratings", "average-rating"]),
        (["rating-mean", "evaluation-mean"], ["evaluation", "reaction", "الرضا", "التقييم"]),
        (["trainee-hours", "trainer-hours"], ["hours", "training-hours", "الساعات", "ساعات"]),
        (["trainee-days"], ["days", "training-days", "الأيام"]),
        (["attendances", "attendance-rate"], ["attendance", "presence", "الحضور"]),
        (
            ["trainees", "participations"],
            ["participants", "attendees", "participation", "المشاركون", "المشاركين", "المشاركات"]
        ),
        (
            ["trainees"],
            ["persons", "people", "students", "learners", "trained", "headcount", "المتدربون", "المتدربين"]
        ),
        (["named-trainees"], ["unique-trainees", "distinct-trainees", "unique-persons"]),
        (["repeat-trainees"], ["repeaters", "returning", "repeats"]),
        (["enrolments"], ["registrations", "registered", "nominations", "التسجيلات"]),
        (["withdrawals"], ["dropouts", "الانسحاب"]),
        (["withdrawal-rate"], ["dropout-rate", "attrition"]),
        (["no-shows"], ["absences", "absentees", "absence", "الغياب"]),
        (["no-show-rate"], ["absence-rate", "absenteeism", "نسبة الغياب"]),
        (["completions"], ["graduates", "graduations", "الخريجون", "الإتمام"]),
        (["completion-rate"], ["graduation-rate", "completion", "نسبة الإتمام"]),
        (["pass-rate"], ["success-rate", "passes", "نسبة النجاح", "النجاح"]),
        (["post-score-mean"], ["score", "scores", "grade", "average-score", "marks", "الدرجة", "الدرجات"]),
        (["post-score-median"], ["median", "median-score", "الوسيط"]),
        (["gain-mean"], ["gain", "improvement", "learning", "learning-gain", "التحسن"]),
        (["cost"], ["budget", "spending", "expenses", "expenditure", "التكلفة", "الميزانية", "المصروفات"]),
        (["cost-per-trainee"], ["unit-cost", "cost-per-person", "cost-per-head"]),
        (["cost-per-completion"], ["cost-per-graduate", "cost-per-certificate"]),
        (["fill-rate"], ["occupancy", "utilisation", "utilization", "fill", "نسبة الإشغال"]),
        (["seats"], ["capacity", "places", "المقاعد", "السعة"]),
        (["trainers"], ["instructors", "teachers", "lecturers", "المدربون", "المدربين"]),
        (["sessions"], ["classes", "events", "offerings", "الانعقادات"]),
        (["courses"], ["course", "programmes", "الدورات"]),
        (["institutions"], ["agencies", "organisations", "organizations", "ministries", "الجهات"]),
        (["trainees-per-100k"], ["per-capita", "density"]),
        (["certificates"], ["certifications", "licences", "licenses", "الشهادات", "الشهادة"]),
        (["persons-current"], ["qualified", "certified", "valid", "المؤهلون"]),
        (["persons-due", "persons-lapsed"], ["expiring", "expiry", "renewals", "الصلاحية"]),
        (["persons-lapsed"], ["expired", "lapsed"]),
        (["evaluation-count"], ["evaluations", "answers", "الإجابات"]),
        (["application-rate"], ["application", "transfer", "behaviour", "behavior", "التطبيق"]),
        (["response-rate"], ["responses", "answer-rate", "نسبة الاستجابة"]),
        (["followups-asked"], ["followups", "follow-ups", "المتابعة"]),
        (["return-on-investment"], ["roi", "return", "العائد على الاستثمار"]),
        (["benefit-cost-ratio"], ["bcr", "benefits", "العائد"]),
    ])
}
