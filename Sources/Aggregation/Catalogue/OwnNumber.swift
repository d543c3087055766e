import Support
import TrainingStats

/// A number that records state in a column which the dataset declares.
///
/// It is a class, so that a number of a record stays as small as it was: the hot loops hand that on.
package final class OwnNumber: Hashable, Sendable {
    /// The attribute, of the kind `number`.
    let attribute: Attribute
    /// The position of the attribute in the settings.
    let position: Int

    init(_ attribute: Attribute, at position: Int) {
        self.attribute = attribute
        self.position = position
    }

    /// The name by which measures ask for it: that of its dimension.
    package var name: String { attribute.id }

    /// Heading of its column.
    package var heading: BilingualText { attribute.name }

    /// Whether all records of one session share it.
    var isOfSession: Bool { attribute.table == .sessions || attribute.table == .courses }

    /// Whether it is a property of persons and groups.
    var isOfPersons: Bool { attribute.isOfTrainees }

    /// Whether records of a table can state it, themselves or by their session, person or trainer.
    func isStated(by table: SourceRecord.Table) -> Bool {
        switch (attribute.table, table) {
        case (.sessions, _), (.courses, _), (.participations, .participations), (.trainers, .assignments): true
        case (.trainees, .participations), (.headcounts, .participations): attribute.columns[.trainees] != nil
        case (.trainees, .headcounts), (.headcounts, .headcounts): attribute.columns[.headcounts] != nil
        case (.participations, _), (.trainers, _), (.trainees, _), (.headcounts, _): false
        }
    }

    /// Two are the same if their attributes are.
    package static func == (left: OwnNumber, right: OwnNumber) -> Bool {
        left.position == right.position && left.attribute.id == right.attribute.id
    }

    /// Hashes what makes two the same.
    package func hash(into hasher: inout Hasher) { hasher.combine(attribute.id) }
}

/// What the kept tables of a dataset state in columns of numbers that it declares.
final class OwnNumbers: Sendable {
    private let columns: [AttributeValues]
    private let courses: [Int]
    private let trainers: [Int]

    /// The numbers of a dataset; nil where it declares none.
    init?(of dataset: Dataset) {
        guard dataset.settings.attributes.contains(where: \.isNumber) else { return nil }
        columns = dataset.attributes
        courses = dataset.sessions.map(\.course)
        trainers = dataset.assignments.map(\.trainer)
    }

    /// What is stated of a record of a session, whose person or trainer is at some positions; nil where that is not known.
    func number(
        _ number: OwnNumber, of record: (session: Int, positions: SourceRecord.MemberPositions)
    ) -> ExactDecimal? {
        let row =
            switch number.attribute.table {
            case .sessions: record.session
            case .courses: courses[record.session]
            case .trainees, .headcounts: record.positions.profile
            case .trainers: record.positions.assignment < 0 ? -1 : trainers[record.positions.assignment]
            case .participations: -1
            }
        guard row >= 0, number.position < columns.count else { return nil }
        return columns[number.position].numbers[row]
    }
}
