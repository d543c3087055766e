import Aggregation
import Support
import TrainingStats

/// Figures that changed since an earlier release, one in each row: table, cell, figure, before, after, difference.
public struct ChangeTable {
    /// Identifier of the table in a report.
    public static let id = "revisions"

    private let changes: [FigureChange]
    private let language: Language
    private let names: MemberNames?
    private let catalogue: Catalogue
    private let titles: [String: String]
    private let headings: [String: [String: String]]
    private let cells: [FigurePlace: Cell]

    /// A table of changes, with titles of tables and names of members as far as they are known.
    package init(_ changes: [FigureChange], _ language: Language, tables: [Table] = [], names: MemberNames? = nil) {
        self.changes = changes
        self.language = language
        self.names = names
        catalogue = names?.catalogue ?? .builtIn
        titles = Dictionary(tables.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        headings = Dictionary(
            tables.map { table in
                (
                    table.id,
                    Dictionary(table.data.columns.map { ($0.id, $0.heading) }, uniquingKeysWith: { first, _ in first })
                )
            }, uniquingKeysWith: { first, _ in first })
        var cells: [FigurePlace: Cell] = [:]
        for table in changes.isEmpty ? [] : tables {
            for row in table.data.rows {
                for (column, cell) in row.cells.enumerated() where table.data.columns[column].isNumeric {
                    cells[table.data.place(of: row, column, in: table.id)] = cell.unmarked
                }
            }
        }
        self.cells = cells
    }

    /// The table: titles and names for people, identifiers and codes for programs.
    public var table: Table {
        let columns = [
            column("table", .table), column("cell", .cell), column("figure", .figure),
            column("before", .before, isNumeric: true), column("after", .after, isNumeric: true),
            column("difference", .difference, isNumeric: true),
        ]
        let cause = column("moves-with", .movesWith)
        // Programs need the same columns every time.
        let showsCause = changes.contains(where: \.movesWithReportingDay)
        func rows(usesCodes: Bool) -> [Grid.Row] {
            changes.map { change in
                let place = change.place
                let words: [String] =
                    usesCodes
                    ? [place.table, place.key.map { $0.column + "=" + $0.code }.joined(separator: ";"), place.column]
                    : [title(of: place.table), self.words(place.key), heading(place)]
                let cause: Cell =
                    !change.movesWithReportingDay
                    ? .empty : .text(usesCodes ? "reporting-day" : language(Phrase.theReportingDay))
                return Grid.Row(
                    words.map(Cell.text) + figures(change, usesCodes: usesCodes)
                        + (usesCodes || showsCause ? [cause] : []))
            }
        }
        return Table(
            id: Self.id, title: language(Phrase.revisions), subtitle: "",
            display: Grid(columns: columns + (showsCause ? [cause] : []), rows: rows(usesCodes: false)),
            data: Grid(columns: columns + [cause], rows: rows(usesCodes: true)),
            notes: showsCause ? [language(ReleaseSentence.movesWithReportingDay)] : [])
    }

    private func column(_ id: String, _ heading: Phrase, isNumeric: Bool = false) -> Grid.Column {
        Grid.Column(id: id, heading: language(heading), isNumeric: isNumeric, keepsWhole: false)
    }

    /// The value before, the value after, and their difference if both are numbers.
    private func figures(_ change: FigureChange, usesCodes: Bool) -> [Cell] {
        if !usesCodes, change.place.column == "status" {
            return [change.old, change.new].map { $0.map { .text(status($0)) } ?? .empty } + [.empty]
        }
        let sample = cells[change.place].flatMap { $0.isNumber ? $0 : nil } ?? usual(change.place)
        let (old, new) = (cell(change.old, like: sample), cell(change.new, like: sample))
        let difference: Cell =
            switch (old, new) {
            case (.whole(let old), .whole(let new)): .whole(new - old)
            case (.decimal(let old, let places), .decimal(let new, _)): .decimal(new - old, places: places)
            case (.real(let old, let fewer), .real(let new, let more)): .real(new - old, places: max(fewer, more))
            case (.share(let old), .share(let new)): .share(new - old)
            default: exactDifference(change)
            }
        guard !usesCodes else { return [old, new, difference] }
        let figures = isDifference(change.place) ? [old, new].map { $0.inPoints(language) } : [old, new]
        return figures + [difference.inPoints(language)]
    }

    /// Whether the figures of a column are differences, which are in percentage points where they are those of shares.
    private func isDifference(_ place: FigurePlace) -> Bool {
        let changes = [Transform.change, .changeOnYear].map(\.rawValue)
        return changes.contains { place.column == $0 || place.column.hasSuffix("-" + $0) }
    }

    /// What came of a target or a published figure, for people.
    private func status(_ code: String) -> String {
        let name = TargetProgress.Status(rawValue: code)?.name ?? Reconciliation.Status(rawValue: code)?.name
        return name?(language) ?? code
    }

    /// The difference of two numbers, one of which is whole.
    private func exactDifference(_ change: FigureChange) -> Cell {
        guard let old = change.old.flatMap({ ExactDecimal($0) }), let new = change.new.flatMap({ ExactDecimal($0) })
        else {
            return .empty
        }
        return .asStated(new - old)
    }

    /// The cell that a text of data output stands for, in the form of the present figure.
    private func cell(_ text: String?, like sample: Cell?) -> Cell {
        switch text {
        case nil, "": return .empty
        case Cell.notApplicable.dataMarker: return .notApplicable
        case Cell.unknown.dataMarker: return .unknown
        case let text?:
            switch sample {
            case .share: if let number = Double(text) { return .share(number) }
            case .real(_, let places): if let number = Double(text) { return .real(number, places: places) }
            case .decimal(_, let places): if let number = ExactDecimal(text) { return .decimal(number, places: places) }
            default:
                if let whole = Int(text) { return .whole(whole) }
                let places = text.split(separator: ".").last?.count ?? 0
                if let number = Double(text), number.isFinite { return .real(number, places: min(places, 3)) }
            }
            return .text(text)
        }
    }

    /// The form of a measure's figures, for a change that has no present figure.
    private func usual(_ place: FigurePlace) -> Cell? {
        let named = place.key.first { $0.column == "measure" }?.code
        let measure = catalogue.measure(place.column) ?? named.flatMap { catalogue.measure($0) }
        let isShare = ["-percent", "-share", "achieved", "achieved_upper"].contains { place.column.hasSuffix($0) }
        return isShare || measure?.format == .share ? .share(0) : nil
    }

    /// The title of a table, or the usual one of a table that is not there; its identifier if it has none.
    private func title(of table: String) -> String {
        titles[table] ?? ReportDefinition.full.tables.first { $0.id == table }?.title(language) ?? table
    }

    private func heading(_ place: FigurePlace) -> String {
        headings[place.table]?[place.column] ?? catalogue.measure(place.column)?.heading(language)
            ?? Self.usualHeadings[place.column].map { language.capitalised(language($0)) } ?? place.column
    }

    /// The headings of the built-in sections, by the identifiers of their columns.
    private static let usualHeadings: [String: Phrase] = [
        "current": .currentPeriod, "previous": .previousPeriod, "change": .change, "change-percent": .changePercent,
        "all-time": .allTime, "value": .computed, "value-upper": .computedUpper, "computed": .computed,
        "computed_upper": .computedUpper, "with_rejected": .withRejected, "published": .published,
        "difference": .difference, "target": .target, "baseline": .baseline, "actual": .actual,
        "actual_upper": .computedUpper, "achieved": .achieved, "achieved_upper": .computedUpper,
        "remaining": .remaining, "period_passed": .periodPassed, "status": .status, "records": .rowsRead,
        "rejected": .rowsRejected, "rejected-share": .shareRejected,
        "empty-lines": .emptyLines, "unknown": .unknownCount, "unknown-share": .unknownShare,
    ]

    /// The key of a row as text, written like filters.
    private func words(_ key: [FigurePlace.Member]) -> String {
        var property: Dimension?
        let parts = key.filter { !$0.code.isEmpty }.map { member -> String in
            if let names,
                let dimension = catalogue.dimension(member.column) ?? (member.column == "member" ? property : nil)
            {
                return names.words([Filter(dimension: dimension.id, members: [member.code])])
            }
            if let words = wordsOfPublished(member) { return words }
            if let measure = catalogue.measure(member.code) { return measure.heading(language) }
            property = catalogue.dimension(member.code)
            return property.map { $0.heading(language) } ?? member.code
        }
        return parts.joined(separator: language(Phrase.listSemicolon))
    }

    /// Filter, period and qualifier of a published figure for people.
    private func wordsOfPublished(_ member: FigurePlace.Member) -> String? {
        switch member.column {
        case "where": names.flatMap { names in (try? Filter.list(parsing: member.code)).map(names.words) }
        case "period": language.period(member.code)
        case "qualifier": Qualifier(rawValue: member.code)?.name?(language)
        default: nil
        }
    }
}
