/// Sentences with values in them.
package enum Sentence: CatalogueEntry {
    /// Why a total is not the sum of its cells.
    case overlap, overlapOpen, across, forEachTrainer
    /// Why shares add up to more than the whole.
    case sharesOfPersons, sharesOfOthers
    /// Which rows are shown, and how a figure is held against a number.
    case personsWanted, noPersonMeets, rowsShown, totalsOfAllRows, noRowMeets, tooManyEmptyRows, figureLess,
        figureAtMost, figureGreater, figureAtLeast, figureEqual,
        figureDifferent
    /// Bounds of the number of trainees.
    case bounds
    /// How many records state a value, and for whom a figure speaks.
    case coverage, unknownInBase, namedAlone
    /// The definition of a measure that the dataset or the report declares.
    case ownMeasure, ownMeasureFrom
    /// Why a share has no interval.
    case withoutInterval
    /// How many sessions are reported.
    case reportedTraining, reportedSessions, seatsReported
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
    /// The part of a long table that is shown, and its order.
    case firstRows, largestFirst, smallestFirst, notMetFirst
    /// Notes of the brief: a period without sessions, a year shown in place of the current one.
    case noSessions, lastYearOfRecords
    /// A selection without records: its period, its filters, and members that no record has.
    case noSessionsInPeriod, nothingSelected, nothingSelectedIn, noSuchMember, conditionOfMeasure, noSuchText,
        nearMember, memberToEscape,
        quotedMember
    /// The members of a filter that names those that are left out, or a text that they contain.
    case allBut, containing
    /// A reason that holds for a part of the records.
    case inPeriod, underFilters, inPeriodUnderFilters
    /// Why a chart that was asked for is not there.
    case noChart, chartOfOne, chartOfMany, chartWithGaps, chartOfSeveral, chartOfNothing, chartApart
    /// Title of a single table, and of a chart with the title of its table.
    case measuresByDimensions, titleAndMeasure
    /// Heading of a figure of a member.
    case memberAndFigure
    /// Titles of charts.
    case chartByYearAndState, chartByTopic, chartOfScores, chartByState, chartByProgramme, chartByYear
    /// What a command has done.
    case packMade, labelsProposed, personsProposed, templateMade, templateFilled, annotated
    /// Which tables of a pack are not in SDMX.
    case withoutSDMX
    /// The result of a list of records, or why there is none.
    case recordsListed, distinctIn, distinctOfSide, sumOf, noRecordsOfTrainees
    /// What lists of persons come to.
    case personsListed, personsInRegister, countedInSession, transcriptCounts, identifiersOfPerson
    /// Days and parts of the calendar.
    case dayInBothCalendars, periodWithDays, partOfYear, weekOfYear, partOfHijriYear, hijriYear, fiscalYear,
        academicYear
    /// Explanations of shorthand in cells.
    case notAvailable, notApplicable, provisional, revised
    /// The state of a release: its revision, and until when it is provisional.
    case revisionOf, provisionalUntil, final
    /// The changes of a revision.
    case revisionsSince, noRevisions, movesWithReportingDay, filesDiffer, overdue, namedMember
    /// The source of figures, an input file, and the text of a link to a note.
    case source, input, noteMarker
    /// The contents of the sheets of an accessible workbook.
    case sheets
    /// The description of a chart, what it leaves out, and its source.
    case chartInWords, notDrawn, dataOfChart
    /// Which totals of a workbook follow its filters.
    case liveTotals

    package var wording: (en: String, ar: String) {
        switch self {
        case .overlap:
            (
                "{measure}: sum of cells {sum} − counted in several cells {gap} = total {total}.",
                "{measure}: مجموع الخلايا {sum} − المعدود في أكثر من خلية {gap} = المجموع {total}."
            )
        case .overlapOpen:
            (
                "{measure}: sum of cells {sum} − what may count in several cells {gap} = total {total}.",
                "{measure}: مجموع الخلايا {sum} − ما قد يكون معدوداً في أكثر من خلية {gap} = المجموع {total}."
            )
        case .forEachTrainer:
            (
                "A session's participants count for each of its trainers; totals count each of them once.",
                "يُحتسب المشاركون في الانعقاد لكل مدرب من مدربيه؛ وتحتسب المجاميع كلاً منهم مرة واحدة."
            )
        case .across:
            (
                "{measure}: sum of cells {sum} + counted only across cells {gap} = total {total}.",
                "{measure}: مجموع الخلايا {sum} + المعدود عبر الخلايا وحدها {gap} = المجموع {total}."
            )
        case .sharesOfPersons:
            (
                "{measure}: the shares add up to as much as {sum}%, because one person can be in several cells.",
                "{measure}: يصل مجموع النسب إلى {sum}%، لأن الشخص الواحد قد يكون في أكثر من خلية."
            )
        case .sharesOfOthers:
            (
                "{measure}: the shares add up to as much as {sum}%, because the same one can be in several cells.",
                "{measure}: يصل مجموع النسب إلى {sum}%، لأن الواحد منها قد يكون في أكثر من خلية."
            )
        case .personsWanted:
            (
                "Only the persons with {conditions} are counted: {count}. People who were counted without names are left out.",
                "لا تشمل الأرقام إلا الأشخاص الذين شرطهم: {conditions}؛ وعددهم {count}. ولا تشمل من أُحصوا دون أسماء."
            )
        case .noPersonMeets: ("No person meets the condition.", "لا يحقق أي شخص الشرط.")
        case .rowsShown:
            (
                "Rows shown: {shown} of {all}, with {conditions}.",
                "الصفوف المعروضة: {shown} من {all}، وشرطها: {conditions}."
            )
        case .totalsOfAllRows:
            (
                "The totals are of all records, those of the other rows included.",
                "والمجاميع لكل السجلات، ومنها سجلات الصفوف الأخرى."
            )
        case .tooManyEmptyRows:
            (
                "Rows without records are left out: there are too many combinations of members.",
                "لم تُدرج الصفوف التي لا سجلات لها، لكثرة مجموعات القيم."
            )
        case .noRowMeets: ("No row meets the condition.", "لا يحقق أي صف الشرط.")
        case .figureLess: ("{figure} below {number}", "{figure} أقل من {number}")
        case .figureAtMost: ("{figure} at most {number}", "{figure} لا يزيد على {number}")
        case .figureGreater: ("{figure} above {number}", "{figure} أكثر من {number}")
        case .figureAtLeast: ("{figure} at least {number}", "{figure} لا يقل عن {number}")
        case .figureEqual: ("{figure} equal to {number}", "{figure} يساوي {number}")
        case .figureDifferent: ("{figure} other than {number}", "{figure} لا يساوي {number}")
        case .bounds:
            (
                "The number of trainees lies between {lower}, as many as the records prove, and {upper}, the named persons "
                    + "plus the headcount: a headcount does not tell who came twice.",
                "عدد المتدربين بين {lower} (أقل ما تثبته السجلات) و{upper} (المسمون ومن أُحصوا عدداً): "
                    + "فالإحصاء العددي لا يبين من تكرر حضوره."
            )
        case .coverage:
            ("{measure}: stated by {stated} of {records}.", "{measure}: القيمة مذكورة في {stated} من {records}.")
        case .unknownInBase:
            (
                "{measure}: {properties} known for {stated} of {records}; the unknown are in the base.",
                "{measure}: قيمة «{properties}» معروفة في {stated} من {records}؛ وغير المعروف داخل في المقام."
            )
        case .ownMeasure: ("{definition} (Own measure.)", "{definition} (مقياس خاص.)")
        case .ownMeasureFrom:
            ("{definition} (Own measure; source: {source}.)", "{definition} (مقياس خاص؛ المصدر: {source}.)")
        case .withoutInterval:
            (
                "{measures}: no interval, since one figure over another is no share of counted records.",
                "{measures}: بلا فترة ثقة، لأن قسمة رقم على آخر ليست نسبة من سجلات معدودة."
            )
        case .namedAlone:
            (
                "{measures}: of named persons alone, {stated} of {records}.",
                "{measures}: للمسمين وحدهم، {stated} من {records}."
            )
        case .reportedTraining:
            (
                "Participants in training: reported by {reported} of {sessions}.",
                "المشاركون في التدريب: وردت بياناتهم عن {reported} من {sessions}."
            )
        case .reportedSessions:
            (
                "Participants in sessions of any kind: reported by {reported} of {sessions}.",
                "المشاركون في الانعقادات من أي نوع: وردت بياناتهم عن {reported} من {sessions}."
            )
        case .seatsReported:
            (
                "{measure}: over the seats of {stated} of {records} with seats; nobody reported who came to the others.",
                "{measure}: على مقاعد {stated} من {records} ذُكرت سعتها؛ ولم ترد بيانات الحضور عن غيرها."
            )
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
                "{file}: {code}: «{value}» في {column}: {rows}، أولها في {place}: {message}"
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
        case .firstRows:
            (
                "The first {shown} of {all} rows; all of them are in {places}.",
                "أول {shown} صفاً من أصل {all}؛ والصفوف كلها في {places}."
            )
        case .largestFirst:
            ("In the order of {measure}, the largest first.", "الترتيب حسب {measure}، من الأكبر إلى الأصغر.")
        case .smallestFirst:
            ("In the order of {measure}, the smallest first.", "الترتيب حسب {measure}، من الأصغر إلى الأكبر.")
        case .notMetFirst:
            ("Figures that are not met come first.", "تأتي الأرقام غير المطابقة أولاً.")
        case .noSessions:
            ("No delivered session ends in {period}.", "لا ينتهي أي انعقاد منفذ في {period}.")
        case .movesWithReportingDay:
            (
                "Figures of another period than the release's move with the reporting day; they are not revisions.",
                "أرقام الفترات الأخرى غير فترة الإصدار تتغير مع يوم التقرير، وليست تعديلات."
            )
        case .overdue:
            (
                "{report}: {period} was due on {day}, and {count} in all; tadrib run makes what is missing",
                "{report}: استحق إصدار {period} في {day}، وعدد الإصدارات المتأخرة {count}؛ ويُعدّ tadrib run ما ينقص"
            )
        case .namedMember: ("{member} ({name})", "{member} ({name})")
        case .filesDiffer: ("Files read that differ: {list}.", "الملفات المقروءة المختلفة: {list}.")
        case .noSessionsInPeriod:
            (
                "No delivered session ends in {period}; those of the records end from {first} to {last}.",
                "لا ينتهي أي انعقاد منفذ في {period}؛ فالانعقادات المنفذة في السجلات تنتهي من {first} إلى {last}."
            )
        case .nothingSelected:
            ("No record passes the filters.", "لا يجتاز أي سجل عوامل التصفية.")
        case .nothingSelectedIn:
            (
                "No delivered session that ends in {period} passes the filters.",
                "لا يجتاز عوامل التصفية أي انعقاد منفذ ينتهي في {period}."
            )
        case .quotedMember: ("'{member}'", "«{member}»")
        case .allBut: ("all but {members}", "الكل عدا {members}")
        case .containing: ("containing {texts}", "ما يحتوي على {texts}")
        case .noSuchText: ("{filter}: no member contains {members}", "{filter}: لا تحتوي أي قيمة على {members}")
        case .conditionOfMeasure: ("a measure's condition on {dimension}", "شرط مقياس على {dimension}")
        case .noSuchMember: ("{filter}: no record has {members}", "{filter}: لا يذكر أي سجل {members}")
        case .nearMember:
            (
                "{filter}: no record has {members}; did you mean {nearest}?",
                "{filter}: لا يذكر أي سجل {members}؛ هل تقصد {nearest}؟"
            )
        case .memberToEscape:
            (
                "{filter}: no record has {members}; did you mean {nearest}? A backslash goes before a comma or semicolon of "
                    + "a member: {spelling}",
                "{filter}: لا يذكر أي سجل {members}؛ هل تقصد {nearest}؟ تسبق الشرطة المائلة العكسية الفاصلة التي في القيمة: "
                    + "{spelling}"
            )
        case .inPeriod: ("{reason} in this period", "{reason} في هذه الفترة")
        case .underFilters: ("{reason} under these filters", "{reason} ضمن عوامل التصفية هذه")
        case .inPeriodUnderFilters:
            ("{reason} in this period under these filters", "{reason} في هذه الفترة ضمن عوامل التصفية هذه")
        case .noChart: ("No chart: {reason}.", "لا رسم بياني: {reason}.")
        case .chartOfOne: ("there is only one category to compare", "ليس فيه إلا فئة واحدة فلا مقارنة")
        case .chartOfMany:
            (
                "{count} categories are more than the {most} that can be read",
                "عدد الفئات {count}، ولا يُقرأ أكثر من {most}"
            )
        case .chartWithGaps:
            ("some of its figures are not known or not applicable", "بعض أرقامه غير معروف أو لا ينطبق")
        case .chartOfSeveral:
            ("the table has several figures in each place", "في كل موضع من الجدول أكثر من رقم")
        case .chartOfNothing: ("there is nothing to draw", "لا شيء يُرسم")
        case .chartApart:
            ("its measures do not stand side by side in the table", "مؤشراته غير متجاورة في الجدول")
        case .lastYearOfRecords:
            (
                "No delivered session ends in {current} by the reporting day; {shown} is the last year in which one does.",
                "لا ينتهي أي انعقاد منفذ في {current} حتى يوم التقرير، و{shown} آخر سنة ينتهي فيها انعقاد منفذ."
            )
        case .measuresByDimensions: ("{measures} by {dimensions}", "{measures} حسب {dimensions}")
        case .memberAndFigure: ("{member}: {figure}", "{member}: {figure}")
        case .titleAndMeasure: ("{title}: {measure}", "{title}: {measure}")
        case .chartByYearAndState: ("{measure} by year and state", "{measure} حسب السنة والدولة")
        case .chartByTopic: ("{measure} by topic", "{measure} حسب المجال")
        case .chartOfScores: ("Mean scores before and after, by topic", "متوسط الدرجات القبلية والبعدية حسب المجال")
        case .chartByState: ("{measure} by state", "{measure} حسب الدولة")
        case .chartByProgramme: ("{measure} by programme", "{measure} حسب البرنامج")
        case .chartByYear: ("{measure} by year", "{measure} حسب السنة")
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
        case .revisionOf: ("{period}, revision {number}; {state}", "{period}، النسخة {number}؛ {state}")
        case .provisionalUntil: ("provisional until {day}", "أولي حتى {day}")
        case .final: ("final", "نهائي")
        case .revisionsSince:
            (
                "What differs from the release before, figure by figure.",
                "ما يختلف عن الإصدار السابق، رقماً رقماً."
            )
        case .noRevisions:
            ("No figure differs from the release before.", "لا يختلف أي رقم عن الإصدار السابق.")
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
        case .chartInWords:
            (
                "Highest: {most}. Lowest: {least}. All figures are in the table “{table}”.",
                "الأعلى: {most}. الأدنى: {least}. جميع الأرقام في الجدول «{table}»."
            )
        case .notDrawn: ("Not drawn: {list}.", "غير مرسوم: {list}.")
        case .dataOfChart: ("Data: {dataset}", "البيانات: {dataset}")
        case .liveTotals:
            (
                "Totals are computed from the records. Where cells add up to their total it is a formula and follows "
                    + "filters; a count of distinct persons or courses, a rate or a mean is a number and does not.",
                "المجاميع محسوبة من السجلات. فإن كان المجموع حاصل جمع خلاياه فهو صيغة حسابية تتبع عوامل التصفية؛ أما عدد "
                    + "الأشخاص أو الدورات المختلفة والنسب والمتوسطات فأرقام ثابتة لا تتبعها."
            )
        case .dayInBothCalendars:
            (
                "{day} {month} {year} ({hijriDay} {hijriMonth} {hijriYear} AH)",
                "{day} {month} {year} ({hijriDay} {hijriMonth} {hijriYear} هـ)"
            )
        case .periodWithDays: ("{period} ({first} – {last})", "{period}: من {first} إلى {last}")
        case .partOfYear: ("{part} {year}", "{part} {year}")
        case .weekOfYear: ("week {part} of {year}", "الأسبوع {part} من سنة {year}")
        case .partOfHijriYear: ("{part} {year}", "{part} {year} هـ")
        case .hijriYear: ("AH {year}", "{year} هـ")
        case .fiscalYear: ("fiscal year {year}", "السنة المالية {year}")
        case .academicYear: ("academic year {year}", "السنة الدراسية {year}")
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
