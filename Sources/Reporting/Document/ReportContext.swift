import Aggregation
import Support
import TrainingStats

/// What a report is about: language, period, filters, and the texts that follow from them.
public struct ReportContext: Sendable {
    /// The language of its texts.
    public var language: Language
    /// The digits of its texts and figures.
    public var digits: Digits
    /// The period; nil for all time.
    public var period: Period?
    /// The filters.
    public var filters: [Filter]
    /// The reporting day.
    public var today: CivilDate
    /// Name and version of the program.
    public var tool: String
    /// The filters as text.
    public var filterText: String
    /// Whether confidence intervals follow the rates.
    public var showsIntervals: Bool
    /// Title of the dataset; empty if it has none.
    public var dataset: String
    /// Who keeps the records; empty if not stated.
    public var custodian: String
    /// The persons whose records alone count, if there are conditions on persons; ``filters`` keep them.
    package private(set) var persons: PersonFilter?
    /// What release the report is, if it is one.
    public var release: ReleaseNote?

    /// The figures that the release has revised.
    var revised: Set<FigurePlace> { Set(release?.revisions.map(\.place) ?? []) }

    /// A context given by its parts; its digits are those of its language unless given.
    public init(
        language: Language, digits: Digits? = nil, period: Period?, filters: [Filter], filterText: String = "",
        showsIntervals: Bool = false, today: CivilDate, tool: String, dataset: String = "", custodian: String = ""
    ) {
        self.language = language
        self.digits = digits ?? .usual(in: language)
        self.period = period
        self.filters = filters
        self.filterText = filterText
        self.showsIntervals = showsIntervals
        self.today = today
        self.tool = tool
        self.dataset = dataset
        self.custodian = custodian
    }

    /// The same context for the records of some persons alone.
    package func restricted(to persons: PersonFilter) -> ReportContext {
        var context = self
        context.filters.append(persons.filter)
        context.persons = persons
        return context
    }

    /// The same context with title and custodian of the dataset.
    package func naming(_ settings: DatasetSettings) -> ReportContext {
        var context = self
        context.dataset = settings.title?(language) ?? ""
        context.custodian = settings.custodian?(language) ?? ""
        return context
    }
}

extension ReportContext {
    /// The period with its first and last day.
    public var periodText: String {
        guard let period else { return language(Phrase.allTime) }
        return language(
            CalendarSentence.periodWithDays,
            [
                "period": language.period(period.label), "first": language.day(period.first),
                "last": language.day(period.last),
            ])
    }

    /// The period of a table, and the reporting day where its figures are about what has become of certificates by then,
    /// whatever the period.
    func periodText(of summary: Summary) -> String {
        let isOfCertificates =
            summary.measures.contains(where: \.isOfCertificates)
            || summary.dimensions.contains(where: \.isOfCertificates)
            || filters.contains { $0.dimension == Filter.ofAnyCertificate.dimension }
        guard isOfCertificates else { return periodText }
        return language.list([periodText, language(CertificateSentence.asOfDay, ["day": language.day(today)])])
    }

    /// What a reader must know before any figure, in one line: the period, the reporting day, filters and persons, and which
    /// release it is.
    var lead: String {
        let parts =
            [language.capitalised(periodText), language(TargetSentence.asOfDay, ["day": language.day(today)])]
            + [filterText.isEmpty ? nil : filterText, persons?.note(language), release?.words(language)].compactMap(
                \.self)
        return parts.joined(separator: Self.leadSeparator)
    }

    /// Stands between the parts of the lead, in both directions of writing.
    private static let leadSeparator = " · "

    /// What a report is about, in one line.
    var subject: String { "\(language(Phrase.reportTitle)): \(periodText)" }

    /// Who is responsible for the figures.
    var author: String { custodian.isEmpty ? tool : custodian }

    /// How many records were read and rejected.
    private func particular(of inputs: [InputRecord]) -> Document.Particular {
        Document.Particular(
            label: language(Phrase.records),
            value: language(
                Sentence.recordsRead,
                [
                    "read": language(Counted.recordsRead, inputs.reduce(0) { $0 + $1.rows }),
                    "rejected": language(Counted.recordsRejected, inputs.reduce(0) { $0 + $1.rejected }),
                ]))
    }

    /// The title of the dataset if the report has another title, then period, reporting day, filters, persons, records, custodian
    /// and program.
    func particulars(_ inputs: [InputRecord], under title: String) -> [Document.Particular] {
        var result: [Document.Particular] = []
        if !dataset.isEmpty, dataset != title { result.append(.init(label: language(Phrase.dataset), value: dataset)) }
        result += [
            .init(label: language(Phrase.period), value: periodText),
            .init(label: language(Phrase.reportingDay), value: language.day(today)),
        ]
        if !filterText.isEmpty { result.append(.init(label: language(Phrase.filters), value: filterText)) }
        if let persons { result.append(.init(label: language(Phrase.persons), value: persons.note(language))) }
        if !inputs.isEmpty { result.append(particular(of: inputs)) }
        if !custodian.isEmpty { result.append(.init(label: language(Phrase.custodian), value: custodian)) }
        return result + [.init(label: language(Phrase.madeBy), value: tool)]
    }
}
