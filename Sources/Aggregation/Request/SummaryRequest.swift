import Support
import TrainingStats

/// What is to be summed up: measures by dimensions, under filters, for a period, as of a day.
public struct SummaryRequest: Hashable, Sendable {
    /// Identifiers of the dimensions in the rows.
    public var rows: [String]
    /// Identifiers of the dimensions in the columns.
    public var columns: [String]
    /// Identifiers of the measures.
    public var measures: [String]
    /// Filters, all of which must hold.
    public var filters: [Filter]
    /// The period in which sessions must end; nil for all time.
    public var period: Period?
    /// The reporting day.
    public var today: CivilDate
    /// Whether the members `_T` are wanted, in all combinations.
    public var totals: Bool
    /// Whether the known members of the first row dimension have rows where they have no records too.
    public var includesEmpty: Bool
    /// The members that stay of a dimension, the others coming together as `_O`; nil where all stay.
    public var kept: TopMembers?
    /// Whether it is asked what records leave open of the figures over all of them, which takes counters of its own.
    public var tellsGaps: Bool
    /// Which records it is about where they do not say whether they belong.
    public var extent: Extent

    /// A request given by its parts.
    public init(
        rows: [String] = [], columns: [String] = [], measures: [String], filters: [Filter] = [],
        period: Period? = nil, today: CivilDate, totals: Bool = false, includesEmpty: Bool = false,
        kept: TopMembers? = nil, tellsGaps: Bool = false,
        extent: Extent = .stated
    ) {
        self.rows = rows
        self.columns = columns
        self.measures = measures
        self.filters = filters
        self.period = period
        self.today = today
        self.totals = totals
        self.includesEmpty = includesEmpty
        self.kept = kept
        self.tellsGaps = tellsGaps
        self.extent = extent
    }

    /// Finds out whether the request makes sense on any dataset.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public func validate(in catalogue: Catalogue) throws(RequestError) {
        _ = try ResolvedRequest(self, in: catalogue)
    }

    /// Finds out whether the request can be computed on a dataset, without computing it.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public func validate(on dataset: Dataset, in catalogue: Catalogue) throws(RequestError) {
        try validate(
            in: catalogue, members: { $0.members(of: dataset) },
            canonical: { dimension, member in dimension.canonical(member, dataset) })
    }

    /// The same, where the members of a dimension (nil where they come from the records) and the code of a spelling
    /// are told by functions.
    package func validate(
        in catalogue: Catalogue, members knownMembers: (Dimension) -> [String]?,
        canonical: (Dimension, String) -> String
    ) throws(RequestError) {
        for (dimension, filter) in try ResolvedRequest(self, in: catalogue).filters where filter.choice != .containing {
            guard let known = knownMembers(dimension) else { continue }
            for member in filter.members where member != "_U" {
                let code = canonical(dimension, member)
                guard known.holds(code) else {
                    throw .unknownMember(dimension: dimension.id, member: member, known: known)
                }
            }
        }
    }
}
