import Aggregation
import Records
import Reporting
import Support
import TrainingStats
import Writers

/// The records behind a figure.
package struct RecordsRequest: Sendable {
    /// The records.
    package var dataset: DatasetRequest
    /// Which of them count; a filter `D=_T` excludes nothing, like the total over D in a table by D.
    package var selection: Selection
    /// Identifier of the measure.
    package var measure: String
    /// Identifiers of the columns; nil for the usual ones.
    package var columns: [String]?
    /// What stands for members in data.
    package var labels: DataLabels
    /// Whether the names of persons are shown.
    package var showsNames: Bool
    /// Whether programs read the list: codes for names, and empty columns too.
    package var isForPrograms: Bool
    /// Whether the rows come as a stream, as long lists need it; the table then has none.
    package var streamsRows: Bool
    /// The language of its texts.
    package var language: Language
    /// The digits of its texts and figures; nil for those of the language.
    package var digits: Digits?

    /// A request given by its parts.
    package init(
        dataset: DatasetRequest, selection: Selection, measure: String,
        columns: [String]? = nil, labels: DataLabels = .id, showsNames: Bool, isForPrograms: Bool, streamsRows: Bool,
        language: Language,
        digits: Digits? = nil
    ) {
        self.dataset = dataset
        self.selection = selection
        self.measure = measure
        self.columns = columns
        self.labels = labels
        self.showsNames = showsNames
        self.isForPrograms = isForPrograms
        self.streamsRows = streamsRows
        self.language = language
        self.digits = digits
    }

    /// Reads the records and makes the list; its rows are in the table or in the stream.
    package func made(_ environment: PipelineEnvironment) throws -> (table: SingleTable, rows: RowStream?) {
        let run = try DatasetRun(dataset, environment) { (catalogue) throws(RequestError) in
            let request = summaryRequest(period: nil, today: CivilDate(day: 0), measures: [measure])
            try request.validate(in: catalogue)
            try WantedPersons.validate(selection.persons, of: request, in: catalogue)
            if let columns { _ = try RecordColumn.named(columns, of: measure, in: catalogue) }
        }
        let context = try run.context(selection, in: language, digits: digits)
        var request = summaryRequest(period: context.period, today: run.today, measures: [])
        let restriction = try run.persons(selection.persons, of: request)
        if let restriction { request.filters.append(restriction.filter) }
        let records = try run.records(behind: measure, in: request, columns: columns ?? [])
        run.tellSelection(context, of: records.figure)
        let asked = try columns.map { (columns) throws(RequestError) in
            try RecordColumn.named(columns, of: measure, in: run.catalogue)
        }
        let list = RecordsTable(
            records, on: run.description, columns: asked, labels: labels, place: place(in: run.reader.contents),
            showsNames: showsNames, isForPrograms: isForPrograms, language)
        var table = list.table(context, withRows: !streamsRows)
        table.title += ": " + list.figureCell.displayText
        table.notes = [run.description.remark(on: context.period, language)].compactMap(\.self) + table.notes
        if let restriction { table.notes.append(restriction.note(language)) }
        let rows = streamsRows ? RowStream(columns: table.display.columns, rows: list.forEachRow(upTo:_:)) : nil
        return (SingleTable(table, in: context, from: run), rows)
    }

    /// The request for the figure.
    ///
    /// A filter on a total adds its dimension, which excludes nothing.
    private func summaryRequest(period: Period?, today: CivilDate, measures: [String]) -> SummaryRequest {
        let totalled = selection.filters.filter { $0.choice == .named && $0.members == ["_T"] }
        return SummaryRequest(
            rows: totalled.map(\.dimension), measures: measures,
            filters: selection.filters.filter { !totalled.contains($0) }, period: period, today: today)
    }

    /// Says where records stand, as findings do.
    private func place(in contents: SourceContents) -> RecordsTable.Place {
        { table, line in contents.place(ofRow: line, in: table.recordTable) }
    }
}

extension SourceRecord.Table {
    /// The table of the source.
    fileprivate var recordTable: RecordTable {
        switch self {
        case .sessions: .sessions
        case .assignments: .assignments
        case .participations: .participations
        case .headcounts: .headcounts
        case .evaluations: .evaluations
        case .followups: .followups
        }
    }
}
