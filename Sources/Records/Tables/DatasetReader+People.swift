import TrainingStats

/// Trainers, assignments, trainees, affiliations and headcounts.
extension DatasetReader {
    func readTrainers() throws(ReadError) {
        try read(.trainers) { (reader) throws(ReadError) in
            let (id, name) = (reader.column("trainer_id"), reader.column("name"))
            let (nationality, organisation) = (reader.column("nationality"), reader.column("organisation"))
            let affiliation = reader.column("affiliation")
            try reader.forEachRow {
                guard let key = reader.text(id) else { return }
                if trainerKeys.code(of: key) != nil { return duplicate(key, "trainer_id", reader) }
                var trainer = Trainer(id: key, line: reader.line)
                trainer.name = reader.text(name)
                trainer.affiliation = reader.code(affiliation, as: TrainerAffiliation.self)
                guard reader.accepts else { return reject(key, of: .trainers) }
                trainer.organisation = member(organisation, "trainer-organisation", \.organisations, reader)
                if let text = reader.text(nationality) {
                    let code = spellings(text).map { dataset.states[$0].code } ?? text
                    trainer.nationality = dataset.nationalities.insert(code)
                }
                _ = trainerKeys.insert(key)
                dataset.trainers.append(trainer)
            }
        }
    }

    func readAssignments() throws(ReadError) {
        try read(.assignments) { (reader) throws(ReadError) in
            let (sessionID, trainerID) = (reader.column("session_id"), reader.column("trainer_id"))
            let (role, hours) = (reader.column("role"), reader.column("hours"))
            var seen = PairSet()
            try reader.forEachRow {
                let session = reference(sessionID, in: sessionKeys, of: .sessions, .unknownSession, reader)
                let trainer = reference(trainerID, in: trainerKeys, of: .trainers, .unknownTrainer, reader)
                guard let session, let trainer else { return }
                var assignment = Assignment(session: session, trainer: trainer, line: reader.line)
                assignment.role = reader.code(role, as: TrainerRole.self)
                assignment.hours = reader.decimal(hours, atLeast: 0)
                guard reader.accepts else { return }
                guard seen.insert(session, trainer) else {
                    return duplicate(
                        dataset.sessions[session].id + ", " + dataset.trainers[trainer].id, "trainer_id", reader)
                }
                dataset.assignments.append(assignment)
            }
        }
    }

    func readAffiliations() throws(ReadError) {
        try read(.affiliations) { (reader) throws(ReadError) in
            let (id, from) = (reader.column("trainee_id"), reader.column("from"))
            let columns = ProfileColumns(reader)
            var seen = PairSet()
            try reader.forEachRow {
                let trainee = reference(id, in: dataset.trainees.ids, of: .trainees, .unknownTrainee, reader)
                let day = reader.date(from)
                guard let trainee, let day else { return }
                var profile = dataset.trainees.profiles[trainee]
                profile.state = -1
                if reader.has("sector") { profile.sector = -1 }
                readProfile(columns, into: &profile, reader)
                guard reader.accepts else { return }
                guard seen.insert(trainee, Int(day.day) + 1_000_000) else {
                    return duplicate(dataset.trainees.ids[trainee] + ", \(day)", "from", reader)
                }
                if reader.has("institution") {
                    profile.institution = Int32(
                        member(columns.institution, "institution", \.institutions, reader) ?? -1)
                }
                dataset.affiliations.append(
                    Affiliation(trainee: trainee, from: day, profile: profile, line: reader.line))
            }
        }
        dataset.affiliations.sort { ($0.trainee, $0.from) < ($1.trainee, $1.from) }
    }

    func readHeadcounts() throws(ReadError) {
        try read(.headcounts) { (reader) throws(ReadError) in
            let id = reader.column("session_id")
            let columns = ProfileColumns(reader)
            let (participants, completions) = (reader.column("participants"), reader.column("completions"))
            let cost = reader.column("cost")
            try reader.forEachRow {
                let session = reference(id, in: sessionKeys, of: .sessions, .unknownSession, reader)
                var profile = Profile()
                readProfile(columns, into: &profile, reader)
                let count = reader.whole(participants, in: 0...1_000_000_000)
                let completed = reader.whole(completions, in: 0...1_000_000_000)
                if let count, let completed, completed > count {
                    reader.report(
                        .outOfRange, "completions", "\(completed)",
                        "\(completed) completions are more than the \(count) participants")
                }
                let amount = reader.decimal(cost)
                guard reader.accepts, let session else { return }
                profile.institution = Int32(member(columns.institution, "institution", \.institutions, reader) ?? -1)
                attendance.add(headcount: count ?? 0, to: session)
                dataset.headcounts.append(
                    Headcount(
                        session: session, profile: profile, participants: count, completions: completed, cost: amount,
                        line: reader.line))
            }
        }
    }

    /// The columns that several tables describe persons by.
    struct ProfileColumns {
        let state, institution, sector, sex: TableReader.Column

        init(_ reader: TableReader) {
            state = reader.column("state")
            institution = reader.column("institution")
            sector = reader.column("sector")
            sex = reader.column("sex")
        }
    }

    /// Fills in the state, sector and sex that the current row states.
    func readProfile(_ columns: ProfileColumns, into profile: inout Profile, _ reader: TableReader) {
        if let index = state(columns.state, reader) { profile.state = Int16(index) }
        if let sector = reader.code(columns.sector, as: Sector.self) { profile.sector = position(of: sector) }
        if let sex = reader.code(columns.sex, as: Sex.self) { profile.sex = position(of: sex) }
    }

    private func position<Code: CaseIterable & Equatable>(of code: Code) -> Int8 {
        Int8(Code.allCases.enumerated().first { $0.element == code }?.offset ?? -1)
    }
}
