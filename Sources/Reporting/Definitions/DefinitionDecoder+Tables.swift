import Aggregation
import Support
import TrainingStats

extension DefinitionDecoder {
    /// A table or the name of a section.
    mutating func part(_ node: JSONNode, _ path: String) -> ReportDefinition.Part? {
        if case .object(let members) = node, members.contains(where: { $0.key == "section" }) {
            guard let fields = object(node, at: path, as: .section), let section = fields["section"] else { return nil }
            return name(
                section, at: join(path, "section"), noun: "section", known: NamedSection.allCases.map(\.rawValue)
            )
            .flatMap(NamedSection.init).map { .section($0) }
        }
        return table(node, path).map { .table($0) }
    }

    private mutating func table(_ node: JSONNode, _ path: String) -> TableDefinition? {
        let before = problems.count
        guard let fields = object(node, at: path, as: .table) else { return nil }
        let dimensions = catalogue.dimensions.map(\.id)
        func place(_ key: String) -> String { path + "." + key }
        let id = fields["id"].flatMap { identifier($0, place("id")) }
        let title = fields["title"].flatMap { bilingualText($0, place("title")) }
        var table = TableDefinition(
            id: id ?? "", title: title ?? BilingualText(en: ""),
            rows: fields["rows"].map { names($0, at: place("rows"), noun: "dimension", known: dimensions) } ?? [],
            columns: fields["columns"].map { names($0, at: place("columns"), noun: "dimension", known: dimensions) }
                ?? [],
            measures: fields["measures"].map { measures($0, place("measures")) } ?? [])
        table.transforms = fields["transforms"].map { transforms($0, place("transforms")) } ?? []
        table.needs = fields["needs"].map { needs($0, place("needs")) } ?? []
        table.filters = fields["filters"].map { filters($0, place("filters")) } ?? []
        table.period = fields["period"].flatMap { period($0, place("period")) }
        table.sort = fields["sort"].flatMap { sort($0, place("sort")) }
        let top = fields["top"].flatMap { count($0, place("top")) }
        let bottom = fields["bottom"].flatMap { count($0, place("bottom")) }
        table.kept = top.map { .init($0, .largestFirst) } ?? bottom.map { .init($0, .smallestFirst) }
        if top != nil, bottom != nil { add(place("bottom"), "'top' and 'bottom' do not go together") }
        table.includesEmpty = fields["includeEmpty"].flatMap { bool($0, place("includeEmpty")) } ?? false
        table.persons = fields["persons"].flatMap { condition($0, place("persons")) }
        table.condition = fields["having"].flatMap { condition($0, place("having")) }
        table.notes = fields["notes"].map { texts($0, place("notes")) } ?? []
        let asked = table.measures.flatMap { [$0.measure] + [$0.instead].compactMap(\.self) }
        table.showsIntervals = fields["intervals"].flatMap { bool($0, place("intervals")) } ?? false
        if table.showsIntervals, catalogue.withIntervals(asked).count == asked.count {
            add(place("intervals"), RequestError.noRate(shares: catalogue.sharesWithoutInterval(asked)).message)
        }
        let own = asked.flatMap { measure in [measure] + table.transforms.map { $0.identifier(of: measure) } }
        let isList = table.columns.isEmpty
        table.picture = fields["chart"].flatMap { [table] in picture($0, at: place("chart"), own: own, of: table) }
        table.compared = fields["compare"].map { ownMeasures($0, at: place("compare"), among: own) } ?? []
        if !isList, !table.compared.isEmpty {
            add(place("compare"), "only a table without columns can compare measures")
        }
        table.decisive = fields["decisive"].flatMap { decisive($0, at: place("decisive"), own: own) }
        table.memberless = fields["memberless"].flatMap { bilingualText($0, place("memberless")) }
        guard problems.count == before else { return nil }
        check(table, measures: asked, at: path)
        return table
    }

