import Support
import TrainingStats

/// What sessions and their courses state, as numbers of 64 bits by session, for the rows that are measured by them.
struct SessionNumbers: Sendable {
    private var columns: [RecordNumber: [Int64]] = [:]

    /// The numbers of sessions that a plan asks of participations.
    init(_ plan: CollectionPlan, of dataset: Dataset) {
        let slots = [plan.sums, plan.moments, plan.quotients, plan.distributions].flatMap { $0 }
            .filter { $0.table == .participations }
        let conditions = slots.flatMap(\.tests) + plan.rowCounters.flatMap(\.tests)
        for number in Set(slots.flatMap(\.quantity.numbers) + conditions.flatMap(\.numbers)) {
            guard number.isOfSession, !number.isConstant, number.own == nil else { continue }
            var column = DecimalColumn()
            for session in dataset.sessions.indices { column.append(dataset.number(number, ofSession: session)) }
            columns[number] = column.millionths
        }
    }

    /// A number by session; nil where the plan does not ask for it.
    subscript(number: RecordNumber) -> [Int64]? { columns[number] }
}

extension Dataset {
    /// A number that a session or its course states; nil where it is not known, and of numbers that rows state.
    func number(_ number: RecordNumber, ofSession session: Int) -> ExactDecimal? {
        switch number {
        case .maxScore: courses[sessions[session].course].maxScore
        case .passScore: courses[sessions[session].course].passScore
        case .capacity: sessions[session].capacity.map { ExactDecimal($0) }
        case .sessionCost: sessions[session].cost
        case .value, .assignmentHours, .participants, .completions, .groupCost, .evaluationValue, .supervisorRating,
            .benefit, .own, .constant:
            nil
        }
    }
}

/// Numbers and tests of rows for the loops over many of them: what they look at is found out once, before the loop.
extension RowReader {
    /// The number of a row in millionths: ``DecimalColumn/missing`` where it is not known, ``DecimalColumn/wide`` where it must be
    /// asked for one by one.
    typealias NarrowNumber = (_ row: Int) -> Int64

    /// A number that rows, their sessions or courses state.
    func narrow(_ number: RecordNumber) -> NarrowNumber {
        switch number {
        case .value(let value):
            let column = block[value].millionths
            return { $0 < column.count ? column[$0] : DecimalColumn.missing }
        case .constant(let value):
            let number = Int64(exactly: value.millionths) ?? DecimalColumn.wide
            return { _ in max(number, DecimalColumn.wide) }
        default:
            guard let column = sessionNumbers[number] else { return { _ in DecimalColumn.wide } }
            let sessions = block.sessions
            return { column[Int(sessions[$0])] }
        }
    }

    /// A quantity that is no fraction.
    func narrow(_ quantity: Quantity) -> NarrowNumber {
        switch quantity {
        case .one: return { _ in 1_000_000 }
        case .number(let number): return narrow(number)
        case .difference(let number, let other):
            let (first, second) = (narrow(number), narrow(other))
            return { row in
                let (first, second) = (first(row), second(row))
                if first == DecimalColumn.missing || second == DecimalColumn.missing { return DecimalColumn.missing }
                let (difference, overflow) = first.subtractingReportingOverflow(second)
                let isNarrow = first > DecimalColumn.wide && second > DecimalColumn.wide && !overflow
                return isNarrow && difference > DecimalColumn.wide ? difference : DecimalColumn.wide
            }
        case .quotient, .percentage: return { _ in DecimalColumn.wide }
        }
    }

    /// Whether a row meets all conditions; nil if there are none.
    func test(_ conditions: [Condition]) -> ((_ row: Int) -> Bool)? {
        guard let first = conditions.first else { return nil }
        guard conditions.count > 1 else { return test(first) }
        let tests = conditions.map(test)
        return { row in tests.allSatisfy { $0(row) } }
    }

    private func test(_ condition: Condition) -> (_ row: Int) -> Bool {
        switch condition {
        case .states(let number):
            let number = narrow(number)
            return { row in
                let number = number(row)
                guard number != DecimalColumn.wide else { return self.meets([condition], row: row) }
                return number != DecimalColumn.missing
            }
        case .atLeast(let first, let second): return compare(first, second, condition) { $0 >= $1 }
        case .below(let first, let second): return compare(first, second, condition) { $0 < $1 }
        default: return { self.meets([condition], row: $0) }
        }
    }

    private func compare(
        _ first: RecordNumber, _ second: RecordNumber, _ condition: Condition,
        by isMet: @escaping (Int64, Int64) -> Bool
    ) -> (_ row: Int) -> Bool {
        let (first, second) = (narrow(first), narrow(second))
        return { row in
            let (first, second) = (first(row), second(row))
            if first == DecimalColumn.missing || second == DecimalColumn.missing { return false }
            guard first > DecimalColumn.wide, second > DecimalColumn.wide else {
                return self.meets([condition], row: row)
            }
            return isMet(first, second)
        }
    }
}
