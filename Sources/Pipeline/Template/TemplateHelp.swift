import Records
import Support
import Writers

/// The page of a template that explains its sheets and columns.
struct TemplateHelp {
    static let title = BilingualText(en: "Training records", ar: "سجلات التدريب")

    private let request: TemplateRequest
    private let isHijri: Bool

    init(_ request: TemplateRequest, isHijri: Bool) {
        self.request = request
        self.isHijri = isHijri
    }

    var page: FormPage {
        FormPage(
            name: request.name(of: .help), title: request.text(Self.title, by: " · "),
            paragraphs: request.languages.flatMap { language in
                Self.paragraphs.map { request.isolated($0(language), in: language) }
            },
            columns: columns, rows: TemplateWriter.order.flatMap(rows) + [rowOfMeasures])
    }

    private static let paragraphs: [BilingualText] = [
        .init(
            en:
                "1. Fill in Courses, then Sessions, then Trainees, then Participations; the other sheets may stay empty.",
            ar: "1. املأ ورقة الدورات، ثم الانعقادات، ثم المتدربين، ثم المشاركات؛ ويجوز أن تبقى الأوراق الأخرى فارغة."),
        .init(
            en: "2. One row for each record, without empty rows between them. Dark headings: every row needs a value. "
                + "An empty cell means not known.",
            ar:
                "2. صف لكل سجل، بلا صفوف فارغة بينها. العناوين الداكنة: كل صف يحتاج إلى قيمة. والخلية الفارغة تعني غير معروف."
        ),
        .init(
            en: "3. Choose from the lists where a cell has one. Identifiers are text, so that leading zeros stay.",
            ar: "3. اختر من القوائم حيث توجد. والرموز والأرقام المعرِّفة نصوص، فتبقى الأصفار في أولها."),
        .init(
            en: "4. Do not rename sheets or headings. Then: tadrib check FILE.xlsx, tadrib report FILE.xlsx",
            ar: "4. لا تغيّر أسماء الأوراق ولا العناوين. ثم نفّذ: tadrib check FILE.xlsx ثم tadrib report FILE.xlsx"),
    ]

    private var columns: [FormPage.Column] {
        func heading(_ text: BilingualText) -> String { request.text(text) }
        return [
            .init(heading: heading(.init(en: "Sheet", ar: "الورقة")), width: 24),
            .init(heading: heading(.init(en: "Column", ar: "العمود")), width: 24),
            .init(heading: heading(.init(en: "Needed", ar: "مطلوب")), width: 10),
            .init(heading: heading(.init(en: "What it holds", ar: "ما يُكتب فيه")), width: 34),
            .init(heading: heading(.init(en: "Meaning", ar: "المعنى")), width: 52),
        ]
    }

    /// The heading of the text on the sheet of measures.
    static let headingOfMeasures = BilingualText(en: "Declarations as JSON", ar: "التعريفات بصيغة JSON")

    /// What the sheet of measures is for.
    static let meaningOfMeasures = BilingualText(
        en: "Measures of your own, as in measures.json: its text, a line in each row. May stay empty.",
        ar: "مقاييس خاصة بكم كما في measures.json: نص الملف، سطر في كل صف. ويجوز أن تبقى الورقة فارغة.")

    private var rowOfMeasures: [String] {
        [
            request.name(of: .measures), request.text(Self.headingOfMeasures), "",
            request.prose(.init(en: "text", ar: "نص")), request.prose(Self.meaningOfMeasures),
        ]
    }

    private func rows(of table: RecordTable) -> [[String]] {
        let name = request.name(of: .records(table))
        return table.fields.map { field in
            let needed: BilingualText =
                field.isFilledInEveryRow ? .init(en: "yes", ar: "نعم") : .init(en: "", ar: "")
            return [
                name, request.text(field.heading), request.text(needed),
                request.prose(TemplateWording.kind(of: field.content, isHijri: isHijri)),
                request.prose(field.meaning),
            ]
        }
    }
}
