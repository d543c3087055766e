import Aggregation
import Reporting
import TestSupport
import TrainingStats

/// The records listed behind a figure, as data output has them.
struct RecordList {
    private let grid: Grid

    init(
        _ measure: String, _ request: SummaryRequest, _ loaded: LoadedDataset, showsNames: Bool = false
    ) throws {
        var request = request
        request.measures = [measure]
        // Two take turns at the rows, the last row first: threads may do it in any order.
        var selection = try RecordSelection(
            behind: measure, in: request, on: loaded.dataset, catalogue: loaded.catalogue)
        var parts = [selection.emptyCopy(), selection.emptyCopy()]
        for block in loaded.blocks.reversed() {
            for row in (0..<block.count).reversed() { parts[row % 2].add(block.only(row)) }
        }
        for part in parts { selection.merge(part) }
        let context = ReportContext(language: .en, period: nil, filters: [], today: request.today, tool: "test")
        let table = RecordsTable(
            disclosed(figure: try loaded.summary(request), records: selection.finish()),
            on: DatasetDescription(loaded.dataset, today: request.today, catalogue: .builtIn),
            place: { "\($0.rawValue):\($1)" }, showsNames: showsNames,
            isForPrograms: true, .en
        )
        .table(context)
        grid = table.data
    }

    var columns: [String] { grid.columns.map(\.id) }

    /// A column's cells; none where there is no such column.
    func cells(_ column: String) -> [Cell] {
        guard let index = columns.firstIndex(of: column) else { return [] }
        return grid.rows.map { $0.cells[index] }
    }

    /// Each record as the initial of its table and its line: `P2` for `participations:2`.
    var initials: String {
        cells("place").map { place in
            guard case .text(let text) = place else { return "?" }
            return text.prefix(1).uppercased() + text.split(separator: ":")[1]
        }.joined(separator: " ")
    }

    private func numbers(_ column: String) -> [Double] { cells(column).compactMap(\.number) }

    private func distinct(_ column: String) -> Int {
        Set(cells(column).compactMap { if case .text(let text) = $0 { ByteText(text) } else { nil } }).count
    }

    /// What is wrong with the list, if anything is, where a cell has a value that is made by a recipe.
    func fault(_ recipe: RecordSelectionTests.Recipe?, _ value: Value, hoursPerDay: Double) -> String? {
        guard let recipe else { return "there is no recipe" }
        if Set(cells("place")).count < grid.rows.count { return "a record is listed twice" }
        if case .distinctOverPopulation(let persons) = recipe {
            guard let rate = value.number else { return nil }
            let made = distinct(persons) + Int(numbers("participants").reduce(0, +))
            return (rate == 0) == (made == 0) ? nil : "\(rate), but \(made) persons"
        }
        if value == .unknown {
            // Persons who were counted leave open how many there are.
            if case .personsOver = recipe {
                return isOpen || distinct("trainee_id") == 0 ? nil : "unknown, but nobody was counted"
            }
            if case .perPerson = recipe {
                return isOpen || sum("numerator") == nil || distinct("trainee_id") == 0 ? nil : "unknown, but not open"
            }
            // What the measure adds up stands before the rate and the place.
            let added = columns.last { !["stated_cost", "currency", "rate", "place"].contains($0) } ?? ""
            return numbers(added).isEmpty ? nil : "unknown, but a record states it"
        }
        let made = made(recipe, hoursPerDay: hoursPerDay)
        guard let expected = value.number else {
            return made == nil || grid.rows.isEmpty ? nil : "\(value), but the records make \(made ?? 0)"
        }
        guard let made, abs(made - expected) <= 1e-9 * max(1, abs(expected)) else {
            return "\(expected), but the records make \(made.map { "\($0)" } ?? "nothing")"
        }
        return nil
    }

    /// The figure that the records make; nil where they make none.
    private func made(_ recipe: RecordSelectionTests.Recipe, hoursPerDay: Double) -> Double? {
        switch recipe {
        case .distinct(let column): return Double(distinct(column))
        case .rows: return Double(grid.rows.count)
        case .rowsAndParticipants:
            return Double(cells("trainee_id").count { $0 != .empty }) + numbers("participants").reduce(0, +)
        case .counts: return numbers("counts").reduce(0, +)
        case .sum(let column): return sum(column)
        case .days: return sum("hours").map { $0 / hoursPerDay }
        case .mean(let column): return mean(numbers(column))
        case .deviation(let column):
            let numbers = numbers(column)
            guard let mean = mean(numbers), numbers.count > 1 else { return nil }
            let squares = numbers.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
            return (squares / Double(numbers.count - 1)).squareRoot()
        case .quantile(let share, let column):
            let numbers = numbers(column).sorted()
            guard !numbers.isEmpty else { return nil }
            let place = Double(numbers.count - 1) * share
            let (low, high) = (numbers[Int(place.rounded(.down))], numbers[Int(place.rounded(.up))])
            return low + (high - low) * (place - place.rounded(.down))
        case .ratio: return ratio(sum("numerator") ?? 0, sum("denominator") ?? 0)
        case .distinctRatio(let upper, let lower): return ratio(Double(distinct(upper)), Double(distinct(lower)))
        case .distinctOverPopulation: return nil
        case .leastPersons: return Double(leastPersons(among: Array(grid.rows.indices)))
        case .mostPersons: return Double(distinct("trainee_id")) + numbers("participants").reduce(0, +)
        case .personsOver(let column):
            return ratio(Double(leastPersons(among: Array(grid.rows.indices))), Double(distinct(column)))
        case .perPerson:
            let denominators = cells("denominator")
            let persons = leastPersons(among: grid.rows.indices.filter { denominators[$0] != .empty })
            return sum("numerator").flatMap { ratio($0, Double(persons)) }
        }
    }

    /// Whether persons who were counted may be the same as others.
    private var isOpen: Bool { numbers("participants").contains { $0 > 0 } }

    /// The least number of persons that some rows prove.
    private func leastPersons(among rows: [Int]) -> Int {
        let (persons, sessions, groups) = (cells("trainee_id"), cells("session_id"), cells("participants"))
        var named: Set<Cell> = []
        var bySession: [Cell: (named: Set<Cell>, counted: Int)] = [:]
        for row in rows {
            if persons[row] != .empty {
                named.insert(persons[row])
                bySession[sessions[row], default: ([], 0)].named.insert(persons[row])
            } else if groups[row] != .empty {
                bySession[sessions[row], default: ([], 0)].counted += Int(groups[row].number ?? 0)
            }
        }
        return bySession.values.reduce(named.count) { max($0, $1.named.count + $1.counted) }
    }

    /// The sum of a column; nil where there are records and none states it.
    private func sum(_ column: String) -> Double? {
        let numbers = numbers(column)
        return numbers.isEmpty && !grid.rows.isEmpty ? nil : numbers.reduce(0, +)
    }

    private func mean(_ numbers: [Double]) -> Double? { ratio(numbers.reduce(0, +), Double(numbers.count)) }

    private func ratio(_ upper: Double, _ lower: Double) -> Double? { lower == 0 ? nil : upper / lower }
}

extension ParticipationBlock {
    /// One of its rows as a block of its own.
    fileprivate func only(_ row: Int) -> ParticipationBlock {
        var block = ParticipationBlock()
        block.append(row, of: self)
        return block
    }
}
