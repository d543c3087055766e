import TrainingStats

/// Answers that may be shown: the only thing that documents are made of.
///
/// `disclosed` alone makes them, so that no figure can reach a document around disclosure control.
package struct DisclosedAnswers: Sendable {
    private let answers: Answers

    fileprivate init(_ answers: Answers) { self.answers = answers }

    /// The answer to a request, as it may be shown.
    package func summary(of request: SummaryRequest) throws(UnansweredRequest) -> Summary {
        try answers.summary(of: request)
    }
}

/// A figure with the records behind it that may be shown.
package struct DisclosedRecords: Sendable {
    /// The summary whose total is the figure.
    package let figure: Summary
    /// The records that make it.
    package let records: SelectedRecords

    fileprivate init(figure: Summary, records: SelectedRecords) {
        self.figure = figure
        self.records = records
    }
}

/// Participations of one session or one person that may be shown.
package struct DisclosedParticipations: Sendable {
    /// The participations, in file order.
    package let participations: [Participation]

    fileprivate init(_ participations: [Participation]) { self.participations = participations }
}

/// An answer about certificates, or about persons' last trainings, that may be shown.
package struct DisclosedSummary: Sendable {
    /// The answer.
    package let summary: Summary

    fileprivate init(_ summary: Summary) { self.summary = summary }
}

/// A list of persons with their certificates that may be shown.
package struct DisclosedCertificates: Sendable {
    /// The list.
    package let list: ValidityList

    fileprivate init(_ list: ValidityList) { self.list = list }
}

/// What may be shown of the answers to all tables of a piece of work.
///
/// Disclosure control stands here: behind the last answer and before the first document, where it sees all tables at once
/// and can protect a cell in one table from what another table gives away. There is no control yet: everything is shown.
package func disclosed(_ answers: Answers) -> DisclosedAnswers { DisclosedAnswers(answers) }

/// What may be shown of an answer about certificates; there is no control yet, and all of it is.
package func disclosed(_ summary: Summary) -> DisclosedSummary { DisclosedSummary(summary) }

/// What may be shown of a list of persons with certificates; there is no control yet: who asks for it gets it.
package func disclosed(_ list: ValidityList) -> DisclosedCertificates { DisclosedCertificates(list) }

/// What may be shown of the records behind a figure; there is no control yet, and all of them are.
package func disclosed(figure: Summary, records: SelectedRecords) -> DisclosedRecords {
    DisclosedRecords(figure: figure, records: records)
}

/// What may be shown of a list of participations; there is no control yet: who asks for a list of persons gets it.
package func disclosed(_ list: ParticipationList) -> DisclosedParticipations {
    DisclosedParticipations(list.participations)
}
