import TrainingStats

/// Finds the members that filters name and no record has, before any participation is read.
///
/// It is a class, so that what the filters of several requests have in common is worked out once.
package final class MemberLookup {
    private var lookups: SharedLookups

    /// Filters on the dimensions of a catalogue.
    package init(_ catalogue: Catalogue) { lookups = SharedLookups(catalogue) }

    /// The members of filters that no record of the dataset has, and what was meant.
    ///
    /// Parts of the calendar are left out: what has not come yet has no records. So are members that a table of its own
    /// lists: a course that has had no session.
    ///
    /// - Throws: ``RequestError`` for members that the dataset cannot have.
    package func unmatched(_ filters: [Filter], on dataset: Dataset) throws(RequestError) -> [UnmatchedMembers] {
        var unmatched: [UnmatchedMembers] = []
        for filter in filters {
            guard let dimension = lookups.catalogue.dimension(filter.dimension), !dimension.isTime else { continue }
            let profiles = dimension.side == .trainee ? lookups.profiles(of: dataset) : []
            let known = dimension.listed(in: dataset)
            let coded = lookups.codes(of: dimension, in: dataset, profiles: profiles, adding: known)
            let missing = try coded.admitted(filter, of: dataset) { lookups.labels(of: dataset) }.unmatched
            guard !missing.isEmpty else { continue }
            unmatched += UnmatchedMembers.all(
                Filter(dimension: filter.dimension, filter.choice, members: missing), in: filters, known: coded.members)
        }
        return unmatched
    }
}

extension Dimension {
    /// The members that a table of the dataset lists, with records or without.
    fileprivate func listed(in dataset: Dataset) -> [String] {
        guard case .field(let field) = rule else { return [] }
        return switch field {
        case .course: dataset.courses.map(\.id)
        case .topic: dataset.topics.map(\.code)
        case .trainer: dataset.trainers.map(\.id)
        default: []
        }
    }
}
