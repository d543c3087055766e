import Support

/// What an office plans to reach: a figure, of some records, by the end of a period.
public struct Target: Hashable, Sendable {
    /// Identifier of the measure.
    public var measure: String
    /// Filter as in `--where`, several joined by `;`.
    public var filter: String
    /// Period expression; of a fixed period.
    public var period: String
    /// The figure to be reached; a share is a fraction of one.
    public var value: ExactDecimal
    /// The figure from which progress is counted; nil for 0.
    public var baseline: ExactDecimal?
    /// Whether the target was written with a percent sign.
    public var isPercentage: Bool
    /// Whether the baseline was written with a percent sign.
    public var isBaselinePercentage: Bool
    /// Who set it, or where it stands.
    public var source: String?
    /// Physical line of its record.
    public var line: Int

    /// A target given by its properties.
    public init(
        measure: String, filter: String = "", period: String, value: ExactDecimal, baseline: ExactDecimal? = nil,
        isPercentage: Bool = false, isBaselinePercentage: Bool = false, source: String? = nil, line: Int = 0
    ) {
        self.measure = measure
        self.filter = filter
        self.period = period
        self.value = value
        self.baseline = baseline
        self.isPercentage = isPercentage
        self.isBaselinePercentage = isBaselinePercentage
        self.source = source
        self.line = line
    }
}
