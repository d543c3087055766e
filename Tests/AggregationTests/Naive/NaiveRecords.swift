import Foundation
import Testing

/// A state of the catalogue.
struct NaiveState: Sendable {
    var code: ByteText
    var spellings: [String]
    var names: [String]
    var membership: ByteText
    var population: Int128?
}

/// A course with its members.
struct NaiveCourse: Sendable {
    var id: ByteText
    var members: [String: ByteText]
    var kind: String
    var maxScore: Int128
    var passScore: Int128?
    var canBeCompleted: Bool
    /// How many months a completion is valid; nil where it does not lapse.
    var validMonths: Int?
    /// The numbers that it states of attributes of the dataset, by their identifiers; likewise below.
    var numbers: [String: Int128] = [:]
}

/// A session with its course.
struct NaiveSession: Sendable {
    var id: ByteText
    var course: NaiveCourse
    var members: [String: ByteText]
    var start: CivilDay?
    var end: CivilDay?
    var status: String
    var capacity: Int128?
    var cost: Int128?
    var numbers: [String: Int128] = [:]
    /// What a unit of the currency of its amounts is worth, in millionths; nil where that is the dataset's.
    var rate: Int128?

    /// An amount in the dataset's currency: whole millionths, the nearest, of two the one that is farther from zero.
    func converted(_ amount: Int128?) -> Int128? {
        guard let amount, let rate else { return amount }
        let product = amount.magnitude * rate.magnitude
        let (whole, rest) = product.quotientAndRemainder(dividingBy: 1_000_000)
        let rounded = Int128(whole) + (rest >= 500_000 ? 1 : 0)
        return amount < 0 ? -rounded : rounded
    }
}

/// A participation, with the members of the trainee on the day on which the session starts.
struct NaiveParticipation: Sendable {
    var session: Int
    var trainee: ByteText
    var members: [String: ByteText]
    var status: String
    var hours: Int128?
    var preScore: Int128?
    var postScore: Int128?
    var rating: Int128?
    var cost: Int128?
    /// The stated day of its certificate.
    var certifiedOn: CivilDay?
    /// How many days are recorded, and on how many of them the person was present; nil where none is.
    var days: (present: Int, recorded: Int)?
    var numbers: [String: Int128] = [:]
    /// What was asked about it later; nil where nobody asked.
    var followUp: NaiveFollowUp?
}

/// What was asked about a participation, and what was answered.
struct NaiveFollowUp: Sendable {
    var askedOn: CivilDay?
    var applied: String?
    var supervisorRating: Int128?
    var benefit: Int128?

    var isAnswered: Bool { applied != nil || supervisorRating != nil || benefit != nil }
}

/// An answer to an evaluation form.
struct NaiveAnswer: Sendable {
    var session: Int
    var value: Int
    var members: [String: ByteText]
}

/// A group of participants that are counted, not named.
struct NaiveHeadcount: Sendable {
    var session: Int
    var members: [String: ByteText]
    var participants: Int128?
    var completions: Int128?
    var cost: Int128?
    var numbers: [String: Int128] = [:]
}

/// An assignment of a trainer to a session.
struct NaiveAssignment: Sendable {
    var session: Int
    var trainer: ByteText
    var members: [String: ByteText]
    var hours: Int128?
    var numbers: [String: Int128] = [:]
}

/// The records of a dataset in memory, with every member resolved.
struct NaiveRecords: Sendable {
    var calendar: NaiveCalendar
    var trainedStatuses: [String]
    var trainedKinds: [String]
    var hoursPerDay: Int128
    var states: [NaiveState] = []
    /// The folded spellings of each state.
    private var foldedSpellings: [[[UInt32]]] = []
    var topics: [ByteText] = []
    var courses: [NaiveCourse] = []
    var sessions: [NaiveSession] = []
    /// Members of open dimensions that some table names, whether records have them or not.
    var known: [String: Set<ByteText>] = [:]
    /// For each institution the states, memberships and sectors of its people and groups, row by row.
    var places: [ByteText: [[String: ByteText]]] = [:]
    var participations: [NaiveParticipation] = []
    var headcounts: [NaiveHeadcount] = []
    var assignments: [NaiveAssignment] = []
    /// The members of each trainer.
    var trainers: [ByteText: [String: ByteText]] = [:]
    var answers: [NaiveAnswer] = []
    /// The sessions of which somebody reported who took part.
    var reported: Set<Int> = []
    /// What the dataset declares itself.
    let attributes: [NaiveAttribute]
    /// Where bands begin that the dataset chooses, by their dimension.
    let bands: [String: [Int]]
    private var labels: [(dimension: String, member: ByteText, other: ByteText)] = []
    private var named: [(dimension: String, member: ByteText, name: String)] = []

