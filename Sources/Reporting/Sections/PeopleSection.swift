import Aggregation
import Support
import TrainingStats

/// Who the trainees are: the members of several properties, one below the other, by state.
struct PeopleSection: ReportSection {
    let id = "people"
    let title = Title.people.text
    private let properties = ["sex", "sector", "age-band"]

    /// One request for each property.
    func requests(in scope: ReportScope) -> [SummaryRequest] {
        let measure = ReportCatalogue.persons.measure(for: scope.dataset)
        return properties.map {
            scope.context.request(rows: [$0], columns: ["state"], [measure].compactMap(\.self), totals: true)
        }
    }

    var hasAlikeGrids: Bool { false }

    func reasonToOmit(
        _ answers: DisclosedAnswers, in scope: ReportScope
    ) throws(UnansweredRequest) -> BilingualText? {
        try answers.summaries(of: requests(in: scope)).contains(where: \.hasKnownMembers)
            ? nil : scope.context.limiting(Title.noProperties.text)
    }

    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> Table {
        let (context, language) = (material.context, material.language)
        let answers = try answers.summaries(of: requests(in: material.scope))
        let measure = answers[0].measures[0]
        // All are of the same records: headcounts leave figures of each of them open, or of none.
        let showsBounds = answers.allSatisfy { summary in summary.cells.contains { summary.hasBounds(in: $0) } }
        let builders = answers.map {
            TableBuilder(
                $0, on: material.dataset, language, filters: context.filters, showsBounds: showsBounds,
                isForReading: true,
                isRevised: context.isRevised(
                    id, $0, after: [.init(column: "property", code: $0.dimensions[0].id)], as: ["member", "state"]))
        }
        let wide = builders.map { $0.wide(usesCodes: false) }
        let states = Array(wide[0].columns.dropFirst())
        let display = Grid(
            columns: [
                context.column("property", .dimension, isNumeric: false),
                context.column("member", .member, isNumeric: false),
            ] + states,
            rows: zip(answers, wide).flatMap { summary, grid in
                grid.rows.filter { !$0.isTotal }.map { row in
                    Grid.Row([.text(summary.dimensions[0].heading(language))] + row.cells)
                }
            }
                + (wide[0].rows.last.map {
                    [Grid.Row([.text(language(Phrase.total)), .empty] + $0.cells.dropFirst(), isTotal: true)]
                } ?? []),
            groups: wide[0].groups.map { level in
                level.map { group in
                    Grid.ColumnGroup(
                        heading: group.heading,
                        columns: group.columns.lowerBound + 1..<group.columns.upperBound + 1)
                }
            })
        var table = Table(
            id: id, title: title(language), subtitle: language.list([measure.heading(language), context.periodText]),
            display: display, data: data(builders.map(\.data), answers, context),
            notes: TableNotes(answers[0], language).limits,
            definitions: material.definitions(TableNotes(answers[0], language)))
        let names = MemberNames(material.scope.dataset, language)
        let dimensions = answers.map(\.dimensions)
        table.dataNames = DataNames(columns: 0..<3) { column, row in
            let own = dimensions.first { $0[0].id == row.cells[0].text } ?? dimensions[0]
            return column == 0
                ? own[0].heading(language) : names(code: row.cells[column].text, of: own[column - 1])
        }
        return table
    }

    /// The rows of each property under that of its dimension.
    private func data(_ grids: [Grid], _ answers: [Summary], _ context: ReportContext) -> Grid {
        let columns = [
            context.column("property", .dimension, isNumeric: false),
            context.column("member", .member, isNumeric: false),
        ]
        let rows = zip(answers, grids).flatMap { summary, grid in
            grid.rows.map { row in
                Grid.Row([.text(summary.dimensions[0].id)] + row.cells, isTotal: row.isTotal)
            }
        }
        return Grid(columns: columns + grids[0].columns.dropFirst(), rows: rows)
    }
}
