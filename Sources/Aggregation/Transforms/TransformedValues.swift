import Support
import TrainingStats

/// The transforms of the values of a summary that has all its totals.
struct TransformedValues {
    private let summary: Summary
    private let cells: [[Summary.Member]: Summary.Cell]
    /// What is summed up to the end of each of `shownPeriods`.
    private let upTo: [[[Summary.Member]: Summary.Cell]]
    /// Where comparisons find their base, and all cells there.
    private let earlier: (base: ComparisonBase, cells: [[Summary.Member]: Summary.Cell])?
    private let shownPeriods: [Period]
    /// The parts of the calendar by their label, each with whether the table shows it whole.
    private let parts: [String: (period: Period, isWhole: Bool)]
    private let time: (index: Int, kind: PeriodKind)?
    private let calendar: CalendarSettings

    init(
        _ summary: Summary, upTo: [[[Summary.Member]: Summary.Cell]],
        earlier: (base: ComparisonBase, cells: [[Summary.Member]: Summary.Cell])?, periods: [Period],
        shownPeriods: [Period], time: (index: Int, kind: PeriodKind)?, calendar: CalendarSettings
    ) {
        self.summary = summary
        cells = Self.lookup(summary)
        self.upTo = upTo
        self.earlier = earlier
        self.shownPeriods = shownPeriods
        parts = Dictionary(
            periods.map { ($0.label, ($0, earlier?.base.isShownWhole($0) ?? true)) },
            uniquingKeysWith: { first, _ in first })
        self.time = time
        self.calendar = calendar
    }

    /// The cells of a summary by their members, the total over all among them.
    static func lookup(_ summary: Summary) -> [[Summary.Member]: Summary.Cell] {
        var cells = Dictionary(summary.cells.map { ($0.members, $0) }, uniquingKeysWith: { first, _ in first })
        cells[summary.total.members] = summary.total
        return cells
    }

    /// A transform of a measure in a cell.
    func value(_ transform: Transform, of measure: Int, at cell: Summary.Cell) -> Value {
        let value = cell.values[measure]
        switch transform {
        case .share: return value.share(of: summary.total.values[measure])
        case .shareOfRow: return value.share(of: total(of: measure, at: cell, over: summary.rowCount...))
        case .shareOfColumn: return value.share(of: total(of: measure, at: cell, over: ..<summary.rowCount))
        case .change, .changeOnYear:
            return base(transform, of: measure, at: cell).map { value.change(from: $0) } ?? .notApplicable
        case .changePercent, .changeOnYearPercent:
            return base(transform, of: measure, at: cell).map { value.relativeChange(from: $0) } ?? .notApplicable
        case .cumulative: return cumulative(measure, at: cell)
        case .rank: return .notApplicable
        }
    }

    /// The rank of each cell among those of its column, the largest first; equal values share a rank.
    ///
    /// Totals and what is not known are not ranked.
    func ranks(of measure: Int, in cells: [Summary.Cell]) -> [Value] {
        var ranks = [Value](repeating: .notApplicable, count: cells.count)
        let groups = Dictionary(grouping: cells.indices) { Array(cells[$0].members.dropFirst(summary.rowCount)) }
        for group in groups.values {
            let ranked = group.filter { index in
                cells[index].members.prefix(summary.rowCount).allSatisfy { if case .code = $0 { true } else { false } }
                    && cells[index].values[measure].number != nil
            }
            let ordered = ranked.map { cells[$0].values[measure].number ?? 0 }.sorted(by: >)
            var firstPlaces: [Double: Int] = [:]
            for (place, number) in ordered.enumerated() where firstPlaces[number] == nil {
                firstPlaces[number] = place + 1
            }
            for index in ranked {
                ranks[index] =
                    firstPlaces[cells[index].values[measure].number ?? 0].map { .count($0) } ?? .notApplicable
            }
        }
        return ranks
    }