    init(_ dataset: RandomDataset) throws {
        let settings = dataset.settings
        attributes = settings.attributes
        bands = settings.bands
        let isWritten = settings.isWritten
        let fiscal = CivilDay("2000-" + ((isWritten ? settings.fiscalYearStart : nil) ?? "04-01"))
        let academic = CivilDay("2000-" + ((isWritten ? settings.academicYearStart : nil) ?? "09-01"))
        calendar = NaiveCalendar(
            fiscalStart: (fiscal?.month ?? 4, fiscal?.day ?? 1),
            academicStart: (academic?.month ?? 9, academic?.day ?? 1),
            fiscalNamedByEnd: isWritten && settings.fiscalYearNamedBy == "end")
        trainedStatuses = (isWritten ? settings.trainedStatuses : nil) ?? ["attended", "completed"]
        trainedKinds =
            (isWritten ? settings.trainedKinds : nil) ?? ["course", "seminar", "workshop", "exercise"]
        hoursPerDay = Scaled.parse((isWritten ? settings.hoursPerDay : nil) ?? "6") ?? 6_000_000
        for row in dataset.table("labels")?.rows ?? [] {
            for name in [row["name_en"], row["name_ar"]].compactMap({ $0 }) {
                named.append((row["dimension"] ?? "", ByteText(row["member"] ?? ""), name))
            }
            if let other = row["same_as"], let dimension = row["dimension"], let member = row["member"] {
                labels.append((dimension, ByteText(member), ByteText(other)))
            }
        }
        readStates(dataset)
        foldedSpellings = states.map { $0.spellings.map(folded) }
        topics = Vocabulary.topics.map(ByteText.init)
        for row in dataset.table("topics")?.rows ?? [] {
            let topic = ByteText(row["topic"] ?? "")
            if !topics.contains(topic) { topics.append(topic) }
        }
        readSessions(dataset)
        readKnownMembers(dataset)
        try readParticipations(dataset)
        try readHeadcounts(dataset)
        try readAssignments(dataset)
        try readAnswers(dataset)
        for row in dataset.table("trainees")?.rows ?? [] {
            known["trainee", default: []].insert(person(dataset, of: ByteText(row["trainee_id"] ?? "")))
        }
        for row in dataset.table("trainers")?.rows ?? [] {
            known["trainer", default: []].insert(ByteText(row["trainer_id"] ?? ""))
            trainers[ByteText(row["trainer_id"] ?? "")] = trainerMembers(row)
        }
        reported = Set(
            participations.map(\.session) + headcounts.filter { $0.participants != nil }.map(\.session))
    }

    // MARK: Own attributes

    var traineeDimensions: [String] { Names.traineeDimensions + attributes.filter(\.isOfTrainees).map(\.id) }
    var trainerDimensions: [String] { Names.trainerDimensions + attributes.filter(\.isOfTrainers).map(\.id) }
    var sessionDimensions: [String] {
        Names.sessionDimensions + attributes.filter { !$0.isOfTrainees && !$0.isOfTrainers }.map(\.id)
    }

    /// The members of bands that the dataset chooses, in their order; nil where it chooses none.
    func chosenBands(_ dimension: String) -> [ByteText]? {
        guard let starts = bands[dimension] else { return nil }
        func name(_ first: Int, _ last: Int) -> String { first == last ? "\(first)" : "\(first)-\(last)" }
        let inner = zip(starts, starts.dropFirst()).map { name($0, $1 - 1) }
        let lowest = dimension == "duration-band" ? name(1, starts[0] - 1) : "under-\(starts[0])"
        let last = starts[starts.count - 1]
        return ([lowest] + inner + [dimension == "score-band" ? name(last, 100) : "\(last)-over"]).map { ByteText($0) }
    }

