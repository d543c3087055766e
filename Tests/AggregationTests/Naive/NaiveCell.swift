import Aggregation

/// The records that fall in one cell.
struct NaiveCell {
    let records: NaiveRecords
    let hasTraineeSide: Bool
    let hasTrainerSide: Bool
    /// Numbers of delivered sessions that fall in the cell.
    var delivered: [Int] = []
    /// Numbers of planned and of cancelled sessions that fall in the cell, where they are asked for.
    var planned: [Int] = []
    var cancelled: [Int] = []
    /// Participations of any status in delivered sessions.
    var participations: [NaiveParticipation] = []
    var headcounts: [NaiveHeadcount] = []
    /// Answers to evaluation forms of delivered sessions.
    var answers: [NaiveAnswer] = []
    /// Assignments that fall in the cell by the members of their trainers.
    var assignments: [NaiveAssignment] = []
    /// The people that trainees are held against; nil where they are not known.
    var population: Int128?
    /// Which records count that do not say whether they belong.
    var extent = Extent.stated
    /// Whether sessions fall in the cell by their own members, and none of them is of a course whose completion lapses.
    var isWithoutValidity = false
    /// Whether persons of unknown state are left out of that comparison.
    var leavesOutUnknownState = false

    func isTraining(_ session: Int) -> Bool {
        records.trainedKinds.contains(records.sessions[session].course.kind)
    }

    private func isTrained(_ participation: NaiveParticipation) -> Bool {
        records.trainedStatuses.contains(participation.status)
    }

    private var attended: [NaiveParticipation] { participations.filter(isTrained) }
    private var enrolled: [NaiveParticipation] { participations.filter { isTraining($0.session) } }
    private func canBeCompleted(_ session: Int) -> Bool { records.sessions[session].course.canBeCompleted }

    /// The enrolments in courses that can be completed.
    private var completable: [NaiveParticipation] { enrolled.filter { canBeCompleted($0.session) } }
    var trained: [NaiveParticipation] { enrolled.filter(isTrained) }
    var trainingHeadcounts: [NaiveHeadcount] { headcounts.filter { isTraining($0.session) } }

    /// The sessions that count in the cell.
    var sessions: [Int] {
        if hasTrainerSide { return Array(Set(assignments.map(\.session))) }
        guard hasTraineeSide else { return delivered }
        let counted = headcounts.filter(\.hasSome).map(\.session)
        return Array(Set(attended.map(\.session) + counted))
    }

    /// The assignments to training sessions that count in the cell.
    private var trainingAssignments: [NaiveAssignment] {
        if hasTrainerSide { return assignments.filter { isTraining($0.session) } }
        let counted = Set(sessions)
        return records.assignments.filter { isTraining($0.session) && counted.contains($0.session) }
    }

    /// What the assignments to training sessions that count in the cell state.
    var hoursOfTraining: [Int128?] { trainingAssignments.map(\.hours) }

    private var personCounts: [ByteText: Int] {
        var result: [ByteText: Int] = [:]
        for participation in trained { result[participation.trainee, default: 0] += 1 }
        return result
    }

    private func heads(_ headcounts: [NaiveHeadcount]) -> Int {
        Int(headcounts.compactMap(\.participants).reduce(0, +))
    }

    private func count(_ status: String) -> Int { enrolled.filter { $0.status == status }.count }

    /// The figure of a measure, from its definition.
    func figure(_ measure: String) -> NaiveFigure {
        if isWithoutValidity, NaiveCell.ofCertificates.contains(measure) { return .notApplicable }
        if isUnreported(measure) || hasOnlyCounted(measure) { return .unknown }
        return activity(measure) ?? people(measure) ?? outcome(measure) ?? money(measure) ?? validity(measure)
            ?? afterTheCourse(measure)
            ?? .notApplicable
    }

