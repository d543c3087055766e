import Support
import TrainingStats

extension Measure {
    /// Of how many answers a mean or a rate must be to be given: of fewer it says little, and may say whose they are.
    private static let fewestAnswers = 5

    /// What participants and their supervisors say of training when it is over, and what it was worth.
    static let afterTheCourse: [Measure] = reaction + behaviour + results

    /// Level 1: answers to evaluation forms.
    private static let reaction: [Measure] = [
        Measure(
            ofEvaluations, heading: .init(en: "Evaluation answers", ar: "إجابات التقييم"),
            definition: .init(
                en: "Answers to evaluation forms of training sessions; a form of five items has five.",
                ar: "عدد إجابات استمارات تقييم دورات التدريب؛ ففي استمارة من خمسة بنود خمس إجابات."),
            .count([.evaluations(.training)]), allowsTrainerDimensions: true),
        Measure(
            "evaluation-mean", heading: .init(en: "Mean evaluation", ar: "متوسط التقييم في الاستمارات"),
            definition: .init(
                en: "Mean of the answers to evaluation forms of training sessions, 1 to 5 (Kirkpatrick, level 1); "
                    + "not given below 5 answers.",
                ar: "متوسط إجابات استمارات تقييم دورات التدريب، من 1 إلى 5 (كيركباتريك، المستوى الأول)؛ "
                    + "ولا يُذكر إن قلّت الإجابات عن 5."),
            source: "D. L. Kirkpatrick, Evaluating Training Programs, level 1 (reaction)",
            format: .number(places: 2), .mean(.evaluations(.training, of: .number(.evaluationValue))),
            fewest: fewestAnswers, allowsTrainerDimensions: true),
        Measure(
            "evaluation-favourable", heading: .init(en: "Favourable answers", ar: "نسبة الإجابات الإيجابية"),
            definition: .init(
                en: "Answers of 4 or 5 among all answers to evaluation forms of training sessions; "
                    + "not given below 5 answers.",
                ar: "الإجابات 4 و5 من كل إجابات استمارات تقييم دورات التدريب؛ ولا تُذكر إن قلّت الإجابات عن 5."),
            source: "top-two box of a five-point scale",
            format: .share,
            .share(.atLeast(.evaluationValue, .constant(ExactDecimal(4))), of: .evaluations(.training)),
            fewest: fewestAnswers, allowsTrainerDimensions: true),
    ]

    /// The follow-up says whether what was taught is applied.
    private static let statesApplication = Condition.not(.member(MemberTest(.applied, ["_U"])))
    /// Anything at all was answered.
    private static let isAnswered = Condition.any([
        statesApplication, .states(.supervisorRating), .states(.benefit),
    ])

