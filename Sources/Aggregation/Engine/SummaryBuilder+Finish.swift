import Support
import TrainingStats

extension SummaryBuilder {
    /// The summary of all records taken in.
    public consuming func finish() -> Summary {
        if groupings.isEmpty { makeGroupings() }
        let ranks = scope.coded.map { $0.ranks(dataset) }
        var rows: [(members: [Int32], cell: Summary.Cell)] = []
        // The last grouping is the grand total, which is no row where no totals are wanted.
        for number in groupings.indices where request.totals || number == 0 {
            for (members, figures) in zip(groupings[number].members, figures(of: number)) {
                rows.append((members, cell(members, figures)))
            }
        }
        let totalMembers = scope.coded.map { _ in CodedDimension.total }
        var totalFigures = figures(of: groupings.count - 1).first ?? Figures()
        if cells.places.isEmpty { setPopulation(totalMembers, &totalFigures) }
        rows.sort { left, right in
            for (index, pair) in zip(left.members, right.members).enumerated() where pair.0 != pair.1 {
                return place(pair.0, ranks[index]) < place(pair.1, ranks[index])
            }
            return false
        }
        return Summary(
            dimensions: request.dimensions, rowCount: request.rowCount, measures: request.measures,
            cells: rows.map(\.cell), total: cell(totalMembers, totalFigures),
            coverage: request.measures.map { $0.coverage?(totalFigures) }, undatedSessions: undatedSessions,
            unmatchedMembers: scope.unmatchedMembers)
    }

    /// Cells brought together under totals: the members of each group, and the group of each cell.
    struct Grouping: Sendable {
        var members: [[Int32]] = []
        var target: [Int] = []
    }

    /// Brings the cells together in all ways that the request needs: as they are first, the grand total last.
    mutating func makeGroupings() {
        let members = cells.places.map(scope.members(of:))
        let all = (1 << scope.coded.count) - 1
        let ways = request.totals ? Array(0...all) : all == 0 ? [0] : [0, all]
        groupings = ways.map { grouped(members, $0) }
    }

    /// Groups the cells, each dimension whose bit is set being totalled.
    private func grouped(_ members: [[Int32]], _ totalled: Int) -> Grouping {
        var grouping = Grouping()
        var known: [[Int32]: Int] = [:]
        for cell in members {
            let key = cell.enumerated().map { totalled >> $0 & 1 == 1 ? CodedDimension.total : $1 }
            if let group = known[key] {
                grouping.target.append(group)
            } else {
                known[key] = grouping.members.count
                grouping.target.append(grouping.members.count)
                grouping.members.append(key)
            }
        }
        return grouping
    }

    /// The figures of each group of a grouping, distinct counts included.
    private func figures(of number: Int) -> [Figures] {
        let group = groupings[number]
        let sums = columns.grouped(group.target, count: group.members.count)
        var merged = group.members.indices.map(sums.figures)
        let ingredients = request.ingredients
        for index in merged.indices {
            if let persons {
                merged[index].trainees = persons.distinct(number)[index]
                merged[index].repeatTrainees = persons.repeated(number)[index]
            }
            if let knownStatePersons { merged[index].traineesOfKnownState = knownStatePersons.distinct(number)[index] }
        }
        institutions.grouped(group.target).forEach { cell, _ in merged[cell].institutions += 1 }
        if request.hasTrainerSide {
            countAssignments(group, &merged)
        } else {
            countSessions(group, &merged)
        }
        for index in merged.indices {
            merged[index].hoursPerDay = dataset.settings.hoursPerDay
            if ingredients.contains(.population) { setPopulation(group.members[index], &merged[index]) }
        }
        return merged
    }

