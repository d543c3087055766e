import TrainingStats

/// The answer to a request: its cells, sorted, each with the values of all measures.
public struct Summary: Sendable {
    /// A member of a dimension; codes are the same where their bytes are.
    public enum Member: Hashable, Sendable {
        case code(String)
        /// All known members but those that are kept.
        case other
        case unknown
        case total

        /// The code in data output, as in SDMX: `_O`, `_U`, `_T`.
        public var code: String {
            switch self {
            case .code(let code): code
            case .other: "_O"
            case .unknown: "_U"
            case .total: "_T"
            }
        }

        /// Whether two members are the same.
        public static func == (left: Member, right: Member) -> Bool {
            switch (left, right) {
            case (.code(let left), .code(let right)): left.hasBytes(of: right)
            case (.other, .other), (.unknown, .unknown), (.total, .total): true
            default: false
            }
        }

        /// Hashes what makes members the same.
        public func hash(into hasher: inout Hasher) {
            for byte in code.utf8 { hasher.combine(byte) }
        }
    }

    /// A cell.
    public struct Cell: Sendable {
        /// One member for each dimension.
        public let members: [Member]
        /// One value for each measure.
        public let values: [Value]
        /// For each number of persons that headcounts leave open, its bounds; nil for other measures, and empty where
        /// nothing is open.
        public let bounds: [PersonBounds?]

        /// Whether headcounts leave open what a measure is in the cell.
        public func isOpen(_ measure: Int) -> Bool { !bounds.isEmpty && bounds[measure] != nil }
    }

    /// The least and the greatest number of distinct persons.
    public struct PersonBounds: Hashable, Sendable {
        /// As many as the records prove.
        public let least: Int
        /// As many as the records admit.
        public let most: Int
    }

    /// The dimensions, those of the rows first.
    public let dimensions: [Dimension]
    /// How many of the dimensions are in the rows.
    public let rowCount: Int
    /// The measures.
    public let measures: [Measure]
    /// The cells, sorted by their members: codes in the order of data output, then `_O`, `_U`, `_T`.
    public internal(set) var cells: [Cell]
    /// The figures over all records that the request admits, all dimensions totalled; zeros where there are none.
    public let total: Cell
    /// For each measure, how many of all its records state the value; nil where that is not a question.
    public let coverage: [Coverage?]
    /// Of the sessions whose participants the measures are made of, how many are reported: of training, then of any kind,
    /// where a measure is about them.
    public let reports: [ReportedSessions: Coverage]
    /// How many trained participations were followed up, where a measure is made of follow-ups; else nil.
    public let followUps: FollowUpCoverage?
    /// Delivered sessions without an end date that the period keeps out.
    public let undatedSessions: Int
    /// Members that a filter names and no record has.
    public let unmatchedMembers: [Filter]
    /// How many of the rows it has, where conditions leave some out; nil where there are none.
    package internal(set) var rowsShown: RowsShown?
    /// The rates by which amounts were converted that its figures can be made of; empty if none are.
    package internal(set) var rates: [ExchangeRate] = []
    /// For the sums that ratios are made of, how many of their records state the value.
    package internal(set) var partCoverage: [PartCoverage] = []
    /// For each measure what records leave open of its figure over all of them; empty unless the request asks for it.
    package internal(set) var gaps: [FigureGaps] = []
    /// Whether rows without records are wanted and left out, because there are too many.
    package internal(set) var lacksEmptyRows = false
    /// The dimensions on persons in the rows, the columns and the filters.
    package internal(set) var personDimensions: [Dimension] = []
    /// The cells in which no certificate can be; nil where there are none, or nobody asks for certificates.
    var withoutValidity: CellsWithoutValidity?

    /// What stands where no record falls: the value of a measure of no records, unless it has no meaning there.
    package func absentValue(of measure: Measure, at members: [Member]) -> Value {
        measure.isOfCertificatesAlone && withoutValidity?.contains(members) == true ? .notApplicable : measure.absent
    }

    /// Whether a measure is not applicable in any cell, because it is told of whole sessions and the request is about persons.
    package func isOnlyOfWholeSessions(_ measure: Measure) -> Bool {
        !personDimensions.isEmpty && measure.isSessionSideOnly && measure.derivedFrom == nil
    }

    /// The measures that are not applicable in some cells, because no certificate can be there.
    package var measuresWithoutValidity: [Measure] {
        guard let withoutValidity, cells.contains(where: { withoutValidity.contains($0.members) }) else { return [] }
        return measures.filter(\.isOfCertificatesAlone)
    }

    /// The value of a measure in the cell of the given members, or nil where there is no such cell or measure.
    public func value(_ measure: String, at members: [Member]) -> Value? {
        guard let column = measures.firstIndex(where: { $0.id == measure }) else { return nil }
        return cell(at: members)?.values[column]
    }

    /// The cell of the given members, or nil where no record falls there.
    public func cell(at members: [Member]) -> Cell? { cells.first { $0.members == members } }

    /// The greatest number of distinct persons that a measure can be in a cell: the named ones and all participants of
    /// headcounts.
    ///
    /// Nil where headcounts leave nothing open, and for measures that have no such bound.
    public func upperBound(of measure: Int, in cell: Cell) -> Int? {
        guard measures[measure].hasUpperBound, cell.isOpen(measure), case .count = cell.values[measure] else {
            return nil
        }
        return cell.bounds[measure]?.most
    }

    /// Whether a number of distinct persons lies between two bounds in a cell.
    public func hasBounds(in cell: Cell) -> Bool { measures.indices.contains { upperBound(of: $0, in: cell) != nil } }
}
