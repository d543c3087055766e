/// Notes under tables of requirements: how these are held against the records.
package enum RequirementSentence: CatalogueEntry {
    /// Headings, and what stands in place of a course.
    case courseOrTopic, stateOrInstitution, anyCourse
    case measured, sessions, namedApart, personsShort
    /// That taken up is only the least, and why.
    case open, countedWithoutNames, reported, groupsWithoutNumber, unknownMembers, undated
    /// That nobody knows it.
    case notKnown

    package var wording: (en: String, ar: String) {
        switch self {
        case .courseOrTopic: ("Course or topic", "الدورة أو المجال")
        case .stateOrInstitution: ("State or institution", "الدولة أو الجهة")
        case .anyCourse: ("{topic} (any course)", "{topic} (أي دورة)")
        case .measured:
            (
                "Taken up: distinct persons who were trained in the period, or of seats their participations, by the reporting day. Short: what is required less that, counted for each requirement by itself.",
                "المتحقق: عدد الأشخاص المختلفين الذين تدربوا في الفترة حتى يوم التقرير، أو مشاركاتهم إن كان المطلوب مقاعد. والنقص: المطلوب ناقص المتحقق، ويُحسب لكل احتياج على حدة."
            )
        case .sessions:
            (
                "Sessions are those of the course or topic that end in the period, whoever needs them: a session stands in each row that it can serve, and once in a total.",
                "الانعقادات هي ما ينتهي في الفترة من الدورة أو المجال أياً كان من يحتاجها: يُعد الانعقاد في كل صف يخدمه، ومرة واحدة في المجموع."
            )
        case .namedApart:
            (
                "Persons who are named may be among those of whom a number is required; so they have rows and a total of their own.",
                "قد يكون الأشخاص المذكورون بعينهم من العدد المطلوب، فلهم صفوف ومجموع على حدة."
            )
        case .open:
            (
                "Taken up is the least that the records prove, and short the greatest: {reasons}.",
                "المتحقق أقل ما تثبته السجلات، والنقص أكبر ما يكون: {reasons}."
            )
        case .countedWithoutNames: ("people were counted without names", "أُحصي أشخاص دون أسماء")
        case .reported:
            (
                "who took part is reported by {reported} of {sessions}",
                "وردت بيانات المشاركين عن {reported} من {sessions}"
            )
        case .groupsWithoutNumber:
            ("groups that do not state how many took part ({count})", "مجموعات لم يُذكر كم شارك منها ({count})")
        case .unknownMembers:
            (
                "people were trained whose state or institution is not known",
                "تدرب أشخاص لا تُعرف دولتهم أو جهتهم"
            )
        case .undated:
            ("delivered sessions without a known end ({count})", "انعقادات منفذة لا يُعرف تاريخ انتهائها ({count})")
        case .notKnown:
            (
                "[x] not known: nobody reported who took part in any of the sessions.",
                "[x] غير معروف: لم ترد بيانات المشاركين عن أي من الانعقادات."
            )
        case .personsShort:
            (
                "Rows that name a person: {listed}; of these still needed: {short}; not known: {unknown}.",
                "عدد صفوف الأشخاص {listed}، وما زال مطلوباً منها {short}، وغير المعروف منها {unknown}."
            )
        }
    }
}
