import TrainingStats

/// What is suspicious without being wrong.
extension DatasetReader {
    func checkSessions(today: CivilDate) {
        let file = inputs.first { $0.file.hasPrefix("sessions.csv") }?.file ?? RecordTable.sessions.fileName
        func warn(_ session: Session, _ code: FindingCode, _ column: String, _ value: String, _ message: String) {
            log.add(
                Finding(file: file, line: session.line, column: column, code: code, value: value, message: message))
        }
        for (index, session) in dataset.sessions.enumerated() where session.status == .held {
            let isLater = [session.start, session.end].compactMap(\.self).contains { $0 > today }
            if isLater {
                let day = session.end ?? session.start ?? today
                warn(
                    session, .futureSession, "end_date", "\(day)",
                    "'\(session.id)' is held and ends after the reporting day \(today); it does not count yet")
            } else if !hasParticipants[index] {
                warn(
                    session, .noParticipants, "session_id", session.id,
                    "'\(session.id)' is held and has neither participations nor headcounts")
            }
            if let capacity = session.capacity, attendance[index] > capacity {
                warn(
                    session, .overCapacity, "capacity", "\(capacity)",
                    "\(attendance[index]) attended '\(session.id)', which has \(capacity) seats")
            }
        }
    }

    /// Persons with the same name and the same year of birth.
    func checkPersons() {
        let file = inputs.first { $0.file.hasPrefix("trainees.csv") }?.file ?? RecordTable.trainees.fileName
        let people = dataset.trainees
        var first: [Int64: Int] = [:]
        for person in 0..<people.count where people.nameCodes[person] >= 0 && people.profiles[person].birthYear >= 0 {
            let key = Int64(people.nameCodes[person]) << 16 | Int64(people.profiles[person].birthYear)
            guard let earlier = first[key] else {
                first[key] = person
                continue
            }
            log.add(
                Finding(
                    file: file, line: Int(people.lines[person]), column: "trainee_id", code: .possibleDuplicatePerson,
                    value: people.ids[person],
                    message: "'\(people.ids[person])' has the name and year of birth of '\(people.ids[earlier])' "
                        + "(line \(people.lines[earlier])); if they are one person, give both one trainee_id"))
        }
    }

    /// Texts of a dimension that differ only in case, spacing or punctuation.
    func checkSpellings() {
        let tables: [(dimension: String, table: KeyTable)] = [
            ("institution", dataset.institutions), ("venue", dataset.venues), ("provider", dataset.providers),
            ("programme", dataset.programmes),
        ]
        for (dimension, table) in tables {
            var first: [String: Int] = [:]
            for code in 0..<table.count where merged[dimension].map({ $0.count <= code || $0[code] == code }) ?? true {
                let text = table[code]
                let folded = foldedSpelling(text)
                guard let earlier = first[folded] else {
                    first[folded] = code
                    continue
                }
                guard let origin = origins[dimension]?[code] else { continue }
                log.add(
                    Finding(
                        file: origin.file, line: origin.line, column: dimension, code: .similarMembers,
                        value: shortened(text),
                        message:
                            "'\(shortened(text))' differs from '\(shortened(table[earlier]))' only in case, spacing "
                            + "or punctuation; if they are one, say so in labels.csv (same_as)"))
            }
        }
    }
}

/// A text's letters and digits alone, in lower case.
func foldedSpelling(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
}
