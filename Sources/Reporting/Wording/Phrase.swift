/// Single words and headings.
package enum Phrase: CatalogueEntry {
    // Members that every dimension can have, and bounds.
    case total, rest, unknown, lower, upper
    /// The units of counts, of shares, and of the difference of two shares.
    case number, fraction, percentagePoints
    // About a report.
    case reportTitle, dataset, allTime, period, reportingDay, custodian, filters, persons, records, madeBy, contents,
        notes,
        about,
        omitted
    case charts, data, noteText, inputs, definitions, howToRead
    case table, sheet, reason, note, definition, term, file, digest, cover, source
    // Headings of columns.
    case figure, published, computed, computedUpper, withRejected, difference, status, qualifier
    case target, baseline, actual, achieved, remaining, periodPassed
    case rowsRead, rowsRejected, shareRejected, emptyLines, dimension, member, change, changePercent, unknownCount,
        unknownShare, identifier, heading, title, side, additive, better, column, line, severity, code, value,
        unitOfValue, message,
        example,
        name, place, startsOn, sessionStatus
    // The dictionary of a dataset.
    case dictionary, holds, required, filledIn, coverage, different, least, greatest, codes, meaning
    case anIdentifier, aText, aCode, aState, aTopic, aDay, aNumber, aWholeNumber, aMeasure, notUsed, yes, no
    // Requirements.
    case unit, needed, plannedSessions, plannedSeats, deliveredSessions, deliveredSeats, takenUp, short, seats,
        namedPersons, anyMember
    // Lists of persons.
    case roster, register, transcript
    // Certificates.
    case certificate, certificateNumber, certifiedOn, validUntil, daysLeft, certificateValidity, lastTraining, never
    // Contents of cells in such columns.
    case additiveEverywhere, additiveOnSessions, additiveNowhere
    case betterMore, betterLess, betterNeither
    case onTrainee, onSession, onCourse, onTime, onTrainer, onEvaluation
    case error, warning
    case ownDefinition, ofDataset
    case findings, dimensions, measures, reports
    // About releases.
    case release, releases, revisions, dueReleases, cell, before, after, report, recurrence, revision, firstDay,
        lastDay,
        movesWith, theReportingDay, due, nextDue, undelivered, made, provisionalState, finalState, newRelease,
        finalRelease,
        changedRecords
    case daily, weekly, monthly, quarterly, halfYearly, yearly, fiscalYearly, hijriMonthly
    case currentPeriod, previousPeriod
    // Separators of lists.
    case listComma, listAnd, listOr, listSemicolon
    case cutNote
    // Texts only of pages for browsers.
    case skipToContent, languageName, swipe, allKeyFigures, savePicture
    // Files that hold complete tables.
    case csvFile, workbook, page

    package var wording: (en: String, ar: String) {
        switch self {
        case .csvFile: ("the CSV file", "ملف CSV")
        case .workbook: ("the workbook", "مصنف Excel")
        case .page: ("the page for browsers", "صفحة المتصفح")
        case .total: ("Total", "المجموع")
        case .rest: ("The rest", "البقية")
        case .percentagePoints: ("pp", "نقطة مئوية")
        case .unknown: ("Not known", "غير معروف")
        case .lower: ("at least", "على الأقل")
        case .upper: ("at most", "على الأكثر")
        case .reportTitle: ("Training statistics", "إحصاءات التدريب")
        case .dataset: ("Dataset", "مجموعة البيانات")
        case .allTime: ("all time", "كل الفترات")
        case .period: ("Period", "الفترة")
        case .reportingDay: ("Reporting day", "يوم التقرير")
        case .custodian: ("Custodian", "الجهة المسؤولة")
        case .filters: ("Filters", "عوامل التصفية")
        case .persons: ("Persons", "الأشخاص")
        case .records: ("Records", "السجلات")
        case .madeBy: ("Made by", "أُعد بواسطة")
        case .contents: ("Contents", "المحتويات")
        case .notes: ("Notes", "ملاحظات")
        case .noteText: ("Text", "النص")
        case .data: ("Data", "البيانات")
        case .charts: ("Charts", "الرسوم البيانية")
        case .inputs: ("Files read", "الملفات المقروءة")
        case .definitions: ("Definitions", "التعريفات")
        case .howToRead: ("How to read the tables", "كيف تُقرأ الجداول")
        case .about: ("About this report", "عن هذا التقرير")
        case .omitted: ("Tables left out", "جداول غير مدرجة")
        case .table: ("Table", "الجدول")
        case .sheet: ("Sheet", "الورقة")
        case .reason: ("Reason", "السبب")
        case .note: ("Note", "الملاحظة")
        case .definition: ("Definition", "التعريف")
        case .term: ("Term", "المصطلح")
        case .file: ("File", "الملف")
        case .digest: ("SHA-256", "بصمة SHA-256")
        case .cover: ("Cover", "الغلاف")
        case .source: ("Source", "المصدر")
        case .figure: ("Figure", "المؤشر")
        case .published: ("Published", "المنشور")
        case .computed: ("From the records", "من السجلات")
        case .computedUpper: ("At most", "على الأكثر")
        case .withRejected: ("With rejected", "مع المرفوضة")
        case .difference: ("Difference", "الفرق")
        case .status: ("Status", "الحالة")
        case .qualifier: ("Claim", "الصيغة")
        case .target: ("Target", "المستهدف")
        case .baseline: ("Baseline", "خط الأساس")
        case .actual: ("Actual", "المتحقق")
        case .achieved: ("Achieved", "نسبة التحقق")
        case .remaining: ("Remaining", "المتبقي")
        case .periodPassed: ("Period passed", "ما انقضى من الفترة")
        case .rowsRead: ("Records read", "السجلات المقروءة")
        case .rowsRejected: ("Rejected", "المرفوضة")
        case .shareRejected: ("Share rejected", "نسبة المرفوض")
        case .emptyLines: ("Empty lines", "أسطر فارغة")
        case .dimension: ("Property", "الخاصية")
        case .member: ("Member", "الفئة")
        case .change: ("Change", "التغير")
        case .changePercent: ("Change in %", "التغير بالنسبة المئوية")
        case .unknownCount: ("Of unknown value", "ما لا تُعرف قيمته")
        case .unknownShare: ("Share unknown", "نسبة غير المعروف")
        case .identifier: ("Identifier", "المعرّف")
        case .heading: ("Heading", "العنوان")
        case .title: ("Title", "العنوان")
        case .side: ("Property of", "خاصية")
        case .additive: ("Additive", "قابل للجمع")
        case .better: ("Better", "الأفضل")
        case .betterMore: ("more", "الأكثر")
        case .betterLess: ("less", "الأقل")
        case .betterNeither: ("neither", "لا هذا ولا ذاك")
        case .column: ("Column", "العمود")
        case .line: ("Line", "السطر")
        case .severity: ("Severity", "الدرجة")
        case .code: ("Code", "الرمز")
        case .value: ("Value", "القيمة")
        case .unitOfValue: ("Unit", "الوحدة")
        case .number: ("number", "عدد")
        case .fraction: ("fraction of 1", "كسر من 1")
        case .message: ("Message", "البيان")
        case .example: ("Example", "مثال")
        case .name: ("Name", "الاسم")
        case .unit: ("Counted in", "تُعدّ بـ")
        case .needed: ("Required", "المطلوب")
        case .plannedSessions: ("Sessions planned", "انعقادات مخططة")
        case .plannedSeats: ("Seats planned", "مقاعد مخططة")
        case .deliveredSessions: ("Sessions held", "انعقادات منفذة")
        case .deliveredSeats: ("Seats held", "مقاعد منفذة")
        case .takenUp: ("Taken up", "المتحقق")
        case .short: ("Short", "النقص")
        case .seats: ("Seats", "المقاعد")
        case .namedPersons: ("Named persons", "أشخاص بعينهم")
        case .anyMember: ("Any", "أيّ")
        case .startsOn: ("Starts on", "تاريخ البدء")
        case .sessionStatus: ("Session status", "حالة الانعقاد")
        case .dictionary: ("Data dictionary", "قاموس البيانات")
        case .holds: ("Holds", "المحتوى")
        case .required: ("Required", "إلزامي")
        case .filledIn: ("Filled in", "المملوء")
        case .coverage: ("Coverage", "نسبة الملء")
        case .different: ("Distinct", "القيم المختلفة")
        case .least: ("Least", "الأدنى")
        case .greatest: ("Greatest", "الأعلى")
        case .codes: ("Codes", "الرموز")
        case .meaning: ("Meaning", "المعنى")
        case .anIdentifier: ("identifier", "معرّف")
        case .aText: ("text", "نص")
        case .aCode: ("code", "رمز")
        case .aState: ("state", "دولة")
        case .aTopic: ("topic", "مجال")
        case .aDay: ("day", "تاريخ")
        case .aNumber: ("number", "عدد")
        case .aWholeNumber: ("whole number", "عدد صحيح")
        case .aMeasure: ("measure", "مقياس")
        case .notUsed: ("not used", "غير مستخدم")
        case .yes: ("yes", "نعم")
        case .no: ("no", "لا")
        case .roster: ("Roster", "كشف المشاركين")
        case .register: ("Attendance register", "كشف الحضور")
        case .certificate: ("Certificate", "الشهادة")
        case .certificateNumber: ("Certificate number", "رقم الشهادة")
        case .certifiedOn: ("Certified on", "تاريخ الشهادة")
        case .validUntil: ("Valid until", "سارية حتى")
        case .daysLeft: ("Days left", "الأيام المتبقية")
        case .certificateValidity: ("Validity of certificates", "صلاحية الشهادات")
        case .lastTraining: ("Time since the last training", "المدة منذ آخر تدريب")
        case .never: ("Never certified", "بلا شهادة")
        case .transcript: ("Training record", "السجل التدريبي")
        case .place: ("Record", "موضع السجل")
        case .additiveEverywhere: ("yes", "نعم")
        case .additiveOnSessions:
            ("over session, course and time dimensions", "على خصائص الانعقاد والدورة والزمن")
        case .additiveNowhere: ("no", "لا")
        case .onTrainee: ("trainee", "المتدرب")
        case .onSession: ("session", "الانعقاد")
        case .onCourse: ("course", "الدورة")
        case .onTime: ("time", "الزمن")
        case .onTrainer: ("trainer", "المدرب")
        case .onEvaluation: ("evaluation", "التقييم")
        case .error: ("error", "خطأ")
        case .warning: ("warning", "تنبيه")
        case .ofDataset: ("this dataset", "مجموعة البيانات هذه")
        case .ownDefinition: ("this project's catalogue of definitions", "قائمة التعريفات في هذا المشروع")
        case .findings: ("Findings", "ما وُجد في السجلات")
        case .dimensions: ("Dimensions", "الخصائص")
        case .measures: ("Measures", "المؤشرات")
        case .reports: ("Tables of a report pack", "جداول حزمة التقارير")
        case .listComma: (", ", "، ")
        case .listSemicolon: ("; ", "؛ ")
        case .listAnd: (" and ", " و")
        case .listOr: (" or ", " أو ")
        case .release: ("Release", "الإصدار")
        case .releases: ("Releases", "الإصدارات")
        case .revisions: ("Revisions", "التعديلات")
        case .dueReleases: ("Releases that are due", "الإصدارات المستحقة")
        case .cell: ("Cell", "الخلية")
        case .before: ("Before", "قبل")
        case .after: ("After", "بعد")
        case .report: ("Report", "التقرير")
        case .recurrence: ("Recurrence", "الدورية")
        case .revision: ("Revision", "النسخة")
        case .firstDay: ("First day", "أول يوم")
        case .lastDay: ("Last day", "آخر يوم")
        case .movesWith: ("Moves with", "يتغير مع")
        case .theReportingDay: ("the reporting day", "يوم التقرير")
        case .due: ("Due", "مستحق")
        case .nextDue: ("Next due", "الاستحقاق التالي")
        case .undelivered: ("Not delivered", "لم يُسلَّم")
        case .made: ("Made", "تاريخ الإعداد")
        case .provisionalState: ("provisional", "أولي")
        case .finalState: ("final", "نهائي")
        case .newRelease: ("new", "جديد")
        case .finalRelease: ("final figures", "الأرقام النهائية")
        case .changedRecords: ("records changed", "تغيرت السجلات")
        case .daily: ("daily", "يومي")
        case .weekly: ("weekly", "أسبوعي")
        case .monthly: ("monthly", "شهري")
        case .quarterly: ("quarterly", "ربع سنوي")
        case .halfYearly: ("half-yearly", "نصف سنوي")
        case .yearly: ("yearly", "سنوي")
        case .fiscalYearly: ("fiscal-yearly", "سنوي مالي")
        case .hijriMonthly: ("hijri-monthly", "شهري هجري")
        case .currentPeriod: ("The period", "الفترة")
        case .previousPeriod: ("The period before", "الفترة السابقة")
        case .skipToContent: ("Skip to the tables", "انتقل إلى الجداول")
        case .languageName: ("English", "العربية")
        case .savePicture: ("Save the chart as", "حفظ الرسم بصيغة")
        case .swipe: ("Swipe for the rest of the chart.", "اسحب الرسم جانباً لرؤية بقيته.")
        case .allKeyFigures: ("All key figures", "جميع الأرقام الرئيسية")
        case .cutNote: ("(cut to fit)", "(مختصر)")
        }
    }
}
