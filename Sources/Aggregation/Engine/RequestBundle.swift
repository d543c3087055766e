import TrainingStats

/// Requests that name measures and dimensions of one catalogue, and are about the same certificates.
///
/// Reports have measures of their own, and certificates differ with the days of notice: requests of several reports are several
/// bundles, which are answered in one reading all the same.
package struct RequestBundle: Sendable {
    /// The measures and dimensions that the requests can name.
    package let catalogue: Catalogue
    /// The certificates, if the requests ask what has become of them.
    package let certificates: CertificateRegister?
    /// The requests, each once.
    package let requests: [SummaryRequest]

    /// A bundle of requests; equal ones are computed once.
    package init(_ requests: [SummaryRequest], in catalogue: Catalogue, certificates: CertificateRegister? = nil) {
        self.catalogue = catalogue
        self.certificates = certificates
        var seen: Set<SummaryRequest> = []
        self.requests = requests.filter { seen.insert($0).inserted }
    }
}

extension RequestBundle {
    /// Builders for the requests, on the kept tables of a dataset.
    fileprivate func builders(on dataset: Dataset) throws(RequestError) -> SummaryBuilders {
        var dataset = dataset
        dataset.certificates = certificates
        return try SummaryBuilders(requests, on: dataset, catalogue: catalogue)
    }
}

/// Builders for several bundles of requests, which take in the same records.
package struct BundledBuilders: ParticipationSink, Sendable {
    private let bundles: [RequestBundle]
    private var parts: [SummaryBuilders]

    /// Builders for bundles, on the kept tables of a dataset.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    package init(_ bundles: [RequestBundle], on dataset: Dataset) throws(RequestError) {
        self.bundles = bundles
        parts = []
        for bundle in bundles { parts.append(try bundle.builders(on: dataset)) }
    }

    private init(_ bundles: [RequestBundle], _ parts: [SummaryBuilders]) {
        self.bundles = bundles
        self.parts = parts
    }

    /// The answers to the requests of each bundle, in their order.
    package consuming func finish() -> [Answers] {
        zip(bundles, parts).map { bundle, builders in
            Answers(Dictionary(zip(bundle.requests, builders.finish()), uniquingKeysWith: { first, _ in first }))
        }
    }

    package func emptyCopy() -> BundledBuilders { BundledBuilders(bundles, parts.map { $0.emptyCopy() }) }

    package mutating func add(_ block: borrowing ParticipationBlock) {
        for index in parts.indices { parts[index].add(block) }
    }

    package mutating func merge(_ other: consuming BundledBuilders) {
        let others = other.parts
        for index in parts.indices { parts[index].merge(others[index]) }
    }

    package var wantsPersons: Bool { parts.contains(where: \.wantsPersons) }

    package mutating func prepareForPersons() {
        for index in parts.indices where parts[index].wantsPersons { parts[index].prepareForPersons() }
    }

    package mutating func add(persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>) {
        for index in self.parts.indices where self.parts[index].wantsPersons {
            self.parts[index].add(persons: first, starts: starts, parts: parts)
        }
    }

    package mutating func mergePersons(of other: consuming BundledBuilders) {
        let others = other.parts
        for index in parts.indices where parts[index].wantsPersons { parts[index].mergePersons(of: others[index]) }
    }
}
