import Aggregation
import TrainingStats

/// Where a report comes from: known when all records have been read.
public struct Provenance: Sendable {
    /// The files read.
    public var inputs: [InputRecord]
    /// How often each finding was met: its code and the number.
    public var findings: [(code: String, count: Int)]

    /// An account of the files and of what was found in them.
    public init(inputs: [InputRecord], findings: [(code: String, count: Int)]) {
        self.inputs = inputs
        self.findings = findings
    }
}

/// What a report is about, besides the figures.
public struct ReportContext: Sendable {
    /// The language of its words.
    public var language: Language
    /// The period; nil for all time.
    public var period: Period?
    /// The filters.
    public var filters: [Filter]
    /// The reporting day.
    public var today: CivilDate
    /// Name and version of the program.
    public var tool: String
    /// The filters in words.
    public var filterText: String
    /// Whether rates have their intervals behind them.
    public var showsIntervals: Bool

    /// A context given by its parts.
    public init(
        language: Language, period: Period?, filters: [Filter], filterText: String = "", showsIntervals: Bool = false,
        today: CivilDate, tool: String
    ) {
        self.language = language
        self.period = period
        self.filters = filters
        self.filterText = filterText
        self.showsIntervals = showsIntervals
        self.today = today
        self.tool = tool
    }
}

/// The report pack: says which summaries it needs, and makes the document of them.
public struct ReportBuilder: Sendable {
    private let dataset: Dataset
    private let context: ReportContext
    private let pack: ReportPack
    private let sections: [any ReportSection]
    private let sectionRequests: [[SummaryRequest]]
    /// The requests, a part of ``requests``, that answer the published figures; the same with the rejected rows explain
    /// what is not met.
    public let publishedRequests: [SummaryRequest]

    /// A pack for a dataset.
    ///
    /// - Throws: `RequestError` or `PeriodError` where a published figure cannot be computed.
    public init(_ pack: ReportPack, _ dataset: Dataset, _ context: ReportContext) throws {
        self.pack = pack
        self.dataset = dataset
        self.context = context
        sections = pack.sections.filter { Self.lack($0, dataset, context) == nil }
        sectionRequests = sections.map { $0.requests(dataset, context) }
        publishedRequests = try dataset.published.map {
            try Reconciliation.request(for: $0, today: context.today, settings: dataset.settings.calendar)
        }
    }

    /// The summaries that the pack is made of; give their answers to ``document(_:withRejected:_:)`` in the same order.
    public var requests: [SummaryRequest] { sectionRequests.flatMap(\.self) + publishedRequests }

    /// Why a section is left out before any record is read: the dataset lacks its input, or the filters have no meaning for
    /// it.
    private static func lack(_ section: any ReportSection, _ dataset: Dataset, _ context: ReportContext) -> Title? {
        if let lack = section.lack(dataset) { return lack }
        let isPossible = section.requests(dataset, context).allSatisfy { request in
            do throws(RequestError) {
                try request.validate(on: dataset)
            } catch {
                if case .trainerAndTrainee = error { return false }
            }
            return true
        }
        return isPossible ? nil : .filteredByTrainee
    }

    /// The document of the answers to ``requests``, and to ``publishedRequests`` with the rejected rows where there are.
    public func document(_ summaries: [Summary], withRejected: [Summary]?, _ provenance: Provenance) -> Document {
        let language = context.language
        let published = Array(summaries.suffix(publishedRequests.count))
        let material = ReportMaterial(
            dataset: dataset, context: context,
            reconciliation: Reconciliation(dataset.published, published, withRejected: withRejected),
            provenance: provenance, hasDefinitions: pack.hasDefinitions)
        var omissions: [String: Title] = [:]
        for section in pack.sections { omissions[section.id] = Self.lack(section, dataset, context) }
        var tables: [Table] = []
        var rest = summaries[...]
        for (section, requests) in zip(sections, sectionRequests) {
            let answers = Array(rest.prefix(requests.count))
            rest = rest.dropFirst(requests.count)
            omissions[section.id] = section.shortfall(answers)
            if omissions[section.id] == nil { tables.append(section.table(answers, material).shortened(language)) }
        }
        return Document(
            title: dataset.settings.title?(language) ?? language(Phrase.reportTitle), subject: context.subject,
            author: dataset.settings.custodian?(language) ?? context.tool, language: language,
            particulars: particulars(provenance.inputs), inputs: provenance.inputs, tables: tables,
            omissions: pack.sections.compactMap { section in
                omissions[section.id].map {
                    Document.Omission(id: section.id, title: language(section.title), reason: language($0))
                }
            },
            reportingDay: context.today)
    }

    private func particulars(_ inputs: [InputRecord]) -> [Document.Particular] {
        let language = context.language
        var result = context.particulars
        result.insert(context.particular(of: inputs), at: result.count - 1)
        if let custodian = dataset.settings.custodian {
            result.insert(.init(label: language(Phrase.custodian), value: custodian(language)), at: result.count - 1)
        }
        return result
    }
}

extension Document {
    /// A single table as a report of its own, with what its words mean and the files that it comes from.
    public init(
        _ table: Table, _ context: ReportContext, definitions: [Definition] = [], inputs: [InputRecord] = []
    ) {
        var table = table
        if !definitions.isEmpty { table.definitions = definitions }
        var particulars = context.particulars
        if !inputs.isEmpty { particulars.insert(context.particular(of: inputs), at: particulars.count - 1) }
        self.init(
            title: table.title, subject: context.subject, author: context.tool, language: context.language,
            particulars: particulars, inputs: inputs, tables: [table], reportingDay: context.today)
    }
}

extension ReportContext {
    /// The period with its resolved days.
    public var periodText: String {
        guard let period else { return language(Phrase.allTime) }
        return language(
            Sentence.periodWithDays,
            [
                "period": language.period(period.label), "first": language.day(period.first),
                "last": language.day(period.last),
            ])
    }

    /// What a report is about, in a line.
    var subject: String { "\(language(Phrase.reportTitle)): \(periodText)" }

    /// How many records were read and rejected.
    func particular(of inputs: [InputRecord]) -> Document.Particular {
        Document.Particular(
            label: language(Phrase.records),
            value: language(
                Sentence.recordsRead,
                [
                    "read": language(Counted.recordsRead, inputs.reduce(0) { $0 + $1.rows }),
                    "rejected": language(Counted.recordsRejected, inputs.reduce(0) { $0 + $1.rejected }),
                ]))
    }

    /// Period, reporting day, filters and program.
    var particulars: [Document.Particular] {
        var result = [
            Document.Particular(label: language(Phrase.period), value: periodText),
            .init(label: language(Phrase.reportingDay), value: language.day(today)),
        ]
        if !filters.isEmpty { result.append(.init(label: language(Phrase.filters), value: filterText)) }
        return result + [.init(label: language(Phrase.madeBy), value: tool)]
    }
}
