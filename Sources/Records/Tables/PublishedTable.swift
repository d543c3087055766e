import Support
import TrainingStats

/// `published.csv`: figures that were published before.
enum PublishedTable: TableReading {
    static func read(
        _ rows: TableReader<PublishedColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        try rows.forEachRow {
            let indicator = rows.text(.indicator)
            let qualifier = rows.code(.qualifier, as: Qualifier.self)
            let value = rows.decimal(.value)
            let day = rows.date(.publishedOn)
            guard let indicator, let qualifier, let value else { return }
            let figure = PublishedFigure(
                indicator: indicator, filter: rows.text(.filter) ?? "", period: rows.text(.period) ?? "",
                qualifier: qualifier, value: value, source: rows.text(.source), publishedOn: day, line: rows.line)
            if let problem = options.checkPublished(figure, draft.dataset) {
                rows.findings.report(
                    .badCode, column: problem.column, value: problem.value,
                    FindingText(
                        FieldWording.wrongQuestion,
                        BilingualText(
                            en: problem.reason.en.shortened(to: 400), ar: problem.reason.ar?.shortened(to: 400))))
            }
            if rows.accepts { draft.dataset.published.append(figure) }
        }
    }
}
