import TrainingStats

/// The questions whose answers a builder needs.
extension SummaryBuilder {
    /// A question with what its answer is for.
    struct Asked {
        let question: GroupQuestion
        let use: Use

        enum Use {
            /// These parts take in its rows.
            case parts([Part])
            /// Its sessions are reported.
            case reports
            /// Its histories are those of persons.
            case persons
        }
    }

    /// The questions, those about rows before those about persons.
    func questions(to reading: some GroupedReading) -> [Asked] {
        var asked: [Asked] = []
        if plan.tracksReports, takesParticipants {
            let all = ClassMap(count: dataset.sessions.count) { [Int128($0)] }
            asked.append(
                Asked(
                    question: GroupQuestion(
                        sessions: all, persons: nil, statuses: [Int8](repeating: 0, count: 8), columns: [], form: .rows),
                    use: .reports))
        }
        let maps = GroupMaps(self, sessionReading: reading.sessionReading)
        let ordered = parts.map { (question: maps.question(for: $0.key, .rows), parts: $0.value) }
        asked += ordered.map { Asked(question: $0.question, use: .parts($0.parts)) }
        if let need = needOfPersons {
            let most = plan.persons.flatMap(\.thresholds).max() ?? 1
            asked.append(Asked(question: maps.question(for: need, .histories(most: most)), use: .persons))
        }
        return asked
    }
}

/// Puts sessions and profiles into classes by what has to be told apart of them.
struct GroupMaps {
    private let builder: SummaryBuilder
    private let sessionReading: [Int32]
    /// Which selections take the rows of each class of sessions, by status; and the same of those of persons.
    private let rowClasses: [[Int128]]
    private let personalClasses: [[Int128]]

    private var placer: RecordPlacer { builder.placer }
    private var dataset: Dataset { builder.dataset }

    init(_ builder: SummaryBuilder, sessionReading: [Int32]) {
        self.builder = builder
        self.sessionReading = sessionReading
        let classes = builder.rowClasses
        rowClasses = classes.sessions.examples.map { session in
            (UInt8(0)..<8).map { Int128(classes.rowClass(session: session, status: $0)) }
        }
        personalClasses = rowClasses.map { byStatus in
            byStatus.map { rowClass in
                classes.personalSelections.reduce(0) { $0 << 1 | ($1[Int(rowClass)] ? 1 : 0) }
            }
        }
    }

    /// The question in whose answer so much is told apart.
    func question(for need: GroupNeed, _ form: GroupQuestion.Form) -> GroupQuestion {
        let columns = need.columns.sorted { $0.order < $1.order }
        return GroupQuestion(
            sessions: sessions(need), persons: persons(need),
            statuses: form == .rows ? (0..<8).map { Int8($0) } : personalStatuses, columns: columns, form: form)
    }

    /// For each status the first one that is taken like it in sessions of all classes, or -1 where it is never taken; each for
    /// itself where a dimension tells statuses apart.
    private var personalStatuses: [Int8] {
        let isToldApart = placer.rowParts.properties.contains(.status)
        let columns = (0..<8).map { status in personalClasses.map { $0[status] } }
        return (0..<8).map { status in
            guard columns[status].contains(where: { $0 != 0 }) else { return -1 }
            return Int8(isToldApart ? status : columns.firstIndex(of: columns[status]) ?? status)
        }
    }

    private func sessions(_ need: GroupNeed) -> ClassMap {
        let aspects = need.sessions.subtracting([.place])
        let parts = builder.bundles.isEmpty ? placer.deliveredParts : builder.bundles.numbers
        let isFollowedUp = Set(dataset.followUps.rows.map(\.session))
        let classes = builder.rowClasses.sessions.classes
        let isOfPersons = aspects.contains(.personalClass)
        return ClassMap(count: parts.count) { session in
            guard parts[session] >= 0, !need.isOfFollowUps || isFollowedUp.contains(session) else { return nil }
            let sessionClass = Int(classes[session])
            if isOfPersons, personalClasses[sessionClass].allSatisfy({ $0 == 0 }) { return nil }
            var key = [Int128(parts[session])]
            if !need.columns.isEmpty { key.append(Int128(sessionReading[session])) }
            for aspect in aspects {
                switch aspect {
                case .place: break
                case .rowClass: key += rowClasses[sessionClass]
                case .personalClass: key += personalClasses[sessionClass]
                case .test(let test):
                    key.append(placer.record(ofSession: session, in: .participations).meets(test) ? 1 : 0)
                case .number(let number):
                    key.append(
                        code(placer.record(ofSession: session, in: .participations).number(number)?.millionths))
                case .startYear: key.append(code(placer.startYears[session].map { Int128($0) }))
                case .course: key.append(Int128(dataset.sessions[session].course))
                case .itselfIfCounted:
                    let isCounted = !builder.isCounted.isEmpty && builder.isCounted[session]
                    key.append(code(isCounted ? Int128(session) : nil))
                case .itselfIfFollowedUp: key.append(code(isFollowedUp.contains(session) ? Int128(session) : nil))
                case .itself: key.append(Int128(session))
                }
            }
            return key
        }
    }

    private func persons(_ need: GroupNeed) -> ClassMap? {
        guard !need.persons.isEmpty else { return nil }
        let aspects = need.persons.subtracting([.place])
        let isPlaced = need.persons.contains(.place)
        let persons = dataset.trainees.count
        let isFollowedUp = Set(dataset.followUps.rows.map { owner($0.trainee) })
        return ClassMap(count: placer.profiles.isEmpty ? persons : persons + dataset.affiliations.count) { position in
            let owner = owner(position)
            guard !need.isOfFollowUps || isFollowedUp.contains(owner) else { return nil }
            var key: [Int128] = []
            if isPlaced {
                guard placer.personParts.numbers[position] >= 0 else { return nil }
                key.append(Int128(placer.personParts.numbers[position]))
            }
            for aspect in aspects {
                switch aspect {
                case .place: break
                case .test(let test): key.append(meets(test, position) ? 1 : 0)
                case .number(let number):
                    guard case .own(let own) = number else { break }
                    var positions = SourceRecord.MemberPositions()
                    positions.profile = position
                    key.append(code(placer.ownNumbers?.number(own, of: (0, positions))?.millionths))
                case .birthYear: key.append(Int128(placer.profiles[position].birthYear))
                case .institution:
                    key.append(placer.profiles.isEmpty ? -1 : Int128(placer.profiles[position].institution))
                case .itselfIfFollowedUp: key.append(code(isFollowedUp.contains(owner) ? Int128(position) : nil))
                case .itself: key.append(Int128(owner))
                }
            }
            return key
        }
    }

    /// Whose profile stands at a position.
    private func owner(_ position: Int) -> Int { dataset.person(ofProfile: position) }

    /// Whether a profile meets a test on profiles alone.
    private func meets(_ test: Condition, _ position: Int) -> Bool {
        guard !placer.profiles.isEmpty else { return false }
        switch test {
        case .known(.institution): return placer.profiles[position].institution >= 0
        case .known(.state): return placer.profiles[position].state >= 0
        case .member(let test): return test.answers?[position] ?? false
        default: return false
        }
    }

    /// A number that may not be known: below all numbers of records if it is not.
    private func code(_ number: Int128?) -> Int128 { number ?? .min }
}

extension Dataset {
    /// The person whose profile stands at a position among those of persons and affiliations.
    func person(ofProfile position: Int) -> Int {
        position < trainees.count ? position : affiliations[position - trainees.count].trainee
    }
}
