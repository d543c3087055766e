import Support
import TrainingStats

/// How many rejected rows are let pass: so many, or so many in a hundred of all data rows.
enum Allowance: Equatable {
    case rows(Int)
    case percent(ExactDecimal)

    /// A number, or a number with a percent sign.
    init?(_ text: String) {
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

    /// Whether so many of so many rows may be left out.
    func allows(_ rejected: Int, of rows: Int) -> Bool {
        switch self {
        case .rows(let count): rejected <= count
        case .percent(let share): Int128(rejected) * 100 * ExactDecimal.scale <= share.millionths * Int128(rows)
        }
    }
}

extension Arguments {
    /// What `--max-rejects` allows; nothing by default.
    func allowance() throws(CommandError) -> Allowance {
        guard let text = value(.maxRejects) else { return .rows(0) }
        guard let allowance = Allowance(text) else {
            throw .usage("--max-rejects: '\(text)' is neither a number nor a percentage", hint: "give 20 or 5%")
        }
        return allowance
    }
}
