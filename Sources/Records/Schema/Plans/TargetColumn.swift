/// Columns of `targets.csv`.
enum TargetColumn: String, TableColumn {
    case measure, period, target
    case filter = "where"
    case baseline, source

    static let table = RecordTable.targets
    var need: ColumnNeed {
        switch self {
        case .measure, .period, .target: .inEveryRow
        case .filter, .baseline, .source: .optional
        }
    }
}

extension TargetColumn {
    var content: FieldContent {
        switch self {
        case .measure, .filter, .period, .source: .text
        case .target, .baseline: .decimal()
        }
    }
}
