/// Cases of some kind among all cases: what a rate is a proportion of.
struct Proportion: Hashable, Sendable {
    /// The cases of the kind.
    let numerator: Int
    /// All cases.
    let denominator: Int

    /// The ends of the 95 % score interval of Wilson (Probable Inference, 1927); nil of no cases.
    var interval: ClosedRange<Double>? {
        guard denominator > 0, (0...denominator).contains(numerator) else { return nil }
        // The quantile of the standard normal distribution at 0.975.
        let z = 1.959963984540054
        let (x, n) = (Double(numerator), Double(denominator))
        let middle = (x + z * z / 2) / (n + z * z)
        let reach = z / (n + z * z) * (x * (n - x) / n + z * z / 4).squareRoot()
        return (numerator == 0 ? 0 : max(0, middle - reach))...(numerator == denominator ? 1 : min(1, middle + reach))
    }
}
