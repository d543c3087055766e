import TestSupport

extension DatasetMaker {
    /// Adds answers to evaluation forms and follow-ups to a dataset; what else it has does not depend on it.
    static func addAfterTheCourse(to dataset: inout RandomDataset) {
        var maker = DatasetMaker(seed: dataset.seed &+ 900_000)
        let sessions = (dataset.table("sessions")?.rows ?? []).compactMap { $0["session_id"] }
        if maker.random.happens(60) { dataset.tables.append(maker.evaluationTable(sessions)) }
        if let participations = dataset.table("participations"), maker.random.happens(60) {
            dataset.tables.append(maker.followUpTable(participations))
        }
        guard let labels = dataset.tables.firstIndex(where: { $0.name == "labels" }),
            dataset.tables[labels].columns.contains("same_as"),
            dataset.table("evaluations")?.rows.contains(where: { $0["item"] == "trainer" }) == true
        else { return }
        dataset.tables[labels].rows.append([
            "dimension": "evaluation-item", "member": "Trainer", "same_as": "trainer",
        ])
    }

    private mutating func evaluationTable(_ sessions: [String]) -> DatasetTable {
        var rows: [[String: String]] = []
        for _ in 0..<random.within(0...60) {
            rows.append([
                "session_id": random.pick(sessions), "item": random.pick(Vocabulary.items),
                "value": "\(random.within(1...5))",
            ])
        }
        return table("evaluations", required: ["session_id", "item", "value"], optional: [], rows: rows)
    }

    private mutating func followUpTable(_ participations: DatasetTable) -> DatasetTable {
        var rows: [[String: String]] = []
        var done: Set<[String]> = []
        let askedShare = random.pick([30, 80, 100])
        for participation in participations.rows where random.happens(askedShare) {
            let key = [participation["session_id"] ?? "", participation["trainee_id"] ?? ""]
            guard done.insert(key).inserted else { continue }
            rows.append([
                "session_id": key[0], "trainee_id": key[1], "asked_on": maybe(day().text),
                "applied": maybe(of: ["yes", "partly", "no"]), "supervisor_rating": maybe("\(random.within(1...5))"),
                "benefit": maybe(cost(upTo: 4_000)),
            ])
        }
        return table(
            "followups", required: ["session_id", "trainee_id"],
            optional: ["asked_on", "applied", "supervisor_rating", "benefit"], rows: random.shuffled(rows))
    }
}