    /// Sessions, courses, trainers, seats and costs of the sessions of each group.
    private func countSessions(_ group: Grouping, _ merged: inout [Figures]) {
        guard request.ingredients.contains(.sessions) else { return }
        var assignments: [[Int]] = dataset.sessions.map { _ in [] }
        for (index, assignment) in dataset.assignments.enumerated() { assignments[assignment.session].append(index) }
        var courses: Set<UInt64> = []
        var trainingCourses: Set<UInt64> = []
        var trainers: Set<UInt64> = []
        sessions.grouped(group.target).forEach { cell, index in
            let session = dataset.sessions[index]
            merged[cell].sessions += 1
            merged[cell].seats.add(session.capacity.map { ExactDecimal($0) })
            merged[cell].sessionCost.add(session.cost)
            let course = UInt64(cell) << 32 | UInt64(session.course)
            if courses.insert(course).inserted { merged[cell].activities += 1 }
            guard dataset.isTraining(session) else { return }
            if trainingCourses.insert(course).inserted { merged[cell].courses += 1 }
            for index in assignments[index] {
                let assignment = dataset.assignments[index]
                merged[cell].trainerHours.add(assignment.hours)
                if trainers.insert(UInt64(cell) << 32 | UInt64(assignment.trainer)).inserted {
                    merged[cell].trainers += 1
                }
            }
        }
    }

    /// What the assignments of each group amount to.
    private func countAssignments(_ group: Grouping, _ merged: inout [Figures]) {
        var seen: [Set<UInt64>] = [[], [], []]
        func isNew(_ kind: Int, _ cell: Int, _ item: Int) -> Bool {
            seen[kind].insert(UInt64(cell) << 32 | UInt64(item)).inserted
        }
        sessions.grouped(group.target).forEach { cell, index in
            let assignment = dataset.assignments[index]
            let session = dataset.sessions[assignment.session]
            if isNew(0, cell, assignment.session) { merged[cell].sessions += 1 }
            guard dataset.isTraining(session) else { return }
            if isNew(1, cell, session.course) { merged[cell].courses += 1 }
            if isNew(2, cell, assignment.trainer) { merged[cell].trainers += 1 }
            merged[cell].trainerHours.add(assignment.hours)
        }
    }

    /// The inhabitants that a group's trainees are held against.
    private func setPopulation(_ members: [Int32], _ figures: inout Figures) {
        var admitted = Set(dataset.states.indices)
        for (index, dimension) in scope.coded.enumerated() where members[index] != CodedDimension.total {
            let code = members[index]
            if dimension.dimension.id == "state", code != dimension.rest {
                figures.population = code >= 0 ? dataset.states[Int(code)].population : nil
                return
            }
            if dimension.dimension.id == "state" {
                admitted.formIntersection(states { dimension.holds($0.code, at: code) })
            } else if dimension.dimension.id == "membership" {
                guard code >= 0 else { return }
                admitted.formIntersection(
                    states { $0.membership.map { dimension.holds($0.rawValue, at: code) } == true })
            }
        }
        for filter in request.filters {
            if filter.dimension.id == "state" {
                let spellings = StateSpellings(dataset.states)
                admitted.formIntersection(filter.members.compactMap { spellings($0) })
            } else if filter.dimension.id == "membership" {
                admitted.formIntersection(states { filter.members.contains($0.membership?.rawValue ?? "_U") })
            }
        }
        figures.countsKnownStatesAlone = true
        var sum = 0
        for state in admitted {
            guard let population = dataset.states[state].population else { return }
            sum += population
        }
        figures.population = sum
    }

    private func states(where isIncluded: (GulfState) -> Bool) -> [Int] {
        dataset.states.indices.filter { isIncluded(dataset.states[$0]) }
    }

    private func cell(_ members: [Int32], _ figures: Figures) -> Summary.Cell {
        let values = request.measures.map { measure in
            measure.isSessionSideOnly && request.hasTraineeSide ? Value.notApplicable : measure.evaluate(figures)
        }
        return Summary.Cell(
            members: zip(members, scope.coded).map { $1.member(of: $0) }, values: values,
            traineesUpper: figures.headcountTrained > 0 ? figures.trainees + figures.headcountTrained : nil)
    }

    /// The place of a member in the order of data output: codes, unknown, total.
    private func place(_ code: Int32, _ ranks: [Int]) -> Int {
        switch code {
        case CodedDimension.unknown: Int.max - 1
        case CodedDimension.total: Int.max
        default: ranks[Int(code)]
        }
    }

    /// Delivered sessions that the period keeps out because nobody knows when they ended.
    private var undatedSessions: Int {
        guard request.period != nil else { return 0 }
        return dataset.sessions.indices.filter { scope.isDelivered[$0] && dataset.sessions[$0].end == nil }.count
    }
}
