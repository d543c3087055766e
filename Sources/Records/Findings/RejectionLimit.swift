import Support
import TrainingStats

/// How many rows may be rejected before a dataset is refused: a number, or a percentage of all data rows.
package enum RejectionLimit: Hashable, Sendable {
    case rows(Int)
    case percent(ExactDecimal)

    /// A number, or a number with a percent sign; nil of any other text.
    package init?(_ text: String) {
        if text.hasSuffix("%") {
            guard let share = ExactDecimal(String(text.dropLast())), share >= .zero, share <= ExactDecimal(100) else {
                return nil
            }
            self = .percent(share)
        } else {
            guard let count = Int(text), count >= 0 else { return nil }
            self = .rows(count)
        }
    }

    /// Whether a dataset with so many rows may be used without those rejected.
    package func allows(_ rejected: Int, of rows: Int) -> Bool {
        switch self {
        case .rows(let count): rejected <= count
        case .percent(let share): Int128(rejected) * 100 * ExactDecimal.scale <= share.millionths * Int128(rows)
        }
    }
}
