import Aggregation
import Records
import TrainingStats

/// All that a reading of a dataset gave, as lines of text that can be compared.
struct Readout {
    /// Whether a row was rejected.
    private(set) var hasRejectedRows = false
    /// Whether the first line of a file made it useless, so that the rest of it was not read.
    var hasUselessFile = false
    private var hasFailed = false
    private var rowRejectedTwice: String?
    private var lines: [String] = []
    private var attributes = 0
    private var participations: [Int: [String]] = [:]
    /// Nil where nobody asked for them.
    private var rejectedRows: [[UInt8]]?

    /// A reading that is to come.
    init() {}

    /// A reading that failed.
    init(failure: String) {
        add(naming: failure)
        hasFailed = true
    }

    /// Adds a line.
    mutating func add(_ line: String) { lines.append(line) }

    /// Adds a line that names a file; a packed one is called as a plain one.
    mutating func add(naming line: String) {
        lines.append(line.contains(".gz") ? line.replacing(".csv.gz", with: ".csv") : line)
    }

    /// Adds the rejected rows.
    mutating func add(_ rows: [RejectedRow]) {
        hasRejectedRows = !rows.isEmpty
        rejectedRows = rows.flatMap { [$0.header, $0.record, Array("\($0.finding.line)".utf8)] }
        var places: Set<String> = []
        for row in rows where !places.insert("\(row.table.fileName):\(row.finding.line)").inserted {
            rowRejectedTwice = "\(row.table.fileName):\(row.finding.line)"
        }
    }

    /// Adds the kept tables.
    mutating func add(_ dataset: Dataset) {
        add("\(dataset.settings.calendar) \(dataset.settings.hoursPerDay) \(dataset.settings.currency)")
        dataset.states.forEach { add("\($0.code) \($0.name.en) \($0.name.ar ?? "") \(number($0.population))") }
        dataset.topics.forEach { add("\($0.code) \($0.name.en) \($0.name.ar ?? "")") }
        for course in dataset.courses {
            add("\(course.id) \(course.title.en) \(number(course.topic)) \(course.kind.rawValue) \(course.line)")
            add("\(number(course.hours)) \(course.maxScore) \(number(course.passScore)) \(course.completion)")
        }
        for session in dataset.sessions {
            add("\(session.id) \(session.course) \(number(session.start)) \(number(session.end)) \(session.line)")
            add("\(number(session.hostState)) \(number(session.venue)) \(number(session.provider))")
            add("\(number(session.programme)) \(number(session.language)) \(number(session.capacity))")
            add("\(number(session.cost)) \(number(session.rate)) \(session.status.rawValue)")
        }
        for trainer in dataset.trainers {
            add("\(trainer.id) \(trainer.name ?? "") \(number(trainer.nationality)) \(number(trainer.organisation))")
        }
        for assignment in dataset.assignments {
            add("\(assignment.session) \(assignment.trainer) \(number(assignment.hours)) \(assignment.line)")
        }
        for person in 0..<dataset.trainees.count {
            add(
                "\(dataset.trainees.ids[person]) \(dataset.trainees.names[person]) \(dataset.trainees.lines[person])"
            )
            add(dataset.trainees.profiles[person])
        }
        for affiliation in dataset.affiliations {
            add("\(affiliation.trainee) \(affiliation.from) \(affiliation.line)")
            add(affiliation.profile)
        }
        for headcount in dataset.headcounts {
            add("\(headcount.session) \(number(headcount.participants)) \(number(headcount.completions))")
            add("\(number(headcount.cost)) \(headcount.line)")
            add(headcount.profile)
        }
        for day in dataset.attendance {
            add("\(day.session) \(day.trainee) \(day.date) \(number(day.isPresent)) \(number(day.minutes))")
        }
        for target in dataset.targets {
            add("\(target.measure) \(target.filter) \(target.period) \(target.value) \(number(target.baseline))")
        }
        for rate in dataset.rates { add("\(rate.currency) \(rate.from) \(rate.rate)") }
        for answer in dataset.evaluations {
            add("\(answer.session) \(answer.item) \(answer.value) \(answer.line)")
        }
        for followUp in dataset.followUps.rows {
            add("\(followUp.session) \(followUp.trainee) \(number(followUp.askedOn)) \(number(followUp.applied))")
            add("\(number(followUp.supervisorRating)) \(number(followUp.benefit)) \(followUp.line)")
        }
        for figure in dataset.published {
            add("\(figure.indicator) \(figure.filter) \(figure.period) \(figure.value) \(figure.line)")
        }
        for (dimension, names) in dataset.labels.sorted(by: { $0.key < $1.key }) {
            add(dimension + names.keys.map(\.text).sorted().joined(separator: " "))
        }
        let members = [
            dataset.institutions, dataset.venues, dataset.providers, dataset.programmes, dataset.languages,
            dataset.nationalities, dataset.organisations, dataset.evaluationItems,
        ]
        for table in members { add(table.keys.joined(separator: "\u{1}")) }
        attributes = dataset.attributes.count
        for values in dataset.attributes {
            add(values.codes.map { $0 < 0 ? "-" : values.members[Int($0)] }.joined(separator: "\u{1}"))
        }
    }

    /// Adds participations.
    mutating func add(_ block: ParticipationBlock) {
        for row in 0..<block.count {
            // Blocks come in no order, and a line has one participation.
            participations[block.lines[row], default: []] +=
                ["\(block.sessions[row]) \(block.trainees[row]) \(block.statuses[row])"]
                + ParticipationValue.allCases.map { number(block[$0][row]) }
                + (0..<attributes).map {
                    "\(block.code(ofAttribute: $0, row: row)) \(number(block.number(ofAttribute: $0, row: row)))"
                }
        }
    }

    /// Adds a summary; of the values of a cell only whether they are the same can be seen.
    mutating func add(_ summary: Summary) {
        for cell in summary.cells + [summary.total] {
            add(cell.members.map(\.code).joined(separator: " ") + " \(cell.values.hashValue)")
        }
    }

    /// The first line in which another reading differs, or nil where none does.
    func difference(from other: Readout) -> String? {
        if let twice = rowRejectedTwice ?? other.rowRejectedTwice { return "rejected twice: " + twice }
        // What is damaged behind a useless header is met only where both lie in the same piece.
        if hasFailed != other.hasFailed, hasUselessFile || other.hasUselessFile { return nil }
        if let index = zip(lines, other.lines).enumerated().first(where: { $1.0 != $1.1 })?.offset {
            return "'\(lines[index])' and '\(other.lines[index])'"
        }
        if lines.count != other.lines.count { return "\(lines.count) and \(other.lines.count) lines" }
        for line in Set(participations.keys).union(other.participations.keys).sorted()
        where participations[line] != other.participations[line] {
            return "line \(line): \(participations[line] ?? []) and \(other.participations[line] ?? [])"
        }
        if let rejectedRows, let others = other.rejectedRows, rejectedRows != others { return "rejected rows" }
        return nil
    }

    private mutating func add(_ profile: Profile) {
        add("\(profile.state) \(profile.sector) \(profile.sex) \(profile.institution) \(profile.birthYear)")
    }

    private func number<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }
}
