import TrainingStats

/// The members that listed records have in dimensions, for columns of a list.
package struct RecordMembers: Sendable {
    private let coded: [DimensionCodes]

    init(_ dimensions: [Dimension], placer: RecordPlacer) {
        coded = dimensions.map { DimensionCodes($0, of: placer.dataset, profiles: placer.profiles) }
    }

    /// The member of a record in one of the dimensions; nil where it has none, since the dimension is of something else.
    package func member(_ index: Int, of record: SourceRecord) -> Summary.Member? {
        let coded = coded[index]
        let position: Int
        switch coded.dimension.rule.codedEntity {
        case .session: position = record.session
        case .profile: position = record.positions.profile
        case .age: position = record.positions.age
        case .assignment: position = record.positions.assignment
        case .row(let property):
            guard property.tables.contains(record.table) else {
                return record.table == .headcounts && property.tables.contains(.participations) ? .unknown : nil
            }
            let value = record.position(of: property)
            return value < 0 ? .unknown : coded.member(of: coded.codes[value])
        }
        return position < 0 ? nil : coded.member(of: coded.codes[position])
    }
}
