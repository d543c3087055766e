import Support
import TrainingStats

/// The samples of all courses: for each quantity one, found by quantity and course.
struct OutlierSamples {
    private let courses: Int
    private var samples: [OutlierSample]

    /// Samples of nothing yet.
    init(courses: Int) {
        self.courses = courses
        samples = Array(repeating: OutlierSample(), count: courses * OutlierQuantity.allCases.count)
    }

    /// Takes in a value.
    mutating func add(_ value: ExactDecimal, of quantity: OutlierQuantity, inCourse course: Int) {
        samples[quantity.rawValue * courses + course].add(value)
    }

    /// Takes in the samples of the same courses.
    mutating func merge(_ other: OutlierSamples) {
        for index in samples.indices { samples[index].merge(other.samples[index]) }
    }

    /// What is far from the others in each of them.
    var outliers: OutlierTable { OutlierTable(courses: courses, values: samples.map(\.outliers)) }
}

/// What is far from the others, by quantity and course.
struct OutlierTable {
    fileprivate let courses: Int
    fileprivate let values: [OutlyingValues]

    /// The outlying values of a quantity in a course.
    func values(of quantity: OutlierQuantity, inCourse course: Int) -> OutlyingValues {
        values[quantity.rawValue * courses + course]
    }

    /// Whether no value of participations is far from the others, so that they need not be read again.
    var hasNoneInParticipations: Bool {
        OutlierQuantity.ofParticipations.allSatisfy { quantity in
            (0..<courses).allSatisfy { values(of: quantity, inCourse: $0).scores.isEmpty }
        }
    }
}

/// First reading: the values of all attendances.
public struct OutlierSampling: ParticipationSink {
    private let dataset: Dataset
    private let attends: [Bool]
    private(set) var samples: OutlierSamples

    /// Samples of nothing yet.
    public init(of dataset: Dataset) {
        self.dataset = dataset
        attends = dataset.settings.attendingStatuses
        samples = OutlierSamples(courses: dataset.courses.count)
    }

    /// Samples of nothing yet of the same dataset.
    public func emptyCopy() -> OutlierSampling { OutlierSampling(of: dataset) }

    /// Takes in the attendances of a block.
    public mutating func add(_ block: borrowing ParticipationBlock) {
        for row in 0..<block.count where attends[Int(block.statuses[row])] {
            let course = dataset.sessions[Int(block.sessions[row])].course
            for quantity in OutlierQuantity.ofParticipations {
                guard let number = quantity.value.flatMap({ block[$0][row] }) else { continue }
                samples.add(number, of: quantity, inCourse: course)
            }
        }
    }

    /// Takes in the samples of another.
    public mutating func merge(_ other: consuming OutlierSampling) { samples.merge(other.samples) }
}

/// Second reading: the attendances that have an outlying value.
public struct OutlierSearch: ParticipationSink {
    /// An attendance with such a value.
    struct Found {
        var line: Int
        var course: Int
        var quantity: OutlierQuantity
        var value: ExactDecimal
    }

    private let dataset: Dataset
    private let attends: [Bool]
    let outliers: OutlierTable
    /// Those found so far, in no order.
    private(set) var found: [Found] = []

    /// A search for what is far from what others have.
    public init(after sampling: OutlierSampling, in dataset: Dataset) {
        self.init(for: sampling.samples.outliers, in: dataset)
    }

    init(for outliers: OutlierTable, in dataset: Dataset) {
        self.dataset = dataset
        self.outliers = outliers
        attends = dataset.settings.attendingStatuses
    }

    /// Whether a second reading can find anything.
    public var isWorthwhile: Bool { !outliers.hasNoneInParticipations }

    /// A search for the same that has found nothing.
    public func emptyCopy() -> OutlierSearch { OutlierSearch(for: outliers, in: dataset) }

    /// Keeps the attendances of a block that have an outlying value.
    public mutating func add(_ block: borrowing ParticipationBlock) {
        for row in 0..<block.count where attends[Int(block.statuses[row])] {
            let course = dataset.sessions[Int(block.sessions[row])].course
            for quantity in OutlierQuantity.ofParticipations {
                let scores = outliers.values(of: quantity, inCourse: course).scores
                guard !scores.isEmpty, let number = quantity.value.flatMap({ block[$0][row] }), scores[number] != nil
                else { continue }
                found.append(Found(line: block.lines[row], course: course, quantity: quantity, value: number))
            }
        }
    }

    /// Takes over what another has found.
    public mutating func merge(_ other: consuming OutlierSearch) { found += other.found }
}
