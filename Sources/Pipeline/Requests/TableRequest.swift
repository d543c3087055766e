import Aggregation
import Reporting
import Support
import TrainingStats
import Writers

/// A request for a single table.
package struct TableRequest: Sendable {
    /// The records.
    package var dataset: DatasetRequest
    /// Which of them count.
    package var selection: Selection
    /// Identifiers of the dimensions in the rows.
    package var rows: [String]
    /// Identifiers of the dimensions in the columns.
    package var columns: [String]
    /// Identifiers of the measures.
    package var measures: [String]
    /// The transforms of each measure.
    package var transforms: [Transform]
    /// The order of the rows; nil for the usual order of their members.
    package var order: RowOrder?
    /// Whether known members have rows without records too.
    package var includesEmpty: Bool
    /// The conditions that all rows meet.
    package var conditions: [FigureCondition]
    /// How the cells are arranged.
    package var layout: TableBuilder.Layout
    /// Whether there are totals; a cross-tabulation always has them.
    package var hasTotals: Bool
    /// What the output format needs of the table.
    package var style: RequestedTable.Style
    /// The language of its texts.
    package var language: Language
    /// The digits of its texts and figures; nil for those of the language.
    package var digits: Digits?
    /// Whether the names of persons stand beside their identifiers.
    package var showsNames: Bool
    /// How members are labelled in rows that come as a stream, as long tables of data need it; nil if the table has its rows.
    package var streamedLabels: DataLabels?

    /// A request given by its parts.
    package init(
        dataset: DatasetRequest, selection: Selection, rows: [String], columns: [String], measures: [String],
        transforms: [Transform],
        order: RowOrder?, includesEmpty: Bool = false,
        conditions: [FigureCondition] = [],
        layout: TableBuilder.Layout, hasTotals: Bool,
        style: RequestedTable.Style, language: Language, digits: Digits? = nil, showsNames: Bool = false,
        streamedLabels: DataLabels? = nil
    ) {
        self.dataset = dataset
        self.selection = selection
        self.rows = rows
        self.columns = columns
        self.measures = measures
        self.transforms = transforms
        self.order = order
        self.includesEmpty = includesEmpty
        self.conditions = conditions
        self.layout = layout
        self.hasTotals = hasTotals
        self.style = style
        self.language = language
        self.digits = digits
        self.showsNames = showsNames
        self.streamedLabels = streamedLabels
    }

    /// Reads the records and makes the table.
    package func made(_ environment: PipelineEnvironment) throws -> SingleTable {
        let run = try DatasetRun(dataset, environment) { (catalogue) throws(RequestError) in
            try RequestedTable.validate(
                summaryRequest(period: nil, today: CivilDate(day: 0), in: catalogue), transforms: transforms,
                order: order, conditions: conditions, in: catalogue)
            try WantedPersons.validate(
                selection.persons, of: summaryRequest(period: nil, today: CivilDate(day: 0), in: catalogue),
                in: catalogue)
        }
        let context = try run.context(selection, in: language, digits: digits)
        let request = try summaryRequest(period: context.period, today: run.today, in: run.catalogue)
        var table = try RequestedTable(
            request, transforms: transforms, persons: run.persons(selection.persons, of: request),
            order: order,
            conditions: conditions, layout: layout,
            on: showsNames ? run.description.namingPersons(of: rows + columns, in: run.dataset) : run.description)
        if !table.rankRequests.isEmpty { table = try table.ranked(by: run.ranks(table.rankRequests)) }
        let answers = try run.answers(to: table.requests)
        if let first = table.requests.first { run.tellSelection(context, of: try answers.summary(of: first)) }
        if let streamedLabels, layout == .tidy {
            let rows = try table.rows(answers, context, style: style, labelled: streamedLabels)
            if !conditions.isEmpty, !rows.hasMembers { run.tell(NoteSentence.noRowMeets.text) }
            return SingleTable(
                RowStream(columns: rows.columns, rows: rows.forEach(upTo:_:)), in: context, from: run)
        }
        let made = try table.table(answers, context, style: style)
        if !conditions.isEmpty, made.table.data.rows.allSatisfy(\.isTotal) { run.tell(NoteSentence.noRowMeets.text) }
        return SingleTable(made.table, in: context, definitions: made.definitions, from: run)
    }

    private func summaryRequest(
        period: Period?, today: CivilDate, in catalogue: Catalogue
    ) throws(RequestError) -> SummaryRequest {
        let shown = selection.showsIntervals ? catalogue.withIntervals(measures) : measures
        if selection.showsIntervals, shown.count == measures.count {
            // A measure that is not known may be a rate.
            for measure in measures { _ = try catalogue.requestedMeasure(measure) }
            throw .noRate(shares: catalogue.sharesWithoutInterval(measures))
        }
        return SummaryRequest(
            rows: rows, columns: columns, measures: shown, filters: selection.filters, period: period, today: today,
            totals: layout == .wide || hasTotals, includesEmpty: includesEmpty)
    }
}

/// A finished table, with what writers of documents need besides.
package struct SingleTable {
    /// The table.
    package let table: Table
    /// Its context.
    package let context: ReportContext
    /// The definitions of its terms.
    package let definitions: [Definition]
    /// The rows, where they come as a stream: the table has none then.
    package let rows: RowStream?
    private let run: DatasetRun

    /// A table of data whose rows come as a stream.
    init(_ rows: RowStream, in context: ReportContext, from run: DatasetRun) {
        table = Table(id: "table", title: "", subtitle: "", display: Grid(columns: rows.columns, rows: []))
        self.context = context
        definitions = []
        self.rows = rows
        self.run = run
    }

    init(_ table: Table, in context: ReportContext, definitions: [Definition] = [], from run: DatasetRun) {
        self.table = table
        self.context = context
        self.definitions = definitions
        rows = nil
        self.run = run
    }

    /// The files that it comes from; their digests are computed on request.
    package func inputs() throws -> [InputRecord] { try run.provenance().inputs }
}
