import Support
import TrainingStats

/// A setting of a dataset as a row of the settings sheet of a workbook has it: a key and a text.
package enum SettingField: String, Sendable, CaseIterable {
    case titleEn = "title.en"
    case titleAr = "title.ar"
    case custodianEn = "custodian.en"
    case custodianAr = "custodian.ar"
    case timeZone, fiscalYearStart, fiscalYearNamedBy, academicYearStart, currency, trainedStatuses, trainedKinds
    case hoursPerDay, calendar, repeatedParticipations, traineeIdentifiers, scores
    case maxRecordBytes, maxFieldBytes, maxFields, bands, attributes

    /// The key that a text names, by identifier or wording; nil where it names none.
    package init?(named text: String) {
        guard let position = Self.names(text) else { return nil }
        self = Self.allCases[position]
    }

    private static let names: NameIndex = {
        var index = NameIndex()
        for (position, field) in allCases.enumerated() {
            index.insert(code: field.rawValue, at: position)
            index.insert(wording: field.heading, at: position)
        }
        // Without a language it is the English one.
        index.insert(code: "title", at: 0)
        index.insert(code: "custodian", at: 2)
        return index
    }()

    /// What people call it; readers know it by this, too.
    package var heading: BilingualText {
        switch self {
        case .titleEn: .init(en: "Title in English", ar: "العنوان بالإنجليزية")
        case .titleAr: .init(en: "Title in Arabic", ar: "العنوان بالعربية")
        case .custodianEn: .init(en: "Custodian in English", ar: "الجهة الحافظة بالإنجليزية")
        case .custodianAr: .init(en: "Custodian in Arabic", ar: "الجهة الحافظة بالعربية")
        case .timeZone: .init(en: "Time zone", ar: "المنطقة الزمنية")
        case .fiscalYearStart: .init(en: "Fiscal year starts", ar: "بداية السنة المالية")
        case .fiscalYearNamedBy: .init(en: "Fiscal year named by", ar: "تسمية السنة المالية")
        case .academicYearStart: .init(en: "Academic year starts", ar: "بداية السنة الدراسية")
        case .currency: .init(en: "Currency", ar: "العملة")
        case .trainedStatuses: .init(en: "Statuses that count", ar: "الحالات المحتسبة")
        case .trainedKinds: .init(en: "Kinds that are training", ar: "الأنواع التي تُعد تدريباً")
        case .hoursPerDay: .init(en: "Hours of a day", ar: "ساعات اليوم")
        case .calendar: .init(en: "Calendar", ar: "التقويم")
        case .repeatedParticipations: .init(en: "Repeated participations", ar: "المشاركات المكررة")
        case .traineeIdentifiers: .init(en: "Trainee identifiers", ar: "معرّفات المتدربين")
        case .scores: .init(en: "Scores", ar: "الدرجات")
        case .maxRecordBytes: .init(en: "Longest record in bytes", ar: "أطول سجل بالبايت")
        case .maxFieldBytes: .init(en: "Longest field in bytes", ar: "أطول حقل بالبايت")
        case .maxFields: .init(en: "Most fields of a record", ar: "أكثر حقول السجل")
        case .bands: .init(en: "Bands", ar: "الفئات")
        case .attributes: .init(en: "Own attributes", ar: "الخصائص المضافة")
        }
    }

    /// What it decides.
    package var meaning: BilingualText {
        switch self {
        case .titleEn, .titleAr: .init(en: "Title of the records, and of their report.", ar: "عنوان السجلات وتقريرها.")
        case .custodianEn, .custodianAr: .init(en: "Who keeps the records.", ar: "من يحفظ السجلات.")
        case .timeZone:
            .init(
                en: "Where the reporting day begins, such as Asia/Kuwait.", ar: "حيث يبدأ يوم التقرير، مثل Asia/Kuwait."
            )
        case .fiscalYearStart, .academicYearStart:
            .init(en: "Month and day, such as 04-01.", ar: "شهر ويوم، مثل \u{200E}04-01.")
        case .fiscalYearNamedBy:
            .init(
                en: "start or end: the calendar year in which a fiscal year starts or ends names it.",
                ar: "start أو end: تُسمّى السنة المالية بالسنة التي تبدأ أو تنتهي فيها.")
        case .currency:
            .init(en: "Code of ISO 4217 for all costs, such as KWD.", ar: "رمز ISO 4217 لكل التكاليف، مثل KWD.")
        case .trainedStatuses:
            .init(
                en: "Statuses of participations that count as attendance, separated by commas.",
                ar: "حالات المشاركة التي تُعد حضوراً، تفصل بينها فواصل.")
        case .trainedKinds:
            .init(
                en: "Kinds of activity that are training, separated by commas.",
                ar: "أنواع النشاط التي تُعد تدريباً، تفصل بينها فواصل.")
        case .hoursPerDay: .init(en: "Hours that make a trainee-day.", ar: "ساعات يوم التدريب الواحد.")
        case .calendar:
            .init(
                en: "gregorian or hijri (Umm al-Qura): the calendar of all dates here.",
                ar: "gregorian أو hijri (أم القرى): تقويم كل التواريخ هنا.")
        case .repeatedParticipations:
            .init(
                en:
                    "refuse or last: of two rows of a person in a session the second is an error, or the last one counts.",
                ar: "refuse أو last: إن تكرر شخص في انعقاد فالصف الثاني خطأ، أو يُحتسب الأخير.")
        case .traineeIdentifiers:
            .init(
                en: "assigned or civil: one person can have several identifiers, or has one only, as with civil IDs.",
                ar: "assigned أو civil: قد يكون للشخص أكثر من معرّف، أو له واحد فقط كالرقم المدني.")
        case .scores:
            .init(
                en:
                    "expected or optional: a completed participation without a score lacks one, or results can be words.",
                ar: "expected أو optional: المشاركة المكتملة بلا درجة ناقصة، أو قد تكون النتيجة كلمة.")
        case .maxRecordBytes, .maxFieldBytes, .maxFields:
            .init(en: "A longer record is rejected.", ar: "يُرفض السجل الأطول.")
        case .bands:
            .init(
                en: "Where bands of ages, hours, scores and durations begin, as JSON like that in dataset.json.",
                ar: "بدايات فئات الأعمار والساعات والدرجات والمدد، بصيغة JSON كما في dataset.json.")
        case .attributes:
            .init(
                en: "Further columns by which records are grouped, as JSON: a list like that in dataset.json.",
                ar: "أعمدة إضافية تُجمَّع السجلات بها، بصيغة JSON كما في dataset.json.")
        }
    }
}