    /// The band of a fraction, where the dataset chooses where bands begin.
    private func chosenBand(_ dimension: String, _ numerator: Int128, over denominator: Int128 = 1) -> ByteText? {
        guard let names = chosenBands(dimension) else { return nil }
        return names[(bands[dimension] ?? []).filter { Int128($0) * denominator <= numerator }.count]
    }

    /// The members of attributes that a row of a table states.
    private func own(_ row: [String: String], of table: String) -> [String: ByteText] {
        var members: [String: ByteText] = [:]
        for attribute in attributes {
            let isOfIt = table == "trainees" || table == "headcounts"
            guard attribute.column(of: table) != nil || isOfIt && attribute.isOfTrainees else { continue }
            members[attribute.id] = attribute.member(in: row, of: table, calendar)
        }
        return members
    }

    /// The numbers of attributes that a row of a table states.
    private func numbers(_ row: [String: String], of table: String) -> [String: Int128] {
        var numbers: [String: Int128] = [:]
        for attribute in attributes { numbers[attribute.id] = attribute.number(in: row, of: table) }
        return numbers
    }

    // MARK: Members

    /// The member of a dimension that a session has.
    func member(_ dimension: String, ofSession number: Int) -> ByteText? {
        let session = sessions[number]
        switch dimension {
        case "session": return session.id
        case "course": return session.course.id
        case _ where Names.timeDimensions.contains(dimension):
            return session.end.map { ByteText(calendar.member(dimension, of: $0)) } ?? .unknown
        case _ where Names.startDimensions.contains(dimension):
            return session.start.map { ByteText(calendar.startMember(dimension, of: $0)) } ?? .unknown
        default: return session.members[dimension] ?? session.course.members[dimension]
        }
    }

    /// The names of a member in either language, of the dimensions whose names are written in tables here.
    func names(of member: ByteText, in dimension: String) -> [String] {
        let ofLabels = named.filter { $0.dimension == dimension && $0.member == member }.map(\.name)
        guard ["state", "host-state", "trainer-nationality"].contains(dimension) else { return ofLabels }
        return ofLabels + states.filter { $0.code == member }.flatMap(\.names)
    }

    /// The member of a free text, with spellings resolved.
    func text(_ dimension: String, _ value: String?) -> ByteText {
        guard let value, !value.isEmpty else { return .unknown }
        let text = ByteText(value)
        for label in labels where label.dimension == dimension && label.member == text { return label.other }
        return text
    }

    /// The member of a coded field.
    private func code(_ value: String?) -> ByteText {
        value.map { $0.isEmpty ? .unknown : ByteText($0) } ?? .unknown
    }

    /// The state that a spelling names, if any.
    private func state(_ value: String?) -> ByteText? {
        guard let value, !value.isEmpty else { return nil }
        let (text, sought) = (ByteText(value), folded(value))
        for (state, spellings) in zip(states, foldedSpellings) where state.code == text || spellings.contains(sought) {
            return state.code
        }
        return nil
    }

    /// A text without what the contract says that spellings of one state may differ in.
    private func folded(_ text: String) -> [UInt32] {
        let letters: [Character: Character] = [
            "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
        ]
        var name = String(text.precomposedStringWithCompatibilityMapping.lowercased().map { letters[$0] ?? $0 })
        name.unicodeScalars.removeAll { scalar in
            " -._,'ـ".unicodeScalars.contains(scalar) || (0x64B...0x652).contains(scalar.value)
        }
        var isShorter = true
        while isShorter {
            isShorter = false
            for form in ["the", "stateof", "kingdomof", "sultanateof", "دوله", "مملكه", "سلطنه", "ال"]
            where name.hasPrefix(form) && name != form {
                name.removeFirst(form.count)
                isShorter = true
            }
        }
        return name.unicodeScalars.map(\.value)
    }

    /// The membership of a state.
    private func membership(of state: ByteText) -> ByteText {
        states.first { $0.code == state }?.membership ?? .unknown
    }

    // MARK: Tables

