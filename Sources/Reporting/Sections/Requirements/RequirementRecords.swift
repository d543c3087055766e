import Aggregation
import Support
import TrainingStats

/// What reports need of the requirements of a dataset, and of the sessions that can meet them.
package struct RequirementRecords: Sendable {
    /// A requirement, its members by their codes.
    struct Item: Sendable {
        /// The course; nil where any course of the topic will do.
        let course: String?
        /// The topic, or that of the course; nil if the course states none.
        let topic: String?
        let state: String?
        let institution: String?
        let period: PeriodExpression
        let amount: Amount
        /// Physical line of its record.
        let line: Int
    }

    /// How much is required.
    enum Amount: Sendable {
        case persons(Int)
        case seats(Int)
        case person(Person)
    }

    /// A person who needs training, with what is known of him or her on the reporting day.
    struct Person: Sendable {
        let id: String
        let state: String?
        let institution: String?
    }

    /// A session that is planned or was delivered.
    struct Session: Sendable {
        let id: String
        let course: String
        let topic: String?
        let end: CivilDate?
        let isDelivered: Bool
        /// Whether who takes part in it is trained, and not in a dialogue.
        let isTraining: Bool
        let seats: Int?
    }

    /// The requirements, in file order.
    let items: [Item]
    /// The sessions.
    let sessions: [Session]

    /// The requirements of a dataset as of a reporting day; nil if it has no table of them.
    init?(of dataset: Dataset, today: CivilDate) {
        guard dataset.tables.requirements else { return nil }
        func topic(of course: Int) -> String? { dataset.courses[course].topic.map { dataset.topics[$0].code } }
        items = dataset.requirements.map { requirement in
            let (course, topic): (String?, String?) =
                switch requirement.training {
                case .course(let index): (dataset.courses[index].id, topic(of: index))
                case .topic(let index): (nil, dataset.topics[index].code)
                }
            return Item(
                course: course, topic: topic, state: requirement.state.map { dataset.states[$0].code },
                institution: requirement.institution, period: PeriodExpression(requirement.period),
                amount: Amount(requirement.amount, in: dataset, today: today), line: requirement.line)
        }
        sessions = dataset.sessions.compactMap { session in
            let isDelivered = session.isDelivered(by: today)
            guard isDelivered || session.status == .planned else { return nil }
            return Session(
                id: session.id, course: dataset.courses[session.course].id, topic: topic(of: session.course),
                end: session.end,
                isDelivered: isDelivered, isTraining: dataset.isTraining(session), seats: session.capacity)
        }
    }
}

/// What requirements are counted in, in the order of rows.
///
/// A person who is named may be among those of whom a number is required; so neither is added to the other.
enum RequirementUnit: String, CaseIterable {
    case persons
    case namedPersons = "named-persons"
    case seats

    /// What people read.
    var phrase: Phrase {
        switch self {
        case .persons: .persons
        case .namedPersons: .namedPersons
        case .seats: .seats
        }
    }
}

extension RequirementRecords.Amount {
    fileprivate init(_ amount: Requirement.Amount, in dataset: Dataset, today: CivilDate) {
        switch amount {
        case .persons(let count): self = .persons(count)
        case .seats(let count): self = .seats(count)
        case .person(let index):
            let profile = dataset.profile(of: index, on: today)
            self = .person(
                .init(
                    id: dataset.trainees.ids[index],
                    state: profile.state < 0 ? nil : dataset.states[Int(profile.state)].code,
                    institution: profile.institution < 0 ? nil : dataset.institutions[Int(profile.institution)]))
        }
    }

    /// How many persons or seats are required.
    var count: Int {
        switch self {
        case .persons(let count), .seats(let count): count
        case .person: 1
        }
    }

    /// What is counted.
    var unit: RequirementUnit {
        switch self {
        case .persons: .persons
        case .seats: .seats
        case .person: .namedPersons
        }
    }

    /// The person who is named.
    var person: RequirementRecords.Person? { if case .person(let person) = self { person } else { nil } }
}
