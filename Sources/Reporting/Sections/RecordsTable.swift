import Aggregation
import Support
import TrainingStats

/// The records behind a figure as a table: one row for each record, with its identifiers, its contribution, and its file
/// and line.
public struct RecordsTable: Sendable {
    /// Gives the place of the record on a line of a table, as findings give places.
    package typealias Place = @Sendable (_ table: SourceRecord.Table, _ line: Int) -> String

    /// The summary whose total is the figure, over all records of the same request.
    private let figure: Summary
    private let selection: SelectedRecords
    private let currency: String
    private let place: Place
    private let language: Language
    /// Whether programs read it: codes for names, and the same columns every time.
    private let isForPrograms: Bool
    /// What stands for members in data.
    private let labels: DataLabels
    private let names: MemberNames
    private let members: RecordMembers
    private var items: [Item] = []
    private var tally: RecordsTally

    /// A table of the records behind a figure; `place` says where a record stands, and `columns` which columns it has, nil for
    /// the usual ones.
    ///
    /// Names of persons are left out unless requested. People see names of statuses and members, and no columns that are empty
    /// in all records unless they were asked for; programs need codes, and the same columns every time.
    package init(
        _ disclosed: DisclosedRecords, on dataset: DatasetDescription, columns asked: [RecordColumn]? = nil,
        labels: DataLabels = .id, place: @escaping Place, showsNames: Bool, isForPrograms: Bool, _ language: Language
    ) {
        figure = disclosed.figure
        let selection = disclosed.records
        self.selection = selection
        currency = dataset.settings.currency
        self.place = place
        self.language = language
        self.isForPrograms = isForPrograms
        self.labels = labels
        names = MemberNames(dataset, language)
        tally = RecordsTally(selection.listing)
        let columns =
            asked
            ?? RecordColumn.usual(
                of: selection.listing, in: dataset.catalogue, withRates: dataset.convertsAmounts)
        var dimensions: [Dimension] = []
        let items = Self.items(of: columns, withNames: showsNames, labels: labels, &dimensions)
        members = selection.members(in: dimensions)
        var isShown = items.map { item in
            if case .field(let field) = item {
                return isForPrograms || asked != nil || field.isNumeric && field != .number(.participants)
            }
            return isForPrograms || asked != nil
        }
        var tally = tally
        selection.forEach { record in
            tally.add(record, of: selection)
            for index in items.indices where !isShown[index] {
                isShown[index] = cell(items[index], of: record) != .empty
            }
        }
        self.items = tally.records > 0 ? zip(items, isShown).filter(\.1).map(\.0) : items
        self.tally = tally
    }

    /// A column: a field of the record, the name of its person, its member of a dimension, the name of that member beside it,
    /// or its place.
    private enum Item: Equatable {
        case field(RecordField)
        case name
        case member(Int, Dimension)
        case memberName(Int, Dimension)
        case place
    }

    /// The items of columns, and the dimensions that they are about.
    private static func items(
        of columns: [RecordColumn], withNames showsNames: Bool, labels: DataLabels, _ dimensions: inout [Dimension]
    ) -> [Item] {
        var items: [Item] = []
        for column in columns {
            switch column {
            case .field(let field): items.append(.field(field))
            case .place: items.append(.place)
            case .member(let dimension):
                items.append(.member(dimensions.count, dimension))
                if labels == .both { items.append(.memberName(dimensions.count, dimension)) }
                dimensions.append(dimension)
            }
        }
        let person = items.firstIndex { $0 == .field(.trainee) || $0 == .field(.trainer) }
        if showsNames, let person { items.insert(.name, at: person + 1) }
        return items
    }

    /// The table, titled by the measure.
    ///
    /// Without `rows`, the table is empty, and the rows can be read one by one from ``forEachRow(upTo:_:)``.
    package func table(_ context: ReportContext, withRows: Bool = true) -> Table {
        var rows: [Grid.Row] = []
        if withRows { forEachRow { rows.append(Grid.Row($0)) } }
        let known = TableNotes(figure, language)
        let subtitle =
            language.capitalised(context.periodText) + (context.filters.isEmpty ? "" : " · " + context.filterText)
        return Table(
            id: "records", title: selection.measure.heading(withUnit: currency, language),
            subtitle: subtitle, display: Grid(columns: items.map(column), rows: rows),
            notes: notes(isUnknown: figureCell == .unknown) + (selection.isApplicable ? known.remarks : []),
            definitions: known.definitions)
    }