    private mutating func readKnownMembers(_ dataset: RandomDataset) {
        let tables = [
            "institution": ["trainees", "affiliations", "headcounts"], "venue": ["sessions"], "provider": ["sessions"],
            "programme": ["sessions"], "language": ["sessions"], "evaluation-item": ["evaluations"],
        ]
        for (dimension, tables) in tables {
            for row in tables.flatMap({ dataset.table($0)?.rows ?? [] }) {
                let column = dimension == "evaluation-item" ? "item" : dimension
                known[dimension, default: []].insert(text(dimension, row[column]))
            }
        }
        for row in dataset.table("trainers")?.rows ?? [] {
            let nationality = text("trainer-nationality", row["nationality"])
            known["trainer-nationality", default: []].insert(state(nationality.description) ?? nationality)
            known["trainer-organisation", default: []].insert(text("trainer-organisation", row["organisation"]))
        }
        for label in named
        where !labels.contains(where: { $0.dimension == label.dimension && $0.member == label.member }) {
            known[label.dimension, default: []].insert(label.member)
        }
        for attribute in attributes {
            for (table, column) in attribute.columns {
                for row in (table == "trainees" ? [table, "affiliations"] : [table]).flatMap({
                    dataset.table($0)?.rows ?? []
                }) where row[column] != nil {
                    known[attribute.id, default: []].insert(attribute.member(in: row, of: table, calendar))
                }
            }
        }
        for dimension in known.keys { known[dimension]?.remove(.unknown) }
        readPlaces(dataset)
    }

    private mutating func readPlaces(_ dataset: RandomDataset) {
        var rows = dataset.table("trainees")?.rows ?? []
        let affiliations = dataset.table("affiliations")
        for row in affiliations?.rows ?? [] {
            let owner = person(dataset, of: ByteText(row["trainee_id"] ?? ""))
            var merged = rows.first { ByteText($0["trainee_id"] ?? "") == owner } ?? [:]
            for column in ["state", "institution", "sector"] where affiliations?.columns.contains(column) == true {
                merged[column] = row[column]
            }
            rows.append(merged)
        }
        for row in rows + (dataset.table("headcounts")?.rows ?? []) {
            let members = groupMembers(row, of: "trainees")
            guard let institution = members["institution"] else { continue }
            places[institution, default: []].append(members)
        }
    }

    private mutating func readStates(_ dataset: RandomDataset) {
        let shortCodes = ["KWT": "KW", "QAT": "QA", "BHR": "BH", "ARE": "AE", "SAU": "SA", "OMN": "OM"]
        for state in Vocabulary.states {
            var spellings = [state.code, shortCodes[state.code] ?? "", state.english, state.arabic]
            if state.code == "ARE" { spellings += ["UAE", "Emirates", "الإمارات"] }
            if state.code == "SAU" { spellings += ["KSA", "العربية السعودية"] }
            states.append(
                NaiveState(
                    code: ByteText(state.code), spellings: spellings, names: [state.english, state.arabic],
                    membership: ByteText(state.membership), population: nil))
        }
        guard let table = dataset.table("states") else { return }
        for row in table.rows {
            let code = ByteText(row["state"] ?? "")
            let index = states.firstIndex { $0.code == code } ?? states.count
            if index == states.count {
                states.append(
                    NaiveState(
                        code: code, spellings: [code.description], names: [], membership: .unknown, population: nil))
            }
            let names = [row["name_en"], row["name_ar"]].compactMap { $0 }.filter { !$0.isEmpty }
            states[index].spellings += names
            states[index].names += names
            if table.columns.contains("membership") { states[index].membership = self.code(row["membership"]) }
            states[index].population = Scaled.parse(row["population"] ?? "")
        }
    }

