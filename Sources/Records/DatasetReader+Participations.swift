import TrainingStats

extension DatasetReader {
    /// How many participations a block holds.
    private static let blockRows = 8_192

    /// Reads the participations in blocks; each block is valid during the call alone.
    public func readParticipations(_ consume: (ParticipationBlock) -> Void) throws(ReadError) {
        try read(.participations) { (reader) throws(ReadError) in
            let (sessionID, traineeID) = (reader.column("session_id"), reader.column("trainee_id"))
            let (status, hours, rating) = (reader.column("status"), reader.column("hours"), reader.column("rating"))
            let (pre, post, cost) = (reader.column("pre_score"), reader.column("post_score"), reader.column("cost"))
            let plannedHours = dataset.courses.map(\.hours)
            var block = ParticipationBlock()
            var seen = PairSet()
            try reader.forEachRow {
                let session = reference(sessionID, in: sessionKeys, of: .sessions, .unknownSession, reader)
                let trainee = reference(
                    traineeID, in: dataset.trainees.ids, of: .trainees, .unknownTrainee, reader)
                let state = reader.code(status, as: ParticipationStatus.self)
                let course = session.map { dataset.sessions[$0].course }
                let maximum = course.map { dataset.courses[$0].maxScore }
                let attended = reader.decimal(hours, atLeast: 0)
                let before = reader.decimal(pre, atLeast: 0, atMost: maximum)
                let after = reader.decimal(post, atLeast: 0, atMost: maximum)
                let grade = reader.decimal(rating, atLeast: 1, atMost: ExactDecimal(5))
                let amount = reader.decimal(cost)
                guard reader.accepts, let session, let trainee, let state else { return }
                guard seen.insert(session, trainee) else {
                    return duplicate(
                        dataset.sessions[session].id + ", " + dataset.trainees.ids[trainee], "trainee_id", reader)
                }
                var participation = Participation(
                    session: session, trainee: trainee, status: state, line: reader.line)
                participation.hours = attended
                participation.preScore = before
                participation.postScore = after
                participation.rating = grade
                participation.cost = amount
                if let course, let plan = plannedHours[course], let attended, attended > plan {
                    reader.report(
                        .hoursExceedPlan, "hours", "\(attended)",
                        "\(attended) hours are more than the \(plan) planned for the course")
                }
                if state == .completed, after == nil, reader.has("post_score") {
                    reader.report(
                        .missingScore, "post_score", "", "the participation is completed and has no score after")
                }
                if dataset.settings.trainedStatuses.contains(state) { attendance[session] += 1 }
                hasParticipants[session] = true
                block.append(participation)
                if block.count == Self.blockRows {
                    consume(block)
                    block.removeAll()
                }
            }
            if block.count > 0 { consume(block) }
        }
    }
}
