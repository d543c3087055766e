import Support
import TrainingStats

/// A question about participations that are somewhere else: how many there are of each kind.
///
/// Where a row falls is known here, by its session and its person; so the other side joins two lists of numbers to its rows,
/// groups them and counts. It compares and computes nothing.
package struct GroupQuestion: Hashable, Sendable {
    /// What is counted.
    package enum Form: Hashable, Sendable {
        /// The rows of each group.
        case rows
        /// The persons who have the same rows: of each group as many as they have, but no more than this number.
        case histories(most: Int)
    }

    /// The class of each session, by position in `Dataset.sessions`.
    package let sessions: ClassMap
    /// The class of each profile, of persons first and then of affiliations; nil where persons are not told apart.
    package let persons: ClassMap?
    /// For each code of a status the code under which its rows are counted, or -1 where they are left out.
    package let statuses: [Int8]
    /// The columns of rows by which they are grouped, besides these classes and the status.
    package let columns: [RowColumn]
    /// What is counted.
    package let form: Form
}

/// A column of participations, as a row states it.
package enum RowColumn: Hashable, Sendable {
    /// A number that every dataset can have.
    case value(ParticipationValue)
    /// A property that the dataset declares, by its position in the settings.
    case attribute(Int)

    /// Its place among all columns.
    var order: Int {
        switch self {
        case .value(let value): value.rawValue
        case .attribute(let position): ParticipationValue.allCases.count + position
        }
    }
}

/// Things in classes: what is in one class is not told apart.
///
/// It is a class, so that questions that share one compare and hand on a reference.
package final class ClassMap: Hashable, Sendable {
    /// The class of each thing, numbered in order of first appearance, or -1 where it is left out.
    package let numbers: [Int32]
    /// The position of the first thing of each class, which stands for all of them.
    package let examples: [Int32]
    private let digest: Int

    /// The classes of things whose keys are given; nil keeps a thing out.
    init(count: Int, key: (_ position: Int) -> [Int128]?) {
        var known: [[Int128]: Int32] = [:]
        var (numbers, examples) = ([Int32](repeating: -1, count: count), [Int32]())
        for position in 0..<count {
            guard let key = key(position) else { continue }
            if let number = known[key] {
                numbers[position] = number
            } else {
                numbers[position] = Int32(examples.count)
                known[key] = numbers[position]
                examples.append(Int32(position))
            }
        }
        self.numbers = numbers
        self.examples = examples
        var hasher = Hasher()
        hasher.combine(numbers)
        digest = hasher.finalize()
    }

    /// How many things are in a class.
    package var count: Int { numbers.count { $0 >= 0 } }

    /// Two are the same if they keep the same things apart.
    package static func == (left: ClassMap, right: ClassMap) -> Bool {
        left === right || left.digest == right.digest && left.numbers == right.numbers
    }

    /// Hashes what makes two the same.
    package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// The answer to a question: groups of rows, each by a row that stands for it.
package struct GroupAnswer: Sendable {
    /// The rows: their sessions and trainees are the examples of classes, trainees by positions of profiles.
    package var block = ParticipationBlock()
    /// How many rows each of them stands for; in histories how many of the person's rows, up to the limit.
    package var times: [Int] = []
    /// In histories, where the rows of each end, and how many persons have it; empty otherwise.
    package var histories: [(end: Int, persons: Int)] = []

    /// No rows.
    package init() {}
}
