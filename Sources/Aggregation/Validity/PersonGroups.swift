import TrainingStats

/// Counts of persons in the groups of a question, and in all of them together.
///
/// What is noted of a person in a group is a set of marks; a person counts in each group once for each mark.
struct PersonGroups {
    let scope: ValidityScope
    private let width: Int
    /// The groups of courses that there are.
    private let columns: [Int]
    /// How many persons there are in each group of persons.
    let persons: [Int]
    /// For each group how many persons have each mark.
    private(set) var counts: [[Int]]
    /// For all groups together how many persons have each mark.
    private(set) var totals: [Int]
    private var noted: [Int: UInt] = [:]

    /// No marks noted yet, of which there are so many.
    ///
    /// - Throws: ``RequestError`` where there are more groups than can be told apart.
    init(_ scope: ValidityScope, marks: Int) throws(RequestError) {
        self.scope = scope
        width = scope.courses.members.count
        columns = Set(scope.courses.numbers.filter { $0 >= 0 }.map { Int($0) }).sorted()
        let (count, overflow) = scope.persons.members.count.multipliedReportingOverflow(by: width)
        guard !overflow, count <= SummaryBuilder.mostEmptyRows else {
            throw .tooManyCombinations(scope.dimensions.last?.id ?? "")
        }
        var persons = [Int](repeating: 0, count: scope.persons.members.count)
        for group in scope.persons.numbers where group >= 0 { persons[Int(group)] += 1 }
        self.persons = persons
        counts = [[Int]](repeating: [Int](repeating: 0, count: marks), count: count)
        totals = [Int](repeating: 0, count: marks)
    }

    /// How many persons there are in all.
    var personCount: Int { persons.reduce(0, +) }

    /// The group of a person and a course; nil where they are not asked about.
    func group(of person: Int, in course: Int) -> Int? {
        let (row, column) = (Int(scope.persons.numbers[person]), Int(scope.courses.numbers[course]))
        return row < 0 || column < 0 ? nil : row * width + column
    }

    /// Notes marks, given as bits, of the person at hand.
    mutating func note(_ marks: UInt, in group: Int) { noted[group, default: 0] |= marks }

    /// Goes on to the next person.
    mutating func close() {
        guard !noted.isEmpty else { return }
        var all: UInt = 0
        for (group, marks) in noted {
            add(marks, to: &counts[group])
            all |= marks
        }
        add(all, to: &totals)
        noted.removeAll(keepingCapacity: true)
    }

    private func add(_ marks: UInt, to counts: inout [Int]) {
        for mark in counts.indices where marks >> mark & 1 == 1 { counts[mark] += 1 }
    }

    /// The answer whose figures are made of the persons of a group and of what is noted of them.
    func summary(
        of measures: [Measure], totals hasTotals: Bool, in dataset: Dataset,
        values: (_ persons: Int, _ counts: [Int], _ group: Int?) -> [Value]
    ) -> Summary {
        let ranks = scope.coded.map { $0.ranks(in: dataset) }
        func place(_ code: Int32, _ dimension: Int) -> Int { code < 0 ? .max : ranks[dimension][Int(code)] }
        var rows: [(codes: [Int32], values: [Value])] = []
        for row in persons.indices where persons[row] > 0 {
            for column in columns {
                let group = row * width + column
                rows.append((scope.codes(persons: row, courses: column), values(persons[row], counts[group], group)))
            }
        }
        rows.sort { left, right in
            for (index, pair) in zip(left.codes, right.codes).enumerated() where pair.0 != pair.1 {
                return place(pair.0, index) < place(pair.1, index)
            }
            return false
        }
        var cells = rows.map { row in
            Summary.Cell(
                members: zip(row.codes, scope.coded).map { $1.member(of: $0) }, values: row.values, bounds: [])
        }
        let total = Summary.Cell(
            members: scope.dimensions.map { _ in .total }, values: values(personCount, totals, nil), bounds: [])
        if hasTotals, !cells.isEmpty, !scope.dimensions.isEmpty { cells.append(total) }
        return Summary(
            dimensions: scope.dimensions, rowCount: scope.dimensions.count, measures: measures, cells: cells,
            total: total, coverage: measures.map { _ in nil }, reports: [:], followUps: nil, undatedSessions: 0,
            unmatchedMembers: scope.unmatched)
    }
}
