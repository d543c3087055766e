import Aggregation
import Support

/// Which columns of a table's data hold members of dimensions, and the names of these.
struct DataNames: Sendable {
    /// The columns.
    let columns: Range<Int>
    /// The name of the member in a column of a row, in the language of the table; the identifier of a member without one.
    let name: @Sendable (_ column: Int, _ row: Grid.Row) -> String
    /// Those of the columns whose members are persons whose names were asked for.
    var personColumns: [Int] = []
    /// The name alone of the person in a column of a row, if it is known.
    var personName: @Sendable (_ column: Int, _ row: Grid.Row) -> String? = { _, _ in nil }
}

extension Table {
    /// The ending of the identifiers of columns with names.
    static let nameEnding = Dimension.endingOfNames

    /// The table with data for programs whose members are labelled.
    ///
    /// Names stand in place of identifiers, also in the headings of a cross-tabulation, or in columns of their own behind them.
    /// Names of persons that were asked for always stand there.
    package func labelled(_ labels: DataLabels) -> Table {
        guard let names = dataNames else { return self }
        var table = self
        if labels == .name {
            for column in data.columns.indices {
                table.data.columns[column].id = data.columns[column].namedID ?? data.columns[column].id
            }
        }
        table.data.columns = names.columns(table.data.columns, labels)
        guard labels != .id || !names.personColumns.isEmpty else { return table }
        for (index, row) in data.rows.enumerated() { table.data.rows[index].cells = names.cells(of: row, labels) }
        return table
    }
}

extension Table {
    /// The data with the names of its members in place of their codes.
    package var namedData: Grid {
        guard let names = dataNames else { return data }
        return data.with(
            rows: data.rows.map { row in
                var named = row
                for column in names.columns { named.cells[column] = .text(names.name(column, row)) }
                return named
            })
    }
}

extension DataNames {
    /// The columns behind which a column with names stands.
    private func named(_ labels: DataLabels) -> [Int] {
        switch labels {
        case .id: personColumns
        case .name: []
        case .both: Array(columns)
        }
    }

    /// The columns of labelled data.
    func columns(_ columns: [Grid.Column], _ labels: DataLabels) -> [Grid.Column] {
        var result = columns
        for column in named(labels).reversed() {
            result.insert(
                Grid.Column(
                    id: columns[column].id + Table.nameEnding, heading: columns[column].heading, isNumeric: false),
                at: column + 1)
        }
        return result
    }

    /// The cells of a row of labelled data.
    func cells(of row: Grid.Row, _ labels: DataLabels) -> [Cell] {
        var cells = row.cells
        if labels == .name { for column in columns { cells[column] = .text(name(column, row)) } }
        for column in named(labels).reversed() {
            let isPerson = personColumns.contains(column)
            let text = isPerson ? personName(column, row) : name(column, row)
            cells.insert(text.map { .text($0) } ?? .empty, at: column + 1)
        }
        return cells
    }
}
