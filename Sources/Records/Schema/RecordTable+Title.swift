import Support

extension RecordTable {
    /// What people call the table: the name of its sheet in a workbook.
    ///
    /// Both languages together have at most 31 characters, as many as the name of a sheet can have.
    package var title: BilingualText {
        switch self {
        case .states: .init(en: "States", ar: "الدول")
        case .topics: .init(en: "Topics", ar: "المجالات")
        case .courses: .init(en: "Courses", ar: "الدورات")
        case .sessions: .init(en: "Sessions", ar: "الانعقادات")
        case .trainers: .init(en: "Trainers", ar: "المدربون")
        case .assignments: .init(en: "Assignments", ar: "مهام المدربين")
        case .trainees: .init(en: "Trainees", ar: "المتدربون")
        case .persons: .init(en: "Persons", ar: "الأشخاص")
        case .affiliations: .init(en: "Affiliations", ar: "تبعية المتدربين")
        case .labels: .init(en: "Labels", ar: "التسميات")
        case .headcounts: .init(en: "Headcounts", ar: "أعداد المشاركين")
        case .participations: .init(en: "Participations", ar: "المشاركات")
        case .attendance: .init(en: "Attendance", ar: "الحضور اليومي")
        case .targets: .init(en: "Targets", ar: "المستهدفات")
        case .requirements: .init(en: "Requirements", ar: "الاحتياجات")
        case .rates: .init(en: "Exchange rates", ar: "أسعار الصرف")
        case .evaluations: .init(en: "Evaluations", ar: "تقييم الدورات")
        case .followups: .init(en: "Follow-ups", ar: "المتابعة")
        case .published: .init(en: "Published", ar: "الأرقام المنشورة")
        }
    }

    /// Its columns as others see them, in the order of the contract.
    package var fields: [TableField] { columns.fields }

    /// What a row of it is.
    package var meaning: BilingualText {
        switch self {
        case .states: .init(en: "States, with names and inhabitants.", ar: "الدول، بأسمائها وسكانها.")
        case .topics: .init(en: "Fields of training.", ar: "مجالات التدريب.")
        case .courses: .init(en: "What is taught or held.", ar: "ما يُدرَّس أو يُعقد.")
        case .sessions: .init(en: "One holding of a course.", ar: "انعقاد واحد لدورة.")
        case .trainers: .init(en: "Who teaches.", ar: "من يدرّس.")
        case .assignments: .init(en: "Which trainer teaches in which session.", ar: "أي مدرب يدرّس في أي انعقاد.")
        case .trainees: .init(en: "The persons who are trained.", ar: "الأشخاص الذين يُدرَّبون.")
        case .persons: .init(en: "Which identifiers are the same person.", ar: "أي الأرقام لشخص واحد.")
        case .affiliations: .init(en: "Where a person belonged, and since when.", ar: "أين كان الشخص، ومنذ متى.")
        case .labels:
            .init(
                en: "Names in reports, and spellings that count as one.",
                ar: "الأسماء في التقارير، والكتابات التي تُحتسب واحدة.")
        case .headcounts:
            .init(en: "Groups of participants who were counted and not named.", ar: "مجموعات عُدّت ولم تُسجَّل أسماؤها.")
        case .participations: .init(en: "Who took part in which session.", ar: "من شارك في أي انعقاد.")
        case .attendance:
            .init(en: "On which days of a session a participant was present.", ar: "أيام حضور المشارك في الانعقاد.")
        case .targets: .init(en: "Figures that are to be reached.", ar: "قيم يُراد بلوغها.")
        case .requirements:
            .init(en: "What training is required, of whom, and when.", ar: "أي تدريب يُطلب، ولمن، ومتى.")
        case .rates: .init(en: "What other currencies are worth, and since when.", ar: "قيمة العملات الأخرى، ومنذ متى.")
        case .evaluations:
            .init(en: "Answers to evaluation forms, without persons.", ar: "إجابات استمارات التقييم، دون ذكر أشخاص.")
        case .followups:
            .init(en: "What came of a participation, asked later.", ar: "ما نتج عن المشاركة، بالسؤال بعدها بمدة.")
        case .published: .init(en: "Figures that were published before.", ar: "أرقام نُشرت من قبل.")
        }
    }
}

/// What a sheet of a workbook of records is, told by its name.
package enum SheetPurpose: Hashable, Sendable {
    /// It holds the records of a table.
    case records(RecordTable)
    /// It holds the settings of the dataset.
    case settings
    /// It holds the measures that the dataset declares itself.
    case measures
    /// It explains the others, and no record stands on it.
    case help
    /// It lists the findings of a check, and no record stands on it.
    case findings

    /// All of them.
    package static let all = RecordTable.allCases.map(Self.records) + [.settings, .measures, .help, .findings]

    /// The purpose of a sheet; nil where its name is none of ours in either language, in any spelling.
    package init?(sheetNamed name: String) {
        guard let position = Self.names(name) else { return nil }
        self = Self.all[position]
    }

    /// The name of such a sheet.
    package var title: BilingualText {
        switch self {
        case .records(let table): table.title
        case .settings: .init(en: "Settings", ar: "الإعدادات")
        case .measures: .init(en: "Measures", ar: "المقاييس")
        case .help: .init(en: "Help", ar: "تعليمات")
        case .findings: .init(en: "Findings", ar: "الملاحظات")
        }
    }

    private static let names: NameIndex = {
        var index = NameIndex()
        for (position, purpose) in all.enumerated() {
            if case .records(let table) = purpose { index.insert(code: table.rawValue, at: position) }
            index.insert(wording: purpose.title, at: position)
        }
        index.insert(code: "dataset", at: all.firstIndex(of: .settings) ?? 0)
        return index
    }()
}

extension NameIndex {
    /// Adds a name in both languages, alone and side by side in either order.
    mutating func insert(wording: BilingualText, at position: Int) {
        insert(name: wording.en, at: position)
        guard let arabic = wording.ar else { return }
        insert(name: arabic, at: position)
        insert(name: wording.en + arabic, at: position)
        insert(name: arabic + wording.en, at: position)
    }
}
