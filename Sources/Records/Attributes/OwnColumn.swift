import Support
import TrainingStats

/// A column of a table that the dataset declares itself.
struct OwnColumn: Sendable {
    /// The position of its attribute in the settings.
    let attribute: Int
    /// The name of the column.
    let name: String
    /// What people call it; readers know it by this, too.
    let heading: BilingualText
}

extension DatasetSettings {
    /// The columns of a table that are declared.
    ///
    /// `affiliations.csv` can have those of trainees: what it says of them holds from the day of its rows on.
    func ownColumns(of table: RecordTable) -> [OwnColumn] {
        guard !attributes.isEmpty, let owner = table.ownerOfAttributes else { return [] }
        return attributes.enumerated().compactMap { position, attribute in
            attribute.columns[owner].map { OwnColumn(attribute: position, name: $0, heading: attribute.name) }
        }
    }
}

extension RecordTable {
    /// The table that declares the further columns of this one; nil where none can be declared.
    fileprivate var ownerOfAttributes: Attribute.Table? {
        self == .affiliations ? .trainees : Attribute.Table(rawValue: rawValue)
    }
}

extension Attribute.Table {
    /// The table of the contract.
    var recordTable: RecordTable {
        switch self {
        case .trainees: .trainees
        case .courses: .courses
        case .sessions: .sessions
        case .trainers: .trainers
        case .participations: .participations
        case .headcounts: .headcounts
        }
    }
}
