import TrainingStats

extension SummaryRequest {
    /// Whether its figures depend on what has become of certificates, which a reading of its own finds out.
    package func asksForCertificates(in catalogue: Catalogue) -> Bool {
        let dimensions = rows + columns + filters.map(\.dimension)
        return dimensions.contains { catalogue.dimension($0)?.isOfCertificates == true }
            || measures.contains { catalogue.measure($0)?.isOfCertificates == true }
    }
}

extension Dimension {
    /// Whether its members say what has become of certificates.
    package var isOfCertificates: Bool { rule == .field(.certificateStatus) }
}

extension Measure {
    /// Whether it puts conditions to certificates.
    package var isOfCertificates: Bool { memberTests.contains { $0.dimension.isOfCertificates } }
}

extension Filter {
    /// The records that gave a certificate.
    package static let ofAnyCertificate = Filter(dimension: Dimension.ofCertificates.id, .allBut, members: ["_U"])
}

extension Catalogue {
    /// The same catalogue, its measure of certificates that are due being about so many days of notice.
    package func noticing(within days: Int) -> Catalogue {
        Catalogue(
            measures: measures.map { $0.id == Measure.ofPersonsDue ? .personsDue(within: days) : $0 },
            dimensions: dimensions)
    }
}
