import Aggregation
import Support
import TrainingStats

/// Where a report comes from: known when all records have been read.
public struct Provenance: Sendable {
    /// The files read.
    public var inputs: [InputRecord]
    /// How often each finding was met: what it is called and the number.
    public var findings: [(name: BilingualText, count: Int)]

    /// An account of the files and of what was found in them.
    public init(inputs: [InputRecord], findings: [(name: BilingualText, count: Int)]) {
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
    /// Title of the dataset, which says what its records are; empty where it has none.
    public var dataset: String
    /// Who keeps the records; empty where that is not said.
    public var custodian: String
    /// What release the report is, if it is one.
    public var release: ReleaseNote?

    /// The figures that the release has revised.
    var revised: Set<FigurePlace> { Set(release?.changes.map(\.place) ?? []) }

    /// A context given by its parts.
    public init(
        language: Language, period: Period?, filters: [Filter], filterText: String = "", showsIntervals: Bool = false,
        today: CivilDate, tool: String, dataset: String = "", custodian: String = ""
    ) {
        self.language = language
        self.period = period
        self.filters = filters
        self.filterText = filterText
        self.showsIntervals = showsIntervals
        self.today = today
        self.tool = tool
        self.dataset = dataset
        self.custodian = custodian
    }

    /// A context that names the dataset and who keeps it.
    public func of(_ settings: DatasetSettings) -> ReportContext {
        var context = self
        context.dataset = settings.title?(language) ?? ""
        context.custodian = settings.custodian?(language) ?? ""
        return context
    }
}

/// The report pack: says which summaries it needs, and makes the document of them.
public struct ReportBuilder: Sendable {
    private let dataset: Dataset
    private var context: ReportContext
    private let definition: ReportDefinition
    /// The sections that the dataset can fill, each with the requests that its table is made of.
    private var sections: [(section: any ReportSection, requests: [SummaryRequest])]
    private let omitted: [String: BilingualText]
    /// The requests, a part of ``requests``, that answer the published figures; the same with the rejected rows explain
    /// what is not met.
    public let publishedRequests: [SummaryRequest]

    /// A report on a dataset.
    ///
    /// - Throws: `RequestError` or `PeriodError` where a table or a published figure cannot be computed.
    public init(_ definition: ReportDefinition, _ dataset: Dataset, _ context: ReportContext) throws {
        self.definition = definition
        self.dataset = dataset
        self.context = context.of(dataset.settings)
        var omitted: [String: BilingualText] = [:]
        sections = []
        for section in definition.sections {
            let section = try section.prepared(dataset, context)
            omitted[section.id] = section.lack(dataset)
            guard omitted[section.id] == nil else { continue }
            let requests = section.requests(dataset, context)
            if Self.isPossible(requests, on: dataset) {
                sections.append((section, requests))
            } else {
                omitted[section.id] = Title.filteredByTrainee.text
            }
        }
        self.omitted = omitted
        publishedRequests = try dataset.published.map {
            try Reconciliation.request(for: $0, today: context.today, settings: dataset.settings.calendar)
        }
    }

    /// What must be summed up before ``requests`` are final; give the answers to ``knowing(_:)``.
    public var requestsInAdvance: [SummaryRequest] {
        sections.compactMap { $0.section.requestInAdvance(dataset, context) }
    }

    /// The builder that knows the answers to ``requestsInAdvance``.
    public func knowing(_ answers: [Summary]) -> ReportBuilder {
        var (builder, rest) = (self, answers[...])
        builder.sections = sections.map { section, requests in
            guard section.requestInAdvance(dataset, context) != nil, let answer = rest.popFirst() else {
                return (section, requests)
            }
            let knowing = section.knowing(answer)
            return (knowing, knowing.requests(dataset, context))
        }
        return builder
    }

    /// The builder of the same report as a release.
    public func releasing(_ note: ReleaseNote) -> ReportBuilder {
        var builder = self
        builder.context.release = note
        return builder
    }

    /// The summaries that the pack is made of; give their answers to ``document(_:withRejected:_:completeIn:)`` in the same order.
    public var requests: [SummaryRequest] {
        sections.flatMap(\.requests) + publishedRequests
    }

