/// The order of a summary's rows by a measure: the largest or the smallest first, under each member of the first row
/// dimension the members of the next.
///
/// Members whose figure has no value come behind those whose figure has one, equal ones in the order of data output; then
/// the rest, the unknown and the total.
public struct Ranking: Sendable {
    private let dimension: String
    private let rowCount: Int
    /// For the members of the first row dimensions, few or many: their place among those of as many dimensions.
    private let places: [[Summary.Member]: Int]

    /// What to sum up for the order of a request's rows.
    ///
    /// The dimensions are the same and so are the measures that make cells of their own, else other cells would be ranked.
    public static func request(
        for request: SummaryRequest, by measure: String, in catalogue: Catalogue
    ) -> SummaryRequest {
        var ranked = request
        ranked.measures =
            [measure]
            + request.measures.filter { $0 != measure && catalogue.measure($0)?.reachesUndelivered == true }
        ranked.totals = true
        return ranked
    }

    /// Finds out whether a measure can order a request's rows.
    ///
    /// - Throws: ``RequestError`` where it has no value in any of them.
    public static func validate(
        order measure: String, of request: SummaryRequest, in catalogue: Catalogue
    ) throws(RequestError) {
        guard catalogue.measure(measure)?.isSessionSideOnly == true else { return }
        let dimensions = request.rows + request.columns + request.filters.map(\.dimension)
        if let trainee = dimensions.first(where: { catalogue.dimension($0)?.side == .trainee }) {
            throw .meaninglessOrder(measure, dimension: trainee)
        }
    }

    /// The order by a measure of a summary that has totals, the first one unless another is named.
    public init(_ summary: Summary, by measure: String? = nil, _ direction: RowOrder.Direction = .largestFirst) {
        let index = summary.measures.firstIndex { $0.id == measure } ?? 0
        dimension = summary.dimensions.first?.id ?? ""
        rowCount = summary.rowCount
        var places: [[Summary.Member]: Int] = [:]
        for length in 0..<summary.rowCount {
            let cells = summary.cells.filter { $0.members.dropFirst(length + 1).allSatisfy { $0 == .total } }
            let sorted = cells.enumerated().sorted { left, right in
                let (first, second) = (left.element, right.element)
                let groups = (Self.group(first.members[length]), Self.group(second.members[length]))
                if groups.0 != groups.1 { return groups.0 < groups.1 }
                if first.values[index].comes(before: second.values[index], direction) { return true }
                return !second.values[index].comes(before: first.values[index], direction)
                    && left.offset < right.offset
            }
            for (place, cell) in sorted.enumerated() {
                places[Array(cell.element.members.prefix(length + 1))] = place
            }
        }
        self.places = places
    }

    /// The members of the first row dimension that come first, so many of them; if rows are given, of the members that have
    /// one of these.
    public func first(_ count: Int, among rows: Set<[Summary.Member]>? = nil) -> TopMembers {
        let eligible = rows.map { Set($0.map { $0[0] }) }
        let known = places.filter { members, _ in
            guard members.count == 1, case .code = members[0] else { return false }
            return eligible?.contains(members[0]) ?? true
        }
        let leading = known.sorted { $0.value < $1.value }.prefix(count).map { $0.key[0] }
        return TopMembers(dimension: dimension, members: Set(leading))
    }

    /// The place of a row, dimension by dimension; `members` may go on with those of the columns.
    public func place(_ members: [Summary.Member]) -> [Int] {
        (0..<rowCount).map { places[Array(members.prefix($0 + 1))] ?? .max }
    }

    private static func group(_ member: Summary.Member) -> Int {
        switch member {
        case .code: 0
        case .other: 1
        case .unknown: 2
        case .total: 3
        }
    }
}

extension Value {
    /// Whether a value comes before another; what has no number comes last in either direction.
    fileprivate func comes(before other: Value, _ direction: RowOrder.Direction) -> Bool {
        guard number != nil else { return false }
        guard other.number != nil else { return true }
        return switch direction {
        case .largestFirst: other.isLess(than: self)
        case .smallestFirst: isLess(than: other)
        }
    }

    /// Whether a value is less than another; both have a number.
    private func isLess(than other: Value) -> Bool {
        switch (self, other) {
        case (.count(let left), .count(let right)): left < right
        case (.decimal(let left), .decimal(let right)): left < right
        default: (number ?? 0) < (other.number ?? 0)
        }
    }
}
