import Support
import TrainingStats

extension FindingCode {
    /// What the finding means and how to correct the records.
    public var explanation: BilingualText {
        switch self {
        case .missingColumn:
            .init(
                en: "The file lacks a column that it must have, or is empty. Add the column to its first line.",
                ar: "ينقص الملف عمود لازم، أو أن الملف فارغ. أضف العمود إلى السطر الأول.")
        case .duplicateColumn:
            .init(
                en: "Two columns have the same heading, and it is not clear which one is meant. Rename or remove one.",
                ar: "عمودان لهما العنوان نفسه. غيّر اسم أحدهما أو احذفه.")
        case .missingValue:
            .init(
                en: "A field is empty that must be filled in each row. Fill it in.",
                ar: "حقل لازم تُرك فارغاً. املأه.")
        case .uncachedFormula:
            .init(
                en: "The cell of a workbook has a formula whose result the file does not hold. Open the workbook in a "
                    + "spreadsheet program and save it.",
                ar: "في الخلية صيغة لا يحتوي الملف نتيجتها. افتح المصنف في برنامج الجداول واحفظه.")
        case .formulaError:
            .init(
                en: "The cell of a workbook shows an error, such as #N/A, and counts as empty. Correct the formula, or "
                    + "empty the cell.",
                ar: "تُظهر الخلية خطأ مثل #N/A وتُعد فارغة. صحّح الصيغة أو أفرغ الخلية.")
        case .badDate:
            .init(
                en: "The text is not a day of the calendar. Write year-month-day, such as 2019-06-30.",
                ar: "النص ليس تاريخاً صحيحاً. اكتب السنة والشهر واليوم، مثل 2019-06-30.")
        case .badNumber:
            .init(
                en:
                    "The text is not a plain decimal: write digits and at most one point; 18 digits at most, 6 of them after the point.",
                ar: "النص ليس عدداً عشرياً بسيطاً: أرقام ونقطة عشرية واحدة (.)، 18 رقماً على الأكثر، منها 6 بعد النقطة.")
        case .badCode:
            .init(
                en: "The column has no such code, in whatever case and spacing. states.csv and "
                    + "topics.csv can add some.",
                ar:
                    "الرمز ليس من رموز العمود المعروفة، مهما كانت حالة الأحرف والمسافات. تُضاف الدول والمجالات في states.csv "
                    + "وtopics.csv.")
        case .outOfRange:
            .init(
                en:
                    "The value cannot be: negative hours, a score above the course's maximum, a rating outside 1 to 5, a date before 1900 or after 2199. Correct it; if years are Hijri, say so in dataset.json (calendar).",
                ar:
                    "القيمة غير ممكنة: ساعات سالبة، أو درجة فوق الحد، أو تقييم خارج 1 إلى 5، أو تاريخ قبل 1900 أو بعد 2199. صحّحها؛ وإن كانت السنوات هجرية فاذكر ذلك في dataset.json (calendar)."
            )
        case .unknownCourse:
            .init(
                en: "The course is not in courses.csv. Add it there, or correct the identifier.",
                ar: "الدورة غير موجودة في courses.csv. أضفها أو صحّح المعرّف.")
        case .unknownSession:
            .init(
                en: "The session is not in sessions.csv. Add it there, or correct the identifier.",
                ar: "الانعقاد غير موجود في sessions.csv. أضفه أو صحّح المعرّف.")
        case .unknownTrainer:
            .init(
                en: "The trainer is not in trainers.csv. Add him or her there, or correct the identifier.",
                ar: "المدرب غير موجود في trainers.csv. أضفه أو صحّح المعرّف.")
        case .unknownTrainee:
            .init(
                en: "The trainee is not in trainees.csv. Add him or her there, or correct the identifier.",
                ar: "المتدرب غير موجود في trainees.csv. أضفه أو صحّح المعرّف.")
        case .unknownParticipation:
            .init(
                en:
                    "The person has no participation in the session. Add it to participations.csv, or correct the identifiers.",
                ar: "ليس للشخص مشاركة في الانعقاد. أضفها إلى participations.csv أو صحّح المعرّفين.")
        case .duplicateKey:
            .init(
                en: "Another row has the same key. The first one counts; remove this one or correct its key.",
                ar: "صف آخر له المفتاح نفسه. يُحتسب الأول؛ احذف هذا الصف أو صحّح مفتاحه.")
        case .endBeforeStart:
            .init(
                en: "The session ends before it starts. Swap or correct the dates.",
                ar: "ينتهي الانعقاد قبل أن يبدأ. بدّل التاريخين أو صحّحهما.")
        case .missingRate:
            .init(
                en:
                    "A session states its amounts in another currency, and rates.csv has no rate of it that is in force on the "
                    + "session's last day (or its first, where the last is not known). Add the rate, or correct the currency.",
                ar:
                    "يذكر الانعقاد مبالغه بعملة أخرى، وليس لها في rates.csv سعر سارٍ في آخر أيامه (أو في أولها إن لم يُعرف آخرها). "
                    + "أضف السعر أو صحّح العملة.")
        case .raggedRow:
            .init(
                en: "The row has more or fewer fields than the heading. Quote fields that hold commas or line breaks.",
                ar: "عدد حقول الصف يختلف عن عدد الأعمدة. ضع الحقول التي فيها فواصل بين علامتي اقتباس.")
        case .badEncoding:
            .init(
                en: "The bytes are not UTF-8, or hold a NUL. Save the file as UTF-8.",
                ar: "البايتات ليست UTF-8. احفظ الملف بترميز UTF-8.")
        case .unclosedQuote:
            .init(
                en: "A quote is opened and not closed, or text follows a closing quote. Double quotes inside a field.",
                ar: "علامة اقتباس لم تُغلق، أو نص بعد علامة الإغلاق. ضاعف العلامات داخل الحقل.")
        case .rejectedReference:
            .init(
                en:
                    "The row is sound, and what it refers to was itself rejected. Mend that row; told once, as a count.",
                ar: "الصف سليم، لكن ما يشير إليه رُفض. صحّح ذلك الصف.")
        case .unknownColumn:
            .init(
                en:
                    "The table has no such column, so it is left out of the figures. Remove it, or correct its heading.",
                ar: "العمود ليس من أعمدة الجدول ولا يدخل في الأرقام.")
        case .hoursExceedPlan:
            .init(
                en: "Someone attended more hours than the course plans. Mend the hours or the plan.",
                ar: "ساعات الحضور أكثر من ساعات الدورة المخططة.")
        case .overCapacity:
            .init(
                en: "More people attended than the session has seats. Mend the capacity or the participations.",
                ar: "الحضور أكثر من المقاعد.")
        case .missingScore:
            .init(
                en: "The participation is completed and has no score after.",
                ar: "المشاركة مكتملة ولا درجة بعدية لها.")
        case .missingDate:
            .init(
                en: "A held session has no start or no end. Without an end it is in no report of a period.",
                ar: "انعقاد منفذ بلا تاريخ بداية أو نهاية. بلا نهاية لا يدخل في تقرير فترة.")
        case .doubtfulCertificate:
            .init(
                en:
                    "A certificate is stated of someone who has not completed the session, or of a course that cannot be completed, is dated after the reporting day, or has the number of another one; or such a course states valid_months. Correct the status, the course, the day or the number; without a completion, and before its day, it does not count.",
                ar:
                    "ذُكرت شهادة لمن لم يُتمّ الانعقاد أو لدورة لا إتمام لها، أو تاريخها بعد يوم التقرير، أو رقمها رقم شهادة أخرى؛ أو تذكر دورة كهذه valid_months. صحّح الحالة أو الدورة أو التاريخ أو الرقم؛ ولا تُحتسب الشهادة بلا إتمام ولا قبل تاريخها."
            )
        case .similarMembers:
            .init(
                en:
                    "Two institutions, venues, providers, programmes or texts of an attribute are spellings of the same name. "
                    + "If they are one, say so in labels.csv (same_as); texts of an attribute are written alike, or declared as a code "
                    + "with both spellings (also).",
                ar:
                    "قيمتان هما الاسم نفسه بإملاء مختلف (الهمزات والتشكيل والمسافات والترقيم). إن كانتا واحدة فاذكر ذلك في labels.csv، وفي الخاصية المعرّفة وحّد كتابتهما أو عرّف رمزاً يجمعهما (also)."
            )
        case .noParticipants:
            .init(
                en: "A held session is not reported: it has no participation, and no headcount with a number.",
                ar: "انعقاد منفذ لم يرد عنه شيء: لا مشاركات له ولا إحصاء بعدد معروف.")
        case .noCompletions:
            .init(
                en:
                    "A course has 20 trained participations or more and no completion, while other courses have some. If there is nothing to complete in it, say so in courses.csv (completion: no); else record who completed it.",
                ar:
                    "في الدورة 20 مشاركة تدريبية أو أكثر ولا إتمام فيها، ولغيرها إتمام. إن لم يكن فيها ما يُتمّ فاذكر ذلك في courses.csv (completion: no)، وإلا فسجّل من أتمّها."
            )
        case .longSession:
            .init(
                en: "A session takes more than 366 days. Correct one of its dates.",
                ar: "مدة الانعقاد أكثر من 366 يوماً. صحّح أحد تاريخيه.")
        case .implausibleAge:
            .init(
                en:
                    "Someone was younger than 10 at a session, or is born after the reporting day. Correct the year of birth; until then the age band is unknown.",
                ar:
                    "شخص كان عمره دون العاشرة عند الانعقاد، أو وُلد بعد يوم التقرير. صحّح سنة الميلاد؛ وإلى ذلك الحين تُعدّ الفئة العمرية غير معروفة."
            )
        case .possibleDuplicatePerson:
            .init(
                en:
                    "Two trainees have the same name, and no state, sex, sector or year of birth that differs. Say in persons.csv whether they are one (same_as) or two (not_same_as).",
                ar:
                    "متدربان لهما الاسم نفسه ولا تختلف دولتهما ولا جنسهما ولا قطاعهما ولا سنة ميلادهما. اذكر في persons.csv إن كانا شخصاً "
                    + "واحداً (same_as) أو شخصين (not_same_as).")
        case .futureSession:
            .init(
                en: "A session is held and ends after the reporting day. It does not count yet; planned may be meant.",
                ar: "انعقاد حالته منفذ وينتهي بعد يوم التقرير. لا يُحتسب بعد.")
        case .earlyFollowUp:
            .init(
                en:
                    "A follow-up was asked before its session ended, when nothing can have come of it. Correct the date; the answers count.",
                ar: "سُئل عن المشاركة قبل انتهاء الانعقاد، ولا يُعرف حينها ما نتج عنه. صحّح التاريخ؛ والإجابات محسوبة.")
        case .doubtfulTarget:
            .init(
                en:
                    "A target names a member that no record has, goes another way than its measure, or does not say which way it is to go. Correct the member, the target or the baseline; it is held against the records as it stands.",
                ar:
                    "مستهدف يذكر قيمة ليست في أي سجل، أو اتجاهه غير اتجاه مقياسه، أو لا يُعرف اتجاهه. صحّح القيمة أو المستهدف أو خط الأساس؛ ويُقارن بالسجلات كما هو."
            )
        case .futureFollowUp:
            .init(
                en:
                    "A follow-up is dated after the reporting day. It does not count yet; correct the date if it is wrong.",
                ar: "تاريخ المتابعة بعد يوم التقرير، فلا تُحتسب بعد؛ صحّح التاريخ إن كان خطأ.")
        case .doubtfulRequirement:
            .init(
                en:
                    "A requirement names an institution that no record has, or a person who on the reporting day belongs to another state or institution than it states. Correct the name, the person, or the state and institution; the requirement counts as it stands.",
                ar:
                    "يذكر الاحتياج جهة لا سجل فيه لها، أو شخصاً ينتمي في يوم التقرير إلى دولة أو جهة غير المذكورة. صحّح الاسم أو الشخص أو الدولة والجهة؛ ويُحتسب الاحتياج كما هو."
            )
        case .outlier:
            .init(
                en:
                    "A value is far from the median of its course: its modified z-score is above 3.5 (Iglewicz and Hoaglin, 1993). Looked for with check --outliers, among 10 values or more, of hours, scores, costs of a participant and participants of a session. Correct it, or leave it if it is right.",
                ar:
                    "قيمة بعيدة عن وسيط دورتها: درجتها المعيارية المعدلة فوق 3.5. يُبحث عنها بالخيار check --outliers بين 10 قيم أو أكثر من الساعات والدرجات وكلف المشارك وأعداد المشاركين في الانعقاد. صحّحها، أو اتركها إن كانت صحيحة."
            )
        }
    }
}