    private mutating func readSessions(_ dataset: RandomDataset) {
        courses = (dataset.table("courses")?.rows ?? []).map { row in
            let kind = row["kind"] ?? "course"
            return NaiveCourse(
                id: ByteText(row["course_id"] ?? ""),
                members: ["topic": code(row["topic"]), "kind": ByteText(kind), "level": code(row["level"])]
                    .merging(own(row, of: "courses")) { $1 },
                kind: kind, maxScore: Scaled.parse(row["max_score"] ?? "") ?? 100_000_000,
                passScore: Scaled.parse(row["pass_score"] ?? ""), canBeCompleted: row["completion"] != "no",
                validMonths: Int(row["valid_months"] ?? ""), numbers: numbers(row, of: "courses"))
        }
        for row in dataset.table("sessions")?.rows ?? [] {
            guard let course = courses.first(where: { $0.id == ByteText(row["course_id"] ?? "") }) else { continue }
            var members = ["host-state": state(row["host_state"]) ?? .unknown, "delivery": code(row["delivery"])]
            for dimension in ["venue", "provider", "programme", "language"] {
                members[dimension] = text(dimension, row[dimension])
            }
            let (start, end) = (CivilDay(row["start_date"] ?? ""), CivilDay(row["end_date"] ?? ""))
            members["weekday"] = start.map { ByteText($0.weekday) } ?? .unknown
            members["duration-band"] = durationBand(from: start, to: end)
            members.merge(own(row, of: "sessions")) { $1 }
            var session = NaiveSession(
                id: ByteText(row["session_id"] ?? ""), course: course, members: members, start: start, end: end,
                status: row["status"] ?? "held", capacity: Scaled.parse(row["capacity"] ?? ""),
                cost: nil, numbers: numbers(row, of: "sessions"),
                rate: rate(dataset, of: row["currency"], on: end ?? start))
            session.cost = session.converted(Scaled.parse(row["cost"] ?? ""))
            sessions.append(session)
        }
    }

    /// The rate that is in force on a day: of those of the currency that have begun, the one that began last.
    private func rate(_ dataset: RandomDataset, of currency: String?, on day: CivilDay?) -> Int128? {
        guard let currency, let day else { return nil }
        var inForce: (from: CivilDay, rate: Int128?)?
        for row in dataset.table("rates")?.rows ?? [] where row["currency"] == currency {
            guard let from = CivilDay(row["from"] ?? ""), from <= day else { continue }
            if let known = inForce, from < known.from { continue }
            inForce = (from, Scaled.parse(row["rate"] ?? ""))
        }
        return inForce?.rate
    }

    /// The band of the days from one to another, counted one by one.
    private func durationBand(from start: CivilDay?, to end: CivilDay?) -> ByteText {
        guard var day = start, let end else { return .unknown }
        var days = 1
        while day < end {
            day = day.next
            days += 1
        }
        if let chosen = chosenBand("duration-band", Int128(days)) { return chosen }
        switch days {
        case 1: return ByteText("1")
        case 2, 3: return ByteText("2-3")
        case 4, 5: return ByteText("4-5")
        case 6...10: return ByteText("6-10")
        case 11...20: return ByteText("11-20")
        default: return ByteText("21-over")
        }
    }

    private func sessionIndex(_ row: [String: String]) throws -> Int {
        let id = ByteText(row["session_id"] ?? "")
        return try #require(sessions.firstIndex { $0.id == id })
    }

    private mutating func readParticipations(_ dataset: RandomDataset) throws {
        let settings = dataset.settings
        for row in dataset.table("participations")?.rows ?? [] {
            let session = try sessionIndex(row)
            let id = person(dataset, of: ByteText(row["trainee_id"] ?? ""))
            let trainee = dataset.table("trainees")?.rows.first { ByteText($0["trainee_id"] ?? "") == id } ?? [:]
            let inForce = inForce(dataset, trainee: trainee, start: sessions[session].start)
            let members = traineeMembers(inForce, born: trainee["birth_year"], start: sessions[session].start)
            if settings.countsLastParticipation {
                participations.removeAll { $0.session == session && $0.trainee == id }
            }
            let attendance = attendance(dataset, of: id, in: sessions[session].id)
            var participation = NaiveParticipation(
                session: session, trainee: id, members: members, status: row["status"] ?? "",
                hours: Scaled.parse(row["hours"] ?? "") ?? attendance?.hours,
                preScore: Scaled.parse(row["pre_score"] ?? ""),
                postScore: Scaled.parse(row["post_score"] ?? ""), rating: Scaled.parse(row["rating"] ?? ""),
                cost: sessions[session].converted(Scaled.parse(row["cost"] ?? "")),
                certifiedOn: CivilDay(row["certified_on"] ?? ""), days: attendance?.days)
            participation.members.merge(
                own(row, of: "participations").filter { member in
                    attributes.contains { $0.id == member.key && $0.column(of: "participations") != nil }
                }
            ) { $1 }
            participation.numbers = numbers(inForce, of: "trainees")
                .merging(numbers(row, of: "participations")) { $1 }
            participation.followUp = followUp(dataset, of: id, in: sessions[session].id)
            participation.members["applied"] = participation.followUp?.applied.map { ByteText($0) } ?? .unknown
            participation.members["trainee"] = id
            participation.members["certificate-status"] = .unknown
            participation.members["status"] = ByteText(participation.status)
            participation.members["hours-band"] = hoursBand(participation.hours)
            participation.members["score-band"] = scoreBand(
                participation.postScore, of: sessions[session].course.maxScore)
            participations.append(participation)
        }
    }

