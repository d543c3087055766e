import TrainingStats

/// What a word in a column of statuses says.
package enum StatusWord: Hashable, Sendable {
    /// How far a participation went.
    case participation(ParticipationStatus)
    /// The row is of no participation: waitlisted, not applicable, exempt.
    case leftOut
    /// The session did not take place.
    case sessionCancelled
}

/// Words for how far a participation went.
package enum StatusWords {
    /// What a word says, and whether it says it so loosely that somebody should look at it.
    package static func meaning(of text: String) -> (word: StatusWord, isUnsure: Bool)? {
        if let word = certain(text) { return (word, false) }
        return unsure(text).map { ($0, true) }
    }

    private static let certain = WordTable<StatusWord>([
        (
            .participation(.registered),
            """
            registered | Booked | Approved | Confirmed | Enrolled | Enroled | Invited | Open | Nominated | Planned | Scheduled | Pending | EN FORMACION
            مسجل | مسجلة | مرشح | مرشحة | مؤكد | قيد الانتظار | الملتحقين | مدعو
            """
        ),
        (
            .participation(.attended),
            """
            attended | Fully attended | Present | Late | Took part
            حضر | حضرت | حاضر | حاضرة | موجود | موجود (متأخر) | متأخر
            """
        ),
        (
            .participation(.completed),
            """
            completed | Complete | Passed | Pass | Completed - OK | APROBADO | Finalizado | Graduated | Certified | Completed (achieved pass grade) | Finished
            مكتمل | مكتملة | اجتاز | اجتازت | ناجح | ناجحة | أتم الدورة | أتمت الدورة | متخرج | متخرجة | يستحق | مجتاز | مجتازة | أتم
            """
        ),
        (
            .participation(.withdrawn),
            """
            withdrawn | Withdrew | Disenrolled | Dropped | Dropped out | RETIRO VOLUNTARIO
            منسحب | منسحبة | انسحب | انسحبت
            """
        ),
        (
            .participation(.noShow),
            """
            no-show | No Show | Absent | DNA | Did not attend | Not attended | Absent without leave
            لم يحضر | لم تحضر | غائب | غائبة | غياب | غياب بدون عذر | متغيب | متغيبة
            """
        ),
        (
            .sessionCancelled,
            "Session cancelled | Session canceled | Event cancelled | Course cancelled | Postponed | ملغاة | مؤجلة | ألغيت الدورة | ملغاة (الدورة) | مؤجلة (الدورة)"
        ),
    ])

    /// Words that decide a figure and could be meant otherwise: who failed was there, who declined had enrolled, and a row of
    /// a waiting list is none of a participation.
    private static let unsure = WordTable<StatusWord>([
        (
            .participation(.registered),
            "In Progress | Ongoing | Started | قيد التنفيذ | Not Started | Not yet started | لم يبدأ"
        ),
        (
            .participation(.attended),
            """
            Partially attended | Incomplete | Fail | Failed | Not passed | Completed - Not OK | NO APROBADO
            راسب | راسبة | لم يجتز | لم تجتز | حضر جزئيا
            """
        ),
        (
            .participation(.withdrawn),
            """
            User cancelled | Declined | Cancelled | Canceled | CANCELADO | TRASLADADO
            اعتذر | اعتذرت | معتذر | مفصول | موقوف | مستقيل | ملغي
            """
        ),
        (
            .participation(.noShow),
            "Excused | Excused absence | Absent (excused) | معذور | بعذر | غياب بعذر | غائب بعذر"
        ),
        (
            .leftOut,
            """
            Exempt | Exempted | Completed Equivalent | Complete via rpl | Waitlisted | Waiting list | Requested | Pending Approval | Not Approved | Rejected
            N/A | NA | Not Applicable | Waived | Not required | Weekly off | Holiday | ?
            معفى | قائمة الانتظار | لا ينطبق | إجازة | محذوف | غير مطلوب
            """
        ),
    ])
}

/// Words for yes and no.
package enum AnswerWords {
    /// Whether a text says yes; nil if it says neither.
    package static func answer(_ text: String) -> Bool? { words(text) }

    private static let words = WordTable<Bool>([
        (true, "Yes | Y | True | 1 | ✓ | ✔ | √ | ☑ | نعم | أجل"), (false, "No | N | False | 0 | ✗ | ✘ | ☒ | لا | كلا"),
    ])
}

/// Words for how a course is delivered.
enum DeliveryWords {
    /// Whether a text names a course that people take where they are.
    static func isOnline(_ text: String) -> Bool { words(text) ?? false }

    private static let words = WordTable<Bool>([
        (
            true,
            "Online | E-learning | Elearning | Virtual | Webinar | Distance learning | Online course | Self-paced | عن بعد | تعليم إلكتروني | إلكتروني | افتراضي"
        )
    ])
}

/// What a mark in a grid of days says.
package enum DayMark: String, CaseIterable, Hashable, Sendable {
    case present, late, absent, excused, withdrew
    case halfDay = "half-day"
    case dayOff = "day-off"
}

/// Marks of attendance.
package enum MarkWords {
    /// What a mark says; nil if it is none.
    package static func mark(_ text: String) -> DayMark? { words(text) }

    private static let words = WordTable<DayMark>([
        (.present, "P | Present | ✓ | ✔ | √ | ☑ | 1 | TRUE | Yes | Y | WFH | ح | حاضر | حضر | نعم | موجود"),
        (.late, "L | Late | متأخر | ت | موجود (متأخر)"),
        (.halfDay, "H | HD | Half day | ½ | نصف يوم"),
        (.absent, "A | Absent | x | ✗ | ✘ | 0 | FALSE | No | N | غ | غائب | غياب | لا | لم يحضر"),
        (.excused, "E | Ex | Excused | Excused absence | Leave | SL | PL | ع | بعذر | معذور | غياب بعذر | مستأذن"),
        (.withdrew, "W | Withdrew | Withdrawn | Dropped | منسحب | انسحب"),
        (.dayOff, "WO | Weekly off | HOL | Holiday | Off | Weekend | عطلة | إجازة | جمعة | سبت"),
    ])
}
