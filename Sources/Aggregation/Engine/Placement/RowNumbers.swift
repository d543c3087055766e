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

/// Numbers and tests of the rows of a list: what they look at is found out once for all of them.
extension RowReader {
    /// The numbers of rows in millionths: ``DecimalColumn/missing`` where one is not known, ``DecimalColumn/wide`` where it must be
    /// asked for one by one.
    private func narrow(_ number: RecordNumber, of rows: [Int32]) -> [Int64] {
        switch number {
        case .value(let value):
            let column = block[value].millionths
            return Self.column(of: rows) { $0 < column.count ? column[$0] : DecimalColumn.missing }
        case .constant(let value):
            let number = Int64(exactly: value.millionths) ?? DecimalColumn.wide
            return [Int64](repeating: max(number, DecimalColumn.wide), count: rows.count)
        default:
            guard let column = sessionNumbers[number] else {
                return [Int64](repeating: DecimalColumn.wide, count: rows.count)
            }
            let sessions = block.sessions
            return Self.column(of: rows) { column[Int(sessions[$0])] }
        }
    }

    /// The same of a quantity; fractions must be asked for one by one.
    func narrow(_ quantity: Quantity, of rows: [Int32]) -> [Int64] {
        switch quantity {
        case .one: return [Int64](repeating: 1_000_000, count: rows.count)
        case .number(let number): return narrow(number, of: rows)
        case .difference(let number, let other):
            var numbers = narrow(number, of: rows)
            let others = narrow(other, of: rows)
            for place in numbers.indices { numbers[place] = Self.difference(numbers[place], others[place]) }
            return numbers
        case .quotient, .percentage: return [Int64](repeating: DecimalColumn.wide, count: rows.count)
        }
    }

    /// Both sides of a quotient; other quantities must be asked for one by one.
    func narrowSides(_ quantity: Quantity, of rows: [Int32]) -> (upper: [Int64], lower: [Int64]) {
        guard case .quotient(let dividend, let divisor) = quantity else {
            let wide = [Int64](repeating: DecimalColumn.wide, count: rows.count)
            return (wide, wide)
        }
        return (narrow(dividend, of: rows), narrow(divisor, of: rows))
    }

    @inline(always)
    private static func difference(_ first: Int64, _ second: Int64) -> Int64 {
        if first == DecimalColumn.missing || second == DecimalColumn.missing { return DecimalColumn.missing }
        let (difference, overflow) = first.subtractingReportingOverflow(second)
        let isNarrow = first > DecimalColumn.wide && second > DecimalColumn.wide && !overflow
        return isNarrow && difference > DecimalColumn.wide ? difference : DecimalColumn.wide
    }

    /// Those of some rows that meet all conditions.
    func rows(_ rows: [Int32], meeting conditions: [Condition]) -> [Int32] {
        conditions.reduce(rows) { self.rows($0, meeting: $1) }
    }

    private func rows(_ rows: [Int32], meeting condition: Condition) -> [Int32] {
        switch condition {
        case .states(let number):
            let numbers = narrow(number, of: rows)
            return Self.filtered(rows) { place in
                guard numbers[place] == DecimalColumn.wide else { return numbers[place] != DecimalColumn.missing }
                return self.meets([condition], row: Int(rows[place]))
            }
        case .atLeast(let first, let second): return compare(first, second, condition, of: rows) { $0 >= $1 }
        case .below(let first, let second): return compare(first, second, condition, of: rows) { $0 < $1 }
        default: return rows.filter { meets([condition], row: Int($0)) }
        }
    }

    @inline(always)
    private func compare(
        _ first: RecordNumber, _ second: RecordNumber, _ condition: Condition, of rows: [Int32],
        by isMet: (Int64, Int64) -> Bool
    ) -> [Int32] {
        let (firsts, seconds) = (narrow(first, of: rows), narrow(second, of: rows))
        return Self.filtered(rows) { place in
            let (first, second) = (firsts[place], seconds[place])
            if first == DecimalColumn.missing || second == DecimalColumn.missing { return false }
            guard first > DecimalColumn.wide, second > DecimalColumn.wide else {
                return self.meets([condition], row: Int(rows[place]))
            }
            return isMet(first, second)
        }
    }

    /// A number for each of some rows.
    @inline(always)
    private static func column(of rows: [Int32], _ number: (_ row: Int) -> Int64) -> [Int64] {
        // Swift writes into the empty array that all threads share, if one is made in this way.
        guard !rows.isEmpty else { return [] }
        return [Int64](unsafeUninitializedCapacity: rows.count) { column, count in
            count = rows.count
            for place in 0..<count { column[place] = number(Int(rows[place])) }
        }
    }

    /// Those of some rows whose places in the list are taken.
    @inline(always)
    private static func filtered(_ rows: [Int32], _ isTaken: (_ place: Int) -> Bool) -> [Int32] {
        guard !rows.isEmpty else { return [] }
        return [Int32](unsafeUninitializedCapacity: rows.count) { filtered, count in
            // Every row is written where the next one belongs, and stays there if it is taken.
            for place in rows.indices {
                filtered[count] = rows[place]
                count += isTaken(place) ? 1 : 0
            }
        }
    }
}
