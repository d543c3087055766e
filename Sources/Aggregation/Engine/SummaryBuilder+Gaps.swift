import TrainingStats

/// What sessions that nobody reported leave open.
extension SummaryBuilder {
    /// How many delivered sessions in the scope of a request are not reported, and could have records of some sets if they
    /// were.
    func unreportedSessions(of sets: [RecordSet], for view: RequestView) -> Int {
        guard view.tracksReports, !reports.flags.isEmpty else { return 0 }
        return dataset.sessions.indices.count { session in
            guard isDelivered(session, in: view), bundles.isEmpty || bundles.numbers[session] >= 0,
                !reports.flags[session]
            else { return false }
            let record = placer.record(ofSession: session, in: .sessions)
            let canCertify = dataset.courses[dataset.sessions[session].course].monthsOfValidity != nil
            return sets.contains { set in
                (canCertify || !set.isOfCertificates)
                    && set.conditions.allSatisfy { $0.reach > .session || record.meets($0) }
            }
        }
    }
}
