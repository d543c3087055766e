import Aggregation
import TrainingStats

/// A column of a list of records, as it can be asked for.
package enum RecordColumn: Hashable, Sendable {
    /// A field of the record.
    case field(RecordField)
    /// The member of a dimension.
    case member(Dimension)
    /// Where the record stands.
    case place

    /// The identifier of the column.
    package var id: String {
        switch self {
        case .field(let field): field.id
        case .member(let dimension): dimension.id
        case .place: "place"
        }
    }

    /// The columns that a list has unless others are asked for: those from which the figure follows, and beside the identifiers
    /// the day, the course, and of participants state and institution.
    ///
    /// Where amounts were converted, they stand behind them as they are stated, with their currency and the rate.
    static func usual(
        of listing: RecordListing, in catalogue: Catalogue, withRates: Bool
    ) -> [RecordColumn] {
        let own = listing.columns.map { RecordColumn.field($0) }
        let identifiers = own.prefix { column in
            if case .field(let field) = column { field.isIdentifier } else { false }
        }
        let members =
            (listing.columns.contains(.course) ? [] : ["course"])
            + (listing.hasParticipants ? ["state", "institution"] : [])
            + (listing.hasFollowUps ? ["applied"] : []) + (listing.hasEvaluations ? ["evaluation-item"] : [])
        let added = [RecordColumn.field(.endDate)] + members.compactMap { catalogue.dimension($0) }.map { .member($0) }
        let ids = Set(own.map(\.id))
        return identifiers + added.filter { !ids.contains($0.id) } + own.dropFirst(identifiers.count)
            + (withRates && listing.isOfAmounts ? [.field(.statedCost), .field(.currency), .field(.rate)] : [])
            + [.place]
    }

    /// All columns that a list can have, those of its own first.
    static func all(of listing: RecordListing, in catalogue: Catalogue) -> [RecordColumn] {
        let columns =
            listing.columns.map { RecordColumn.field($0) } + fields.map { .field($0) }
            + catalogue.dimensions.filter(listing.has).map { .member($0) }
            + catalogue.numbers.map { .field(.number(.own($0))) } + [.place]
        var seen: Set<String> = []
        return columns.filter { seen.insert($0.id).inserted }
    }

    /// The fields that every list can have.
    package static let fields: [RecordField] =
        [.trainee, .trainer, .session, .course, .startDate, .endDate, .status]
        + ParticipationValue.allCases.map { .number(.value($0)) }
        + [.number(.participants), .number(.completions), .number(.supervisorRating), .number(.benefit)]
        + [.number(.capacity), .number(.maxScore), .number(.passScore)]
        + [.statedCost, .currency, .rate]

    /// The names of columns of lists that no attribute of a dataset can have.
    package static let takenNames =
        fields.map(\.id) + [.counts, .numerator, .denominator, .number(.evaluationValue)].map(\RecordField.id) + [
            "place"
        ]

    /// The columns of these identifiers.
    ///
    /// - Throws: `RequestError` for an identifier of none.
    package static func named(
        _ ids: [String], of measure: String, in catalogue: Catalogue
    ) throws(RequestError) -> [RecordColumn] {
        let known = all(of: try catalogue.requestedMeasure(measure).listing, in: catalogue)
        return try ids.map { (id) throws(RequestError) in
            guard let column = known.first(where: { $0.id == id }) else {
                throw .unknownColumn(id, measure: measure, known: known.map(\.id))
            }
            return column
        }
    }
}

extension RecordField {
    /// Whether it tells which record it is.
    fileprivate var isIdentifier: Bool {
        switch self {
        case .trainee, .trainer, .institution, .session, .course: true
        case .status, .startDate, .endDate, .statedCost, .currency, .rate, .number, .quantity, .counts, .numerator,
            .denominator:
            false
        }
    }
}