    private func activity(_ measure: String) -> NaiveFigure? {
        let sessions = sessions
        switch measure {
        case "courses":
            return .count(Set(sessions.filter(isTraining).map { records.sessions[$0].course.id }).count)
        case "activities": return .count(Set(sessions.map { records.sessions[$0].course.id }).count)
        case "sessions": return .count(sessions.count)
        case "planned-sessions": return hasTraineeSide ? .notApplicable : .count(planned.count)
        case "cancelled-sessions": return hasTraineeSide ? .notApplicable : .count(cancelled.count)
        case "trainers": return .count(Set(trainingAssignments.map(\.trainer)).count)
        case "trainer-hours": return .sum(trainingAssignments.map(\.hours))
        case "seats":
            return hasTraineeSide ? .notApplicable : .sum(sessions.map { records.sessions[$0].capacity })
        case "fill-rate":
            guard !hasTraineeSide else { return .notApplicable }
            let stating = sessions.filter {
                records.sessions[$0].capacity != nil && records.reported.contains($0)
            }
            let seats = stating.compactMap { records.sessions[$0].capacity }.reduce(0, +)
            let present =
                attended.filter { stating.contains($0.session) }.count
                + heads(headcounts.filter { stating.contains($0.session) })
            return .ratio(ExactFraction(Int128(present) * 1_000_000), seats)
        default: return nil
        }
    }

    private static let ofTraining = [
        "enrolments", "participations", "named-trainees", "trainees", "trainees-upper", "repeat-trainees",
        "completions",
        "withdrawals", "no-shows", "trainee-hours", "trainee-days", "attendance-days",
    ]
    private static let ofAnyKind =
        [
            "attendances", "named-attendances", "headcount-attendances", "institutions", "participant-cost",
        ] + ofCertificates.dropLast()
    private static let ofCertificates = [
        "certificates", "persons-current", "persons-due", "persons-lapsed", "renewals-in-time", "renewals-late",
        "renewal-rate",
    ]

    /// Whether nobody reported what a count or a sum over participants is made of; for the persons of a cell also which
    /// sessions they attended.
    private func isUnreported(_ measure: String) -> Bool {
        if hasTraineeSide, ["courses", "trainers", "trainer-hours"].contains(measure) {
            return isUnreported(isTraining, measure)
        }
        if hasTraineeSide, ["sessions", "activities"].contains(measure) { return isUnreported({ _ in true }, measure) }
        if NaiveCell.ofTraining.contains(measure) { return isUnreported(isTraining, measure) }
        return NaiveCell.ofAnyKind.contains(measure) && isUnreported({ _ in true }, measure)
    }

    private func isUnreported(_ isOfKind: (Int) -> Bool, _ measure: String) -> Bool {
        if !hasTraineeSide {
            let sessions = delivered.filter(isOfKind)
            return !sessions.isEmpty && !sessions.contains { records.reported.contains($0) }
        }
        // All that the cell has is a group whose number is not known; its cost and its completions may be stated.
        if ["participant-cost", "completions"].contains(measure) { return false }
        let groups = headcounts.filter { isOfKind($0.session) }
        return groups.contains { $0.participants == nil } && !groups.contains { $0.participants != nil }
            && !participations.contains { isOfKind($0.session) }
    }

    /// Whether people were counted where only named persons could give a figure, and nobody is named.
    private func hasOnlyCounted(_ measure: String) -> Bool {
        guard trainingHeadcounts.contains(where: \.hasSome) else { return false }
        switch measure {
        case "enrolments", "withdrawals", "no-shows", "attendance-days": return enrolled.isEmpty
        case "repeat-trainees", "trainee-hours", "trainee-days": return trained.isEmpty
        default: return false
        }
    }

