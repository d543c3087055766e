import Synchronization
import TrainingStats

/// Finds persons who would have been children at a session, among all that take part in anything.
///
/// Several threads ask at once.
final class YoungPersons: Sendable {
    /// A person, and the session at which he or she was youngest.
    struct Entry: Hashable, Sendable {
        var person: Int
        var session: Int
    }

    /// The year in which each session starts; ``unknownYear`` where that is not known.
    private let startYears: [Int16]
    /// The year of birth below which nobody was too young at any session.
    private let firstBirthYear: Int
    private let found = Mutex<[Entry]>([])

    private static let unknownYear = Int16.max

    /// A search over the sessions of a dataset.
    init(_ sessions: [Session]) {
        startYears = sessions.map { $0.start.map { Int16($0.year) } ?? Self.unknownYear }
        firstBirthYear = Int(startYears.min() ?? Self.unknownYear) - TraineeTable.leastAge
    }

    /// Looks at persons who follow each other and everything that each took part in.
    func look(at first: Int, _ profiles: [Profile], starts: Span<Int32>, parts: Span<PersonalPart>) {
        for index in 0..<starts.count - 1 where starts[index] < starts[index + 1] {
            let birthYear = profiles[first + index].birthYear
            guard Int(birthYear) > firstBirthYear else { continue }
            let range = Int(starts[index])..<Int(starts[index + 1])
            lookCloser(at: first + index, bornIn: birthYear, parts.extracting(range))
        }
    }

    private func lookCloser(at person: Int, bornIn birthYear: Int16, _ part: Span<PersonalPart>) {
        var earliest = (year: Self.unknownYear, session: Int.max)
        for index in part.indices {
            let session = part[index].session
            let year = startYears[session]
            if (year, session) < earliest { earliest = (year, session) }
        }
        guard earliest.year != Self.unknownYear, Int(earliest.year) - Int(birthYear) < TraineeTable.leastAge else {
            return
        }
        let entry = Entry(person: person, session: earliest.session)
        found.withLock { $0.append(entry) }
    }

    /// Those found, in the order of persons.
    var entries: [Entry] { found.withLock { $0.sorted { $0.person < $1.person } } }
}
