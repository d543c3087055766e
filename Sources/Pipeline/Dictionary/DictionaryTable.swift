import Aggregation
import Records
import Reporting
import Support
import TrainingStats

/// The columns of a dataset, one a row: what each holds, how much of it is filled in, and from where to where it goes; then
/// the measures that it declares.
struct DictionaryTable {
    private let profiles: [TableProfile]
    private let measures: [Measure]
    private let isBrief: Bool
    private let language: Language

    init(of profiles: [TableProfile], measures: [Measure], isBrief: Bool, _ language: Language) {
        self.profiles = profiles
        self.measures = measures
        self.isBrief = isBrief
        self.language = language
    }

    var table: Table {
        let columns: [(id: String, heading: Phrase, isNumeric: Bool)] = [
            ("table", .table, false), ("column", .column, false), ("heading", .heading, false),
            ("holds", .holds, false),
            ("required", .required, false), ("records", .records, true), ("filled", .filledIn, true),
            ("coverage", .coverage, true), ("distinct", .different, true), ("least", .least, true),
            ("greatest", .greatest, true), ("codes", .codes, false), ("meaning", .meaning, false),
        ]
        let shown = columns.indices.filter {
            !isBrief || !["heading", "required", "records", "filled", "codes", "meaning"].contains(columns[$0].id)
        }
        let grid = shown.map { columns[$0] }.map { column in
            Grid.Column(
                id: column.id, heading: language(column.heading), isNumeric: column.isNumeric,
                keepsWhole: column.id == "table" || column.id == "column")
        }
        func rows(isData: Bool) -> [Grid.Row] {
            profiles.flatMap { profile in
                profile.columns.map { column in
                    let cells = cells(of: column, in: profile, isData: isData)
                    return Grid.Row(shown.map { cells[$0] })
                }
            }
                + measures.map { measure in
                    let cells = cells(of: measure, isData: isData)
                    return Grid.Row(shown.map { cells[$0] })
                }
        }
        return Table(
            id: "dictionary", title: language(Phrase.dictionary), subtitle: "",
            display: Grid(columns: grid, rows: rows(isData: false)), data: Grid(columns: grid, rows: rows(isData: true))
        )
    }

    private func cells(of column: ColumnProfile, in profile: TableProfile, isData: Bool) -> [Cell] {
        let field = column.field
        let isRequired = field?.isFilledInEveryRow == true
        return [
            .text(isData ? profile.table.rawValue : profile.table.title(language)), .text(column.name),
            .text(field?.heading(language) ?? ""), .text(content(of: field, isData: isData)),
            .text(isData ? (isRequired ? "yes" : "no") : language(isRequired ? Phrase.yes : .no)),
            .whole(profile.rows), .whole(column.filled),
            profile.rows == 0 ? .notApplicable : .share(Double(column.filled) / Double(profile.rows)),
            column.distinct.map { .whole($0) } ?? .empty, bound(column.span?.least, of: column),
            bound(column.span?.greatest, of: column),
            .text(codes(of: column, isData: isData)), .text(field?.meaning(language) ?? ""),
        ]
    }

    private func cells(of measure: Measure, isData: Bool) -> [Cell] {
        [
            .text(isData ? "measures" : language(Phrase.measures)), .text(measure.id), .text(measure.heading(language)),
            .text(isData ? Language.en(Phrase.aMeasure) : language(Phrase.aMeasure)),
        ] + (0..<8).map { _ in Cell.empty } + [.text(measure.definition(language))]
    }

    /// A number or day as it stands; years are not grouped.
    private func bound(_ text: String?, of column: ColumnProfile) -> Cell {
        guard let text else { return .empty }
        if case .number(let bounds) = column.field?.content, let least = bounds.least, let greatest = bounds.greatest,
            least >= 1_000, greatest <= 9_999
        {
            return .text(text)
        }
        if let number = ExactDecimal(text) { return .decimal(number, places: number.fractionDigits) }
        return CivilDate(text).map { .date($0) } ?? .text(text)
    }

    /// The codes that there can be, each with how often it stands in the column.
    private func codes(of column: ColumnProfile, isData: Bool) -> String {
        guard case .code(let codes) = column.field?.content else { return "" }
        return zip(codes, column.codeCounts).map { code, count in
            isData ? "\(code.code) \(count)" : "\(code.name(language)) \(count)"
        }.joined(separator: isData ? "; " : " · ")
    }

    private func content(of field: TableField?, isData: Bool) -> String {
        let language = isData ? Language.en : language
        switch field?.content {
        case .identifier: return language(Phrase.anIdentifier)
        case .reference(let table):
            return isData
                ? "\(language(Phrase.anIdentifier)) (\(table.rawValue))"
                : "\(language(Phrase.anIdentifier)) (\(table.title(language)))"
        case .text: return language(Phrase.aText)
        case .code: return language(Phrase.aCode)
        case .state: return language(Phrase.aState)
        case .topic: return language(Phrase.aTopic)
        case .date: return language(Phrase.aDay)
        case .number(let bounds): return language(bounds.isWhole ? Phrase.aWholeNumber : .aNumber)
        case nil: return language(Phrase.notUsed)
        }
    }
}
