import Support
import TrainingStats

extension Dimension {
    /// Properties of answers to evaluation forms, and of what was answered some time after the session.
    static let afterTheCourse: [Dimension] = [
        applied,
        Dimension(
            "evaluation-item", heading: .init(en: "Evaluation item", ar: "بند التقييم"),
            definition: .init(
                en: "What an evaluation form asks for, such as the trainer or the content. "
                    + "Goes with measures of evaluations alone.",
                ar: "ما تسأل عنه استمارة التقييم، كالمدرب أو المحتوى. ولا تجتمع إلا مع مقاييس التقييم."),
            .field(.evaluationItem)),
        Dimension(
            "evaluation-value", heading: .init(en: "Evaluation answer", ar: "إجابة التقييم"),
            definition: .init(
                en:
                    "The answer to an item of an evaluation form, from 1 to 5. Goes with measures of evaluations alone.",
                ar: "الإجابة عن بند في استمارة التقييم، من 1 إلى 5. ولا تجتمع إلا مع مقاييس التقييم."),
            .field(.evaluationValue)),
    ]

    /// Whether what was taught is applied at work.
    static let applied = Dimension(
        "applied", heading: .init(en: "Applied at work", ar: "التطبيق في العمل"),
        definition: .init(
            en:
                "Whether what was taught is applied at work, as the follow-up of the participation says: yes, partly or no; "
                + "not known where nobody was asked, or nobody answered.",
            ar:
                "هل يُطبَّق ما تعلمه المشارك في عمله بحسب متابعة المشاركة: نعم أو جزئياً أو لا؛ وغير معروف حيث لم يُسأل أحد أو لم يُجب."
        ),
        .field(.applied))
}
