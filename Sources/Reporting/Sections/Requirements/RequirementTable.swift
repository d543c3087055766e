import Aggregation
import Support
import TrainingStats

/// What is required, planned, delivered and taken up, and how much is short.
package struct RequirementTable {
    /// Requirements that are shown together.
    private struct Group {
        /// The member in each column of members; nil where any will do.
        let members: [Summary.Member?]
        let unit: RequirementUnit
        var lines: [Int] = []
    }

    private let plan: RequirementPlan
    private let uptakes: [RequirementPlan.Uptake]
    private let reports: RequirementReports
    private let rows: RequirementRows?
    private let dataset: DatasetDescription
    private let language: Language
    private let names: MemberNames

    /// A table of the answers to the requests of a plan: a row for each requirement, those of single persons put together, or for
    /// each member of a dimension.
    package init(
        _ plan: RequirementPlan, _ answers: DisclosedAnswers, by rows: RequirementRows?, on dataset: DatasetDescription,
        _ language: Language
    ) throws(UnansweredRequest) {
        self.plan = plan
        uptakes = try plan.uptakes(answers)
        reports = try plan.reports(answers)
        self.rows = rows
        self.dataset = dataset
        self.language = language
        names = MemberNames(dataset, language)
    }

    /// The table.
    package var table: Table {
        let groups = groups
        var display = grid(groups, usesCodes: false)
        // People see no column of members that is empty throughout.
        let kept = display.columns.indices.filter { index in
            display.columns[index].isNumeric || display.rows.contains { !$0.isTotal && $0.cells[index] != .empty }
        }
        display = Grid(
            columns: kept.map { display.columns[$0] },
            rows: display.rows.map { row in Grid.Row(kept.map { row.cells[$0] }, isTotal: row.isTotal) })
        var table = Table(
            id: RequirementSection.identifier, title: language(Title.requirements), subtitle: "", display: display,
            data: grid(groups, usesCodes: true), notes: notes)
        table.dataNames = dataNames
        table.columnsOfOtherPeriods = table.data.figureColumns
        table.statedColumns = ["required"]
        return table
    }

    private var notes: [String] {
        let units = Set(plan.lines.map(\.item.amount.unit))
        return [language(RequirementSentence.measured), language(RequirementSentence.sessions)]
            + (units.isSuperset(of: [.persons, .namedPersons]) ? [language(RequirementSentence.namedApart)] : [])
            + plan.notes(uptakes, reports, language)
            + [
                coverage(of: .plannedSeats, plan.sessions(meeting: plan.lines, areDelivered: false)),
                coverage(of: .deliveredSeats, plan.sessions(meeting: plan.lines, areDelivered: true)),
            ].compactMap(\.self)
    }

    /// How many of the sessions state their seats; nil if all do.
    private func coverage(of seats: Phrase, _ sessions: RequirementPlan.Sessions) -> String? {
        guard sessions.statingSeats < sessions.count else { return nil }
        return language(
            NoteSentence.coverage,
            [
                "measure": language(seats), "stated": grouped(sessions.statingSeats),
                "records": language(Counted.ofSessions, sessions.count),
            ])
    }

    // MARK: Groups

    /// The dimensions of the columns of members.
    private var dimensions: [RequirementRows] { rows.map { [$0] } ?? [.course, .topic, .state, .institution] }

    private var groups: [Group] {
        var groups: [Group] = []
        var positions: [[String]: Int] = [:]
        for (index, line) in plan.lines.enumerated() {
            let members = dimensions.map { member($0, of: line.item) }
            let unit = line.item.amount.unit
            let key =
                members.map { $0?.code ?? "" } + [unit.rawValue] + (rows == nil ? [days(of: line.period)] : [])
            let position = positions[key] ?? groups.count
            if position == groups.count {
                groups.append(Group(members: members, unit: unit))
                positions[key] = position
            }
            groups[position].lines.append(index)
        }
        return rows == nil ? groups : groups.sorted(by: isBefore)
    }

    /// The member of a requirement in a column; nil where any will do.
    private func member(_ dimension: RequirementRows, of item: RequirementRecords.Item) -> Summary.Member? {
        let person = item.amount.person
        switch dimension {
        case .course: return item.course.map { .code($0) }
        case .topic:
            // Beside a course its topic would be said twice.
            if rows == nil, item.course != nil { return nil }
            return item.topic.map { .code($0) } ?? .unknown
        case .state:
            if let state = item.state { return .code(state) }
            return rows == nil || person == nil ? nil : person?.state.map { .code($0) } ?? .unknown
        case .institution:
            if let institution = item.institution { return .code(institution) }
            return rows == nil || person == nil ? nil : person?.institution.map { .code($0) } ?? .unknown
        }
    }

    /// In the order of the members, then the unknown, then any; of each in the order of units.
    private func isBefore(_ first: Group, _ second: Group) -> Bool {
        let (one, other) = (place(of: first), place(of: second))
        if one.0 != other.0 { return one.0 < other.0 }
        if one.1 != other.1 { return one.1.utf8.lexicographicallyPrecedes(other.1.utf8) }
        return place(of: first.unit) < place(of: second.unit)
    }

    private func place(of unit: RequirementUnit) -> Int { RequirementUnit.allCases.firstIndex(of: unit) ?? 0 }

    private func place(of group: Group) -> (Int, String) {
        guard let rows, let dimension = dataset.catalogue.dimension(rows.rawValue) else { return (0, "") }
        switch group.members[0] {
        case .code(let code)?:
            let known = dataset.firstMembers(of: dimension) ?? []
            return (known.firstIndex(of: code) ?? known.count, code)
        case .unknown?: return (.max - 1, "")
        case .other?, .total?, nil: return (.max, "")
        }
    }

    /// The days of a period, however it is written.
    private func days(of period: Period?) -> String { period.map { "\($0.first)..\($0.last)" } ?? "all" }

    private func label(of period: Period?) -> String { period?.label ?? "all" }

    // MARK: Cells

    private func grid(_ groups: [Group], usesCodes: Bool) -> Grid {
        let places = places(usesCodes: usesCodes)
        var columns = places.map { place in
            Grid.Column(
                id: place.map { dimensions[$0].rawValue }.joined(separator: "-"),
                heading: heading(of: place.map { dimensions[$0] }), isNumeric: false)
        }
        if rows == nil {
            columns.append(Grid.Column(id: "period", heading: language(Phrase.period), isNumeric: false))
        }
        columns.append(Grid.Column(id: "unit", heading: language(Phrase.unit), isNumeric: false))
        columns += [
            ("required", Phrase.needed), ("planned-sessions", .plannedSessions), ("planned-seats", .plannedSeats),
            ("delivered-sessions", .deliveredSessions), ("delivered-seats", .deliveredSeats),
            ("taken-up", .takenUp), ("short", .short),
        ].map { Grid.Column(id: $0, heading: language($1), isNumeric: true) }
        let keys = columns.prefix { !$0.isNumeric }.count
        let cells = groups.map { group -> Grid.Row in
            var row = places.map { cell(of: group, at: $0, usesCodes: usesCodes) }
            if rows == nil {
                let period = plan.lines[group.lines[0]].period
                row.append(.text(usesCodes ? label(of: period) : periodName(period)))
            }
            return Grid.Row(row + [unit(group.unit, usesCodes: usesCodes)] + figures(of: group.lines))
        }
        let totals = RequirementUnit.allCases.compactMap { unit -> Grid.Row? in
            let lines = plan.lines.indices.filter { plan.lines[$0].item.amount.unit == unit }
            guard !lines.isEmpty else { return nil }
            let total: [Cell] =
                usesCodes
                ? Array(repeating: .text("_T"), count: keys - 1)
                : [.text(language(Phrase.total))] + Array(repeating: .empty, count: keys - 2)
            return Grid.Row(total + [self.unit(unit, usesCodes: usesCodes)] + figures(of: lines), isTotal: true)
        }
        return Grid(columns: columns, rows: cells + totals)
    }

    private func figures(of lines: [Int]) -> [Cell] {
        let those = lines.map { plan.lines[$0] }
        let planned = plan.sessions(meeting: those, areDelivered: false)
        let delivered = plan.sessions(meeting: those, areDelivered: true)
        let taken = lines.map { uptakes[$0].taken }
        let short = zip(those, taken).map { line, taken in taken.map { max(0, line.item.amount.count - $0) } }
        func sum(_ numbers: [Int?]) -> Cell {
            numbers.contains(nil) ? .unknown : .whole(numbers.compactMap(\.self).reduce(0, +))
        }
        return [
            sum(those.map(\.item.amount.count)), .whole(planned.count), planned.seats.map { .whole($0) } ?? .unknown,
            .whole(delivered.count), delivered.seats.map { .whole($0) } ?? .unknown, sum(taken), sum(short),
        ]
    }

    /// The dimensions of each column of members: people see what is required in one, and of whom in another.
    private func places(usesCodes: Bool) -> [[Int]] {
        usesCodes || rows != nil ? dimensions.indices.map { [$0] } : [[0, 1], [2, 3]]
    }

    private func heading(of place: [RequirementRows]) -> String {
        switch place {
        case [.course, .topic]: language(RequirementSentence.courseOrTopic)
        case [.state, .institution]: language(RequirementSentence.stateOrInstitution)
        default:
            language.listWithAnd(
                place.map { dataset.catalogue.dimension($0.rawValue)?.heading(language) ?? $0.rawValue })
        }
    }

    private func cell(of group: Group, at place: [Int], usesCodes: Bool) -> Cell {
        guard place.count > 1 else {
            return cell(group.members[place[0]], of: dimensions[place[0]], usesCodes: usesCodes)
        }
        let texts = place.compactMap { index -> String? in
            guard let member = group.members[index] else { return nil }
            let name = cell(member, of: dimensions[index], usesCodes: usesCodes).text
            return dimensions[index] == .topic ? language(RequirementSentence.anyCourse, ["topic": name]) : name
        }
        return texts.isEmpty ? .empty : .text(language.list(texts))
    }

    private func cell(_ member: Summary.Member?, of column: RequirementRows, usesCodes: Bool) -> Cell {
        guard let member else {
            // Beside the other columns an empty field says that any will do, as in the records.
            return rows == nil ? .empty : .text(usesCodes ? "_Z" : language(Phrase.anyMember))
        }
        guard !usesCodes, let dimension = dataset.catalogue.dimension(column.rawValue) else {
            return .text(member.code)
        }
        return .text(names(member, of: dimension))
    }

    private func unit(_ unit: RequirementUnit, usesCodes: Bool) -> Cell {
        .text(usesCodes ? unit.rawValue : language(unit.phrase))
    }

    private func periodName(_ period: Period?) -> String {
        period.map { language.period($0.label) } ?? language(Phrase.allTime)
    }

    private var dataNames: DataNames {
        let (names, catalogue, dimensions) = (names, dataset.catalogue, dimensions)
        let any = language(Phrase.anyMember)
        return DataNames(columns: 0..<dimensions.count) { column, row in
            let code = row.cells[column].text
            guard !code.isEmpty, let dimension = catalogue.dimension(dimensions[column].rawValue) else { return code }
            return code == "_Z" ? any : names(code: code, of: dimension)
        }
    }
}
