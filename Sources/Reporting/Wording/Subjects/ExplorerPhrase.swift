/// What an explorer says: labels of its controls, and what it tells of what is shown.
package enum ExplorerPhrase: CatalogueEntry {
    // The page.
    case explore, exploreTitle, toReport, withoutScripts, choose, leftOut, filesOfPack
    // Controls.
    case measure, rows, columns, noColumns, all, order, usualOrder, largestFirst, swap, reset
    case copy, download, downloadSVG, downloadPNG, link, filterOf
    // What is told.
    case shown, nothing, copied, linkCopied, notCopied, notSaved, wrongLink, range, overlap, ofTrainees
    case chartOfTotals, chartCut, chartOfNothing, chartLabel, withoutUndated, tableCut, inPart, smallCells
    // Why something is left out.
    case sameMember, notStated, tooLarge, manyDimensions, manyMeasures, onlyInTables, noRecord, allZero

    package var wording: (en: String, ar: String) {
        switch self {
        case .explore: ("Explore the figures", "استكشف الأرقام")
        case .exploreTitle: ("{title}: explorer", "{title}: المستكشف")
        case .toReport: ("The report with all its tables", "التقرير بجميع جداوله")
        case .withoutScripts:
            (
                "This page needs scripts to choose figures. All tables are in these files of the report:",
                "تحتاج هذه الصفحة إلى البرامج النصية لاختيار الأرقام. جميع الجداول في ملفات التقرير الآتية:"
            )
        case .choose: ("Choose what is shown", "اختر ما يُعرض")
        case .leftOut: ("Not in the explorer", "ما ليس في المستكشف")
        case .filesOfPack: ("Files of the report", "ملفات التقرير")
        case .measure: ("Figure", "الرقم")
        case .rows: ("Rows", "الصفوف")
        case .columns: ("Columns", "الأعمدة")
        case .noColumns: ("none", "بلا أعمدة")
        case .all: ("All", "الكل")
        case .order: ("Order of rows", "ترتيب الصفوف")
        case .usualOrder: ("usual", "المعتاد")
        case .largestFirst: ("largest first", "الأكبر أولاً")
        case .swap: ("Swap rows and columns", "بدّل الصفوف والأعمدة")
        case .reset: ("Start anew", "ابدأ من جديد")
        case .copy: ("Copy table", "انسخ الجدول")
        case .download: ("Download CSV", "نزّل CSV")
        case .downloadSVG: ("Chart as SVG", "الرسم بصيغة SVG")
        case .downloadPNG: ("Chart as PNG", "الرسم بصيغة PNG")
        case .link: ("Copy link", "انسخ الرابط")
        case .filterOf: ("Only", "التصفية")
        case .shown:
            (
                "{title}. Rows: {rows}; columns of figures: {columns}.",
                "{title}. الصفوف: {rows}؛ أعمدة الأرقام: {columns}."
            )
        case .nothing: ("No records meet this choice.", "لا سجلات توافق هذا الاختيار.")
        case .copied: ("The table is copied.", "نُسخ الجدول.")
        case .linkCopied: ("The link is copied.", "نُسخ الرابط.")
        case .notCopied: ("The browser did not allow copying.", "لم يسمح المتصفح بالنسخ.")
        case .notSaved: ("The browser could not save the file.", "لم يتمكن المتصفح من حفظ الملف.")
        case .wrongLink:
            (
                "Part of the link is not known here and was left out.",
                "في الرابط جزء غير معروف هنا، فأُهمل."
            )
        case .range: ("{least} to {most}", "{least} إلى {most}")
        case .overlap:
            (
                "A person counts once in each cell and once in the total: cells need not add up.",
                "يُحسب الشخص مرة واحدة في كل خلية ومرة واحدة في المجموع، فلا يلزم أن يساوي جمع الخلايا المجموع."
            )
        case .ofTrainees:
            (
                "By properties of trainees, only sessions that somebody attended count; what is told of whole sessions does not apply ([z]).",
                "حسب خصائص المتدربين لا تُحسب إلا الانعقادات التي حضرها أحد، وما يُذكر عن الانعقاد كله لا ينطبق ([z])."
            )
        case .chartOfTotals:
            (
                "The chart shows the total of each row: there are more columns than it can show.",
                "يعرض الرسم مجموع كل صف، فالأعمدة أكثر مما يتسع له."
            )
        case .chartCut:
            ("The chart shows {shown} of {all} rows.", "الصفوف في الرسم {shown} من {all}.")
        case .chartOfNothing: ("There is no number to draw.", "لا رقم يُرسم.")
        case .chartLabel:
            ("Chart: {title}. All its figures are in the table.", "رسم بياني: {title}. جميع أرقامه في الجدول.")
        case .withoutUndated:
            (
                "The lines have no place for records without a known date ({value}); the table has them.",
                "لا مكان في الخطوط للسجلات التي لا يُعرف تاريخها ({value})، وهي في الجدول."
            )
        case .tableCut:
            (
                "The table shows {shown} of {all} rows; the CSV file has them all.",
                "الصفوف في الجدول {shown} من {all}، وجميعها في ملف CSV."
            )
        case .inPart:
            (
                "Known in part: a period that is not over, or of which there are not all records; it cannot be held against a whole one.",
                "جزء منها: فترة لم تنته، أو ليست جميع سجلاتها هنا، فلا تصح مقارنتها بفترة كاملة."
            )
        case .smallCells:
            (
                "This file has figures of few persons: of {all} combinations {few} have fewer than five persons, and {single} a single one. Whoever has the file can see them all; hand it only to people who may see the records.",
                "في هذا الملف أرقام عن أشخاص قلائل: من {all} من التوافيق يضم {few} أقل من خمسة أشخاص، و{single} شخصاً واحداً. ومن لديه الملف يستطيع رؤيتها كلها، فلا يُسلَّم إلا لمن يحق له الاطلاع على السجلات."
            )
        case .sameMember: ("all records have the same member", "لجميع السجلات الفئة نفسها")
        case .notStated: ("no record states it", "لا سجل يذكره")
        case .tooLarge:
            (
                "its combinations with the others are too many for one page",
                "توافيقه مع غيره أكثر مما تتسع له صفحة واحدة"
            )
        case .manyDimensions: ("the explorer holds seven dimensions at most", "لا يتسع المستكشف لأكثر من سبع خصائص")
        case .manyMeasures: ("the explorer holds 32 figures at most", "لا يتسع المستكشف لأكثر من 32 رقماً")
        case .onlyInTables:
            ("it does not go with the other choices; see the tables", "لا يجتمع مع الاختيارات الأخرى، وهو في الجداول")
        case .noRecord: ("there is no record of it", "لا سجل عنه")
        case .allZero: ("it is 0 throughout", "قيمته 0 في كل موضع")
        }
    }
}
