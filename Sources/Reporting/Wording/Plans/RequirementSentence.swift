/// Notes under tables of requirements: how these are held against the records.
package enum RequirementSentence: CatalogueEntry {
    case measured, sessions, namedApart, open, personsShort

    package var wording: (en: String, ar: String) {
        switch self {
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
                "Where people were counted without names, taken up is the least number of persons that the records prove, and short the greatest.",
                "حيث أُحصي أشخاص دون أسماء فالمتحقق أقل عدد من الأشخاص تثبته السجلات، والنقص أكبر ما يكون."
            )
        case .personsShort:
            (
                "Rows that name a person: {listed}; of these still needed: {short}.",
                "عدد صفوف الأشخاص {listed}، وما زال مطلوباً منها {short}."
            )
        }
    }
}
