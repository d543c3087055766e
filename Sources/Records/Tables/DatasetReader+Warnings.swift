import Support
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
            if let end = session.end, end > today {
                warn(
                    session, .futureSession, "end_date", "\(end)",
                    "'\(session.id)' is held and ends after the reporting day \(today), so that it does not count yet; "
                        + "mend the date, or call it planned")
            } else if let start = session.start, start > today {
                warn(
                    session, .futureSession, "start_date", "\(start)",
                    "'\(session.id)' is held and starts after the reporting day \(today), and counts because it has no "
                        + "end; mend the date, or call it planned")
            } else if !attendance.hasParticipants[index],
                uselessTables.isDisjoint(with: [.participations, .headcounts])
            {
                warn(
                    session, .noParticipants, "session_id", session.id,
                    "'\(session.id)' is held and has neither participations nor headcounts; add them, or call it cancelled"
                )
            }
            if let capacity = session.capacity, attendance.attendances[index] > capacity {
                warn(
                    session, .overCapacity, "capacity", "\(capacity)",
                    "\(attendance.attendances[index]) attended '\(session.id)', which has \(capacity) seats; mend one of the two"
                )
            }
        }
    }

    /// Persons with the same name and the same year of birth.
    func checkPersons() {
        let file = inputs.first { $0.file.hasPrefix("trainees.csv") }?.file ?? RecordTable.trainees.fileName
        let people = dataset.trainees
        for (person, earlier) in repeatedPersons(among: people, threads: threads(for: .trainees)) {
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
        for (dimension, table) in similarDimensions {
            let findings = similarMembers(of: dimension, table).flatMap { group in
                group.dropFirst().map { (code: $0, earlier: group[0]) }
            }
            for (code, earlier) in findings.sorted(by: { $0.code < $1.code }) {
                guard let origin = origins[dimension]?[code] else { continue }
                let text = table[code]
                log.add(
                    Finding(
                        file: origin.file, line: origin.line, column: dimension, code: .similarMembers,
                        value: text.shortened(),
                        message:
                            "'\(text.shortened())' differs from '\(table[earlier].shortened())' only in case, spacing "
                            + "or punctuation; if they are one, say so in labels.csv (same_as)"))
            }
        }
    }
}

/// A text's letters and digits alone, in lower case.
func foldedSpelling(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
}