    /// Checks that the parts of the table fit together.
    private mutating func check(_ table: TableDefinition, measures: [String], at path: String) {
        let named = measures + [table.sort?.measure].compactMap(\.self) + (table.condition?.figures ?? [])
        guard wrongMeasures.isDisjoint(with: named) else { return }
        var request = SummaryRequest(
            rows: table.rows, columns: table.columns, measures: measures, filters: table.filters,
            today: CivilDate(day: 0))
        do throws(RequestError) {
            try TransformedRequest.validate(table.transforms, of: request, in: catalogue)
            request.measures += [table.sort?.measure].compactMap(\.self)
            try request.validate(in: catalogue)
        } catch {
            return add(path, error.message)
        }
        request.filters += reportFilters
        func check(_ key: String, _ test: () throws(RequestError) -> Void) {
            do throws(RequestError) { try test() } catch {
                add(error, at: join(path, key))
            }
        }
        let (catalogue, asked) = (catalogue, request)
        check("having") { () throws(RequestError) in
            try WantedRows.validate([table.condition].compactMap(\.self), of: asked, in: catalogue)
        }
        check("persons") { () throws(RequestError) in
            try WantedPersons.validate([table.persons].compactMap(\.self), of: asked, in: catalogue)
        }
        let order = RowOrder(by: table.sort, keeping: table.kept, of: table.measures.map(\.measure))
        guard let order else { return }
        do throws(RequestError) {
            try Ranking.validate(order: order.measure, of: request, in: catalogue)
        } catch {
            let kept = table.kept?.direction == .smallestFirst ? "bottom" : "top"
            add(join(path, table.sort == nil ? kept : "sort"), error.message)
        }
    }

    /// Notes what is wrong with a request, with the name that was meant.
    private mutating func add(_ error: RequestError, at path: String) {
        problems.append(
            JSONProblem(
                path: path, message: error.message,
                misspelling: error.misspelling.map {
                    .init(text: $0.text, candidates: $0.candidates, meant: error.namesMeant)
                }))
    }

    private mutating func identifier(_ node: JSONNode, _ path: String) -> String? {
        guard let id = string(node, path) else { return nil }
        guard id.isIdentifier else {
            add(path, "'\(id)' is no identifier; give small letters, digits and hyphens, a letter first")
            return nil
        }
        guard NamedSection(rawValue: id) == nil else {
            add(path, "'\(id)' is the name of a section; give another")
            return nil
        }
        return id
    }

    private mutating func measures(_ node: JSONNode, _ path: String) -> [MeasureChoice] {
        let known = measureNames
        var choices: [MeasureChoice] = []
        for (path, element) in list(node, path) {
            var choice: MeasureChoice?
            if case .object = element {
                guard let fields = object(element, at: path, as: .measure) else { continue }
                let measure = fields["measure"].flatMap {
                    name($0, at: join(path, "measure"), noun: "measure", known: known)
                }
                let needed = fields["needs"].flatMap { need($0, join(path, "needs")) }
                let instead = fields["instead"].flatMap {
                    name($0, at: join(path, "instead"), noun: "measure", known: known)
                }
                choice = measure.map { MeasureChoice($0, needs: needed, instead: instead) }
            } else {
                choice = name(element, at: path, noun: "measure", known: known).map { MeasureChoice($0) }
            }
            guard let choice else { continue }
            if choices.contains(where: { $0.measure == choice.measure }) {
                add(path, "'\(choice.measure)' is given twice")
            }
            choices.append(choice)
        }
        return choices
    }

    private mutating func transforms(_ node: JSONNode, _ path: String) -> [Transform] {
        names(node, at: path, noun: "transform", known: Transform.allCases.map(\.rawValue)).compactMap(Transform.init)
    }

    private mutating func need(_ node: JSONNode, _ path: String) -> Need? {
        name(node, at: path, noun: "need", known: Need.allCases.map(\.rawValue)).flatMap(Need.init)
    }

    private mutating func needs(_ node: JSONNode, _ path: String) -> [Need] {
        names(node, at: path, noun: "need", known: Need.allCases.map(\.rawValue)).compactMap(Need.init)
    }

