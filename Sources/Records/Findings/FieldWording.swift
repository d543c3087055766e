/// What findings say of single fields: texts, numbers, codes and dates.
enum FieldWording: FindingWording {
    case emptyField, notDecimal, notWhole, belowLeast, aboveMost, notWithin, zeroMaxScore, notOneOf, unknownState,
        misspeltState, unknownTopic, misspeltTopic, notOwnCode, misspeltOwnCode, notDimension, withoutSpellings,
        reservedMember, notDate,
        noSuchDay, noSuchHijriDay, yearOutside, yearNotHijri, yearHijri, wrongQuestion

    var words: (en: String, ar: String) {
        switch self {
        case .emptyField:
            (
                en: "the field is empty; every row needs its {}",
                ar: "الحقل فارغ؛ يجب أن يُملأ {} في كل صف"
            )
        case .notDecimal:
            (
                en:
                    "'{}' is not a plain decimal; give digits, at most one point and at most 6 digits after it, such as "
                    + "1250.5",
                ar:
                    "«{}» ليس عدداً عشرياً بسيطاً؛ اكتب أرقاماً ونقطة عشرية واحدة (.) على الأكثر وبعدها 6 أرقام على الأكثر، "
                    + "مثل 1250.5"
            )
        case .notWhole:
            (
                en: "{} is not a whole number",
                ar: "{} ليس عدداً صحيحاً"
            )
        case .belowLeast:
            (
                en: "{} is below {}, the least that {} can be",
                ar: "{0} أقل من {1}، وهو أدنى ما يكونه {2}"
            )
        case .aboveMost:
            (
                en: "{} is above {}, the most that {} can be",
                ar: "{0} أكثر من {1}، وهو أقصى ما يكونه {2}"
            )
        case .notWithin:
            (
                en: "{} is not within {} to {}",
                ar: "{} ليس بين {} و{}"
            )
        case .zeroMaxScore:
            (
                en: "no score is a percentage of 0; leave max_score empty where there is no test",
                ar: "لا تُحسب درجة نسبةً من 0؛ اترك max_score فارغاً حيث لا اختبار"
            )
        case .notOneOf:
            (
                en: "'{}' is not one of {}",
                ar: "«{}» ليس من الرموز المعروفة: {}"
            )
        case .unknownState:
            (
                en: "'{}' is not one of {}; add it to states.csv",
                ar: "«{}» ليست من الدول المعروفة: {}؛ أضفها إلى states.csv"
            )
        case .misspeltState:
            (
                en: "'{}' is not one of {}; did you mean '{}'? Else add it to states.csv",
                ar: "«{}» ليست من الدول المعروفة: {}؛ هل تقصد «{}»؟ وإلا فأضفها إلى states.csv"
            )
        case .unknownTopic:
            (
                en: "'{}' is not one of {}; add it to topics.csv",
                ar: "«{}» ليس من المجالات المعروفة: {}؛ أضفه إلى topics.csv"
            )
        case .misspeltTopic:
            (
                en: "'{}' is not one of {}; did you mean '{}'? Else add it to topics.csv",
                ar: "«{}» ليس من المجالات المعروفة: {}؛ هل تقصد «{}»؟ وإلا فأضفه إلى topics.csv"
            )
        case .notOwnCode:
            (
                en:
                    "'{}' is not one of {}; add it to the attribute in dataset.json: as a code, or under \"also\" of the "
                    + "code that it means",
                ar: "«{}» ليس من رموز الخاصية: {}؛ أضفه إليها في dataset.json: رمزاً، أو في \"also\" للرمز الذي يعنيه"
            )
        case .misspeltOwnCode:
            (
                en: "'{}' is not one of {}; did you mean '{}'? Then correct it, or add it under \"also\" of that code "
                    + "in dataset.json; else add a code",
                ar: "«{}» ليس من رموز الخاصية: {}؛ هل تقصد «{}»؟ فصحّحه أو أضفه في \"also\" لذلك الرمز في dataset.json؛ "
                    + "وإلا فأضف رمزاً"
            )
        case .notDimension:
            (
                en: "'{}' is not a dimension",
                ar: "«{}» ليست خاصية معروفة"
            )
        case .withoutSpellings:
            (
                en: "members of '{}' have no spellings; leave same_as empty",
                ar: "ليس لقيم «{}» صيغ أخرى؛ اترك same_as فارغاً"
            )
        case .reservedMember:
            (
                en: "'{}' stands for something else in reports; leave the field empty, or give another name",
                ar: "«{}» رمز له معنى آخر في التقارير؛ اترك الحقل فارغاً أو اختر اسماً آخر"
            )
        case .notDate:
            (
                en: "'{}' is not a date; give year-month-day, such as {}",
                ar: "«{}» ليس تاريخاً؛ اكتب السنة والشهر واليوم، مثل {}"
            )
        case .noSuchDay:
            (
                en: "there is no {} in the calendar; correct the month or the day",
                ar: "لا يوجد {} في التقويم؛ صحّح الشهر أو اليوم"
            )
        case .noSuchHijriDay:
            (
                en: "there is no {} in the Umm al-Qura calendar; correct the month or the day",
                ar: "لا يوجد {} في تقويم أم القرى؛ صحّح الشهر أو اليوم"
            )
        case .yearOutside:
            (
                en: "the year of {} is not within {} to {}; correct it",
                ar: "سنة {} ليست بين {} و{}؛ صحّحها"
            )
        case .yearNotHijri:
            (
                en: "the year of {} is not within {} to {}, and dataset.json says that dates are Hijri "
                    + "(\"calendar\"); correct the year, or the setting",
                ar: "سنة {} ليست بين {} و{}، وفي dataset.json أن التواريخ هجرية (\"calendar\")؛ صحّح السنة أو "
                    + "الإعداد"
            )
        case .yearHijri:
            (
                en: "{} is a Hijri year; if the dates are of the Umm al-Qura calendar, say so in dataset.json "
                    + "(\"calendar\": \"hijri\"), else correct the year",
                ar: "{} سنة هجرية؛ فإن كانت التواريخ من تقويم أم القرى فاذكر ذلك في dataset.json (\"calendar\": "
                    + "\"hijri\")، وإلا فصحّح السنة"
            )
        case .wrongQuestion:
            (
                en: "{}",
                ar: "{}"
            )
        }
    }
}
