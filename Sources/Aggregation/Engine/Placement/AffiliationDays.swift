import TrainingStats

/// From which day on persons have been affiliated where, in columns: each of millions of records asks for it.
struct AffiliationDays: Sendable {
    /// For each person, the position behind the last of his or her affiliations, or 0.
    private let ends: [Int32]
    /// The person and first day of each affiliation; those of a person stand together, in the order of their days.
    private let affiliations: [(person: Int32, from: CivilDate)]
    /// The day on which each session starts.
    private let starts: [CivilDate?]

    /// The affiliations of a dataset; nil where there are none.
    init?(of dataset: Dataset) {
        guard !dataset.affiliations.isEmpty else { return nil }
        affiliations = dataset.affiliations.map { (Int32($0.trainee), $0.from) }
        starts = dataset.sessions.map(\.start)
        var ends = [Int32](repeating: 0, count: dataset.trainees.count)
        for (index, affiliation) in dataset.affiliations.enumerated() {
            ends[affiliation.trainee] = Int32(index + 1)
        }
        self.ends = ends
    }

    /// Whether a person has an affiliation.
    @inline(__always)
    func has(_ person: Int) -> Bool { ends[person] > 0 }

    /// The position of a person's affiliation on the day on which a session starts; nil before the first one.
    func affiliation(of person: Int, in session: Int) -> Int? {
        guard let start = starts[session] else { return nil }
        var index = Int(ends[person]) - 1
        while index >= 0, affiliations[index].person == person {
            if affiliations[index].from <= start { return index }
            index -= 1
        }
        return nil
    }
}
