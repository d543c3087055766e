import Support
import TrainingStats

extension Measure {
    /// Scores, gains, ratings and pass rates: all over trained participations.
    static let outcomes: [Measure] = [
        Measure(
            "pre-score-mean", heading: .init(en: "Mean score before (%)", ar: "متوسط الدرجة القبلية (%)"),
            definition: .init(
                en:
                    "Mean score before, in percent of the course's highest score, over trained participations that have one.",
                ar: "متوسط الدرجة القبلية، نسبةً مئوية من الدرجة العظمى للدورة، للمشاركات التي لها درجة."),
            format: .number(places: 1), .mean(.trained(of: .score(.preScore)))),
        Measure(
            "post-score-mean", heading: .init(en: "Mean score after (%)", ar: "متوسط الدرجة البعدية (%)"),
            definition: .init(
                en:
                    "Mean score after, in percent of the course's highest score, over trained participations that have one.",
                ar: "متوسط الدرجة البعدية، نسبةً مئوية من الدرجة العظمى للدورة، للمشاركات التي لها درجة."),
            format: .number(places: 1), .mean(.trained(of: .score(.postScore)))),
        Measure(
            "gain-mean", heading: .init(en: "Mean gain (% points)", ar: "متوسط التحسن (نقاط مئوية)"),
            definition: .init(
                en: "Mean of the score after minus the score before, both in percent of the course's highest score, "
                    + "over those that have both.",
                ar:
                    "متوسط الفرق بين الدرجتين البعدية والقبلية لمن له الدرجتان، وكلتاهما نسبة مئوية من الدرجة العظمى للدورة."
            ),
            format: .number(places: 1), .mean(.trained(of: .percentage(.gain))), allowsTrainerDimensions: true),
        count(
            "pre-score", of: [.preScore], heading: .init(en: "Scores before", ar: "عدد الدرجات القبلية"),
            what: .init(en: "a score before", ar: "درجة قبلية")),
        count(
            "post-score", of: [.postScore], heading: .init(en: "Scores after", ar: "عدد الدرجات البعدية"),
            what: .init(en: "a score after", ar: "درجة بعدية")),
        count(
            "gain", of: [.preScore, .postScore], heading: .init(en: "Gains", ar: "عدد قيم التحسن"),
            what: .init(en: "both scores", ar: "الدرجتان القبلية والبعدية"), allowsTrainerDimensions: true),
        count(
            "rating", of: [.rating], heading: .init(en: "Ratings", ar: "عدد التقييمات"),
            what: .init(en: "a rating", ar: "تقييم"), allowsTrainerDimensions: true),
        Measure(
            "gain-normalised", heading: .init(en: "Normalised gain", ar: "التحسن المعياري"),
            definition: .init(
                en: "Mean of (after - before) / (maximum - before) over those that have both, "
                    + "where before is below the maximum (Hake, by person).",
                ar:
                    "متوسط (البعدية - القبلية) / (العظمى - القبلية) لمن له الدرجتان وكانت درجته القبلية دون العظمى (مقياس هيك، لكل شخص)."
            ),
            source: "R. R. Hake, Interactive-engagement versus traditional methods (1998), averaged by person",
            format: .number(places: 2),
            .mean(.trained(.below(.value(.preScore), .maxScore), of: .normalisedGain))),
        Measure(
            "post-score-sd",
            heading: .init(en: "Deviation of scores after (% points)", ar: "انحراف الدرجة البعدية (نقاط مئوية)"),
            definition: .init(
                en: "Sample standard deviation (n - 1) of the scores after, in percent of the course's highest score.",
                ar: "الانحراف المعياري للعينة (ن - 1) للدرجات البعدية، نسبةً مئوية من الدرجة العظمى للدورة."),
            source: "sample standard deviation with Bessel's correction, as STDEV.S in spreadsheets",
            format: .number(places: 1), .deviation(.trained(of: .score(.postScore)))),
        Measure(
            "gain-sd", heading: .init(en: "Deviation of gains (% points)", ar: "انحراف التحسن (نقاط مئوية)"),
            definition: .init(
                en: "Sample standard deviation (n - 1) of the gains, in percent of the course's highest score.",
                ar: "الانحراف المعياري للعينة (ن - 1) للتحسن، نسبةً مئوية من الدرجة العظمى للدورة."),
            source: "sample standard deviation with Bessel's correction, as STDEV.S in spreadsheets",
            format: .number(places: 1), .deviation(.trained(of: .percentage(.gain)))),
        quartile(
            "p25", quarter: 1, .init(en: "Lower quartile of scores after (%)", ar: "الربيع الأدنى للدرجة البعدية (%)"),
            of: (en: "The lower quartile", ar: "الربيع الأدنى")),
        quartile(
            "median", quarter: 2, .init(en: "Median score after (%)", ar: "وسيط الدرجة البعدية (%)"),
            of: (en: "The median", ar: "الوسيط")),
        quartile(
            "p75", quarter: 3, .init(en: "Upper quartile of scores after (%)", ar: "الربيع الأعلى للدرجة البعدية (%)"),
            of: (en: "The upper quartile", ar: "الربيع الأعلى")),
        Measure(
            "pass-rate", heading: .init(en: "Pass rate", ar: "نسبة النجاح"),
            definition: .init(
                en: "Scores after at or above the course's pass score, over those with both.",
                ar:
                    "الدرجات البعدية التي بلغت درجة النجاح في الدورة أو زادت عليها، مقسومة على الدرجات البعدية التي حُددت لدوراتها درجة نجاح."
            ),
            format: .share,
            .share(
                .atLeast(.value(.postScore), .passScore),
                of: .trained(.states(.value(.postScore)), .states(.passScore)))),
        Measure(
            "rating-mean", heading: .init(en: "Mean rating", ar: "متوسط التقييم"),
            definition: .init(
                en: "Mean rating of the session by its participants, 1 to 5 (Kirkpatrick, level 1).",
                ar: "متوسط تقييم المشاركين للانعقاد من 1 إلى 5 (كيركباتريك، المستوى الأول)."),
            source: "D. L. Kirkpatrick, Evaluating Training Programs, level 1 (reaction)",
            format: .number(places: 2), .mean(.trained(of: .number(.value(.rating)))), allowsTrainerDimensions: true),
    ]

