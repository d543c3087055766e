/// Notes under tables: why totals differ from sums, which rows are shown, what is known of figures.
package enum NoteSentence: CatalogueEntry {
    /// Why a total is not the sum of its cells.
    case overlap, overlapOpen, across, forEachTrainer, answersForEachTrainer
    /// Why shares add up to more than the whole.
    case sharesOfPersons, sharesOfOthers
    /// Which rows are shown, and how a figure is held against a number.
    case personsWanted, noPersonMeets, rowsShown, totalsOfAllRows, noRowMeets, tooManyEmptyRows, figureLess,
        figureAtMost, figureGreater, figureAtLeast, figureEqual, figureDifferent
    /// Bounds of the number of trainees.
    case bounds
    /// How many records state a value, and for whom a figure speaks.
    case coverage, statedBy, unknownInBase, namedAlone
    /// Which amounts were converted, and by which rates.
    case amountsConverted, amountsConvertedByMany, rateFrom
    /// What is told of follow-ups, and which figures would be of few records.
    case followedUp, benefitsStated, ofAnswers, ofFollowUps, tooFew
    /// Why figures are not applicable, or not known.
    case ofWholeSessions, withoutValidity, ofNothing, notStated
    /// The definition of a measure that the dataset or the report declares.
    case ownMeasure, ownMeasureFrom
    /// Why a share has no interval.
    case withoutInterval
    /// How many sessions are reported.
    case reportedTraining, reportedSessions, seatsReported
    /// The part of a long table that is shown, and its order.
    case firstRows, largestFirst, smallestFirst, notMetFirst

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
        case .answersForEachTrainer:
            (
                "Answers to evaluation forms count for each trainer of their session; totals count each answer once.",
                "تُحتسب إجابات التقييم لكل مدرب من مدربي الانعقاد؛ وتحتسب المجاميع كل إجابة مرة واحدة."
            )
        case .followedUp:
            (
                "Follow-ups: {answered} answered of {asked} asked, of {trained} of named persons in training.",
                "المتابعة: أُجيب عن {answered} من {asked} سُئل عنها، من {trained} للمسمين في التدريب."
            )
        case .benefitsStated:
            (
                "{measures}: {stated} of {trained} state a benefit; for the others none is assumed.",
                "{measures}: ذُكر العائد في {stated} من {trained}؛ ويُفترض أنه لا عائد لغيرها."
            )
        case .ofAnswers: ("{measures}: of {answers}.", "{measures}: من {answers}.")
        case .ofFollowUps:
            ("{measures}: stated by {stated} of {followups}.", "{measures}: القيمة مذكورة في {stated} من {followups}.")
        case .ofWholeSessions:
            (
                "{measures}: not applicable with a property of trainees ({dimensions}), because this is stated of whole sessions.",
                "{measures}: لا ينطبق مع خاصية للمتدربين ({dimensions})، لأنه يُذكر للانعقاد كله."
            )
        case .withoutValidity:
            (
                "{measures}: not applicable to courses that state no valid_months, or that cannot be completed.",
                "{measures}: لا ينطبق على الدورات التي لا تذكر valid_months أو التي لا إتمام لها."
            )
        case .ofNothing:
            (
                "{measures}: no figure [z] where there are no records, or too few, that it could be of.",
                "{measures}: لا قيمة [z] حيث لا سجلات تُحسب منها، أو لا تكفي."
            )
        case .notStated:
            (
                "{measures}: not known [x] where records do not state what the figure is made of.",
                "{measures}: غير معروف [x] حيث لا تذكر السجلات ما تُحسب منه القيمة."
            )
        case .tooFew:
            (
                "{measures}: not given where there are fewer than {fewest} answers.",
                "{measures}: لا تُذكر القيمة حيث يقل عدد الإجابات عن {fewest}."
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
                "Condition on persons: {conditions}. It holds for {persons}, and only their records count; people who were counted without names are left out.",
                "شرط على الأشخاص: {conditions}. يتحقق في {persons}، ولا تشمل الأرقام غير سجلاتهم، ولا من أُحصوا دون أسماء."
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
        case .amountsConverted:
            (
                "Amounts in {currency} are converted by the rate in force at the end of each session: {rates}.",
                "المبالغ المذكورة بعملة «{currency}» محوَّلة بالسعر الساري في نهاية كل انعقاد: {rates}."
            )
        case .amountsConvertedByMany:
            (
                "Amounts in {currency} are converted by the rate in force at the end of each session: {count} rates, the first {first}, the last {last}.",
                "المبالغ المذكورة بعملة «{currency}» محوَّلة بالسعر الساري في نهاية كل انعقاد: عدد الأسعار {count}، أولها {first} وآخرها {last}."
            )
        case .rateFrom: ("{rate} from {day}", "{rate} من {day}")
        case .bounds:
            (
                "The number of trainees lies between {lower}, as many as the records prove, and {upper}, the named persons "
                    + "plus the headcount: a headcount does not tell who came twice.",
                "عدد المتدربين بين {lower} (أقل ما تثبته السجلات) و{upper} (المسمون ومن أُحصوا عدداً): "
                    + "فالإحصاء العددي لا يبين من تكرر حضوره."
            )
        case .coverage:
            ("{measure}: stated by {stated} of {records}.", "{measure}: القيمة مذكورة في {stated} من {records}.")
        case .statedBy: ("Stated by {stated} of {records}", "القيمة مذكورة في {stated} من {records}")
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
        }
    }
}
