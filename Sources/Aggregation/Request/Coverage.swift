/// How many trained participations were followed up, and what was answered.
public struct FollowUpCoverage: Hashable, Sendable {
    /// The trained participations of named persons.
    public var trained = 0
    /// Those of them that somebody asked about.
    public var asked = 0
    /// Those of these of which anything was answered.
    public var answered = 0
    /// Those of which a benefit was stated.
    public var statingBenefit = 0
}

/// How many records state what is summed up in a part of a measure.
package struct PartCoverage: Hashable, Sendable {
    /// The part.
    package let sum: Aggregate
    /// The records.
    package let coverage: Coverage
}

/// How many records state a value, of those that could.
public struct Coverage: Hashable, Sendable {
    /// What is counted.
    public enum Unit: Hashable, Sendable {
        /// Records that state a value, of those that could.
        case records
        /// Participations that state a value, of all: those of people who were counted state none.
        case participations
        /// Answers to evaluation forms, which all state a value: how many the figure is of.
        case answers
        /// Follow-ups that state a value, of those that were asked: how many the figure is of.
        case followUps
        /// Participations of named persons, of all: the figure speaks of named persons alone.
        case named
        /// Records of the base of a share whose members are known, of all: the others are in the base too.
        case base
        /// The same of persons.
        case baseOfPersons
        /// Persons whose members are known, of all: the others are not in the base.
        case persons
        /// Sessions with seats that are reported, of all that have seats.
        case sessionsWithSeats
        /// Sessions that are reported.
        case sessions
    }

    /// Records that state it.
    public let stated: Int
    /// Records that could.
    public let applicable: Int
    /// What is counted.
    public let unit: Unit

    /// So many of so many.
    public init(stated: Int, applicable: Int, unit: Unit) {
        (self.stated, self.applicable, self.unit) = (stated, applicable, unit)
    }
}