    /// The band of a number of hours: whole hours are those that are over.
    private func hoursBand(_ hours: Int128?) -> ByteText {
        guard let hours else { return .unknown }
        if let chosen = chosenBand("hours-band", hours, over: 1_000_000) { return chosen }
        let whole = hours / 1_000_000
        let bands: [(ends: Int128, name: String)] = [
            (6, "under-6"), (12, "6-11"), (24, "12-23"), (36, "24-35"), (60, "36-59"),
        ]
        return ByteText(bands.first { whole < $0.ends }?.name ?? "60-over")
    }

    /// The band of a number of points: by tens of whole percents that are reached.
    private func scoreBand(_ points: Int128?, of highest: Int128) -> ByteText {
        guard let points else { return .unknown }
        if let chosen = chosenBand("score-band", points * 100, over: highest) { return chosen }
        let tens = points * 10 / highest
        return ByteText(tens < 5 ? "under-50" : tens >= 9 ? "90-100" : "\(tens)0-\(tens)9")
    }

    /// What attendance.csv says of a person in a session; nil where it says of no day whether the person was there.
    private func attendance(
        _ dataset: RandomDataset, of person: ByteText, in session: ByteText
    ) -> (days: (present: Int, recorded: Int), hours: Int128)? {
        var (present, absent) = (0, 0)
        var sixtieths: Int128 = 0
        for row in dataset.table("attendance")?.rows ?? [] {
            guard ByteText(row["session_id"] ?? "") == session,
                self.person(dataset, of: ByteText(row["trainee_id"] ?? "")) == person
            else { continue }
            let minutes = Scaled.parse(row["minutes"] ?? "")
            let word = row["present"] ?? minutes.map { $0 > 0 ? "yes" : "no" }
            if word == "yes" { sixtieths += minutes ?? hoursPerDay * 60 }
            present += word == "yes" ? 1 : 0
            absent += word == "no" ? 1 : 0
        }
        guard present + absent > 0 else { return nil }
        let rest = sixtieths % 60
        return ((present, present + absent), (sixtieths - rest) / 60 + (rest >= 30 ? 1 : 0))
    }

    /// What followups.csv says of a person in a session; nil where it says nothing.
    private func followUp(_ dataset: RandomDataset, of person: ByteText, in session: ByteText) -> NaiveFollowUp? {
        for row in dataset.table("followups")?.rows ?? []
        where ByteText(row["session_id"] ?? "") == session
            && self.person(dataset, of: ByteText(row["trainee_id"] ?? "")) == person
        {
            return NaiveFollowUp(
                askedOn: CivilDay(row["asked_on"] ?? ""), applied: row["applied"],
                supervisorRating: Scaled.parse(row["supervisor_rating"] ?? ""),
                benefit: Scaled.parse(row["benefit"] ?? ""))
        }
        return nil
    }

    private mutating func readAnswers(_ dataset: RandomDataset) throws {
        for row in dataset.table("evaluations")?.rows ?? [] {
            let value = row["value"] ?? ""
            let item = text("evaluation-item", row["item"])
            answers.append(
                NaiveAnswer(
                    session: try sessionIndex(row), value: Int(value) ?? 0,
                    members: ["evaluation-item": item, "evaluation-value": ByteText(value)]))
        }
    }

