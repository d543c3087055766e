/// Sentences with values in them that no other list of texts has.
package enum Sentence: CatalogueEntry {
    /// Results of published figures.
    case verdict, explained
    /// What was read and found.
    case recordsRead, found, checked
    /// A finding: what is wrong, and the column.
    case inColumn, findingOfRows
    /// How many more findings of a file there are than shown.
    case moreFindings, moreListed, converted
    /// What a table of a pack is.
    case tableOfPack
    /// Title of a single table, and of a chart with the title of its table.
    case measuresByDimensions, titleAndMeasure
    /// Heading of a figure of a member.
    case memberAndFigure
    /// What a command has done.
    case packMade, labelsProposed, personsProposed, templateMade, templateFilled, annotated
    /// Which tables of a pack are not in SDMX.
    case withoutSDMX
    /// The result of a list of records, or why there is none.
    case recordsListed, distinctIn, distinctOfSide, sumOf, noRecordsOfTrainees
    /// What lists of persons come to.
    case personsListed, personsInRegister, countedInSession, transcriptCounts, identifiersOfPerson
    /// Explanations of shorthand in cells.
    case notAvailable, notApplicable, provisional, revised
    /// The source of figures, an input file, and the text of a link to a note.
    case source, input, noteMarker
    /// The contents of the sheets of an accessible workbook.
    case sheets
    /// What shows all rows of a long table on a page.
    case showAll
    /// Which totals of a workbook follow its filters, and which figures of its list may be added.
    case liveTotals, listOfFigures

    package var wording: (en: String, ar: String) {
        switch self {
        case .verdict:
            (
                "Published figures ({count}) held against the records: {list}.",
                "الأرقام المنشورة ({count}) مقارنةً بالسجلات: {list}."
            )
        case .explained:
            (
                "Rejected records, if they counted, would explain {explained} of {failed}.",
                "ولو احتُسبت السجلات المرفوضة لفسّرت {explained} من {failed}."
            )
        case .recordsRead: ("{read}, {rejected}", "{read}، و{rejected}")
        case .found: ("Findings: {list}.", "ما وُجد في السجلات: {list}.")
        case .checked:
            ("Records: {read}, {rejected}; {errors}, {warnings}", "{read}، و{rejected}؛ {errors} و{warnings}")
        case .findingOfRows:
            (
                "{file}: {code}: '{value}' in {column}: {rows}, first at {place}: {message}",
                "{file}: {code}: «{value}» في {column}: {rows}، الأول منها في {place}: {message}"
            )
        case .inColumn: ("(column {column})", "(العمود {column})")
        case .moreFindings: ("{file}: {code}: {more}", "{file}: {code}: {more}")
        case .converted:
            (
                "notice: {file}: {form}; read as UTF-8 with commas between the fields",
                "ملاحظة: {file}: {form}؛ قُرئ على أنه UTF-8 وبين حقوله فواصل"
            )
        case .moreListed: ("{group}: {more}; tadrib check lists them", "{group}: {more}؛ يسردها tadrib check")
        case .tableOfPack:
            (
                "A table of the report pack: a sheet of report.xlsx, a part of report.md, the file tables/{id}.csv.",
                "جدول من حزمة التقارير: ورقة في report.xlsx، وقسم في report.md، والملف tables/{id}.csv."
            )
        case .measuresByDimensions: ("{measures} by {dimensions}", "{measures} حسب {dimensions}")
        case .memberAndFigure: ("{member}: {figure}", "{member}: {figure}")
        case .titleAndMeasure: ("{title}: {measure}", "{title}: {measure}")
        case .packMade: ("{folder}: {tables}, {period}, as of {day}", "{folder}: {tables}، {period}، حتى {day}")
        case .templateMade: ("{file}: an empty workbook to fill in", "{file}: مصنف فارغ للتعبئة")
        case .templateFilled: ("{file}: a workbook of {records}", "{file}: مصنف من {records}")
        case .annotated:
            ("{file}: a copy of the workbook, with the findings in its cells", "{file}: نسخة من المصنف عُلّمت خلاياها")
        case .withoutSDMX:
            (
                "no SDMX file for {tables}: not made of measures by dimensions",
                "لا ملف SDMX للجداول التالية: {tables}؛ فهي ليست مؤشرات موزعة على أبعاد"
            )
        case .labelsProposed:
            (
                "{file}: {spellings} would count as others; read them before they do",
                "{file}: الصيغ المقترح توحيدها: {spellings}؛ راجعها قبل اعتمادها"
            )
        case .personsProposed:
            (
                "{file}: {identifiers} would count as others; read them before they do",
                "{file}: المعرّفات المقترح توحيدها: {identifiers}؛ راجعها قبل اعتمادها"
            )
        case .notAvailable:
            ("[x] not available: the figure exists and is not known.", "[x] غير متاح: الرقم موجود ولكنه غير معروف.")
        case .notApplicable:
            ("[z] not applicable: there can be no such figure.", "[z] لا ينطبق: لا يمكن أن يوجد رقم.")
        case .provisional:
            (
                "[p] provisional: records of the period may still come.",
                "[p] رقم أولي: قد ترد سجلات أخرى تخص الفترة."
            )
        case .revised:
            (
                "[r] revised: the figure differs from the release before.",
                "[r] رقم معدّل: يختلف عن الرقم في الإصدار السابق."
            )
        case .recordsListed: ("Records: {count}.", "السجلات: {count}.")
        case .personsListed:
            ("Persons: {count}. Attended: {attended}.", "عدد الأشخاص: {count}. عدد الحاضرين: {attended}.")
        case .personsInRegister: ("Persons: {count}. Days: {days}.", "عدد الأشخاص: {count}. عدد الأيام: {days}.")
        case .countedInSession: ("Counted besides, without names: {count}.", "المُحصون غيرهم دون أسماء: {count}.")
        case .transcriptCounts:
            (
                "Sessions: {sessions}. Trained participations: {trained}; completed: {completed}. The total of hours is that "
                    + "of trained participations.",
                "الانعقادات: {sessions}. المشاركات التدريبية: {trained}؛ المكتملة منها: {completed}. مجموع الساعات هو مجموع "
                    + "ساعات المشاركات التدريبية."
            )
        case .identifiersOfPerson:
            ("Identifiers of the person: {identifiers}.", "معرّفات الشخص: {identifiers}.")
        case .distinctIn: ("Distinct in {heading}: {count}.", "القيم المختلفة في عمود «{heading}»: {count}.")
        case .distinctOfSide:
            (
                "Distinct in {heading}, of records with a {side}: {count}.",
                "القيم المختلفة في عمود «{heading}» من السجلات التي لها «{side}»: {count}."
            )
        case .sumOf: ("Sum of {heading}: {sum}.", "مجموع عمود «{heading}»: {sum}.")
        case .noRecordsOfTrainees:
            (
                "There can be no such figure with a property of trainees, and no record is behind it.",
                "لا يمكن حساب هذا المؤشر مع خاصية من خصائص المتدربين، فلا سجلات وراءه."
            )
        case .source: ("Source: {author}; reporting day {day}.", "المصدر: {author}؛ يوم التقرير {day}.")
        case .input:
            ("{file}: {read}, {rejected}; SHA-256 {digest}", "{file}: {read}، و{rejected}؛ بصمة SHA-256 {digest}")
        case .noteMarker: ("[note {number}]", "[ملاحظة {number}]")
        case .sheets:
            (
                "This workbook has {tables}, one a sheet. The sheet “{contents}” lists them; the sheet “{notes}” says what "
                    + "the figures mean and where they come from.",
                "في هذا المصنف {tables}، لكل جدول ورقة. تسرد ورقة «{contents}» الجداول، وتبيّن ورقة «{notes}» معنى الأرقام "
                    + "ومصدرها."
            )
        case .showAll: ("Show all {count} rows", "اعرض كل الصفوف ({count})")
        case .listOfFigures:
            (
                "The sheet “{sheet}” lists every figure of the workbook, for pivots. Leave its totals out of sums, and add only "
                    + "figures that may be added: distinct persons, rates and means may not.",
                "تسرد ورقة «{sheet}» كل أرقام المصنف للجداول المحورية. استبعد مجاميعها من الجمع، ولا تجمع إلا ما يقبل الجمع: فلا "
                    + "تُجمع أعداد الأشخاص المختلفين ولا النسب ولا المتوسطات."
            )
        case .liveTotals:
            (
                "Totals are computed from the records. Where cells add up to their total it is a formula and follows "
                    + "filters; a count of distinct persons or courses, a rate or a mean is a number and does not.",
                "المجاميع محسوبة من السجلات. فإن كان المجموع حاصل جمع خلاياه فهو صيغة حسابية تتبع عوامل التصفية؛ أما عدد "
                    + "الأشخاص أو الدورات المختلفة والنسب والمتوسطات فأرقام ثابتة لا تتبعها."
            )
        }
    }
}

extension Sentence {
    /// The sentences that explain the marks in a sequence.
    package static func explaining(_ marks: some Sequence<FigureMarks>) -> [Sentence] {
        let used = marks.reduce(into: FigureMarks()) { $0.formUnion($1) }
        return [used.contains(.provisional) ? .provisional : nil, used.contains(.revised) ? .revised : nil]
            .compactMap(\.self)
    }
}