    /// Level 3: follow-ups of participations.
    private static let behaviour: [Measure] = [
        Measure(
            "followups-asked", heading: .init(en: "Follow-ups asked", ar: "المشاركات المتابَعة"),
            definition: .init(
                en: "Trained participations about which somebody was asked after the session, by the reporting day.",
                ar: "مشاركات المتدربين التي سُئل عنها بعد الانعقاد حتى يوم التقرير."),
            .count([.trainedFollowUps()])),
        Measure(
            "followups-answered", heading: .init(en: "Follow-ups answered", ar: "المتابعات المجاب عنها"),
            definition: .init(
                en:
                    "Follow-ups of trained participations that state whether it is applied, a supervisor's rating or a benefit.",
                ar: "متابعات مشاركات المتدربين التي ذُكر فيها التطبيق أو تقييم المشرف أو العائد."),
            .count([.trainedFollowUps(isAnswered)])),
        Measure(
            "response-rate", heading: .init(en: "Response rate", ar: "نسبة الاستجابة"),
            definition: .init(
                en: "Follow-ups answered over follow-ups asked.", ar: "المتابعات المجاب عنها مقسومة على ما سُئل عنه."),
            source: "AAPOR Standard Definitions, response rate 2 (partial answers count)",
            format: .share, .share(isAnswered, of: .trainedFollowUps())),
        Measure(
            "application-count", heading: .init(en: "Application stated", ar: "ما ذُكر تطبيقه من عدمه"),
            definition: .init(
                en:
                    "Follow-ups of trained participations that say whether it is applied: of so many is the application rate.",
                ar: "متابعات مشاركات المتدربين التي ذُكر فيها هل يُطبَّق ما دُرِّس، وهي ما تُحسب منه نسبة التطبيق."),
            .count([.trainedFollowUps(statesApplication)])),
        Measure(
            "application-rate", heading: .init(en: "Application rate", ar: "نسبة التطبيق"),
            definition: .init(
                en:
                    "Trained participations that are applied at work, fully or partly, over those of which the follow-up says "
                    + "whether they are (Kirkpatrick, level 3); not given below 5 answers.",
                ar: "مشاركات المتدربين التي تُطبَّق في العمل كلياً أو جزئياً، مقسومة على ما ذُكر في متابعته هل يُطبَّق "
                    + "(كيركباتريك، المستوى الثالث)؛ ولا تُذكر إن قلّت الإجابات عن 5."),
            source: "D. L. Kirkpatrick, Evaluating Training Programs, level 3 (behaviour)",
            format: .share, direction: .more,
            .share(.member(MemberTest(.applied, ["yes", "partly"])), of: .trainedFollowUps(statesApplication)),
            fewest: fewestAnswers),
        Measure(
            "supervisor-rating-count", heading: .init(en: "Supervisors' ratings", ar: "عدد تقييمات المشرفين"),
            definition: .init(
                en: "Follow-ups of trained participations that state a supervisor's rating: of so many is the mean.",
                ar: "متابعات مشاركات المتدربين التي ذُكر فيها تقييم المشرف، وهي ما يُحسب منه المتوسط."),
            .count([.trainedFollowUps(.states(.supervisorRating))])),
        Measure(
            "supervisor-rating-mean", heading: .init(en: "Mean supervisor's rating", ar: "متوسط تقييم المشرف"),
            definition: .init(
                en: "Mean of the supervisors' ratings of what came of trained participations, 1 to 5 "
                    + "(Kirkpatrick, level 3); not given below 5 answers.",
                ar: "متوسط تقييم المشرفين لما نتج عن مشاركات المتدربين، من 1 إلى 5 (كيركباتريك، المستوى الثالث)؛ "
                    + "ولا يُذكر إن قلّت الإجابات عن 5."),
            source: "D. L. Kirkpatrick, Evaluating Training Programs, level 3 (behaviour)",
            format: .number(places: 2), .mean(.trainedFollowUps(of: .number(.supervisorRating))),
            fewest: fewestAnswers),
    ]

    private static let benefits = Aggregate.sum([.trainedFollowUps(of: .number(.benefit))])

    /// Where somebody was trained and no follow-up states a benefit, nobody knows what it was worth: it is not 0.
    private static let isWithoutBenefit = UnknownRule(
        whereAny: [.trained(), .headcounts(.training, .attends, of: .one)],
        unlessAny: [.trainedFollowUps(.states(.benefit))])

    /// Level 4: what training was worth beside what it cost.
    private static let results: [Measure] = [
        Measure(
            "benefit", heading: .init(en: "Benefit", ar: "العائد"),
            definition: .init(
                en:
                    "Sum of the benefits that follow-ups of trained participations state; where none is stated, none is assumed.",
                ar: "مجموع العوائد المذكورة في متابعات مشاركات المتدربين؛ وحيث لم يُذكر عائد يُفترض أنه لا عائد."),
            source: "D. L. Kirkpatrick, Evaluating Training Programs, level 4 (results)",
            format: .money, benefits, unknown: isWithoutBenefit),
        Measure(
            "benefit-cost-ratio", heading: .init(en: "Benefit-cost ratio", ar: "نسبة العائد إلى التكلفة"),
            definition: .init(
                en: "Benefit over cost.", ar: "العائد مقسوماً على التكلفة."),
            source: "J. J. Phillips, Return on Investment in Training and Performance Improvement Programs, level 5",
            format: .number(places: 2), .ratio(benefits, over: .sum(allCost)), unknown: isWithoutBenefit),
        Measure(
            "return-on-investment", heading: .init(en: "Return on investment", ar: "العائد على الاستثمار"),
            definition: .init(
                en: "Benefit less cost, over cost.", ar: "العائد ناقص التكلفة، مقسوماً على التكلفة."),
            source: "J. J. Phillips, Return on Investment in Training and Performance Improvement Programs, level 5",
            format: .share, .ratio(.difference(benefits, minus: .sum(allCost)), over: .sum(allCost)),
            unknown: isWithoutBenefit),
    ]
}
