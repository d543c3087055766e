import Aggregation
import Support
import TrainingStats

/// Builds a report on a dataset: names its requests, and makes a document of the answers.
///
/// Reports that count some persons or keep leading members make their requests in steps: first ``personRequests`` for
/// ``restricted(by:)``, then ``rankRequests`` for ``ranked(by:)``, then the ``requests``.
package struct ReportBuilder: Sendable {
    private(set) var scope: ReportScope
    let definition: ReportDefinition
    /// The sections that the dataset can fill.
    private var sections: [any ReportSection]
    private let omitted: [String: BilingualText]
    private let publishedQuestions: [PublishedQuestion]

    private var dataset: DatasetDescription { scope.dataset }
    private var context: ReportContext { scope.context }

    /// A report on a dataset.
    ///
    /// - Throws: `RequestError`, `PeriodError` or ``TargetFault`` if a table, a published figure or progress towards a target
    ///   cannot be computed.
    package init(_ definition: ReportDefinition, on dataset: DatasetDescription, _ context: ReportContext) throws {
        self.definition = definition
        scope = ReportScope(
            dataset: dataset, context: context.naming(dataset.settings),
            targets: try TargetQuestion.all(of: dataset, today: context.today))
        var omitted: [String: BilingualText] = [:]
        sections = []
        for section in definition.sections {
            let section = try section.resolvingPeriod(in: scope)
            omitted[section.id] = section.reasonToOmit(in: scope)
            guard omitted[section.id] == nil else { continue }
            if Self.isPossible(section.requests(in: scope), in: dataset.catalogue) {
                sections.append(section)
            } else {
                omitted[section.id] = Title.filteredByTrainee.text
            }
        }
        self.omitted = omitted
        publishedQuestions = try PublishedQuestion.all(of: dataset, today: context.today)
    }

    /// The requests whose answers decide which persons tables count; give these to ``restricted(by:)``.
    package var personRequests: [SummaryRequest] { sections.flatMap { $0.personRequests(in: scope) } }

    /// The report whose tables count the persons whom the answers to ``personRequests`` give.
    package func restricted(by answers: Answers) throws(UnansweredRequest) -> ReportBuilder {
        var builder = self
        builder.sections = try sections.map { (section) throws(UnansweredRequest) in
            try section.restricted(by: answers, in: scope)
        }
        return builder
    }

    /// The requests whose answers decide which members tables keep; give these to ``ranked(by:)``.
    package var rankRequests: [SummaryRequest] { sections.flatMap { $0.rankRequests(in: scope) } }

    /// The report that keeps the members that come first in the answers to ``rankRequests``.
    package func ranked(by answers: Answers) throws(UnansweredRequest) -> ReportBuilder {
        var builder = self
        builder.sections = try sections.map { (section) throws(UnansweredRequest) in
            try section.ranked(by: answers, in: scope)
        }
        return builder
    }

    /// The same report as a release.
    package func releasing(_ note: ReleaseNote) -> ReportBuilder {
        var builder = self
        builder.scope.context.release = note
        return builder
    }

    /// The requests that the report needs, including those for published figures.
    package var requests: [SummaryRequest] { sections.flatMap { $0.requests(in: scope) } + publishedRequests }

    /// The requests that answer the published figures; answered again with the rejected rows, they explain figures that are
    /// not met.
    package var publishedRequests: [SummaryRequest] { publishedQuestions.map(\.request) }

    /// A request for the records that the whole report is about; nil if no table is about these.
    package var requestOfSelection: SummaryRequest? {
        requests.first { $0.period == context.period && $0.filters == context.filters }
    }

    /// Whether the report's filters have a meaning for requests.
    private static func isPossible(_ requests: [SummaryRequest], in catalogue: Catalogue) -> Bool {
        requests.allSatisfy { request in
            do throws(RequestError) {
                try request.validate(in: catalogue)
            } catch {
                if case .trainerAndTrainee = error { return false }
            }
            return true
        }
    }

    /// The document made of the answers to ``requests``, and to ``publishedRequests`` with the rejected rows where there
    /// are any.
    ///
    /// A document for people shortens long tables only if one of `places` holds all rows.
    package func document(
        _ answers: DisclosedAnswers, withRejected: DisclosedAnswers?, _ provenance: Provenance,
        completeIn places: [CompleteTables]
    ) throws(UnansweredRequest) -> Document {
        let language = context.language
        let material = ReportMaterial(
            scope: scope,
            reconciliation: try Reconciliation(publishedQuestions, answers, withRejected: withRejected),
            provenance: provenance, hasDefinitions: definition.definesMeasures)
        var omissions = omitted
        var tables: [Table] = []
        var keyFigures: KeyFigures?
        let revised = context.revised
        let made = try mapTogether(sections) { (section) throws(UnansweredRequest) -> MadeSection in
            if let reason = try section.reasonToOmit(answers, in: scope) { return .omitted(reason) }
            var table = try section.table(answers, material).marking(revised, isAlike: section.hasAlikeGrids)
            if context.release?.provisionalUntil != nil { table = table.marked(.provisional) }
            table.period = table.period ?? context.nameOfPeriod
            return .table(
                table.shortened(language, completeIn: places), try section.keyFigures(answers, material))
        }
        for (section, made) in zip(sections, made) {
            switch made {
            case .omitted(let reason): omissions[section.id] = reason
            case .table(let table, let figures):
                omissions[section.id] = nil
                tables.append(table)
                keyFigures = keyFigures ?? figures
            }
        }
        if let release = context.release, !release.changes.isEmpty {
            tables.insert(release.table(of: tables, dataset, context).shortened(language, completeIn: places), at: 0)
        }
        return Document(
            title: title, subject: context.subject,
            author: context.author, language: language, digits: context.digits, lead: context.lead,
            keyFigures: keyFigures?.matching(tables),
            particulars: particulars(provenance.inputs), inputs: provenance.inputs, tables: tables,
            omissions: definition.tables.compactMap { table in
                omissions[table.id].map {
                    Document.Omission(id: table.id, title: table.title(language), reason: $0(language))
                }
            },
            reportingDay: context.today)
    }

    var title: String {
        (definition.title ?? dataset.settings.title)?(context.language) ?? context.language(Phrase.reportTitle)
    }

    func particulars(_ inputs: [InputRecord]) -> [Document.Particular] {
        let language = context.language
        var result = context.particulars(inputs, under: title)
        if let release = context.release {
            // Behind the period.
            let place = 1 + (result.firstIndex { $0.label == language(Phrase.period) } ?? 0)
            result.insert(.init(label: language(Phrase.release), value: release.words(language)), at: place)
            if release.revision > 1, release.revisions.isEmpty {
                result.insert(
                    .init(label: language(Phrase.revisions), value: language(ReleaseSentence.noRevisions)),
                    at: place + 1)
            }
        }
        if let remark = dataset.remark(on: context.period, language) {
            result.append(.init(label: language(Phrase.note), value: remark))
        }
        return result + definition.notes.map { .init(label: language(Phrase.note), value: $0(language)) }
    }
}

/// What has become of a section of a report.
private enum MadeSection {
    case table(Table, KeyFigures?)
    case omitted(BilingualText)
}
