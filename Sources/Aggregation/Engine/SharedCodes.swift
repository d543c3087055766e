import TrainingStats

/// What several requests on one dataset have in common, worked out once for all of them.
struct SharedCodes {
    /// What matters of each session, in columns.
    struct SessionFacts: Sendable {
        /// Whether it was delivered by the reporting day.
        var isDelivered: [Bool]
        /// Whether, if delivered, it is training.
        var isTraining: [Bool]
        /// Whether it states a capacity.
        var hasSeats: [Bool]
        /// The year in which it starts.
        var startYears: [Int?]
        /// Its last day.
        var ends: [CivilDate?]
    }

    private var known: [String: CodedDimension] = [:]
    private var knownProfiles: [Profile]?
    private var knownFacts: [CivilDate: SessionFacts] = [:]

    /// What matters of each session as of a reporting day.
    mutating func sessionFacts(of dataset: Dataset, today: CivilDate) -> SessionFacts {
        if let facts = knownFacts[today] { return facts }
        let sessions = dataset.sessions
        let facts = SessionFacts(
            isDelivered: sessions.map { $0.isDelivered(by: today) }, isTraining: sessions.map(dataset.isTraining),
            hasSeats: sessions.map { $0.capacity != nil }, startYears: sessions.map { $0.start?.year },
            ends: sessions.map(\.end))
        knownFacts[today] = facts
        return facts
    }

    /// The profiles of persons, then of affiliations, then of headcounts.
    mutating func profiles(of dataset: Dataset) -> [Profile] {
        if let knownProfiles { return knownProfiles }
        let profiles =
            dataset.trainees.profiles + dataset.affiliations.map(\.profile) + dataset.headcounts.map(\.profile)
        knownProfiles = profiles
        return profiles
    }

    /// A dimension with its members as numbers; `profiles` are those of the dataset where it is on the trainee's side.
    ///
    /// Where some members of it are kept, the others share a code.
    mutating func coded(
        _ dimension: Dimension, _ dataset: Dataset, _ profiles: [Profile], keeping kept: KeptMembers? = nil
    ) -> CodedDimension {
        if let kept, kept.dimension == dimension.id {
            return CodedDimension(dimension, dataset, profiles, keeping: kept)
        }
        if let coded = known[dimension.id] { return coded }
        let coded = CodedDimension(dimension, dataset, profiles)
        known[dimension.id] = coded
        return coded
    }
}
