import Aggregation

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
