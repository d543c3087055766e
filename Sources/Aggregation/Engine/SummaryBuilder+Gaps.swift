import TrainingStats

/// What sessions that nobody reported leave open.
extension SummaryBuilder {
    /// How many delivered sessions in scope are not reported, and could have records of some sets if they were.
    func unreportedSessions(of sets: [RecordSet]) -> Int {
        guard !reports.flags.isEmpty else { return 0 }
        return dataset.sessions.indices.count { session in
            guard placer.deliveredParts[session] >= 0, bundles.isEmpty || bundles.numbers[session] >= 0,
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
