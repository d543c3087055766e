import Records
import Reporting
import Stores
import Support
import TrainingStats

extension Command {
    static let history = Command(
        name: "history", summary: "what imports changed in a store, when, and by whom",
        synopsis: "sqlite:FILE|postgresql:ADDRESS [--table T --key K[,K]] [OPTION...]",
        examples: [
            Example("tadrib history sqlite:training.db", "all imports, with how many rows each changed"),
            Example(
                "tadrib history sqlite:training.db --table sessions --key P2024-03",
                "what was changed in one row: column, old and new value, when and by whom"),
        ],
        options: [Option.schema, Option.table, Option.key, Option.output, Option.format, Option.profile]
            + OptionGroup.delimited + OptionGroup.common,
        run: runHistory)

    /// Shows the history of a store or of a row.
    private static func runHistory(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let path = try arguments.dataset()
        guard let place = try DatasetPath.store(path, schema: arguments[.schema]) else {
            throw CommandError.usage(
                .init(
                    en: "'\(path)' is no store, and only a store has a history",
                    ar: "«\(path)» ليس مخزناً، ولا تاريخ إلا لمخزن"),
                hint: .init(
                    en: "tadrib import \(path) --into sqlite:training.db makes one",
                    ar: "ينشئ tadrib import \(path) --into sqlite:training.db مخزناً"))
        }
        guard (arguments[.table] == nil) == (arguments[.key] == nil) else {
            throw CommandError.usage(
                .init(en: "--table and --key go together", ar: "--table و--key يُذكران معاً"),
                hint: .init(en: "for instance --table sessions --key S01", ar: "مثلاً --table sessions --key S01"))
        }
        let output = try TableOutput(arguments, process)
        let history = try StoreHistory(of: place)
        let language = arguments.language
        let table: Table =
            if let table = arguments[.table], let key = arguments[.key] {
                try HistoryTable(history, language).changes(in: table, key: key)
            } else {
                try HistoryTable(history, language).imports()
            }
        let context = ReportContext(
            language: language, digits: arguments[.digits], period: nil, filters: [],
            today: process.today(in: DatasetSettings().timeZone), tool: Tadrib.tool)
        try output.deliver(table, context)
        return .done
    }
}

/// The history of a store as tables.
struct HistoryTable {
    private let history: StoreHistory
    private let language: Language

    /// Tables of a history in a language.
    init(_ history: StoreHistory, _ language: Language) {
        self.history = history
        self.language = language
    }

    /// A row for each import.
    func imports() throws(ReadError) -> Table {
        let columns: [(id: String, heading: HistoryPhrase, isNumeric: Bool)] = [
            ("import", .importNumber, true), ("imported_at", .time, false), ("imported_by", .user, false),
            ("imported_from", .source, false), ("rows_new", .new, true), ("rows_changed", .changed, true),
            ("rows_gone", .gone, true), ("rows_unchanged", .unchanged, true), ("rows_rejected", .rejected, true),
        ]
        let rows = try history.entries().map { entry in
            Grid.Row([
                .whole(entry.record.number), .text(entry.record.time), .text(entry.record.user),
                .text(entry.record.source), .whole(entry.rows.new), .whole(entry.rows.changed),
                .whole(entry.rows.gone), .whole(entry.rows.unchanged), .whole(entry.rows.rejected),
            ])
        }
        return table("imports", .imports, columns, rows)
    }

    /// A row for each field that an import changed.
    func changes(in records: RecordTable, key: [String]) throws -> Table {
        let names = StoreHistory.keyColumns(of: records)
        guard key.count == names.count else {
            throw CommandError.usage(
                .init(
                    en: "--key: a row of \(records.rawValue) is named by \(names.joined(separator: ","))",
                    ar: "--key: صف \(records.rawValue.isolated) يُعرف بـ \(names.joined(separator: ",").isolated)"),
                hint: .init(en: "give \(names.count), with commas between them", ar: "اذكر \(names.count) بينها فواصل"))
        }
        let versions = try history.versions(of: records, key: key)
        guard !versions.isEmpty else {
            throw CommandError.usage(
                .init(
                    en: "--key: no row of \(records.rawValue) ever had '\(key.joined(separator: ","))'",
                    ar: "--key: لم يكن في \(records.rawValue.isolated) صف له «\(key.joined(separator: ","))»"))
        }
        let imports = Dictionary(
            try history.entries().map { ($0.record.number, $0.record) }, uniquingKeysWith: { first, _ in first })
        let columns = try history.columns(of: records)
        var changes: [(import: Int, change: Change, texts: [String])] = []
        func add(_ number: Int, _ change: Change, _ texts: [String] = ["", "", ""]) {
            changes.append((number, change, texts))
        }
        var before: StoreHistory.Version?
        for version in versions {
            // In a table without a key the rows of one field are different ones.
            let former = before.flatMap { history.isKeyed(records) && $0.until == version.from ? $0 : nil }
            if let ended = before?.until, former == nil { add(ended, .gone) }
            for (index, name) in columns.enumerated() {
                let (old, new) = (former?.fields[index] ?? "", version.fields[index])
                guard !old.utf8.elementsEqual(new.utf8) else { continue }
                add(version.from, former == nil ? .new : .changed, [name, old, new])
            }
            before = version
        }
        if let ended = before?.until { add(ended, .gone) }
        // Rows that are alike came and went at different times.
        changes = changes.enumerated().sorted { ($0.element.import, $0.offset) < ($1.element.import, $1.offset) }
            .map(\.element)
        func rows(_ word: (Change) -> String) -> [Grid.Row] {
            changes.map { number, change, texts in
                let record = imports[number]
                return Grid.Row(
                    [.whole(number), .text(record?.time ?? ""), .text(record?.user ?? ""), .text(word(change))]
                        + texts.map { .text($0) })
            }
        }
        return table(
            "history", .historyOfRow,
            [
                ("import", .importNumber, true), ("imported_at", .time, false), ("imported_by", .user, false),
                ("change", .change, false), ("column", .column, false), ("old", .old, false), ("new", .newValue, false),
            ], rows { language($0.phrase) }, data: rows(\.rawValue))
    }

    /// What became of a row.
    private enum Change: String {
        case new, changed, gone

        var phrase: HistoryPhrase {
            switch self {
            case .new: .new
            case .changed: .changed
            case .gone: .gone
            }
        }
    }

    private func table(
        _ id: String, _ title: HistoryPhrase, _ columns: [(id: String, heading: HistoryPhrase, isNumeric: Bool)],
        _ rows: [Grid.Row], data: [Grid.Row]? = nil
    ) -> Table {
        let columns = columns.map {
            Grid.Column(id: $0.id, heading: language($0.heading), isNumeric: $0.isNumeric)
        }
        return Table(
            id: id, title: language(title), subtitle: "", display: Grid(columns: columns, rows: rows),
            data: Grid(columns: columns, rows: data ?? rows))
    }
}
