import Aggregation
import Support
import TrainingStats

/// Sums up a list of records again: their number, and the counts and sums that give the figure.
struct RecordsTally {
    /// Number of records.
    private(set) var records = 0
    /// The fields whose distinct values are counted, with the values found so far.
    private(set) var distinct: [(field: RecordField, positions: Set<Int>)]
    /// For each side of a quotient that counts distinct values of a field in the records that have a number in its column.
    private(set) var ofSides: [(side: RecordField, field: RecordField, positions: Set<Int>)]
    /// The fields that are added up, with their sums.
    private(set) var sums: [(field: RecordField, sum: ExactDecimal)]
    /// The sums that a reader is told: nobody looks for participants where no group is listed.
    var toldSums: [(field: RecordField, sum: ExactDecimal)] {
        sums.filter { $0.field != .number(.participants) || $0.sum != .zero }
    }

    init(_ listing: RecordListing) {
        let (counted, added): ([RecordField], [RecordField]) =
            switch listing.form {
            case .distinct(let field): ([field], [])
            case .persons(let field): ([field], [.number(.participants)])
            case .perPerson: ([], [.numerator])
            case .distinctRatio(let upper, let lower): ([upper, lower], [])
            case .sum(let field): ([], [field])
            case .count: ([], listing.columns.filter { $0 == .counts })
            case .ratio: ([], [.numerator, .denominator])
            case .sides(let upper, let lower):
                ([], (upper == .sum ? [.numerator] : []) + (lower == .sum ? [.denominator] : []))
            case .statistic: ([], [])
            }
        distinct = counted.map { ($0, []) }
        ofSides = []
        if case .sides(let upper, let lower) = listing.form {
            if case .distinct(let field) = upper { ofSides.append((.numerator, field, [])) }
            if case .distinct(let field) = lower { ofSides.append((.denominator, field, [])) }
        }
        sums = added.map { ($0, .zero) }
    }

    /// Adds a record.
    mutating func add(_ record: SourceRecord, of selection: SelectedRecords) {
        records += 1
        for index in distinct.indices {
            guard let position = selection.position(distinct[index].field, of: record) else { continue }
            distinct[index].positions.insert(position)
        }
        for index in ofSides.indices where record.number(in: ofSides[index].side) != nil {
            guard let position = selection.position(ofSides[index].field, of: record) else { continue }
            ofSides[index].positions.insert(position)
        }
        for index in sums.indices {
            if let number = record.number(in: sums[index].field) { sums[index].sum += number }
        }
    }
}
