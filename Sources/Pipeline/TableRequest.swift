import Aggregation
import Reporting
import Support
import TrainingStats

/// A table of its own, ad hoc.
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
    /// What is made of each measure.
    package var transforms: [Transform]
    /// The order of the rows, the largest first; nil for that of their members.
    package var order: RequestedTable.Order?
    /// How the cells are arranged.
    package var layout: TableBuilder.Layout
    /// Whether there are totals where the layout does not need them anyway.
    package var hasTotals: Bool
    /// What the format makes of the table.
    package var style: RequestedTable.Style
    /// The language of its words.
    package var language: Language

    /// A request given by its parts.
    package init(
        dataset: DatasetRequest, selection: Selection, rows: [String], columns: [String], measures: [String],
        transforms: [Transform], order: RequestedTable.Order?, layout: TableBuilder.Layout, hasTotals: Bool,
        style: RequestedTable.Style, language: Language
    ) {
        self.dataset = dataset
        self.selection = selection
        self.rows = rows
        self.columns = columns
        self.measures = measures
        self.transforms = transforms
        self.order = order
        self.layout = layout
        self.hasTotals = hasTotals
        self.style = style
        self.language = language
    }

    /// Reads the records and makes the table.
    package func made(_ environment: PipelineEnvironment) throws -> SingleTable {
        // What has no meaning on any dataset is told before one is read.
        try summaryRequest(period: nil, today: CivilDate(day: 0)).validate()
        let run = try DatasetRun(dataset, environment)
        let context = try run.context(selection, in: language)
        var table = try RequestedTable(
            summaryRequest(period: context.period, today: run.today), transforms: transforms, order: order,
            layout: layout, on: run.description)
        if let ranks = table.rankRequest { table = try table.ranked(by: run.ranks([ranks]).summary(of: ranks)) }
        let answers = try run.answers(to: table.requests)
        if let first = table.requests.first { run.tellUnmatchedMembers(of: try answers.summary(of: first)) }
        let made = try table.table(answers, context, style: style)
        return SingleTable(made.table, in: context, definitions: made.definitions, from: run)
    }

    private func summaryRequest(period: Period?, today: CivilDate) -> SummaryRequest {
        SummaryRequest(
            rows: rows, columns: columns, measures: measures, filters: selection.filters, period: period, today: today,
            totals: layout == .wide || hasTotals)
    }
}

/// A table that has been made, with what writers of documents need besides.
package struct SingleTable {
    /// The table.
    package let table: Table
    /// What it is about.
    package let context: ReportContext
    /// What its words mean.
    package let definitions: [Definition]
    private let run: DatasetRun

    init(_ table: Table, in context: ReportContext, definitions: [Definition] = [], from run: DatasetRun) {
        self.table = table
        self.context = context
        self.definitions = definitions
        self.run = run
    }

    /// The files that it comes from; their digests are computed when somebody asks.
    package func inputs() throws -> [InputRecord] { try run.provenance().inputs }
}
