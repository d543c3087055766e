/// Which columns of a table's data hold members of dimensions, and the names of these.
struct DataNames: Sendable {
    /// The columns.
    let columns: Range<Int>
    /// The name of the member in a column of a row, in the language of the table; the identifier of a member without one.
    let name: @Sendable (_ column: Int, _ row: Grid.Row) -> String
}

extension Table {
    /// The ending of the identifiers of columns with names.
    static let nameEnding = "-name"

    /// The table with data for programs whose members are labelled.
    ///
    /// Names stand in place of identifiers, also in the headings of a cross-tabulation, or in columns of their own behind them.
    package func labelled(_ labels: DataLabels) -> Table {
        guard labels != .id, let names = dataNames else { return self }
        var table = self
        switch labels {
        case .id: break
        case .name:
            for column in data.columns.indices {
                table.data.columns[column].id = data.columns[column].namedID ?? data.columns[column].id
            }
            for (index, row) in data.rows.enumerated() {
                for column in names.columns { table.data.rows[index].cells[column] = .text(names.name(column, row)) }
            }
        case .both:
            for column in names.columns.reversed() {
                let id = data.columns[column].id + Self.nameEnding
                table.data.columns.insert(
                    Grid.Column(id: id, heading: data.columns[column].heading, isNumeric: false), at: column + 1)
            }
            for (index, row) in data.rows.enumerated() {
                for column in names.columns.reversed() {
                    table.data.rows[index].cells.insert(.text(names.name(column, row)), at: column + 1)
                }
            }
        }
        return table
    }
}