    /// How many trained participations a mean is made of: a mean of few says less, and this says how few.
    private static func count(
        _ name: String, of values: [ParticipationValue], heading: BilingualText, what: BilingualText,
        allowsTrainerDimensions: Bool = false
    ) -> Measure {
        Measure(
            name + "-count", heading: heading,
            definition: .init(
                en: "Trained participations that have \(what.en): what \(name)-mean is the mean of.",
                ar: "عدد مشاركات المتدربين التي لها \(what(.ar))، وهي التي حُسب منها المتوسط."),
            .count([RecordSet(.participations, [.attends, .training] + values.map { .states(.value($0)) }, of: .one)]),
            allowsTrainerDimensions: allowsTrainerDimensions)
    }

    private static func quartile(
        _ name: String, quarter: Int, _ heading: BilingualText, of quantile: (en: String, ar: String)
    ) -> Measure {
        Measure(
            "post-score-" + name, heading: heading,
            definition: .init(
                en: "\(quantile.en) of the scores after, in percent of the course's highest score: "
                    + "a quantile of type 7 (Hyndman and Fan).",
                ar:
                    "\(quantile.ar) للدرجات البعدية، نسبةً مئوية من الدرجة العظمى للدورة: مئين من النوع السابع (هايندمان وفان)."
            ),
            source: "R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages (1996), type 7",
            format: .number(places: 1),
            .quantile(
                Aggregate.Quantile(numerator: quarter, denominator: 4),
                .trained(of: .score(.postScore))))
    }
}

extension Quantity {
    /// A score, in percent of the highest score of the course.
    static func score(_ value: ParticipationValue) -> Quantity { .percentage(.number(.value(value))) }
    /// What a participant gained: the score after minus the score before.
    package static let gain = Quantity.difference(.value(.postScore), minus: .value(.preScore))
    /// What a participant gained of what could be gained.
    package static let normalisedGain = Quantity.quotient(.gain, over: .possibleGain)
    /// What could be gained: the highest score minus the score before.
    static let possibleGain = Quantity.difference(.maxScore, minus: .value(.preScore))
}
