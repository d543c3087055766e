import Support

extension EvaluationColumn {
    var meaning: BilingualText {
        switch self {
        case .sessionID: .init(en: "The session that is evaluated.", ar: "الانعقاد الذي يُقيَّم.")
        case .item:
            .init(
                en: "What was asked, such as trainer or content; labels.csv can give it names.",
                ar: "ما سُئل عنه، مثل المدرب أو المحتوى؛ وتُذكر أسماؤه في labels.csv.")
        case .value:
            .init(
                en: "One answer, from 1 to 5; each answer is a row, without the person.",
                ar: "إجابة واحدة من 1 إلى 5؛ ولكل إجابة صف، دون ذكر الشخص.")
        }
    }
}

extension FollowUpColumn {
    var meaning: BilingualText {
        switch self {
        case .sessionID: .init(en: "The session.", ar: "الانعقاد.")
        case .traineeID: .init(en: "The person, who takes part in the session.", ar: "الشخص، وهو مشارك في الانعقاد.")
        case .askedOn:
            .init(
                en: "When the person or the supervisor was asked, some time after the session.",
                ar: "متى سُئل الشخص أو مشرفه، بعد الانعقاد بمدة.")
        case .applied:
            .init(
                en: "Whether what was taught is applied at work; empty if nobody answered.",
                ar: "هل يطبق ما تعلمه في عمله؛ ويُترك فارغاً إن لم يُجب أحد.")
        case .supervisorRating:
            .init(
                en: "How the supervisor rates what came of it, from 1 to 5.",
                ar: "تقييم المشرف لما نتج عنه، من 1 إلى 5.")
        case .benefit:
            .init(
                en:
                    "What it was worth, in the dataset's currency, whatever that of the session is; empty if nobody knows.",
                ar: "ما عاد به من قيمة بعملة مجموعة البيانات، أياً كانت عملة الانعقاد؛ ويُترك فارغاً إن لم يُعرف.")
        }
    }
}