    private func total(
        of measure: Int, at cell: Summary.Cell, over places: some RangeExpression<Int>
    ) -> Value {
        var members = cell.members
        for place in members.indices[places] { members[place] = .total }
        return cells[members]?.values[measure] ?? summary.measures[measure].absent
    }

    /// The value that a comparison is with; nil where there is none.
    private func base(_ transform: Transform, of measure: Int, at cell: Summary.Cell) -> Value? {
        membersOfBase(transform, cell).map { earlier?.cells[$0]?.values[measure] ?? summary.measures[measure].absent }
    }

    /// The bounds of the number of persons that a comparison is with; nil where they do not differ, or there is none.
    func boundsOfBase(_ transform: Transform, of measure: Int, at cell: Summary.Cell) -> Summary.PersonBounds? {
        guard let members = membersOfBase(transform, cell), let base = earlier?.cells[members], base.isOpen(measure)
        else { return nil }
        return base.bounds[measure]
    }

    /// The members of the cell that a comparison is with; nil where there is no such time, none that records reach back to,
    /// or where the table shows the later time in part.
    private func membersOfBase(_ transform: Transform, _ cell: Summary.Cell) -> [Summary.Member]? {
        guard let time, let earlier, case .code(let label) = cell.members[time.index], let part = parts[label],
            part.isWhole, let steps = transform.stepsBack(by: time.kind)
        else { return nil }
        let before = time.kind.period(steps, before: part.period, calendar)
        guard !earlier.base.isBeforeRecords(before) else { return nil }
        var members = cell.members
        members[time.index] = .code(before.label)
        return members
    }

    private func cumulative(_ measure: Int, at cell: Summary.Cell) -> Value {
        guard let time, case .code(let label) = cell.members[time.index],
            let place = shownPeriods.firstIndex(where: { $0.label == label }), upTo.indices.contains(place)
        else { return .notApplicable }
        var members = cell.members
        members.remove(at: time.index)
        return upTo[place][members]?.values[measure] ?? summary.measures[measure].absent
    }
}

extension Measure {
    /// What stands where no record falls: no count, and no mean or rate either.
    public var absent: Value {
        switch format {
        case .count: .count(0)
        case .money where additivity != .nowhere, .number where additivity != .nowhere: .decimal(.zero)
        default: .notApplicable
        }
    }
}

extension Value {
    /// This value as a share of another; not applicable of nothing.
    func share(of whole: Value) -> Value {
        switch (self, whole) {
        case (.notApplicable, _), (_, .notApplicable): return .notApplicable
        case (.unknown, _), (_, .unknown): return .unknown
        default:
            guard let part = exact, let whole = whole.exact else {
                return number.flatMap { part in whole.number.map { $0 == 0 ? .notApplicable : .real(part / $0) } }
                    ?? .notApplicable
            }
            return whole.millionths == 0 ? .notApplicable : .real(Double(quotient: part.millionths, whole.millionths))
        }
    }

    /// This value minus an earlier one; unknown where either is.
    public func change(from earlier: Value) -> Value {
        switch (self, earlier) {
        case (.count(let now), .count(let then)): .count(now - then)
        case (.decimal(let now), .decimal(let then)): .decimal(now - then)
        case (.notApplicable, _), (_, .notApplicable): .notApplicable
        case (.unknown, _), (_, .unknown): .unknown
        default: .real((number ?? 0) - (earlier.number ?? 0))
        }
    }

    /// The change as a share of the earlier value; not applicable where that is 0.
    public func relativeChange(from earlier: Value) -> Value {
        guard earlier.number != 0 else { return .notApplicable }
        return change(from: earlier).share(of: earlier)
    }

    private var exact: ExactDecimal? {
        switch self {
        case .count(let count): ExactDecimal(count)
        case .decimal(let decimal): decimal
        case .real, .unknown, .notApplicable: nil
        }
    }
}