    /// Calls a body with the cells of each row of the table up to a limit, one after the other.
    public func forEachRow(upTo limit: Int = .max, _ body: ([Cell]) -> Void) {
        selection.forEach(upTo: limit) { record in body(items.map { cell($0, of: record) }) }
    }

    /// The figure that follows from the records.
    package var figureCell: Cell {
        let value = figure.total(selection.measure.id) ?? .notApplicable
        return value.cell(selection.measure, currency: currency)
    }

    private func notes(isUnknown: Bool) -> [String] {
        guard selection.isApplicable else {
            return [language(Sentence.noRecordsOfTrainees)]
        }
        var sentences = [language(Sentence.recordsListed, ["count": grouped(tally.records)])]
        for (field, positions) in tally.distinct {
            sentences.append(
                language(
                    Sentence.distinctIn,
                    ["heading": field.heading(language), "count": grouped(positions.count)]))
        }
        for (side, field, positions) in tally.ofSides {
            sentences.append(
                language(
                    Sentence.distinctOfSide,
                    [
                        "heading": field.heading(language), "side": side.heading(language),
                        "count": grouped(positions.count),
                    ]))
        }
        for (field, sum) in tally.toldSums {
            sentences.append(
                language(
                    Sentence.sumOf,
                    [
                        "heading": field.heading(language),
                        "sum": isUnknown ? language(Phrase.unknown) : grouped(sum),
                    ]))
        }
        return [sentences.joined(separator: " ")]
    }

    private func column(_ item: Item) -> Grid.Column {
        switch item {
        case .field(let field):
            Grid.Column(
                id: field.id, heading: field.heading(language), isNumeric: field.isNumeric,
                keepsWhole: field != .institution)
        case .member(_, let dimension):
            Grid.Column(id: dimension.id, heading: dimension.heading(language), isNumeric: false)
        case .memberName(_, let dimension):
            Grid.Column(
                id: dimension.id + Table.nameEnding, heading: dimension.heading(language), isNumeric: false)
        case .name: Grid.Column(id: "name", heading: language(Phrase.name), isNumeric: false)
        case .place: Grid.Column(id: "place", heading: language(Phrase.place), isNumeric: false, keepsWhole: true)
        }
    }

    private func cell(_ item: Item, of record: SourceRecord) -> Cell {
        switch item {
        case .field(let field): return cell(field, of: record)
        case .place: return .text(place(record.table, record.line))
        case .member(let index, let dimension):
            return member(index, dimension, of: record, isNamed: !isForPrograms || labels == .name)
        case .memberName(let index, let dimension): return member(index, dimension, of: record, isNamed: true)
        case .name:
            return text(selection.personName(of: record))
        }
    }

    private func cell(_ field: RecordField, of record: SourceRecord) -> Cell {
        switch field {
        case .trainee: return text(selection.traineeID(of: record))
        case .trainer: return text(selection.trainerID(of: record))
        case .institution: return text(selection.institution(of: record))
        case .session: return .text(selection.sessionID(of: record))
        case .course: return .text(selection.courseID(of: record))
        case .status: return text(isForPrograms ? record.status?.rawValue : record.status?.name?(language))
        case .startDate: return selection.startDate(of: record).map { .date($0) } ?? .empty
        case .endDate: return selection.endDate(of: record).map { .date($0) } ?? .empty
        case .statedCost: return selection.statedCost(of: record).map { .asStated($0) } ?? .empty
        case .currency: return .text(selection.currency(of: record))
        case .rate: return selection.rate(of: record).map { .asStated($0.rate) } ?? .empty
        case .quantity(let quantity) where quantity.isFraction:
            return record.fraction(quantity).map { .real($0, places: 2) } ?? .empty
        case .number, .quantity, .counts, .numerator, .denominator:
            return record.number(in: field).map { .asStated($0) } ?? .empty
        }
    }

    /// The member of a record; empty where it is not known, as in the records.
    private func member(_ index: Int, _ dimension: Dimension, of record: SourceRecord, isNamed: Bool) -> Cell {
        guard let member = members.member(index, of: record), case .code(let code) = member else { return .empty }
        return .text(isNamed ? names(member, of: dimension) : code)
    }

    private func text(_ words: String?) -> Cell { words.map { .text($0) } ?? .empty }
}
