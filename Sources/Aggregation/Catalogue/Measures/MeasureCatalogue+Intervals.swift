import Support
import TrainingStats

extension Measure {
    /// Whether it is shown in percent and has no interval, since it is one figure over another and not the cases of some.
    package var isShareWithoutInterval: Bool { format == .share && derivedFrom == nil && intervalEnds.isEmpty }

    /// Whether it is an end of an interval.
    package var isIntervalEnd: Bool { if case .intervalEnd = aggregate { true } else { false } }

    /// The ends of the 95 % interval of this rate, as measures of their own; none of any other measure.
    public var intervalEnds: [Measure] {
        guard case .share(let condition, of: let cases) = aggregate, derivedFrom == nil else { return [] }
        return Aggregate.IntervalEnd.allCases.map { end in
            let (suffix, label, name) = end.words
            return Measure(
                id + suffix,
                heading: .init(en: "\(heading.en), \(label.en)", ar: "\(heading(.ar))، \(label(.ar))"),
                definition: .init(
                    en: "\(name.en) end of the 95 % score interval (Wilson) of the rate.",
                    ar: "\(name(.ar)) لفترة الثقة 95% للنسبة (طريقة ويلسون)."),
                source: "E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927)",
                format: .share, .intervalEnd(end, condition, of: cases), fewest: fewest, derivedFrom: id,
                derivation: label)
        }
    }
}

extension Aggregate.IntervalEnd {
    /// What stands behind the measure's identifier, behind its heading, and in the definition.
    fileprivate var words: (suffix: String, label: BilingualText, name: BilingualText) {
        switch self {
        case .lower:
            ("-lower", .init(en: "lower (95%)", ar: "الحد الأدنى (95%)"), .init(en: "Lower", ar: "الحد الأدنى"))
        case .upper:
            ("-upper", .init(en: "upper (95%)", ar: "الحد الأعلى (95%)"), .init(en: "Upper", ar: "الحد الأعلى"))
        }
    }
}
