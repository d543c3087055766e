import TrainingStats

/// One reading of a dataset: its kept tables, and its participations, which stream past once.
package protocol DatasetReading {
    /// All tables but the participations.
    var dataset: Dataset { get }
    /// Hands all participations to a sink or to copies of it, and gives back the sink that has taken in everything.
    func participations<Sink: ParticipationSink>(into sink: Sink) throws -> Sink
}

/// The engine that sums up the records in this process: every call reads the participations once, for all its requests.
package struct InMemoryEngine: SummaryEngine {
    private let catalogue: Catalogue
    private let certificates: CertificateRegister?
    private let openReading: () throws -> any DatasetReading

    /// An engine for requests in a catalogue, which opens a reading for each of its calls.
    ///
    /// Certificates are known where they are given: they follow from a reading of their own.
    package init(
        _ catalogue: Catalogue, certificates: CertificateRegister? = nil,
        openReading: @escaping () throws -> any DatasetReading
    ) {
        self.catalogue = catalogue
        self.certificates = certificates
        self.openReading = openReading
    }

    package func summaries(of requests: [SummaryRequest]) throws -> [SummaryRequest: Summary] {
        let reading = try openReading()
        var dataset = reading.dataset
        dataset.certificates = certificates
        let builders = try SummaryBuilders(requests, on: dataset, catalogue: catalogue)
        let summaries = try reading.participations(into: builders).finish()
        // `SummaryBuilders` keeps the order of its requests; from here on they are found by their values.
        return Dictionary(zip(requests, summaries), uniquingKeysWith: { first, _ in first })
    }
}
