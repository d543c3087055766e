/// What findings say in Arabic, by their English words.
enum FindingWording {
    static let arabic: [String: String] = columns.merging(fields) { first, _ in first }
        .merging(records) { first, _ in first }

    /// Of whole files and their first lines.
    private static let columns = [
        "the file is empty; its first line must name the columns": "الملف فارغ؛ يجب أن يسمي سطره الأول الأعمدة",
        "the heading '{}' stands twice; remove one of the columns": "العنوان «{}» مكرر؛ احذف أحد العمودين",
        "the heading '{}', a spelling of '{}', stands twice; remove one of the columns":
            "العنوان «{}»، وهو كتابة أخرى للعنوان «{}»، مكرر؛ احذف أحد العمودين",
        "the column '{}' is missing; add it to the first line": "العمود «{}» ناقص؛ أضفه إلى السطر الأول",
        "the column '{}' is not part of the contract and is kept out of the figures":
            "العمود «{}» ليس من أعمدة الجدول ولا يدخل في الأرقام",
        "column {} has values and no heading, and is kept out of the figures; name it, or remove it":
            "في العمود {} قيم ولا عنوان له، ولا يدخل في الأرقام؛ ضع له عنواناً أو احذفه",
        "the lines end in CR alone, so that the whole file is one line; save it with LF or CRLF":
            "تنتهي الأسطر بالرمز CR وحده فصار الملف كله سطراً واحداً؛ احفظه بنهايات LF أو CRLF",
        "there is no comma in the first line; save the file with commas between the fields, not with '|'":
            "لا فاصلة في السطر الأول؛ احفظ الملف بفواصل بين الحقول لا بالرمز «|»",
        "the cell {} is right of the last heading; such cells are kept out of the figures, give their column a heading or empty them":
            "الخلية {} بعد آخر عنوان؛ لا تدخل مثل هذه الخلايا في الأرقام، ضع لعمودها عنواناً أو أفرغها",
        "the cell shows '{}' and counts as empty; correct the formula, or empty the cell":
            "تُظهر الخلية «{}» وتُعد فارغة؛ صحّح الصيغة أو أفرغ الخلية",
        "the file does not hold the result of the cell's formula; open the workbook in a spreadsheet program and save it":
            "لا يحتوي الملف نتيجة صيغة الخلية؛ افتح المصنف في برنامج الجداول واحفظه",
        "the key '{}' is not part of the contract and has no effect": "المفتاح «{}» غير معروف ولا أثر له",
        "the row has {} fields, the header {}; quote fields that hold commas or line breaks":
            "حقول الصف {} وأعمدة السطر الأول {}؛ ضع الحقول التي فيها فواصل أو نهايات أسطر بين علامتي اقتباس",
        "a quote is opened and not closed before the end of the file; close it, or double the quotes inside":
            "فُتحت علامة اقتباس ولم تُغلق حتى نهاية الملف؛ أغلقها أو ضاعف العلامات داخل الحقل",
        "'{}': text follows a closing quote; double the quotes inside a quoted field (\"\")":
            "«{}»: نص بعد علامة الاقتباس الختامية؛ ضاعف العلامات داخل الحقل (\"\")",
        "'{}' holds a NUL byte; save the file as plain UTF-8 text": "في «{}» بايت NUL؛ احفظ الملف نصاً بترميز UTF-8",
        "'{}' is not UTF-8; save the file with that encoding": "«{}» ليس بترميز UTF-8؛ احفظ الملف بهذا الترميز",
    ]

