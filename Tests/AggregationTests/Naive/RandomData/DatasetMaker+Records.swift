extension DatasetMaker {
    /// The courses.
    mutating func courseTable() -> DatasetTable {
        var rows: [[String: String]] = []
        // Scales as they are, and now and then some whose percentages have no small unit in common.
        let scales = random.some(
            of: random.happens(20)
                ? [99_999_989, 83_333_333, 61_777_777, 7_500_000]
                : [100_000_000, 20_000_000, 30_000_000, 50_000_000, 10_500_000, 7_500_000],
            count: random.within(1...3))
        for number in 1...random.within(2...6) {
            let scale = random.pick(scales)
            let passing = random.pick([scale / 2, scale * 3 / 5, scale])
            rows.append([
                "course_id": random.happens(10) ? "c,\(number)" : "C\(number)", "title": "Course \(number)",
                "title_ar": maybe("دورة \(number)"), "topic": maybe(of: topics), "kind": maybe(of: kinds),
                "level": maybe(of: Vocabulary.levels), "hours": maybe("\(random.within(3...60))"),
                "max_score": maybe(decimalText(scale, places: scale % 100_000 == 0 ? 1 : 6)),
                "pass_score": maybe(decimalText(passing, places: 2)),
                "completion": maybe(of: ["yes", "no"]),
            ])
        }
        return table(
            "courses", required: ["course_id", "title", "topic"],
            optional: ["title_ar", "kind", "level", "hours", "max_score", "pass_score", "completion"], rows: rows)
    }

    /// The sessions of the courses: held, planned and cancelled ones, some without a start or an end.
    mutating func sessionTable(courses: DatasetTable) -> DatasetTable {
        var rows: [[String: String]] = []
        for number in 1...random.within(2...12) {
            let start = day()
            let end = random.happens(30) ? start : start.advanced(by: random.within(0...45))
            let isUndated = random.happens(10)
            rows.append([
                "session_id": random.pick(["S", "s", "س", "0"]) + "\(number)",
                "course_id": random.pick(courses.rows)["course_id"] ?? "",
                "start_date": random.happens(emptyShare / 4) ? "" : start.text,
                "end_date": isUndated ? "" : end.text, "host_state": maybe(spelling(of: random.pick(states))),
                "venue": maybe(of: Vocabulary.venues), "provider": maybe(of: Vocabulary.providers),
                "programme": maybe(of: Vocabulary.programmes), "cost": maybe(cost(upTo: 20_000)),
                "language": maybe(of: Vocabulary.languages), "delivery": maybe(of: Vocabulary.deliveries),
                "capacity": maybe("\(random.within(1...30))"),
                "status": random.pick(["held", "held", "held", "held", "held", "", "", "planned", "cancelled"]),
            ])
        }
        return table(
            "sessions", required: ["session_id", "course_id", "start_date", "end_date"],
            optional: [
                "host_state", "venue", "provider", "programme", "cost", "language", "delivery", "capacity", "status",
            ], rows: rows)
    }

    /// The trainees.
    mutating func traineeTable() -> DatasetTable {
        var rows: [[String: String]] = []
        for number in 1...random.within(2...12) {
            rows.append([
                "trainee_id": random.pick(["T", "00", "ط"]) + "\(number)", "name": maybe("Person \(number)"),
                "state": random.happens(emptyShare / 2) ? "" : spelling(of: random.pick(states)),
                "institution": maybe(of: institutions), "sector": maybe(of: Vocabulary.sectors),
                "sex": maybe(of: Vocabulary.sexes), "birth_year": maybe("\(random.within(1955...2012))"),
            ])
        }
        return table(
            "trainees", required: ["trainee_id", "state"],
            optional: ["name", "institution", "sector", "sex", "birth_year"], rows: rows)
    }

    /// The participations, with scores below the highest of the course.
    mutating func participationTable(
        courses: DatasetTable, sessions: DatasetTable, trainees: DatasetTable
    ) -> DatasetTable {
        var pairs: [(session: [String: String], trainee: [String: String])] = []
        for session in sessions.rows {
            for trainee in trainees.rows { pairs.append((session, trainee)) }
        }
        var rows: [[String: String]] = []
        for (session, trainee) in random.some(of: pairs, count: random.within(0...40)) {
            let course = courses.rows.first { $0["course_id"] == session["course_id"] }
            let highest = millionths(course?["max_score"] ?? "100")
            rows.append([
                "session_id": session["session_id"] ?? "", "trainee_id": trainee["trainee_id"] ?? "",
                "status": random.pick(Vocabulary.statuses + ["attended", "completed", "completed", "completed"]),
                "hours": maybe(decimal(upTo: 60_000_000)), "pre_score": maybe(score(upTo: highest)),
                "post_score": maybe(score(upTo: highest)), "rating": maybe(rating()),
                "cost": maybe(cost(upTo: 900)),
            ])
        }
        return table(
            "participations", required: ["session_id", "trainee_id", "status"],
            optional: ["hours", "pre_score", "post_score", "rating", "cost"], rows: rows)
    }

    private mutating func score(upTo highest: Int) -> String {
        if random.happens(50) { return decimalText(highest * random.within(0...4) / 4, places: random.pick([3, 6])) }
        return decimal(upTo: highest)
    }

    private mutating func rating() -> String {
        random.happens(85) ? "\(random.within(1...5))" : random.pick(["3.5", "1.25", "4.75"])
    }

    private func millionths(_ text: String) -> Int {
        Int(Scaled.parse(text) ?? 0)
    }

    /// Sessions whose participants are counted, not named.
    mutating func headcountTable(sessions: DatasetTable) -> DatasetTable {
        var rows: [[String: String]] = []
        let unknownShare = random.pick([0, 20, 60])
        for _ in 0..<random.within(0...8) {
            let participants = random.happens(10) ? 0 : random.within(1...40)
            rows.append([
                "session_id": random.pick(sessions.rows)["session_id"] ?? "",
                "state": maybe(spelling(of: random.pick(states))), "institution": maybe(of: institutions),
                "sector": maybe(of: Vocabulary.sectors), "sex": maybe(of: Vocabulary.sexes),
                "participants": random.happens(unknownShare) ? "" : "\(participants)",
                "completions": maybe("\(random.within(0...participants))"),
                "cost": maybe(cost(upTo: 5_000)),
            ])
        }
        return table(
            "headcounts", required: ["session_id", "participants"],
            optional: ["state", "institution", "sector", "sex", "completions", "cost"], rows: rows)
    }

    /// Where trainees belonged from which day on.
    mutating func affiliationTable(trainees: DatasetTable) -> DatasetTable {
        var rows: [[String: String]] = []
        for trainee in trainees.rows {
            var days: [CivilDay] = []
            for _ in 0..<random.within(0...3) {
                let from = day()
                if days.contains(from) { continue }
                days.append(from)
                rows.append([
                    "trainee_id": trainee["trainee_id"] ?? "", "from": from.text,
                    "state": random.happens(emptyShare / 2) ? "" : spelling(of: random.pick(states)),
                    "institution": maybe(of: institutions), "sector": maybe(of: Vocabulary.sectors),
                ])
            }
        }
        return table(
            "affiliations", required: ["trainee_id", "from", "state"], optional: ["institution", "sector"],
            rows: random.shuffled(rows))
    }
}
