import TrainingStats

/// The engine that sums up groups of participations which are counted where they are.
///
/// What it does not see is single rows. Otherwise it is the engine that reads them: sessions, persons and groups are placed by
/// the same code, and the same accumulators take in each row that stands for others as often as it says.
package struct GroupedEngine<Reading: GroupedReading>: SummaryEngine {
    private let catalogue: Catalogue
    private let reading: Reading

    /// An engine for requests in a catalogue.
    package init(_ catalogue: Catalogue, reading: Reading) {
        self.catalogue = catalogue
        self.reading = reading
    }

    package func summaries(of requests: [SummaryRequest]) throws -> [SummaryRequest: Summary] {
        var (builders, asked) = try prepared(requests)
        let questions = distinct(asked)
        let answers = Dictionary(
            zip(questions, try reading.answers(to: questions)), uniquingKeysWith: { first, _ in first })
        var summaries: [SummaryRequest: Summary] = [:]
        for index in builders.indices {
            for part in asked[index] {
                guard let answer = answers[part.question] else { continue }
                switch part.use {
                case .reports: builders[index].takeReports(answer)
                case .parts(let parts): builders[index].take(answer, for: parts)
                case .persons: try builders[index].takePersons(answer)
                }
            }
            summaries[requests[index]] = builders[index].finish()
        }
        return summaries
    }

    /// The questions that requests lead to, each once.
    ///
    /// - Throws: ``RequestError``, and ``UngroupedRequest`` where the records themselves are needed.
    package func questions(for requests: [SummaryRequest]) throws -> [GroupQuestion] {
        distinct(try prepared(requests).asked)
    }

    private func distinct(_ asked: [[SummaryBuilder.Asked]]) -> [GroupQuestion] {
        var seen: Set<GroupQuestion> = []
        return asked.joined().map(\.question).filter { seen.insert($0).inserted }
    }

    private func prepared(
        _ requests: [SummaryRequest]
    ) throws -> (builders: [SummaryBuilder], asked: [[SummaryBuilder.Asked]]) {
        var lookups = SharedLookups(catalogue)
        var builders = try requests.map { request in
            try SummaryBuilder(request, on: reading.dataset, sharing: &lookups)
        }
        for index in builders.indices {
            try builders[index].checkIsGrouped()
            builders[index].takeProfiles()
        }
        return (builders, builders.map { $0.questions(to: reading) })
    }
}

extension SummaryBuilder {
    /// Makes sure that groups of rows are enough.
    fileprivate func checkIsGrouped() throws(UngroupedRequest) {
        let dimensions = request.dimensions + request.filters.map(\.dimension)
        if dataset.hasValidity {
            let names =
                request.measures.filter(\.isOfCertificates).map(\.id)
                + dimensions.filter(\.isOfCertificates).map(\.id)
            if !names.isEmpty { throw UngroupedRequest(names: names, reason: .certificates) }
        }
        guard dataset.tables.attendance else { return }
        let attended: Set<ParticipationValue> = [.hours, .daysPresent, .daysRecorded]
        let measures = request.measures.filter { !$0.looksOnlyAtOthers(than: attended) }
        let banded = dimensions.filter { dimension in
            if case .value(let value)? = dimension.bandedNumber { attended.contains(value) } else { false }
        }
        let names = measures.map(\.id) + banded.map(\.id)
        if !names.isEmpty { throw UngroupedRequest(names: names, reason: .attendance) }
    }
}

extension Measure {
    /// Whether it looks at no number of participations among some.
    fileprivate func looksOnlyAtOthers(than values: Set<ParticipationValue>) -> Bool {
        let ofRule = unknown.map { $0.whereAny + $0.unlessAny } ?? []
        let conditions = ofRule.flatMap(\.conditions) + knowing + aggregate.conditions
        let numbers = aggregate.numbers + conditions.flatMap(\.numbers)
        return !numbers.contains { if case .value(let value) = $0 { values.contains(value) } else { false } }
    }
}