    /// Of single fields.
    private static let fields = [
        "the field is empty; every row needs its {}": "الحقل فارغ؛ يجب أن يُملأ {} في كل صف",
        "'{}' is not a plain decimal; give digits and at most one point, such as 1250.5":
            "«{}» ليس عدداً عشرياً بسيطاً؛ اكتب أرقاماً ونقطة عشرية واحدة (.) على الأكثر، مثل 1250.5",
        "{} is not a whole number": "{} ليس عدداً صحيحاً",
        "{} is below {}, the least that {} can be": "{0} أقل من {1}، وهو أدنى ما يكونه {2}",
        "{} is above {}, the most that {} can be": "{0} أكثر من {1}، وهو أقصى ما يكونه {2}",
        "{} is not within {} to {}": "{} ليس بين {} و{}",
        "'{}' is not one of {}": "«{}» ليس من الرموز المعروفة: {}",
        "'{}' is not one of {}; add it to states.csv": "«{}» ليست من الدول المعروفة: {}؛ أضفها إلى states.csv",
        "'{}' is not one of {}; did you mean '{}'? Else add it to states.csv":
            "«{}» ليست من الدول المعروفة: {}؛ هل تقصد «{}»؟ وإلا فأضفها إلى states.csv",
        "'{}' is not one of {}; add it to topics.csv": "«{}» ليس من المجالات المعروفة: {}؛ أضفه إلى topics.csv",
        "'{}' is not one of {}; did you mean '{}'? Else add it to topics.csv":
            "«{}» ليس من المجالات المعروفة: {}؛ هل تقصد «{}»؟ وإلا فأضفه إلى topics.csv",
        "'{}' is not a dimension": "«{}» ليست خاصية معروفة",
        "members of '{}' have no spellings; leave same_as empty": "ليس لقيم «{}» صيغ أخرى؛ اترك same_as فارغاً",
        "'{}' stands for something else in reports; leave the field empty, or give another name":
            "«{}» رمز له معنى آخر في التقارير؛ اترك الحقل فارغاً أو اختر اسماً آخر",
        "'{}' is not in {}": "«{}» غير موجود في {}",
        "'{}' is not in {}; add the participation, or correct session and person":
            "«{}» غير موجود في {}؛ أضف المشاركة أو صحّح الانعقاد والشخص",
        "{} minutes on a day on which the person was not present; correct one of the two":
            "{} دقيقة في يوم لم يحضره الشخص؛ صحّح أحد الحقلين",
        "{} is before '{}' starts, on {}; correct one of the dates":
            "{0} قبل بداية «{1}» في {2}؛ صحّح أحد التاريخين",
        "{} is after '{}' ends, on {}; correct one of the dates": "{0} بعد نهاية «{1}» في {2}؛ صحّح أحد التاريخين",
        "'{}' stands in an earlier row; the first one stays": "«{}» مكرر من صف سابق؛ ويبقى الصف الأول",
        "'{}' stands in an earlier row; the first one stays (if the last one is to count, set repeatedParticipations "
            + "in dataset.json)":
            "«{}» مكرر من صف سابق؛ ويبقى الصف الأول (وليُحتسب الأخير اضبط repeatedParticipations في dataset.json)",
        "'{}': the person, who has several identifiers in persons.csv, stands in an earlier row of the session; "
            + "the first one stays (if the last one is to count, set repeatedParticipations in dataset.json)":
            "«{}»: لهذا الشخص أكثر من معرّف في persons.csv وله صف سابق في الانعقاد؛ ويبقى الصف الأول (وليُحتسب الأخير اضبط "
            + "repeatedParticipations في dataset.json)",
        "'{}' is itself a spelling of '{}'; one of them must be a spelling of no other":
            "«{}» صيغة من «{}» نفسها؛ يجب ألا تكون إحداهما صيغة من غيرها",
        "no record has '{}'": "لا سجل فيه «{}»",
        "no record has '{}'; name a member that records have": "لا سجل فيه «{}»؛ اذكر اسماً تحمله السجلات",
        "'{}' is named beside itself; name another trainee_id, or leave the field empty":
            "«{}» مذكور مقابل نفسه؛ اذكر trainee_id آخر أو اترك الحقل فارغاً",
        "'{}' is the same person as '{}' by an earlier row, and cannot count as '{}' too; let '{}' count as '{}', "
            + "or leave the field empty":
            "«{}» هو الشخص «{}» بحسب صف سابق، فلا يُحتسب «{}» أيضاً؛ اجعل «{}» يُحتسب «{}» أو اترك الحقل فارغاً",
        "'{}' counts as '{}' by earlier rows, so that neither would count; leave one same_as empty":
            "«{}» يُحتسب «{}» بحسب صفوف سابقة، فلن يُحتسب أي منهما؛ اترك أحد حقلي same_as فارغاً",
        "'{}' and '{}' are two persons by earlier rows (not_same_as); correct one of the rows":
            "«{}» و«{}» شخصان بحسب صفوف سابقة (not_same_as)؛ صحّح أحد الصفوف",
        "'{}' and '{}' are one person by other fields (same_as); correct one of them":
            "«{}» و«{}» شخص واحد بحسب حقول أخرى (same_as)؛ صحّح أحدها",
        "'{}' is not a date; give year-month-day, such as 2019-06-30":
            "«{}» ليس تاريخاً؛ اكتب السنة والشهر واليوم، مثل 2019-06-30",
        "'{}' is not a date; give year-month-day, such as 1440-10-27":
            "«{}» ليس تاريخاً؛ اكتب السنة والشهر واليوم، مثل 1440-10-27",
        "there is no {} in the calendar; correct the month or the day": "لا يوجد {} في التقويم؛ صحّح الشهر أو اليوم",
        "there is no {} in the Umm al-Qura calendar; correct the month or the day":
            "لا يوجد {} في تقويم أم القرى؛ صحّح الشهر أو اليوم",
        "the year of {} is not within {} to {}; correct it": "سنة {} ليست بين {} و{}؛ صحّحها",
        "the year of {} is not within {} to {}, and dataset.json says that dates are Hijri (\"calendar\"); "
            + "correct the year, or the setting":
            "سنة {} ليست بين {} و{}، وفي dataset.json أن التواريخ هجرية (\"calendar\")؛ صحّح السنة أو الإعداد",
        "{} is a Hijri year; if the dates are of the Umm al-Qura calendar, say so in dataset.json "
            + "(\"calendar\": \"hijri\"), else correct the year":
            "{} سنة هجرية؛ فإن كانت التواريخ من تقويم أم القرى فاذكر ذلك في dataset.json (\"calendar\": \"hijri\")، وإلا "
            + "فصحّح السنة",
    ]

