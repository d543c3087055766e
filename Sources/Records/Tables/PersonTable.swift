import Support
import TrainingStats

/// A row of `persons.csv`.
public struct PersonRow: Hashable, Sendable {
    /// An identifier.
    public var trainee: String
    /// Another identifier of the same person, which counts.
    public var sameAs: String?
    /// An identifier of another person.
    public var notSameAs: String?

    /// A row given by its fields.
    public init(trainee: String, sameAs: String? = nil, notSameAs: String? = nil) {
        self.trainee = trainee
        self.sameAs = sameAs
        self.notSameAs = notSameAs
    }
}

/// `persons.csv`: which identifiers are the same person.
enum PersonTable: TableReading {
    static func read(
        _ rows: TableReader<PersonColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        let trainees = draft.dataset.trainees.ids
        let references = draft.references
        var identities = PersonIdentities(count: trainees.count)
        try rows.forEachRow {
            let (person, same, other) = (
                references.position(of: .traineeID, in: trainees, of: .trainees, rows),
                references.position(of: .sameAs, in: trainees, of: .trainees, rows),
                references.position(of: .notSameAs, in: trainees, of: .trainees, rows)
            )
            guard let person, rows.accepts else { return }
            if let same, let problem = identities.contradiction(merging: person, into: same) {
                report(problem, at: .sameAs, of: trainees[person], and: trainees[same], in: trainees, rows)
            }
            if let other {
                let isOne = same.map { identities.end(of: $0) == identities.end(of: other) } ?? false
                if let problem = identities.contradiction(parting: person, from: other) ?? (isOne ? .merged : nil) {
                    report(problem, at: .notSameAs, of: trainees[person], and: trainees[other], in: trainees, rows)
                }
            }
            guard rows.accepts else { return }
            if let same { identities.merge(person, into: same) }
            if let other { identities.part(person, from: other) }
            draft.personRows.append(
                PersonRow(
                    trainee: trainees[person], sameAs: same.map { trainees[$0] }, notSameAs: other.map { trainees[$0] })
            )
        }
        draft.identities = identities
        draft.persons = identities.settled
        // A filter may name a person by any identifier.
        for (identifier, end) in draft.persons.ends.enumerated() where identifier != Int(end) {
            draft.dataset.spellings[TraineeTable.dimension, default: [:]][ByteKey(trainees[identifier])] =
                trainees[Int(end)]
        }
    }

    private static func report(
        _ problem: PersonIdentities.Contradiction, at column: PersonColumn, of text: String, and other: String,
        in trainees: KeyTable, _ rows: TableReader<PersonColumn>
    ) {
        let (first, second) = (text.shortened(), other.shortened())
        let message: FindingText =
            switch problem {
            case .itself: .init(ReferenceWording.personBesideItself, first)
            case .second(let known):
                .init(
                    ReferenceWording.personOfAnother, first, trainees[known].shortened(), second,
                    trainees[known].shortened(), second)
            case .circle: .init(ReferenceWording.personsInCircle, second, first)
            case .parted: .init(ReferenceWording.personsParted, first, second)
            case .merged: .init(ReferenceWording.personsMerged, first, second)
            }
        rows.report(.badCode, at: column, value: other, message)
    }
}
