import Aggregation
import Records

/// The figures that somebody asked for, as far as warnings about records depend on them.
package struct FiguresAskedFor {
    /// The numbers of records that the figures are made of.
    private let numbers: Set<RecordNumber>
    /// The dimensions by which they are broken down or filtered, or whose members decide what counts.
    private let dimensions: Set<String>
    /// The columns of the attributes among them that are texts.
    private let ownTexts: Set<String>
    private let countsPersons: Bool
    private let takesFollowUps: Bool
    private let takesTargets: Bool
    private let takesRequirements: Bool

    /// The figures of requests in a catalogue, held against requirements or not.
    init(_ requests: [SummaryRequest], takesRequirements: Bool = false, in catalogue: Catalogue) {
        self.takesRequirements = takesRequirements
        let measures = Set(requests.flatMap(\.measures)).compactMap(catalogue.measure)
        let tested = measures.flatMap(\.memberTests).map(\.dimension)
        let asked = requests.flatMap { $0.rows + $0.columns + $0.filters.map(\.dimension) }
        let banded = (asked.compactMap(catalogue.dimension) + tested).compactMap(\.bandedNumber)
        numbers = Set(measures.flatMap(\.numbers) + banded)
        ownTexts = Set((asked.compactMap(catalogue.dimension) + tested).flatMap(\.columnsOfTexts))
        countsPersons = measures.contains(where: \.countsPersons)
        // Requirements ask what is open session by session, targets of one figure.
        takesTargets = requests.contains { $0.tellsGaps && $0.rows.isEmpty }
        takesFollowUps = measures.contains(where: \.takesFollowUps)
        dimensions = Set(asked + tested.map(\.id))
            .union(measures.contains(where: \.countsInstitutions) ? [MemberDimension.institution.rawValue] : [])
    }

    /// Whether a finding is about something that the figures are made of; errors always are.
    package func concern(_ finding: Finding) -> Bool {
        switch finding.code {
        case .hoursExceedPlan, .overCapacity, .missingScore: numbers.contains { $0.column == finding.column }
        case .similarMembers: dimensions.contains(finding.column) || ownTexts.contains(finding.column)
        default: mayConcern(finding.code)
        }
    }

    /// Whether a finding with a code may be about something that the figures are made of.
    package func mayConcern(_ code: FindingCode) -> Bool {
        switch code {
        case .hoursExceedPlan: numbers.contains(.value(.hours))
        case .overCapacity: numbers.contains(.capacity)
        case .missingScore: numbers.contains(.value(.postScore))
        case .similarMembers:
            !ownTexts.isEmpty || !dimensions.isDisjoint(with: MemberDimension.compared.map(\.rawValue))
        case .possibleDuplicatePerson: countsPersons
        case .doubtfulCertificate: dimensions.contains(Filter.ofAnyCertificate.dimension)
        case .earlyFollowUp, .futureFollowUp: takesFollowUps
        case .doubtfulTarget: takesTargets
        case .doubtfulRequirement: takesRequirements
        case .implausibleAge: dimensions.contains("age-band")
        default: true
        }
    }
}
