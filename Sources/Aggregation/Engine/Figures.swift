import Support
import TrainingStats

/// A sum of values that some records state and others do not.
struct StatedSum: Sendable {
    /// The sum of what is stated, exact.
    var sum = ExactDecimal.zero
    /// How many records state the value.
    var stated = 0
    /// How many records could.
    var applicable = 0

    /// Takes in one record.
    @inline(__always)
    mutating func add(_ value: ExactDecimal?) {
        applicable += 1
        guard let value else { return }
        sum += value
        stated += 1
    }

    mutating func merge(_ other: StatedSum) {
        sum += other.sum
        stated += other.stated
        applicable += other.applicable
    }

    /// The sum; unknown where there are records and none states a value; 0 of no records.
    var value: Value { applicable > 0 && stated == 0 ? .unknown : .decimal(sum) }
}

/// What is counted record by record.
struct RecordCounts: Sendable, BitwiseCopyable {
    var attendances = 0
    var headcountAttendances = 0
    var enrolments = 0
    var trained = 0
    var completed = 0
    var withdrawn = 0
    var absent = 0
    var attendancesOnSeats = 0
    var attendancesWithCost = 0
    var headcountTrained = 0
    var trainingHeadcounts = 0
    var headcountCompletions = 0
    var headcountsStatingCompletions = 0
    /// Sessions that did not take place.
    var planned = 0
    var cancelled = 0

    mutating func merge(_ other: RecordCounts) {
        attendances += other.attendances
        headcountAttendances += other.headcountAttendances
        enrolments += other.enrolments
        trained += other.trained
        completed += other.completed
        withdrawn += other.withdrawn
        absent += other.absent
        attendancesOnSeats += other.attendancesOnSeats
        attendancesWithCost += other.attendancesWithCost
        headcountTrained += other.headcountTrained
        trainingHeadcounts += other.trainingHeadcounts
        headcountCompletions += other.headcountCompletions
        headcountsStatingCompletions += other.headcountsStatingCompletions
        planned += other.planned
        cancelled += other.cancelled
    }
}

/// How scores after stand to the pass score, and how often each was reached.
struct ScoreCounts: Sendable {
    var passed = 0
    var testable = 0
    /// How often each score was reached, in millionths; filled in only where quantiles are asked for.
    var byScore: [Int128: Int] = [:]

    mutating func merge(_ other: ScoreCounts) {
        passed += other.passed
        testable += other.testable
        byScore.merge(other.byScore, uniquingKeysWith: +)
    }
}

/// All that measures are computed from, for one cell or several together.
///
/// The first part merges by adding; the second is filled in from sets of distinct persons, sessions and institutions.
@dynamicMemberLookup
struct Figures: Sendable {
    var counts = RecordCounts()
    var hours = StatedSum()
    var participantCost = StatedSum()
    var preScores = Moments()
    var postScores = Moments()
    var gains = Moments()
    var ratings = Moments()
    var normalisedGains = QuotientSum()
    var scores = ScoreCounts()

    // Distinct persons, institutions and sessions.
    var trainees = 0
    var repeatTrainees = 0
    var traineesOfKnownState = 0
    var institutions = 0
    var sessions = 0
    var activities = 0
    var courses = 0
    var trainers = 0
    var trainerHours = StatedSum()
    var seats = StatedSum()
    var sessionCost = StatedSum()
    /// Inhabitants of the states that the cell is about; nil where one of them is not known.
    var population: Int?
    /// Whether the persons of known state alone are held against the population.
    var countsKnownStatesAlone = false
    /// Hours that make a trainee-day.
    var hoursPerDay = ExactDecimal(6)

    /// What is counted record by record.
    subscript(dynamicMember path: KeyPath<RecordCounts, Int>) -> Int { counts[keyPath: path] }
    /// What is counted of scores.
    subscript(dynamicMember path: KeyPath<ScoreCounts, Int>) -> Int { scores[keyPath: path] }

    /// The quantile of type 7 (Hyndman and Fan) of the scores after, for quarters 1 to 3; nil of no scores.
    func postScoreQuartile(_ quarter: Int) -> Double? {
        let count = postScores.count
        guard count > 0 else { return nil }
        let position = (count - 1) * quarter
        let (lower, fraction) = (position / 4, Int128(position % 4))
        let low = orderedScore(lower)
        let high = fraction == 0 ? low : orderedScore(lower + 1)
        return Double(quotient: low * (4 - fraction) + high * fraction, 4 * ExactDecimal.scale)
    }

    private func orderedScore(_ rank: Int) -> Int128 {
        var seen = 0
        for (score, count) in scores.byScore.sorted(by: { $0.key < $1.key }) {
            seen += count
            if seen > rank { return score }
        }
        return 0
    }
}
