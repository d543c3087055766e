import Support

/// What one unit of another currency is worth in the dataset's currency, from a day on.
public struct ExchangeRate: Hashable, Sendable {
    /// ISO 4217 code of the other currency.
    public var currency: String
    /// The first day on which it is in force; it is so until the next one of its currency.
    public var from: CivilDate
    /// Units of the dataset's currency for one unit of the other.
    public var rate: ExactDecimal

    /// A rate given by its parts.
    public init(currency: String, from: CivilDate, rate: ExactDecimal) {
        self.currency = currency
        self.from = from
        self.rate = rate
    }

    /// The greatest rate that there can be: products with it, and sums of these, stay within 128 bits.
    public static let greatest = 1_000_000

    /// An amount of the other currency in the dataset's: the exact product, rounded once to a millionth.
    ///
    /// Halves are rounded away from zero, so that a refund is worth what was paid.
    package func converted(_ amount: ExactDecimal) -> ExactDecimal {
        let product = amount.millionths * rate.millionths
        let half = ExactDecimal.scale / 2
        // A division of whole numbers cuts off towards zero.
        return ExactDecimal(millionths: (product + (product < 0 ? -half : half)) / ExactDecimal.scale)
    }
}
