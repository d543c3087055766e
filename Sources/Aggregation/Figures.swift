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

/// All that measures are computed from, for one cell.
///
/// The first part is taken in record by record and merges by adding; the second is filled in from sets of distinct
/// persons, sessions and institutions when all records have been seen.
struct Figures: Sendable {
    // Participations and headcounts.
    var attendances = 0
    var enrolments = 0
    var trained = 0
    var headcountTrained = 0
    var completed = 0
    var withdrawn = 0
    var absent = 0
    var trainingHeadcounts = 0
    var headcountCompletions = 0
    var headcountsStatingCompletions = 0
    var attendancesOnSeats = 0
    var attendancesWithCost = 0
    var hours = StatedSum()
    var participantCost = StatedSum()
    var preScores = Moments()
    var postScores = Moments()
    var gains = Moments()
    var ratings = Moments()
    var normalisedGains = QuotientSum()
    var passed = 0
    var testable = 0
    var postScoreCounts: [Int128: Int] = [:]

    // Sessions that did not take place.
    var planned = 0
    var cancelled = 0

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

    /// Takes in the records of another cell; distinct counts are not touched.
    mutating func merge(_ other: Figures) {
        attendances += other.attendances
        enrolments += other.enrolments
        trained += other.trained
        headcountTrained += other.headcountTrained
        planned += other.planned
        cancelled += other.cancelled
        completed += other.completed
        withdrawn += other.withdrawn
        absent += other.absent
        trainingHeadcounts += other.trainingHeadcounts
        headcountCompletions += other.headcountCompletions
        headcountsStatingCompletions += other.headcountsStatingCompletions
        attendancesOnSeats += other.attendancesOnSeats
        attendancesWithCost += other.attendancesWithCost
        hours.merge(other.hours)
        participantCost.merge(other.participantCost)
        preScores.merge(other.preScores)
        postScores.merge(other.postScores)
        gains.merge(other.gains)
        ratings.merge(other.ratings)
        normalisedGains.merge(other.normalisedGains)
        passed += other.passed
        testable += other.testable
        postScoreCounts.merge(other.postScoreCounts, uniquingKeysWith: +)
    }

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
        for (score, count) in postScoreCounts.sorted(by: { $0.key < $1.key }) {
            seen += count
            if seen > rank { return score }
        }
        return 0
    }
}