    /// Whether the report's filters have a meaning for requests.
    private static func isPossible(_ requests: [SummaryRequest], on dataset: Dataset) -> Bool {
        requests.allSatisfy { request in
            do throws(RequestError) {
                try request.validate(on: dataset)
            } catch {
                if case .trainerAndTrainee = error { return false }
            }
            return true
        }
    }

    /// The document of the answers to ``requests``, and to ``publishedRequests`` with the rejected rows where there are.
    ///
    /// A text to be read shows long tables in part only where `places` have them all.
    public func document(
        _ summaries: [Summary], withRejected: [Summary]?, _ provenance: Provenance, completeIn places: [CompleteTables]
    ) -> Document {
        let language = context.language
        let published = Array(summaries.suffix(publishedRequests.count))
        let material = ReportMaterial(
            dataset: dataset, context: context,
            reconciliation: Reconciliation(dataset.published, published, withRejected: withRejected),
            provenance: provenance, hasDefinitions: definition.definesMeasures)
        var omissions = omitted
        var tables: [Table] = []
        var rest = summaries[...]
        let revised = context.revised
        for (section, requests) in sections {
            let answers = Array(rest.prefix(requests.count))
            rest = rest.dropFirst(requests.count)
            omissions[section.id] = section.shortfall(answers)
            guard omissions[section.id] == nil else { continue }
            var table = section.table(answers, material).marking(revised, isAlike: section.isAlike)
            if context.release?.provisionalUntil != nil { table = table.marked(.provisional) }
            tables.append(table.shortened(language, completeIn: places))
        }
        if let release = context.release, !release.changes.isEmpty {
            tables.insert(release.table(of: tables, dataset, context).shortened(language, completeIn: places), at: 0)
        }
        return Document(
            title: title, subject: context.subject,
            author: context.author, language: language,
            particulars: particulars(provenance.inputs), inputs: provenance.inputs, tables: tables,
            omissions: definition.tables.compactMap { table in
                omissions[table.id].map {
                    Document.Omission(id: table.id, title: table.title(language), reason: $0(language))
                }
            },
            reportingDay: context.today)
    }

    private var title: String {
        (definition.title ?? dataset.settings.title)?(context.language) ?? context.language(Phrase.reportTitle)
    }

    private func particulars(_ inputs: [InputRecord]) -> [Document.Particular] {
        let language = context.language
        var result = context.particulars(inputs, under: title)
        if let release = context.release {
            // Behind the period.
            let place = 1 + (result.firstIndex { $0.label == language(Phrase.period) } ?? 0)
            result.insert(.init(label: language(Phrase.release), value: release.words(language)), at: place)
            if release.revision > 1, release.changes.isEmpty {
                result.insert(
                    .init(label: language(Phrase.revisions), value: language(Sentence.noRevisions)), at: place + 1)
            }
        }
        return result + definition.notes.map { .init(label: language(Phrase.note), value: $0(language)) }
    }
}

extension Document {
    /// A single table as a report of its own, with what its words mean and the files that it comes from.
    public init(
        _ table: Table, _ context: ReportContext, definitions: [Definition] = [], inputs: [InputRecord] = []
    ) {
        var table = table
        if !definitions.isEmpty { table.definitions = definitions }
        self.init(
            title: table.title, subject: context.subject, author: context.author, language: context.language,
            particulars: context.particulars(inputs, under: table.title), inputs: inputs, tables: [table],
            reportingDay: context.today)
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

    /// What the records are, where the title does not say it, period, reporting day, filters, records, custodian and
    /// program.
    func particulars(_ inputs: [InputRecord], under title: String) -> [Document.Particular] {
        var result: [Document.Particular] = []
        if !dataset.isEmpty, dataset != title { result.append(.init(label: language(Phrase.dataset), value: dataset)) }
        result += [
            .init(label: language(Phrase.period), value: periodText),
            .init(label: language(Phrase.reportingDay), value: language.day(today)),
        ]
        if !filters.isEmpty { result.append(.init(label: language(Phrase.filters), value: filterText)) }
        if !inputs.isEmpty { result.append(particular(of: inputs)) }
        if !custodian.isEmpty { result.append(.init(label: language(Phrase.custodian), value: custodian)) }
        return result + [.init(label: language(Phrase.madeBy), value: tool)]
    }
}
