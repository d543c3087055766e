import Support
import TrainingStats

/// The figures of an explorer: for each combination of members of its dimensions, with all subtotals, the figures that the
/// engine gives for just these records.
///
/// A reader who chooses rows, columns and filters gets figures that are looked up, never added up: distinct persons cannot be
/// added.
package struct FigureCube: Sendable {
    /// A dimension: what stands at one place of a combination.
    package struct Axis: Sendable {
        /// Identifier of the dimension.
        package let id: String
        /// Its heading.
        package let heading: String
        /// Whether it is a property of trainees: with one of these, figures come from the slice of persons.
        package let isOfTrainees: Bool
        /// Whether its members are parts of the calendar, in their order.
        package let isTime: Bool
        /// Its members in their usual order; their numbers in keys begin with 1, and 0 is the total.
        package let members: [Member]
        /// Names of the periods without records, by the place of the member before which they lie.
        package var emptyPeriods: [Int: [String]] = [:]
    }

    /// A member of a dimension.
    package struct Member: Sendable {
        /// Its code, as data output has it.
        package let code: String
        /// Its name.
        package let name: String
        /// Its name where it is a part of the calendar that is known in part; nil for all others.
        package var nameInPart: String?
    }

    /// A figure that readers can choose.
    package struct Figure: Sendable {
        /// Identifier: that of its column in data output.
        package let id: String
        /// The heading of its measure.
        package let heading: String
        /// The definition of its measure.
        package let definition: String
        /// Whether cells of persons do not add up to their total.
        package let countsPersons: Bool
        /// Whether it takes in sessions that were not delivered, which make cells of their own.
        package let isOfPlans: Bool
        /// The place among the figures of its upper bound, where headcounts leave it open.
        package var upper: Int?
        /// The different values that it has; the first one stands where there are no records.
        package internal(set) var values: [Cell]
    }

    /// The cells of the combinations that have records.
    package struct Slice: Sendable {
        /// The combinations in ascending order: the numbers of their members, each weighted with the number of combinations of
        /// all dimensions behind it.
        package internal(set) var keys: [Int] = []
        /// For each figure, the places of its values, one for each key.
        package internal(set) var columns: [[Int]]
    }

    /// A dimension or measure that the explorer does not have.
    package struct Omission: Sendable {
        /// Its heading.
        package let heading: String
        /// Why it is left out.
        package let reason: String
    }

    /// The title of the report.
    package var title: String
    /// The language of its texts.
    package let language: Language
    /// The digits of its texts and figures.
    package let digits: Digits
    /// Facts about the whole report.
    package var particulars: [Document.Particular]
    /// Notes on the records behind the figures.
    package var notes: [String]
    /// The dimensions.
    package let axes: [Axis]
    /// The figures.
    package let figures: [Figure]
    /// The cells where no dimension of trainees is asked for.
    package let ofSessions: Slice
    /// The cells where one is, without sessions that nobody attended; without keys if there is no such dimension.
    package let ofPersons: Slice
    /// The cells of figures about sessions that were not delivered, where no dimension of trainees is asked for.
    package let ofPlans: Slice
    /// What is left out.
    package let omissions: [Omission]
    /// Identifier of the figure that counts the persons of a cell, or their participations where records name no persons.
    package let measureOfPersons: String
}
