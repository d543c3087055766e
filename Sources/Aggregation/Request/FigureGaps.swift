/// What records leave open of a figure: they do not state what it is made of, so that it is only a bound.
package struct FigureGaps: Hashable, Sendable {
    /// Records that lack what a figure is made of.
    package enum Cause: Hashable, Sendable, CaseIterable {
        /// Groups that do not state how many took part.
        case groupsWithoutParticipants
        /// Groups that do not state how many completed.
        case groupsWithoutCompletions
        /// Delivered sessions of which nobody reported who came.
        case sessionsWithoutReport
        /// Records that do not state what is summed up.
        case recordsWithoutValue
        /// Participants who were counted, of a figure that speaks of named persons alone.
        case countedParticipants
        /// Participations and groups that do not state an institution, of a figure that counts these.
        case recordsWithoutInstitution
    }

    /// By what the true figure can be above the one that the records give, and how many of these records there are.
    package var above: [Cause: Int] = [:]
    /// By what it can be below.
    package var below: [Cause: Int] = [:]
    /// By how much it can be above at most; nil where nothing limits it.
    package var mostAbove: Int? = 0
    /// How many records could state what is summed up, where any of sessions or of single records does; 0 of other figures.
    package var summed = 0
    /// How many of these do not.
    package var unstated = 0
    /// How many records the figure is made of, those included that lack something.
    package var records = 0

    /// Nothing is left open.
    package init() {}

    /// The share of the records, and of the participants who were counted, that state what is summed up; 1 of other figures.
    package var shareStated: Double {
        let counted = above[.countedParticipants, default: 0]
        return summed == 0 ? 1 : Double(summed - unstated) / Double(summed + counted)
    }

    /// Whether the true figure can be above, and nothing says by how much.
    package var isOpenAbove: Bool { !above.isEmpty && mostAbove == nil }

    /// Whether the true figure can be below.
    package var isOpenBelow: Bool { !below.isEmpty }
}
