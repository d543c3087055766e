/// What findings say of whole files, their first lines, and the shape of their rows.
enum FileWording: FindingWording {
    case emptyFile, repeatedHeading, repeatedSpelling, missingColumn, unknownColumn, unnamedColumn, oneLongLine,
        barsForCommas, unknownKey, fieldCount, tooManyFields, longField, longRecord, unclosedQuote, textBehindQuote,
        nulByte, notUTF8, strayCell, errorInCell, uncachedFormula

    var words: (en: String, ar: String) {
        switch self {
        case .emptyFile:
            (
                en: "the file is empty; its first line must name the columns",
                ar: "الملف فارغ؛ يجب أن يسمي سطره الأول الأعمدة"
            )
        case .repeatedHeading:
            (
                en: "the heading '{}' stands twice; remove one of the columns",
                ar: "العنوان «{}» مكرر؛ احذف أحد العمودين"
            )
        case .repeatedSpelling:
            (
                en: "the heading '{}', a spelling of '{}', stands twice; remove one of the columns",
                ar: "العنوان «{}»، وهو كتابة أخرى للعنوان «{}»، مكرر؛ احذف أحد العمودين"
            )
        case .missingColumn:
            (
                en: "the column '{}' is missing; add it to the first line",
                ar: "العمود «{}» ناقص؛ أضفه إلى السطر الأول"
            )
        case .unknownColumn:
            (
                en: "the column '{}' is not part of the contract and is kept out of the figures",
                ar: "العمود «{}» ليس من أعمدة الجدول ولا يدخل في الأرقام"
            )
        case .unnamedColumn:
            (
                en: "column {} has values and no heading, and is kept out of the figures; name it, or remove it",
                ar: "في العمود {} قيم ولا عنوان له، ولا يدخل في الأرقام؛ ضع له عنواناً أو احذفه"
            )
        case .oneLongLine:
            (
                en: "the lines end in CR alone, so that the whole file is one line; save it with LF or CRLF",
                ar: "تنتهي الأسطر بالرمز CR وحده فصار الملف كله سطراً واحداً؛ احفظه بنهايات LF أو CRLF"
            )
        case .barsForCommas:
            (
                en: "there is no comma in the first line; save the file with commas between the fields, not with "
                    + "'|'",
                ar: "لا فاصلة في السطر الأول؛ احفظ الملف بفواصل بين الحقول لا بالرمز «|»"
            )
        case .unknownKey:
            (
                en: "the key '{}' is not part of the contract and has no effect",
                ar: "المفتاح «{}» غير معروف ولا أثر له"
            )
        case .fieldCount:
            (
                en: "the row has {} fields, the header {}; quote fields that hold commas or line breaks",
                ar: "حقول الصف {} وأعمدة السطر الأول {}؛ ضع الحقول التي فيها فواصل أو نهايات أسطر بين علامتي اقتباس"
            )
        case .tooManyFields:
            (
                en: "the row has more than {} fields; correct it, or allow more in dataset.json (maxFields)",
                ar: "حقول الصف أكثر من {}؛ صحّحه أو اسمح بأكثر في dataset.json (maxFields)"
            )
        case .longField:
            (
                en: "the field is longer than {}; shorten it, or allow more in dataset.json (maxFieldBytes)",
                ar: "الحقل أطول من {}؛ اختصره أو اسمح بأكثر في dataset.json (maxFieldBytes)"
            )
        case .longRecord:
            (
                en: "the record is longer than {} (a quote that is not closed swallows the lines behind it); "
                    + "correct it, or allow more in dataset.json (maxRecordBytes)",
                ar: "السجل أطول من {} (علامة الاقتباس التي لم تُغلق تبتلع الأسطر التي بعدها)؛ صحّحه أو اسمح بأكثر "
                    + "في dataset.json (maxRecordBytes)"
            )
        case .unclosedQuote:
            (
                en: "a quote is opened and not closed before the end of the file; close it, or double the quotes "
                    + "inside",
                ar: "فُتحت علامة اقتباس ولم تُغلق حتى نهاية الملف؛ أغلقها أو ضاعف العلامات داخل الحقل"
            )
        case .textBehindQuote:
            (
                en: "'{}': text follows a closing quote; double the quotes inside a quoted field (\"\")",
                ar: "«{}»: نص بعد علامة الاقتباس الختامية؛ ضاعف العلامات داخل الحقل (\"\")"
            )
        case .nulByte:
            (
                en: "'{}' holds a NUL byte; save the file as plain UTF-8 text",
                ar: "في «{}» بايت NUL؛ احفظ الملف نصاً بترميز UTF-8"
            )
        case .notUTF8:
            (
                en: "'{}' is not UTF-8; save the file with that encoding",
                ar: "«{}» ليس بترميز UTF-8؛ احفظ الملف بهذا الترميز"
            )
        case .strayCell:
            (
                en: "the cell {} is right of the last heading; such cells are kept out of the figures, give their "
                    + "column a heading or empty them",
                ar: "الخلية {} بعد آخر عنوان؛ لا تدخل مثل هذه الخلايا في الأرقام، ضع لعمودها عنواناً أو أفرغها"
            )
        case .errorInCell:
            (
                en: "the cell shows '{}' and counts as empty; correct the formula, or empty the cell",
                ar: "تُظهر الخلية «{}» وتُعد فارغة؛ صحّح الصيغة أو أفرغ الخلية"
            )
        case .uncachedFormula:
            (
                en: "the file does not hold the result of the cell's formula; open the workbook in a spreadsheet "
                    + "program and save it",
                ar: "لا يحتوي الملف نتيجة صيغة الخلية؛ افتح المصنف في برنامج الجداول واحفظه"
            )
        }
    }
}
