import TestSupport

/// Makes valid datasets by chance: the same seed makes the same dataset.
struct DatasetMaker {
    private let seed: UInt64
    var random: SplitMix64
    /// The share in percent of optional fields that are empty.
    var emptyShare: Int
    /// The share in percent of optional columns that are absent.
    var absentShare: Int
    var hasLargeCosts: Bool

    var states: [String] = ["KWT", "QAT", "BHR", "ARE", "SAU", "OMN"]
    var topics: [String] = Vocabulary.topics
    var kinds: [String] = Vocabulary.kinds
    var institutions: [String] = []

    init(seed: UInt64) {
        self.seed = seed
        random = SplitMix64(seed: seed)
        emptyShare = random.pick([0, 10, 30, 60])
        absentShare = random.pick([0, 0, 15, 40])
        hasLargeCosts = random.happens(10)
    }

    /// The dataset of a seed.
    static func dataset(seed: UInt64) -> RandomDataset {
        var maker = DatasetMaker(seed: seed)
        var dataset = maker.make()
        addAttributes(to: &dataset)
        addCurrencies(to: &dataset)
        addCertificates(to: &dataset)
        addAfterTheCourse(to: &dataset)
        return dataset
    }

    private mutating func make() -> RandomDataset {
        var dataset = RandomDataset(seed: seed)
        dataset.settings = settings()
        dataset.tables += referenceTables()
        institutions = random.some(of: Vocabulary.institutions, count: random.within(2...5))
        if random.happens(8) { institutions += Vocabulary.twins }
        let courses = courseTable()
        let sessions = sessionTable(courses: courses)
        dataset.tables += [courses, sessions]
        let form = random.below(10)
        if form < 9 {
            let trainees = traineeTable()
            var participations = participationTable(courses: courses, sessions: sessions, trainees: trainees)
            if random.happens(15) { repeatRows(of: &participations, in: &dataset.settings) }
            dataset.tables += [trainees, participations]
            if random.happens(45) { dataset.tables.append(affiliationTable(trainees: trainees)) }
            if random.happens(40) { dataset.tables.append(personTable(of: dataset)) }
            if random.happens(40) { dataset.tables.append(attendanceTable(participations, sessions: sessions)) }
        }
        if form > 5 { dataset.tables.append(headcountTable(sessions: sessions)) }
        if random.happens(75) { dataset.tables += trainerTables(sessions: sessions) }
        if random.happens(50) { dataset.tables.append(labelTable(of: dataset)) }
        return dataset
    }

    private mutating func settings() -> DatasetSettings {
        var settings = DatasetSettings()
        guard random.happens(70) else { return settings }
        settings.isWritten = true
        if random.happens(60) {
            settings.fiscalYearStart = random.pick(["01-01", "04-01", "07-01", "10-01", "03-31", "12-31"])
        }
        if random.happens(60) { settings.fiscalYearNamedBy = random.pick(["start", "end"]) }
        if random.happens(60) { settings.academicYearStart = random.pick(["01-01", "09-01", "08-15", "10-31"]) }
        if random.happens(60) { settings.hoursPerDay = random.pick(["6", "7.5", "8", "5.25", "7", "0.5"]) }
        if random.happens(50) {
            settings.trainedStatuses = random.some(of: Vocabulary.statuses, count: random.within(1...3))
        }
        if random.happens(50) {
            settings.trainedKinds = random.some(of: Vocabulary.kinds, count: random.within(1...4))
        }
        return settings
    }

    // MARK: Tools

    /// A table in which optional columns may be absent.
    mutating func table(
        _ name: String, required: [String], optional: [String], rows: [[String: String]]
    ) -> DatasetTable {
        let kept = optional.filter { _ in !random.happens(absentShare) }
        let columns = required + kept
        let held = rows.map { row in row.filter { columns.contains($0.key) && !$0.value.isEmpty } }
        return DatasetTable(name: name, columns: columns, rows: held)
    }

    /// A value, or an empty field.
    mutating func maybe(_ value: String) -> String {
        random.happens(emptyShare) ? "" : value
    }

    /// One of some values, or an empty field.
    mutating func maybe(of values: [String]) -> String {
        maybe(random.pick(values))
    }

    /// A decimal from 0 to a number of millionths, with up to six places.
    mutating func decimal(upTo limit: Int) -> String {
        let places = random.pick([0, 0, 0, 1, 2, 2, 3, 6])
        let unit = (places..<6).reduce(1) { product, _ in product * 10 }
        let sign = random.happens(2) ? "+" : ""
        return sign + decimalText(random.within(0...(limit / unit)) * unit, places: places)
    }

    /// A number of millionths with some places after the point.
    func decimalText(_ millionths: Int, places: Int) -> String {
        let whole = "\(millionths / 1_000_000)"
        if places == 0 { return whole }
        let rest = String("\(1_000_000 + millionths % 1_000_000)".dropFirst().prefix(places))
        return whole + "." + rest
    }

    /// A cost, now and then one of all 18 digits.
    mutating func cost(upTo limit: Int) -> String {
        if hasLargeCosts && random.happens(50) { return random.pick(["999999999999.999999", "123456789012.345678"]) }
        return decimal(upTo: limit * 1_000_000)
    }

    /// A day from the start of 2016, often one where years or quarters meet.
    mutating func day() -> CivilDay {
        if random.happens(35) {
            let year = random.within(2016...2020)
            let meeting: [(Int, Int)] = [
                (1, 1), (12, 31), (3, 31), (4, 1), (6, 30), (7, 1), (8, 31), (9, 1), (9, 30), (10, 1), (2, 28),
                (3, 30), (12, 30), (8, 14), (8, 15), (10, 30), (10, 31),
            ]
            let (month, day) = random.pick(meeting)
            return CivilDay(year, month, day)
        }
        return CivilDay(2016, 1, 1).advanced(by: random.below(1900))
    }

    /// A state in one of its spellings.
    mutating func spelling(of state: String) -> String {
        guard random.happens(25), let spellings = Vocabulary.stateSpellings[state] else { return state }
        return random.pick(spellings)
    }
}