    /// The identifier that counts for whom an identifier names.
    private func person(_ dataset: RandomDataset, of identifier: ByteText) -> ByteText {
        for row in dataset.table("persons")?.rows ?? [] where ByteText(row["trainee_id"] ?? "") == identifier {
            if let other = row["same_as"] { return person(dataset, of: ByteText(other)) }
        }
        return identifier
    }

    /// What is said of a trainee on the day on which a session starts.
    private func inForce(
        _ dataset: RandomDataset, trainee: [String: String], start: CivilDay?
    ) -> [String: String] {
        var merged = trainee
        var latest: CivilDay?
        let affiliations = dataset.table("affiliations")
        for row in affiliations?.rows ?? [] {
            guard let start, let from = CivilDay(row["from"] ?? ""), from <= start else { continue }
            let owner = person(dataset, of: ByteText(row["trainee_id"] ?? ""))
            guard owner == ByteText(trainee["trainee_id"] ?? "") else { continue }
            if let latest, from < latest { continue }
            latest = from
            let own = attributes.compactMap { $0.column(of: "trainees") }
            for column in ["state", "institution", "sector"] + own where affiliations?.columns.contains(column) == true
            {
                merged[column] = row[column]
            }
        }
        return merged
    }

    /// The members of a trainee of whom something is said on the day on which a session starts.
    private func traineeMembers(
        _ inForce: [String: String], born year: String?, start: CivilDay?
    ) -> [String: ByteText] {
        var members = groupMembers(inForce, of: "trainees")
        // Nobody is trained before the age of ten: the year of birth is wrong, and the age not known.
        if let start, let birth = Int(year ?? ""), start.year - birth >= 10 {
            let age = start.year - birth
            let bands = ["under-25", "25-34", "35-44", "45-54", "55-over"]
            members["age-band"] =
                chosenBand("age-band", Int128(age))
                ?? ByteText(bands[age < 25 ? 0 : age < 35 ? 1 : age < 45 ? 2 : age < 55 ? 3 : 4])
        }
        return members
    }

    /// The members that a row of trainees or of headcounts states.
    private func groupMembers(_ row: [String: String], of table: String) -> [String: ByteText] {
        let state = state(row["state"]) ?? .unknown
        return [
            "state": state, "membership": membership(of: state), "institution": text("institution", row["institution"]),
            "sector": code(row["sector"]), "sex": code(row["sex"]), "age-band": .unknown, "status": .unknown,
            "certificate-status": .unknown, "hours-band": .unknown, "score-band": .unknown, "trainee": .unknown,
            "applied": .unknown,
        ].merging(own(row, of: table)) { $1 }
    }

    private mutating func readHeadcounts(_ dataset: RandomDataset) throws {
        for row in dataset.table("headcounts")?.rows ?? [] {
            let session = try sessionIndex(row)
            headcounts.append(
                NaiveHeadcount(
                    session: session, members: groupMembers(row, of: "headcounts"),
                    participants: Int128(row["participants"] ?? ""), completions: Int128(row["completions"] ?? ""),
                    cost: sessions[session].converted(Scaled.parse(row["cost"] ?? "")),
                    numbers: numbers(row, of: "headcounts")))
        }
    }

    /// The members that a row of trainers states.
    private func trainerMembers(_ row: [String: String]) -> [String: ByteText] {
        let nationality = text("trainer-nationality", row["nationality"])
        return [
            "trainer-nationality": state(nationality.description) ?? nationality,
            "trainer-affiliation": code(row["affiliation"]),
            "trainer-organisation": text("trainer-organisation", row["organisation"]),
        ].merging(own(row, of: "trainers")) { $1 }
    }

    private mutating func readAssignments(_ dataset: RandomDataset) throws {
        for row in dataset.table("assignments")?.rows ?? [] {
            let id = ByteText(row["trainer_id"] ?? "")
            let trainer = dataset.table("trainers")?.rows.first { ByteText($0["trainer_id"] ?? "") == id } ?? [:]
            assignments.append(
                NaiveAssignment(
                    session: try sessionIndex(row), trainer: id,
                    members: trainerMembers(trainer).merging(["trainer": id, "trainer-role": code(row["role"])]) { $1 },
                    hours: Scaled.parse(row["hours"] ?? ""), numbers: numbers(trainer, of: "trainers")))
        }
    }
}