    private func people(_ measure: String) -> NaiveFigure? {
        switch measure {
        case "attendances": return .count(attended.count + heads(headcounts))
        case "named-attendances": return .count(attended.count)
        case "headcount-attendances": return .count(heads(headcounts))
        case "enrolments": return .count(enrolled.count)
        case "participations": return .count(trained.count + heads(trainingHeadcounts))
        case "named-trainees": return .count(personCounts.count)
        case "trainees": return .count(bounds.least)
        case "trainees-upper": return .count(bounds.most)
        case "repeat-trainees": return .count(personCounts.values.filter { $0 > 1 }.count)
        case "completions":
            let groups = trainingHeadcounts.filter { canBeCompleted($0.session) }
            let stated = groups.compactMap(\.completions)
            if completable.isEmpty && stated.isEmpty && !groups.isEmpty { return .unknown }
            return .count(completable.filter { $0.status == "completed" }.count + Int(stated.reduce(0, +)))
        case "withdrawals": return .count(count("withdrawn"))
        case "no-shows": return .count(count("no-show"))
        case "completion-rate":
            let completed = completable.filter { $0.status == "completed" }.count
            return .ratio(ExactFraction(Int128(completed)), Int128(completable.count))
        case "withdrawal-rate": return rate("withdrawn")
        case "no-show-rate": return rate("no-show")
        case "trainee-hours": return .sum(trained.map(\.hours))
        case "trainee-days":
            guard case .exact(let hours) = NaiveFigure.sum(trained.map(\.hours)) else { return .unknown }
            return .exact(hours / .millionths(records.hoursPerDay))
        case "attendance-days": return .sum(enrolled.map { $0.days.map { .init($0.present) * 1_000_000 } })
        case "attendance-rate":
            let days = enrolled.compactMap(\.days)
            return .ratio(
                ExactFraction(Int128(days.map(\.present).reduce(0, +))), Int128(days.map(\.recorded).reduce(0, +)))
        case "trainees-per-trainer":
            let trainers = Set(trainingAssignments.map(\.trainer)).count
            if trainers == 0 { return .notApplicable }
            return isOpen || isUnreported("trainees")
                ? .unknown : .ratio(ExactFraction(Int128(bounds.least)), Int128(trainers))
        case "institutions":
            let named = attended.map(\.members) + headcounts.filter(\.hasSome).map(\.members)
            return .count(Set(named.compactMap { $0["institution"] }).subtracting([.unknown]).count)
        case "trainees-per-100k":
            guard let population, population > 0 else { return .notApplicable }
            if isOpen || isUnreported("trainees") { return .unknown }
            let known = leavesOutUnknownState ? knownState : self
            return .ratio(ExactFraction(Int128(known.bounds.least) * 100_000 * 1_000_000), population)
        default: return nil
        }
    }

    /// The least and the greatest number of persons: at most everybody who was counted is a person of his or her own; at
    /// least all who were in the same session are.
    private var bounds: (least: Int, most: Int) {
        var least = personCounts.count
        for session in Set(trainingHeadcounts.map(\.session)) {
            let named = Set(trained.filter { $0.session == session }.map(\.trainee)).count
            least = max(least, named + heads(trainingHeadcounts.filter { $0.session == session }))
        }
        return (least, personCounts.count + heads(trainingHeadcounts))
    }

    private var isOpen: Bool { bounds.least != bounds.most }

    /// The same cell without the persons and groups whose state is not known.
    private var knownState: NaiveCell {
        var cell = self
        cell.participations.removeAll { $0.members["state"] == .unknown }
        cell.headcounts.removeAll { $0.members["state"] == .unknown }
        return cell
    }

    private func rate(_ status: String) -> NaiveFigure {
        .ratio(ExactFraction(Int128(count(status))), Int128(enrolled.count))
    }