    /// Of records and of what they have to do with each other.
    private static let records = [
        "{} completions are more than the {} participants": "عدد المتمين {} أكثر من عدد المشاركين {}",
        "no more than {} states can be told apart; remove some": "لا يُميَّز بين أكثر من {} دولة؛ احذف بعضها",
        "the session ends on {}, before it starts on {}; swap or correct the dates":
            "ينتهي الانعقاد في {} قبل أن يبدأ في {}؛ بدّل التاريخين أو صحّحهما",
        "the session takes {} days, from {} to {}, which is more than {}; correct one of the dates":
            "مدة الانعقاد {} يوماً، من {} إلى {}، وهي أكثر من {}؛ صحّح أحد التاريخين",
        "the session has no start_date, so the age and affiliation of its participants are not known; fill it in":
            "لا تاريخ بداية للانعقاد (start_date)، فلا يُعرف عمر المشاركين ولا جهاتهم؛ املأه",
        "the session has no end_date, so that it counts in all time and in no report of a period; fill it in":
            "لا تاريخ نهاية للانعقاد (end_date)، فيُحتسب في كل الفترات ولا يدخل في تقرير فترة؛ املأه",
        "'{}' is held and ends after the reporting day {}, so that it does not count yet; "
            + "correct the date, or call it planned":
            "«{}» منفذ وينتهي بعد يوم التقرير {} فلا يُحتسب بعد؛ صحّح التاريخ أو اجعل حالته planned",
        "'{}' is held and starts after the reporting day {}, and counts because it has no end; "
            + "correct the date, or call it planned":
            "«{}» منفذ ويبدأ بعد يوم التقرير {} ويُحتسب لأنه بلا نهاية؛ صحّح التاريخ أو اجعل حالته planned",
        "'{}' is held and not reported: it has no participation, and no headcount with a number; add them, "
            + "or call it cancelled":
            "«{}» منفذ ولم يرد عنه شيء: لا مشاركات له ولا إحصاء بعدد معروف؛ أضفها أو اجعل حالته cancelled",
        "'{}' has {} trained participations and no completion, while other courses have some; if there is nothing to "
            + "complete in it, write no in the column completion, else record who completed it":
            "في الدورة «{}» مشاركات تدريبية عددها {} ولا إتمام فيها، ولغيرها إتمام؛ إن لم يكن فيها ما يُتمّ فاكتب no في العمود "
            + "completion، وإلا فسجّل من أتمّها",
        "{} attended '{}', which has {} seats; correct one of the two":
            "حضر {0} في «{1}» ومقاعده {2}؛ صحّح أحد العددين",
        "{} hours are more than the {} planned for the course; correct the hours, or the plan in courses.csv":
            "الساعات {} أكثر من المخطط للدورة {}؛ صحّح الساعات أو المخطط في courses.csv",
        "the participation is completed and has no {}; fill it in": "المشاركة مكتملة ولا قيمة لها في {}؛ املأها",
        "'{}' is born in {}, and the session '{}' starts in {}: younger than {}; correct the year of birth "
            + "(until then the age band is unknown there)":
            "سنة ميلاد «{}» هي {}، ويبدأ الانعقاد «{}» في {}: أصغر من {} سنوات؛ صحّح سنة الميلاد (وحتى ذلك لا تُعرف فئته "
            + "العمرية)",
        "'{}' is born in {}, and the session '{}': younger than {}; correct the year of birth "
            + "(until then the age band is unknown there)":
            "سنة ميلاد «{}» هي {} والانعقاد «{}»: أصغر من {} سنوات؛ صحّح سنة الميلاد (وحتى ذلك لا تُعرف فئته العمرية)",
        "'{}' is born in {}, after the reporting day {}; correct the year of birth "
            + "(until then the age band is unknown there)":
            "سنة ميلاد «{}» هي {}، بعد يوم التقرير {}؛ صحّح سنة الميلاد (وحتى ذلك لا تُعرف فئته العمرية)",
        "'{}' has the name of '{}' (line {}), and nothing that is known tells them apart; "
            + "say in persons.csv whether they are one (same_as) or two (not_same_as)":
            "لصاحب المعرّف «{}» اسم «{}» (السطر {})، ولا يميز بينهما شيء معروف؛ فاذكر في persons.csv هل هما شخص واحد "
            + "(same_as) أم اثنان (not_same_as)",
        "'{}' is the same name as '{}' in another spelling; if they are one, say so in labels.csv (same_as)":
            "«{}» هو الاسم «{}» بكتابة أخرى؛ إن كانا واحداً فاذكر ذلك في labels.csv (same_as)",
        "'{}' was itself rejected in {}": "«{}» مرفوض هو نفسه في {}",
        "'{}': this row refers to rejected rows of {}; correct those":
            "«{}»: يشير هذا الصف إلى صفوف مرفوضة في {}؛ صحّحها",
        "'{}': {} rows from here on refer to rejected rows of {}; correct those":
            "«{0}»: ابتداءً من هنا صفوف تشير إلى صفوف مرفوضة في {2} وعددها {1}؛ صحّحها",
    ]
}