    /// A condition on figures.
    private mutating func condition(_ node: JSONNode, _ path: String) -> FigureCondition? {
        guard let text = string(node, path) else { return nil }
        do throws(RequestError) {
            let condition = try FigureCondition(parsing: text)
            try condition.checkNames(in: catalogue, besides: wrongMeasures)
            return condition
        } catch {
            add(error, at: path)
            return nil
        }
    }

    /// A measure, with or without a direction.
    private mutating func sort(_ node: JSONNode, _ path: String) -> RowOrder.Key? {
        guard let text = string(node, path) else { return nil }
        do throws(RequestError) {
            let key = try RowOrder.Key(parsing: text)
            return name(.string(key.measure), at: path, noun: "measure", known: measureNames) == nil ? nil : key
        } catch {
            add(path, error.message)
            return nil
        }
    }

    private mutating func count(_ node: JSONNode, _ path: String) -> Int? {
        if case .number(let text) = node, let count = Int(text), count > 0, count <= Int(Int32.max) { return count }
        add(path, "a whole number above 0 is expected")
        return nil
    }

    /// A list of measures, which must be among the table's own.
    private mutating func ownMeasures(_ node: JSONNode, at path: String, among own: [String]) -> [String] {
        names(node, at: path, noun: "measure of this table", known: own)
    }

    private mutating func picture(
        _ node: JSONNode, at path: String, own: [String], of table: TableDefinition
    ) -> Picture? {
        guard let fields = object(node, at: path, as: .chart), let basis = fields["of"] else { return nil }
        let place = join(path, "of")
        let title = fields["title"].map { bilingualText($0, join(path, "title")) ?? table.title } ?? table.title
        let isList = table.columns.isEmpty
        let look = fields["as"].flatMap {
            name($0, at: join(path, "as"), noun: "look of a chart", known: ChartLook.allCases.map(\.rawValue))
        }
        if case .array = basis {
            guard isList else {
                add(place, "measures are drawn of a table without columns; give cells, row-totals or column-totals")
                return nil
            }
            let drawn = ownMeasures(basis, at: place, among: own)
            let places = drawn.compactMap(own.firstIndex).sorted()
            if let first = places.first, let last = places.last, last - first >= places.count,
                table.measures.allSatisfy({ $0.instead == nil })
            {
                add(place, "the measures of a chart must stand side by side in the table")
            }
            guard look != nil else { return .measures(drawn, title) }
            if table.rows != ["state"] || drawn.count != 1 {
                add(join(path, "as"), "a map is of one measure of a table whose only rows are states")
            }
            return .map(drawn, title)
        }
        guard
            let found = name(basis, at: place, noun: "figures for a chart", known: ChartBasis.allCases.map(\.rawValue))
        else {
            return nil
        }
        if look != nil { add(join(path, "as"), "a map is of one measure of a table whose only rows are states") }
        guard !isList else {
            add(place, "'\(found)' are of a table with columns; give a list of this table's measures")
            return nil
        }
        if table.measures.count * (1 + table.transforms.count) > 1 {
            add(place, "a table with columns is drawn where it has one measure and no transforms")
            return nil
        }
        return switch ChartBasis(rawValue: found) {
        case .cells: .crossTabulation(title)
        case .rowTotals: .rowTotals(title)
        case .columnTotals: .columnTotals(title)
        case nil: nil
        }
    }

    private mutating func decisive(
        _ node: JSONNode, at path: String, own: [String]
    ) -> TableDefinition.Decisive? {
        guard let fields = object(node, at: path, as: .decisive) else { return nil }
        let measures = fields["measures"].map { ownMeasures($0, at: join(path, "measures"), among: own) } ?? []
        let reason = fields["reason"].flatMap { bilingualText($0, join(path, "reason")) }
        return reason.map { TableDefinition.Decisive(measures: measures, reason: $0) }
    }
}
