import Aggregation

extension TableBuilder {
    /// The names of the members in the first columns of the data.
    func dataNames(_ layout: Layout) -> DataNames {
        let dimensions = summary.dimensions
        let names = MemberNames(dataset, language)
        return DataNames(columns: 0..<(layout == .wide ? summary.rowCount : dimensions.count)) { column, row in
            names(code: row.cells[column].text, of: dimensions[column])
        }
    }
}
