/// What findings say of records as a whole: sessions, courses, persons and participations.
enum RecordWording: FindingWording {
    case moreCompletions, tooManyStates, endBeforeStart, longSession, noStart, noEnd, endsLater, startsLater,
        notReported, noCompletions, overCapacity, hoursAbovePlan, valueOfCompletion, tooYoung, tooYoungWithoutStart,
        bornLater, minutesOfAbsent, dayBeforeSession, dayAfterSession, noParticipation, askedBeforeEnd, askedLater,
        outlier,
        certifiedBeforeStart, certificateWithoutCompletion, certificateOfNoCompletion, validityWithoutCompletion,
        certifiedLater, repeatedCertificate

    var words: (en: String, ar: String) {
        switch self {
        case .moreCompletions:
            (
                en: "{} completions are more than the {} participants",
                ar: "عدد المتمين {} أكثر من عدد المشاركين {}"
            )
        case .tooManyStates:
            (
                en: "no more than {} states can be told apart; remove some",
                ar: "لا يُميَّز بين أكثر من {} دولة؛ احذف بعضها"
            )
        case .endBeforeStart:
            (
                en: "the session ends on {}, before it starts on {}; swap or correct the dates",
                ar: "ينتهي الانعقاد في {} قبل أن يبدأ في {}؛ بدّل التاريخين أو صحّحهما"
            )
        case .longSession:
            (
                en: "the session takes {} days, from {} to {}, which is more than {}; correct one of the dates",
                ar: "مدة الانعقاد {} يوماً، من {} إلى {}، وهي أكثر من {}؛ صحّح أحد التاريخين"
            )
        case .noStart:
            (
                en: "the session has no start_date, so the age and affiliation of its participants are not known; "
                    + "fill it in",
                ar: "لا تاريخ بداية للانعقاد (start_date)، فلا يُعرف عمر المشاركين ولا جهاتهم؛ املأه"
            )
        case .noEnd:
            (
                en: "the session has no end_date, so that it counts in all time and in no report of a period; fill "
                    + "it in",
                ar: "لا تاريخ نهاية للانعقاد (end_date)، فيُحتسب في كل الفترات ولا يدخل في تقرير فترة؛ املأه"
            )
        case .endsLater:
            (
                en: "'{}' is held and ends after the reporting day {}, so that it does not count yet; correct the "
                    + "date, or call it planned",
                ar: "«{}» منفذ وينتهي بعد يوم التقرير {} فلا يُحتسب بعد؛ صحّح التاريخ أو اجعل حالته planned"
            )
        case .startsLater:
            (
                en: "'{}' is held and starts after the reporting day {}, and counts because it has no end; correct "
                    + "the date, or call it planned",
                ar: "«{}» منفذ ويبدأ بعد يوم التقرير {} ويُحتسب لأنه بلا نهاية؛ صحّح التاريخ أو اجعل حالته planned"
            )
        case .notReported:
            (
                en: "'{}' is held and not reported: it has no participation, and no headcount with a number; add "
                    + "them, or call it cancelled",
                ar: "«{}» منفذ ولم يرد عنه شيء: لا مشاركات له ولا إحصاء بعدد معروف؛ أضفها أو اجعل حالته cancelled"
            )
        case .noCompletions:
            (
                en: "'{}' has {} trained participations and no completion, while other courses have some; if there "
                    + "is nothing to complete in it, write no in the column completion, else record who completed it",
                ar: "في الدورة «{}» مشاركات تدريبية عددها {} ولا إتمام فيها، ولغيرها إتمام؛ إن لم يكن فيها ما "
                    + "يُتمّ فاكتب no في العمود completion، وإلا فسجّل من أتمّها"
            )
        case .overCapacity:
            (
                en: "{} attended '{}', which has {} seats; correct one of the two",
                ar: "حضر {0} في «{1}» ومقاعده {2}؛ صحّح أحد العددين"
            )
        case .hoursAbovePlan:
            (
                en: "{} hours are more than the {} planned for the course; correct the hours, or the plan in "
                    + "courses.csv",
                ar: "الساعات {} أكثر من المخطط للدورة {}؛ صحّح الساعات أو المخطط في courses.csv"
            )
        case .valueOfCompletion:
            (
                en: "the participation is completed and has no {}; fill it in",
                ar: "المشاركة مكتملة ولا قيمة لها في {}؛ املأها"
            )
        case .tooYoung:
            (
                en: "'{}' is born in {}, and the session '{}' starts in {}: younger than {}; correct the year of "
                    + "birth (until then the age band is unknown there)",
                ar: "سنة ميلاد «{}» هي {}، ويبدأ الانعقاد «{}» في {}: أصغر من {} سنوات؛ صحّح سنة الميلاد (وحتى ذلك "
                    + "لا تُعرف فئته العمرية)"
            )
        case .tooYoungWithoutStart:
            (
                en: "'{}' is born in {}, and the session '{}': younger than {}; correct the year of birth (until "
                    + "then the age band is unknown there)",
                ar: "سنة ميلاد «{}» هي {} والانعقاد «{}»: أصغر من {} سنوات؛ صحّح سنة الميلاد (وحتى ذلك لا تُعرف "
                    + "فئته العمرية)"
            )
        case .bornLater:
            (
                en: "'{}' is born in {}, after the reporting day {}; correct the year of birth (until then the age "
                    + "band is unknown there)",
                ar: "سنة ميلاد «{}» هي {}، بعد يوم التقرير {}؛ صحّح سنة الميلاد (وحتى ذلك لا تُعرف فئته العمرية)"
            )
        case .minutesOfAbsent:
            (
                en: "{} minutes on a day on which the person was not present; correct one of the two",
                ar: "{} دقيقة في يوم لم يحضره الشخص؛ صحّح أحد الحقلين"
            )
        case .dayBeforeSession:
            (
                en: "{} is before '{}' starts, on {}; correct one of the dates",
                ar: "{0} قبل بداية «{1}» في {2}؛ صحّح أحد التاريخين"
            )
        case .dayAfterSession:
            (
                en: "{} is after '{}' ends, on {}; correct one of the dates",
                ar: "{0} بعد نهاية «{1}» في {2}؛ صحّح أحد التاريخين"
            )
        case .outlier:
            (
                en:
                    "{} is far from {}, the median of {} {} in the course '{}' (modified z-score {}); correct it, or leave "
                    + "it if it is right",
                ar:
                    "{0} بعيدة عن {1}، وهو وسيط {3} في الدورة «{4}» وعددها {2} (الدرجة المعيارية المعدلة {5})؛ صحّحها، أو "
                    + "اتركها إن كانت صحيحة"
            )
        case .certifiedBeforeStart:
            (
                en: "the certificate is dated {}, before '{}' starts on {}; correct one of the dates",
                ar: "تاريخ الشهادة {0} قبل بداية «{1}» في {2}؛ صحّح أحد التاريخين"
            )
        case .certificateWithoutCompletion:
            (
                en:
                    "a certificate is stated, and the status is {}; it does not count: correct the status, or empty the "
                    + "field",
                ar: "ذُكرت شهادة والحالة {}، فلا تُحتسب؛ صحّح الحالة أو أفرغ الحقل"
            )
        case .certificateOfNoCompletion:
            (
                en:
                    "a certificate is stated, and '{}' is a course that cannot be completed (completion: no); it does not "
                    + "count: correct the course in courses.csv, or empty the field",
                ar:
                    "ذُكرت شهادة، و«{}» دورة لا إتمام لها (completion: no)، فلا تُحتسب؛ صحّح الدورة في courses.csv أو أفرغ الحقل"
            )
        case .validityWithoutCompletion:
            (
                en:
                    "'{}' cannot be completed (completion: no), so that no completion of it can be valid for a time; correct "
                    + "completion, or empty the field",
                ar: "«{}» دورة لا إتمام لها (completion: no)، فلا إتمام يسري مدة؛ صحّح completion أو أفرغ الحقل"
            )
        case .certifiedLater:
            (
                en:
                    "the certificate is dated {}, after the reporting day {}, so that it does not count yet; correct the "
                    + "date if it is wrong",
                ar: "تاريخ الشهادة {} بعد يوم التقرير {} فلا تُحتسب بعد؛ صحّح التاريخ إن كان خطأ"
            )
        case .repeatedCertificate:
            (
                en: "the number '{}' is that of the certificate in line {} too; correct one of the two",
                ar: "الرقم «{}» هو رقم الشهادة في السطر {} أيضاً؛ صحّح أحد الرقمين"
            )
        case .askedBeforeEnd:
            (
                en: "{} is before '{}' ends, on {}, when nothing can have come of it; correct the date",
                ar: "{0} قبل نهاية «{1}» في {2}، ولا يُعرف حينها ما نتج عنه؛ صحّح التاريخ"
            )
        case .askedLater:
            (
                en:
                    "the follow-up is dated {}, after the reporting day {}, so that it does not count yet; correct the "
                    + "date if it is wrong",
                ar: "تاريخ المتابعة {} بعد يوم التقرير {} فلا تُحتسب بعد؛ صحّح التاريخ إن كان خطأ"
            )
        case .noParticipation:
            (
                en: "'{}' is not in {}; add the participation, or correct session and person",
                ar: "«{}» غير موجود في {}؛ أضف المشاركة أو صحّح الانعقاد والشخص"
            )
        }
    }
}
