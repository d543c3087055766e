import TrainingStats

/// Readings whose findings are wanted as of several reporting days.
extension DatasetReader {
    /// What was found, as of each of several days, in place of ``finish(today:)``.
    ///
    /// Persons and members who could be the same are looked for once: on them the day has no influence.
    package func findings(asOf days: Set<CivilDate>) -> [CivilDate: FindingLog] {
        let undated = log.emptyCopy()
        DatasetWarnings(over: draft, from: contents, to: undated).checkResemblances(samePersons())
        let logs = days.map { day in
            let log = log.copy()
            DatasetWarnings(over: draft, from: contents, to: log).checkDays(today: day)
            log.merge(undated)
            return (day, log)
        }
        return Dictionary(logs, uniquingKeysWith: { first, _ in first })
    }
}

extension DatasetWarnings {
    /// All that depends on the reporting day.
    func checkDays(today: CivilDate) {
        checkSessions(today: today)
        checkCompletions(today: today)
        checkAges(today: today)
        checkCertificates(today: today)
        checkFollowUps(today: today)
        checkRequirements(today: today)
    }

    /// All that does not.
    func checkResemblances(_ samePersons: [(person: Int, earlier: Int)]) {
        check(samePersons)
        checkSpellings()
    }
}
