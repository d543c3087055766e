import Aggregation

/// The rows of a table for programs, made one after the other.
package struct DataRows: Sendable {
    /// The columns.
    package let columns: [Grid.Column]
    private let builder: TableBuilder
    private let cells: [Summary.Cell]
    private let names: DataNames
    private let labels: DataLabels

    /// The rows of a tidy table with members labelled.
    init(of builder: TableBuilder, labelled labels: DataLabels) {
        self.builder = builder
        self.labels = labels
        names = builder.dataNames(.tidy)
        cells = builder.ranked(builder.summary.cells, by: \.members)
        columns = names.columns(builder.dataColumns, labels)
    }

    /// Whether there are rows besides totals.
    package var hasMembers: Bool { cells.contains { !$0.members.contains(.total) } }

    /// Calls a body with the cells of each row up to a limit.
    package func forEach(upTo limit: Int, _ body: ([Cell]) -> Void) {
        for cell in cells.prefix(limit) { body(names.cells(of: builder.dataRow(cell), labels)) }
    }
}

extension TableBuilder {
    /// The names of the members in the first columns of the data.
    func dataNames(_ layout: Layout) -> DataNames {
        let dimensions = Array(summary.dimensions.prefix(layout == .wide ? summary.rowCount : summary.dimensions.count))
        let names = MemberNames(dataset, language)
        return DataNames(
            columns: dimensions.indices,
            name: { column, row in names(code: row.cells[column].text, of: dimensions[column]) },
            personColumns: dimensions.indices.filter { dataset.namesPersons(of: dimensions[$0]) },
            personName: { [dataset] column, row in
                dataset.personName(of: row.cells[column].text, in: dimensions[column])
            })
    }
}
