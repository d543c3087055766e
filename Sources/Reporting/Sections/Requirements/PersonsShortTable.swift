import Aggregation
import Support
import TrainingStats

/// The persons who still need training that is required of them.
package struct PersonsShortTable {
    private let plan: RequirementPlan
    private let short: [(line: RequirementPlan.Line, person: RequirementRecords.Person)]
    private let listed: Int
    private let notKnown: Int
    private let notes: [String]
    private let dataset: DatasetDescription
    private let place: (Int) -> String
    private let showsNames: Bool
    private let language: Language

    /// The persons whom the answers to the requests of a plan of named persons leave; `place` says where the record on a line stands.
    ///
    /// Names are those of the description, and are left out unless requested.
    package init(
        _ plan: RequirementPlan, _ answers: DisclosedAnswers, on dataset: DatasetDescription, showsNames: Bool,
        place: @escaping (Int) -> String, _ language: Language
    ) throws(UnansweredRequest) {
        self.plan = plan
        let uptakes = try plan.uptakes(answers)
        let named = zip(plan.lines, uptakes).filter { $0.0.item.amount.person != nil }
        listed = named.count
        notKnown = named.count { $1.taken == nil }
        notes = plan.notes(uptakes, try plan.reports(answers), language)
        short = named.compactMap { line, uptake in
            line.item.amount.person.flatMap { uptake.taken == 0 ? (line, $0) : nil }
        }
        self.dataset = dataset
        self.place = place
        self.showsNames = showsNames
        self.language = language
    }

    /// The table, a row for each person and requirement, in file order.
    package var table: Table {
        let (display, data) = (grid(usesCodes: false), grid(usesCodes: true))
        let kept = display.columns.indices.filter { index in
            display.rows.isEmpty || display.rows.contains { $0.cells[index] != .empty }
        }
        return Table(
            id: "persons-short", title: language(Title.personsShort), subtitle: "",
            display: Grid(
                columns: kept.map { display.columns[$0] },
                rows: display.rows.map { row in Grid.Row(kept.map { row.cells[$0] }) }),
            data: data,
            notes: [
                language(
                    RequirementSentence.personsShort,
                    ["short": grouped(short.count), "listed": grouped(listed), "unknown": grouped(notKnown)])
            ] + notes)
    }

    private func grid(usesCodes: Bool) -> Grid {
        let names = MemberNames(dataset, language)
        func heading(_ dimension: String) -> String {
            dataset.catalogue.dimension(dimension)?.heading(language) ?? dimension
        }
        func cell(_ code: String?, of dimension: String) -> Cell {
            guard let code else { return .empty }
            guard !usesCodes, let known = dataset.catalogue.dimension(dimension) else { return .text(code) }
            return .text(names(.code(code), of: known))
        }
        var columns = [
            Grid.Column(
                id: "trainee_id", heading: heading(TraineeTable.dimension), isNumeric: false, keepsWhole: true)
        ]
        if showsNames { columns.append(Grid.Column(id: "name", heading: language(Phrase.name), isNumeric: false)) }
        columns += RequirementRows.allCases.filter { [.state, .institution].contains($0) }.map {
            Grid.Column(id: $0.rawValue, heading: heading($0.rawValue), isNumeric: false)
        }
        columns += [RequirementRows.course, .topic].map {
            Grid.Column(id: $0.rawValue, heading: heading($0.rawValue), isNumeric: false)
        }
        columns.append(Grid.Column(id: "period", heading: language(Phrase.period), isNumeric: false))
        columns.append(Grid.Column(id: "place", heading: language(Phrase.place), isNumeric: false, keepsWhole: true))
        let trainee = dataset.catalogue.dimension(TraineeTable.dimension)
        let rows = short.map { line, person in
            let item = line.item
            var cells: [Cell] = [.text(person.id)]
            if showsNames {
                let name = trainee.flatMap { dataset.personName(of: person.id, in: $0) }
                cells.append(name.map { .text($0) } ?? .empty)
            }
            cells += [
                cell(person.state, of: "state"), cell(person.institution, of: "institution"),
                cell(item.course, of: "course"), item.course == nil ? cell(item.topic, of: "topic") : .empty,
            ]
            let period = line.period?.label
            cells.append(
                .text(
                    usesCodes ? period ?? "all" : period.map { language.period($0) } ?? language(Phrase.allTime)))
            return Grid.Row(cells + [.text(place(item.line))])
        }
        return Grid(columns: columns, rows: rows)
    }
}