    private func outcome(_ measure: String) -> NaiveFigure? {
        func percentages(_ points: (NaiveParticipation) -> Int128?) -> CommonFractions {
            CommonFractions(
                percentages: trained.compactMap { participation in
                    points(participation).map { ($0, records.sessions[participation.session].course.maxScore) }
                })
        }
        let both = trained.filter { $0.preScore != nil && $0.postScore != nil }
        let posts = percentages(\.postScore)
        let gains = percentages { participation in
            guard let pre = participation.preScore, let post = participation.postScore else { return nil }
            return post - pre
        }
        switch measure {
        case "pre-score-mean": return .mean(percentages(\.preScore))
        case "post-score-mean": return .mean(posts)
        case "gain-mean": return .mean(gains)
        case "pre-score-count": return .count(trained.compactMap(\.preScore).count)
        case "post-score-count": return .count(trained.compactMap(\.postScore).count)
        case "gain-count": return .count(both.count)
        case "rating-count": return .count(trained.compactMap(\.rating).count)
        case "gain-normalised":
            let parts = both.compactMap { participation -> ExactFraction? in
                let highest = records.sessions[participation.session].course.maxScore
                guard let pre = participation.preScore, let post = participation.postScore, pre < highest else {
                    return nil
                }
                return ExactFraction(post - pre, over: highest - pre)
            }
            return .mean(parts)
        case "post-score-sd": return .deviation(posts)
        case "gain-sd": return .deviation(gains)
        case "post-score-p25": return .quantile(posts, quarters: 1)
        case "post-score-median": return .quantile(posts, quarters: 2)
        case "post-score-p75": return .quantile(posts, quarters: 3)
        case "pass-rate":
            let testable = trained.compactMap { participation -> Bool? in
                let passing = records.sessions[participation.session].course.passScore
                guard let post = participation.postScore, let passing else { return nil }
                return post >= passing
            }
            return .ratio(ExactFraction(Int128(testable.filter { $0 }.count)), Int128(testable.count))
        case "rating-mean": return .mean(CommonFractions(millionths: trained.compactMap(\.rating)))
        default: return nil
        }
    }

    private func validity(_ measure: String) -> NaiveFigure? {
        func those(_ statuses: String...) -> [NaiveParticipation] {
            participations.filter { participation in
                statuses.contains { participation.members["certificate-status"] == ByteText($0) }
            }
        }
        func persons(_ participations: [NaiveParticipation]) -> NaiveFigure {
            .count(Set(participations.map(\.trainee)).count)
        }
        switch measure {
        case "certificates": return .count(participations.filter { $0.members["certificate-status"] != .unknown }.count)
        case "persons-current": return persons(those("current", "due"))
        case "persons-due": return persons(those("due"))
        case "persons-lapsed": return persons(those("lapsed"))
        case "renewals-in-time": return .count(those("renewed-in-time").count)
        case "renewals-late": return .count(those("renewed-late").count)
        case "renewal-rate":
            let ended = those("lapsed", "renewed-in-time", "renewed-late").count
            return .ratio(ExactFraction(Int128(those("renewed-in-time").count)), Int128(ended))
        default: return nil
        }
    }

    func money(_ measure: String) -> NaiveFigure? {
        let spent = attended.map(\.cost) + headcounts.map(\.cost)
        switch measure {
        case "participant-cost": return .sum(spent)
        case "cost":
            return hasTraineeSide ? .notApplicable : .sum(spent + sessions.map { records.sessions[$0].cost })
        case "cost-per-trainee":
            if hasTraineeSide { return .notApplicable }
            if isUnreported("trainees") { return .unknown }
            if bounds.most == 0 { return .notApplicable }
            guard !isOpen, case .exact(let cost) = money("cost") else { return .unknown }
            return .exact(cost / ExactFraction(Int128(bounds.least)))
        case "cost-per-completion":
            if hasTraineeSide { return .notApplicable }
            let groups = trainingHeadcounts.filter { canBeCompleted($0.session) }
            if groups.contains(where: { $0.completions == nil }) { return .unknown }
            let named = completable.filter { $0.status == "completed" }.count
            let completed = Int128(named) + groups.compactMap(\.completions).reduce(0, +)
            if isUnreported("completions") || completed == 0 { return .notApplicable }
            guard case .exact(let cost) = money("cost") else { return .unknown }
            return .exact(cost / ExactFraction(completed))
        case "cost-per-participation":
            let groups = headcounts.filter { $0.cost != nil && $0.participants != nil }
            let costs = (attended.map(\.cost) + groups.map(\.cost)).compactMap { $0 }
            return .ratio(
                .millionths(costs.reduce(0, +)), Int128(attended.filter { $0.cost != nil }.count + heads(groups)))
        default: return nil
        }
    }
}

extension NaiveHeadcount {
    /// Whether it counts somebody.
    var hasSome: Bool { (participants ?? 0) > 0 }
}
