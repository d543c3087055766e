import Support
import TrainingStats

/// A property by which records are grouped: one entry of the catalogue.
public struct Dimension: Sendable {
    /// What a dimension is a property of.
    public enum Side: String, Sendable { case trainee, session, course, time, trainer }

    /// How a record yields the member that it belongs to.
    enum Yield: Sendable {
        /// From a person's or a group's profile: the position in the list of members, or -1.
        case profile(code: @Sendable (Profile, Dataset) -> Int, members: @Sendable (Dataset) -> [String])
        /// From the year of birth and the session's start: position in ``AgeBand/codes``, or -1.
        case ageBand
        /// From a session.
        case session(@Sendable (Session, Dataset) -> String?)
        /// From a trainer's assignment.
        case assignment(@Sendable (Assignment, Trainer, Dataset) -> String?)
    }

    /// Identifier: `state`, `fiscal-year`.
    public let id: String
    /// What it is a property of.
    public let side: Side
    /// Heading of its column.
    public let heading: BilingualText
    /// What it says, one sentence.
    public let definition: BilingualText
    /// All codes that it can have, in the order in which people expect them; nil where they come from the records.
    let closedMembers: (@Sendable (Dataset) -> [String])?
    /// The codes that come first in data output, in this order; all others follow by their bytes.
    let firstInData: (@Sendable (Dataset) -> [String])?
    let yield: Yield

    init(
        _ id: String, _ side: Side, _ heading: BilingualText, _ definition: BilingualText, yield: Yield,
        closedMembers: (@Sendable (Dataset) -> [String])? = nil, firstInData: (@Sendable (Dataset) -> [String])? = nil
    ) {
        self.id = id
        self.side = side
        self.heading = heading
        self.definition = definition
        self.yield = yield
        self.closedMembers = closedMembers
        self.firstInData = firstInData
    }

    /// The codes that it can have, in the order in which people expect them; nil where they come from the records.
    public func members(of dataset: Dataset) -> [String]? { closedMembers?(dataset) }

    /// The codes that people expect first, in their order; nil where they expect none.
    public func order(in dataset: Dataset) -> [String]? { (closedMembers ?? firstInData)?(dataset) }

    /// The code of a member that is given by any of its spellings: those of states, and those that `labels.csv` tells.
    package func canonical(_ member: String, _ dataset: Dataset) -> String {
        canonical(member, spellings: dataset.spellings, states: dataset.states)
    }

    /// The same, where the spellings that `labels.csv` tells and the states are at hand.
    package func canonical(
        _ member: String, spellings: [String: [String: String]], states: [GulfState]
    ) -> String {
        let known = spellings[id]?[member] ?? member
        guard ["state", "host-state", "trainer-nationality"].contains(id) else { return known }
        return StateSpellings(states)(known).map { states[$0].code } ?? known
    }

    /// Whether it has a member for each part of the calendar.
    public var isTime: Bool { side == .time }

    /// The entry of an identifier, or nil.
    public static func named(_ id: String) -> Dimension? { catalogue.first { $0.id == id } }
}

/// Ages at the start of a session, in bands.
enum AgeBand {
    static let codes = ["under-25", "25-34", "35-44", "45-54", "55-over"]

    /// The position of the band in ``codes``, or -1 where an age cannot be known.
    static func code(birthYear: Int16, startYear: Int?) -> Int {
        guard birthYear >= 0, let startYear else { return -1 }
        switch startYear - Int(birthYear) {
        case ..<25: return 0
        case ..<35: return 1
        case ..<45: return 2
        case ..<55: return 3
        default: return 4
        }
    }
}
