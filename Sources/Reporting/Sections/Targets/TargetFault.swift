import Aggregation
import Support
import TrainingStats

/// Why progress towards a target cannot be computed.
package enum TargetFault: Error, Hashable, Sendable {
    /// Its period is another on each reporting day, or has no end.
    case openPeriod(String)
    /// A number is written in percent, and the measure is no share.
    case percentageOfNoShare(Number)
    /// A share of more than twice the whole, which is a slip for a percentage.
    case wholePercentage(ExactDecimal, Number)
    /// A target of 0 or less without a figure from which progress is counted; not of what may not rise above 0.
    case noBaseline
    /// The measure has no figure where a filter names members of the dimension.
    case neverKnown(measure: String, dimension: String)

    /// The two numbers that a target can state; the raw value is the column.
    package enum Number: String, Sendable { case target, baseline }

    /// The greatest share that is taken as it stands.
    private static let mostOfShare = ExactDecimal(2)

    /// The fault of a target of a measure whose filters are on dimensions; nil if it has none.
    init?(of target: Target, _ measure: Measure, by dimensions: [Dimension]) {
        let stated: [(number: ExactDecimal, isPercentage: Bool, column: Number)] =
            [(target.value, target.isPercentage, .target)]
            + (target.baseline.map { [($0, target.isBaselinePercentage, .baseline)] } ?? [])
        if !PeriodExpression(target.period).isFixed {
            self = .openPeriod(target.period)
        } else if measure.format != .share, let percentage = stated.first(where: \.isPercentage) {
            self = .percentageOfNoShare(percentage.column)
        } else if measure.isShareOfWhole,
            let slip = stated.first(where: { !$0.isPercentage && $0.number > Self.mostOfShare })
        {
            self = .wholePercentage(slip.number, slip.column)
        } else if target.baseline == nil, target.value < .zero || target.value == .zero && !target.isUndercut(measure) {
            self = .noBaseline
        } else if measure.isSessionSideOnly, let dimension = dimensions.first(where: { $0.side == .trainee }) {
            self = .neverKnown(measure: measure.id, dimension: dimension.id)
        } else {
            return nil
        }
    }

    /// The column that is to be corrected.
    package var column: String {
        switch self {
        case .openPeriod: "period"
        case .percentageOfNoShare(let number), .wholePercentage(_, let number): number.rawValue
        case .noBaseline: "baseline"
        case .neverKnown: "where"
        }
    }

    /// What is wrong, and what to do about it.
    package var text: BilingualText {
        switch self {
        case .openPeriod(let period):
            .init(
                en: "'\(period)' has no fixed end; give a fixed period, such as 2025, 2025-Q1 or FY2025",
                ar: "«\(period)» ليست لها نهاية ثابتة؛ اكتب فترة ثابتة، مثل 2025 أو 2025-Q1 أو FY2025")
        case .percentageOfNoShare:
            .init(
                en: "the measure is no share, and has no targets in percent; give a plain number",
                ar: "المقياس ليس نسبة، فلا مستهدف له بالنسبة المئوية؛ اكتب عدداً")
        case .wholePercentage(let number, _):
            .init(
                en:
                    "\(number) is more than twice the whole; give a fraction, such as 0.9, or a percentage, such as 90%",
                ar: "\(number) أكثر من ضعف الكل؛ اكتب كسراً مثل 0.9 أو نسبة مئوية مثل 90%")
        case .noBaseline:
            .init(
                en: "a target of 0 or less needs the figure from which progress is counted; fill in the baseline",
                ar: "المستهدف الذي لا يزيد على 0 يحتاج إلى القيمة التي يُقاس التقدم منها؛ املأ خط الأساس")
        case .neverKnown(let measure, let dimension):
            .init(
                en:
                    "'\(measure)' is of whole sessions, and has no figure with the trainee dimension '\(dimension)'; leave the "
                    + "filter out, or give another measure",
                ar:
                    "«\(measure)» يخص الانعقادات بكاملها، ولا قيمة له مع خاصية المتدربين «\(dimension)»؛ احذف الشرط أو اكتب "
                    + "مقياساً آخر")
        }
    }
}
