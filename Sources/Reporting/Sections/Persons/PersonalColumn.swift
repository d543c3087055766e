import Aggregation
import Support
import TrainingStats

/// A column of a list of participations: its heading, and what each participation has in it.
struct PersonalColumn {
    let column: Grid.Column
    /// What people read, and what programs read.
    let cell: (Participation) -> (display: Cell, data: Cell)
    /// Whether people do not see it, because another column tells them the same.
    private let isOfDataAlone: Bool

    /// A column given by its cells for people and for programs.
    init(_ id: String, _ heading: String, cells: @escaping (Participation) -> (display: Cell, data: Cell)) {
        column = Grid.Column(id: id, heading: heading, isNumeric: false)
        cell = cells
        isOfDataAlone = false
    }

    /// A column whose cells are the same for people and programs.
    init(
        _ id: String, _ heading: String, isNumeric: Bool = false, keepsWhole: Bool = false, isOfDataAlone: Bool = false,
        cell: @escaping (Participation) -> Cell
    ) {
        column = Grid.Column(id: id, heading: heading, isNumeric: isNumeric, keepsWhole: keepsWhole)
        self.isOfDataAlone = isOfDataAlone
        self.cell = {
            let cell = cell($0)
            return (cell, cell)
        }
    }

    /// A column of codes, which people read by their names.
    init<Code: NamedCode>(
        _ id: String, _ heading: String, in language: Language, code: @escaping (Participation) -> Code?
    ) {
        column = Grid.Column(id: id, heading: heading, isNumeric: false)
        isOfDataAlone = false
        cell = { participation in
            guard let code = code(participation) else { return (.empty, .empty) }
            return (.text(code.name?(language) ?? code.rawValue), .text(code.rawValue))
        }
    }

    /// A column of a number that participations state.
    init(_ value: ParticipationValue, _ language: Language) {
        self.init(value.column, RecordField.number(.value(value)).heading(language), isNumeric: true) {
            $0[value].map { .asStated($0) } ?? .empty
        }
    }

    /// The grids of a list for people and for programs; people see no column that is empty throughout.
    static func grids(_ columns: [PersonalColumn], of list: [Participation]) -> (display: Grid, data: Grid) {
        let cells = list.map { participation in columns.map { $0.cell(participation) } }
        let shown = columns.indices.filter { index in
            !columns[index].isOfDataAlone && (list.isEmpty || cells.contains { $0[index].display != .empty })
        }
        return (
            Grid(
                columns: shown.map { columns[$0].column },
                rows: cells.map { row in Grid.Row(shown.map { row[$0].display }) }),
            Grid(columns: columns.map(\.column), rows: cells.map { row in Grid.Row(row.map(\.data)) })
        )
    }
}
