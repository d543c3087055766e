import Support
import TrainingStats

/// `trainers.csv`.
enum TrainerTable: TableReading {
    static func read(
        _ rows: TableReader<TrainerColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        try rows.forEachRow {
            guard let key = rows.text(.trainerID) else { return }
            if draft.references[.trainers].code(of: key) != nil {
                return rows.rejectDuplicate(key, at: .trainerID)
            }
            var trainer = Trainer(id: key, line: rows.line)
            trainer.name = rows.text(.name)
            trainer.affiliation = rows.code(.affiliation, as: TrainerAffiliation.self)
            let own = rows.ownTexts(draft.attributes)
            guard rows.accepts else { return draft.references.reject(key, of: .trainers) }
            trainer.organisation = draft.member(.organisation, of: .trainerOrganisation, rows)
            if let text = rows.text(.nationality) {
                let code = draft.spellings(text).map { draft.dataset.states[$0].code } ?? text
                trainer.nationality = draft.dataset.nationalities.insert(code)
            }
            _ = draft.references[.trainers].insert(key)
            draft.dataset.trainers.append(trainer)
            draft.attributes.append(own, of: rows)
        }
    }
}

/// `assignments.csv`.
enum AssignmentTable: TableReading {
    static func read(
        _ rows: TableReader<AssignmentColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        let references = draft.references
        var seen = PairSet()
        try rows.forEachRow {
            let session = references.position(of: .sessionID, in: .sessions, rows)
            let trainer = references.position(of: .trainerID, in: .trainers, rows)
            guard let session, let trainer else { return }
            var assignment = Assignment(session: session, trainer: trainer, line: rows.line)
            assignment.role = rows.code(.role, as: TrainerRole.self)
            assignment.hours = rows.decimal(.hours, atLeast: 0)
            guard rows.accepts else { return }
            guard seen.insert(session, trainer * roles + position(of: assignment.role)) else {
                let key = [draft.dataset.sessions[session].id, draft.dataset.trainers[trainer].id]
                return rows.rejectDuplicate(
                    (key + [assignment.role?.rawValue].compactMap(\.self)).joined(separator: ", "), at: .trainerID)
            }
            draft.dataset.assignments.append(assignment)
        }
    }

    /// How many roles there are, the unknown one included.
    private static let roles = TrainerRole.allCases.count + 1

    /// The position of a role, 0 of the unknown one.
    private static func position(of role: TrainerRole?) -> Int {
        role.flatMap { TrainerRole.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    }
}

/// `affiliations.csv`.
enum AffiliationTable: TableReading {
    static func read(
        _ rows: TableReader<AffiliationColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        let trainees = draft.dataset.trainees.ids
        var seen = PairSet()
        try rows.forEachRow {
            let trainee = draft.references.position(of: .traineeID, in: trainees, of: .trainees, rows).map {
                draft.persons($0)
            }
            let day = rows.date(.from)
            guard let trainee, let day else { return }
            var profile = draft.dataset.trainees.profiles[trainee]
            profile.state = -1
            if rows.has(.sector) { profile.sector = -1 }
            draft.spellings.readProfile(rows, of: draft.dataset.states, into: &profile)
            let own = rows.ownTexts(draft.attributes)
            guard rows.accepts else { return }
            // Days before 1970 are negative.
            guard seen.insert(trainee, Int(day.day) + 1_000_000) else {
                return rows.rejectDuplicate(trainees[trainee] + ", \(day)", at: .from)
            }
            if rows.has(.institution) {
                profile.institution = Int32(draft.member(.institution, of: .institution, rows) ?? -1)
            }
            draft.dataset.affiliations.append(
                Affiliation(trainee: trainee, from: day, profile: profile, line: rows.line))
            draft.attributes.append(own, of: rows)
        }
        let read = draft.dataset.affiliations
        let order = read.indices.sorted {
            (read[$0].trainee, read[$0].from) < (read[$1].trainee, read[$1].from)
        }
        draft.dataset.affiliations = order.map { read[$0] }
        draft.attributes.arrange(.affiliations, by: order)
    }
}

/// `headcounts.csv`.
enum HeadcountTable: TableReading {
    static func read(
        _ rows: TableReader<HeadcountColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        let sessions = draft.references[.sessions]
        try rows.forEachRow {
            let session = draft.references.position(of: .sessionID, in: sessions, of: .sessions, rows)
            var profile = Profile()
            draft.spellings.readProfile(rows, of: draft.dataset.states, into: &profile)
            let participants = rows.whole(.participants, in: 0...1_000_000_000)
            let completions = rows.whole(.completions, in: 0...1_000_000_000)
            if let participants, let completions, completions > participants {
                rows.report(
                    .outOfRange, at: .completions, value: "\(completions)",
                    FindingText(RecordWording.moreCompletions, completions, participants))
            }
            let cost = rows.decimal(.cost)
            let own = rows.ownTexts(draft.attributes)
            guard rows.accepts, let session else { return }
            profile.institution = Int32(draft.member(.institution, of: .institution, rows) ?? -1)
            draft.attendance.add(headcount: participants, completions: completions ?? 0, to: session)
            let currency = draft.currency(ofSession: session)
            var group = Headcount(
                session: session, profile: profile, participants: participants, completions: completions,
                cost: draft.amount(cost, in: currency), line: rows.line)
            if currency.rate != nil { group.statedCost = cost }
            draft.dataset.headcounts.append(group)
            draft.attributes.append(own, of: rows)
        }
    }
}
