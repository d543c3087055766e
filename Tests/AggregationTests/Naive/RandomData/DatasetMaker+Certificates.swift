import TestSupport

extension DatasetMaker {
    /// Makes completions of some courses valid for a time, and states certificates of some participations.
    ///
    /// What else the dataset has does not depend on it.
    static func addCertificates(to dataset: inout RandomDataset) {
        var random = SplitMix64(seed: dataset.seed &+ 900_000)
        guard random.happens(60), let courses = dataset.tables.firstIndex(where: { $0.name == "courses" }) else {
            return
        }
        dataset.tables[courses].columns.append("valid_months")
        for row in dataset.tables[courses].rows.indices where random.happens(70) {
            dataset.tables[courses].rows[row]["valid_months"] = random.pick(["1", "2", "6", "12", "24", "36"])
        }
        let sessions = dataset.table("sessions")?.rows ?? []
        guard random.happens(60), let index = dataset.tables.firstIndex(where: { $0.name == "participations" }) else {
            return
        }
        dataset.tables[index].columns += ["certificate_no", "certified_on"]
        for row in dataset.tables[index].rows.indices {
            let participation = dataset.tables[index].rows[row]
            let session = sessions.first { $0["session_id"] == participation["session_id"] }
            if random.happens(30) { dataset.tables[index].rows[row]["certificate_no"] = "N-\(random.within(1...60))" }
            guard random.happens(40) else { continue }
            let first = CivilDay(session?["start_date"] ?? "") ?? CivilDay(session?["end_date"] ?? "")
            let start = first ?? CivilDay(2016, 2, 29)
            let day = random.happens(30) ? start : start.advanced(by: random.within(0...500))
            // The last days of months are those whose months later have fewer days.
            let last = CivilDay(day.year, day.month, CivilDay.length(ofMonth: day.month, in: day.year))
            dataset.tables[index].rows[row]["certified_on"] = (random.happens(40) ? last : day).text
        }
    }
}
