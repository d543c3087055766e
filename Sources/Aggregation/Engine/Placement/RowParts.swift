import Support
import TrainingStats

/// The combinations of members of dimensions that are properties of a participation's row, such as its status and the band of
/// its hours, or of an answer to an evaluation form.
///
/// Session and profile have codes in tables; a row is seen once, as it passes by. So its part is made of numbers that add
/// up: each value of each property has one, and the sum of those of a row is the number of its combination. A property is
/// looked at once a row, however many dimensions and filters are about it.
struct RowParts: Sendable {
    /// A property of rows, with what its values add.
    private struct Source: Sendable {
        let property: MemberRule.RowProperty
        /// What each value adds, the unknown one first; -1 where a filter keeps it out.
        var parts: [Int]
    }

    private var sources: [Source] = []
    /// For each dimension of the request that is a property of rows, in their order, what its codes are multiplied by and
    /// how many there are, the unknown one included.
    private var digits: [(stride: Int, width: Int)] = []
    /// How many combinations there are.
    private(set) var count = 1

    /// The parts of the dimensions of a request, under its filters.
    ///
    /// - Throws: ``RequestError`` where there are more combinations than can be numbered.
    init(
        of dimensions: [DimensionCodes], admitted: [(coded: DimensionCodes, codes: Set<Int32>)]
    ) throws(RequestError) {
        for coded in dimensions {
            guard case .row(let property) = coded.dimension.rule.codedEntity else { continue }
            let (stride, width) = (count, coded.members.count + 1)
            let (product, overflow) = count.multipliedReportingOverflow(by: width)
            guard !overflow else { throw .tooManyCombinations(coded.dimension.id) }
            count = product
            digits.append((stride, width))
            add(property, of: coded) { Int($0 + 1) * stride }
        }
        for (coded, codes) in admitted {
            guard case .row(let property) = coded.dimension.rule.codedEntity else { continue }
            add(property, of: coded) { codes.contains($0) ? 0 : -1 }
        }
    }

    private mutating func add(
        _ property: MemberRule.RowProperty, of coded: DimensionCodes, _ part: (_ code: Int32) -> Int
    ) {
        let parts = ([DimensionCodes.unknown] + coded.codes).map(part)
        guard let known = sources.firstIndex(where: { $0.property == property }) else {
            sources.append(Source(property: property, parts: parts))
            return
        }
        for (value, part) in parts.enumerated() {
            let sum = sources[known].parts[value]
            sources[known].parts[value] = sum < 0 || part < 0 ? -1 : sum + part
        }
    }

    /// The properties of rows that dimensions and filters are about.
    var properties: [MemberRule.RowProperty] { sources.map(\.property) }

    /// Whether no dimension and no filter is about a property of rows.
    var isEmpty: Bool { sources.isEmpty }

    /// Whether status alone decides: then a person's parts say where they fall, and no row has to be kept for that.
    var areOfStatus: Bool { sources.allSatisfy { $0.property == .status } }

    /// The part of a row with a status, where status alone decides; -1 where a filter keeps it out.
    func part(ofStatus status: UInt8) -> Int {
        var sum = 0
        for source in sources {
            let part = source.parts[Int(status) + 1 < source.parts.count ? Int(status) + 1 : 0]
            guard part >= 0 else { return -1 }
            sum += part
        }
        return sum
    }

    /// The part of groups that were counted, of which no such property is known; -1 where a filter keeps them out.
    var partOfGroups: Int {
        sources.contains { $0.parts[0] < 0 } ? -1 : sources.reduce(0) { $0 + $1.parts[0] }
    }

    /// The part of an answer to an evaluation form; -1 where a filter keeps it out.
    func part(of evaluation: Evaluation) -> Int {
        var sum = 0
        for source in sources {
            let value =
                switch source.property {
                case .evaluationItem: Int(evaluation.item)
                case .evaluationValue: Int(evaluation.value) - Evaluation.values.lowerBound
                case .status, .band, .attribute, .certificate, .applied: -1
                }
            let part = source.parts[value + 1]
            guard part >= 0 else { return -1 }
            sum += part
        }
        return sum
    }

    /// The part of a row of a block; -1 where a filter keeps it out.
    func part(ofRow row: Int, in block: borrowing ParticipationBlock, of dataset: Dataset) -> Int {
        var sum = 0
        for source in sources {
            let value = source.property.value(ofRow: row, in: block, of: dataset)
            let part = source.parts[value + 1]
            guard part >= 0 else { return -1 }
            sum += part
        }
        return sum
    }

    /// The part of each row of a block; -1 where a filter keeps it out.
    func parts(of block: borrowing ParticipationBlock, of dataset: Dataset) -> [Int] {
        var sums = [Int](repeating: 0, count: block.count)
        for source in sources {
            let property = source.property
            for row in sums.indices where sums[row] >= 0 {
                let part = source.parts[property.value(ofRow: row, in: block, of: dataset) + 1]
                sums[row] = part < 0 ? -1 : sums[row] + part
            }
        }
        return sums
    }

    /// The codes of a part, one for each dimension of the request that is a property of rows.
    func members(of part: Int) -> [Int32] {
        digits.map { Int32(truncatingIfNeeded: part / $0.stride % $0.width) - 1 }
    }
}

extension MemberRule.RowProperty {
    /// The value of a row of a block as a position among all values; -1 where it is not known.
    @inline(always)
    func value(ofRow row: Int, in block: borrowing ParticipationBlock, of dataset: borrowing Dataset) -> Int {
        switch self {
        case .status:
            let status = Int(block.statuses[row])
            return status < ParticipationStatus.allCases.count ? status : -1
        case .certificate:
            guard let certificates = dataset.certificates else { return -1 }
            return certificates.code(ofPerson: Int(block.trainees[row]), in: Int(block.sessions[row]))
        case .band(of: .value(let value), let bands):
            guard let number = block[value][row] else { return -1 }
            return bands.position(of: number.millionths, over: ExactDecimal.scale)
        case .band(of: .percentage(let value), let bands):
            let course = dataset.sessions[Int(block.sessions[row])].course
            let highest = dataset.courses[course].maxScore.millionths
            guard let points = block[value][row], highest > 0 else { return -1 }
            return bands.position(of: points.millionths * 100, over: highest)
        case .band(of: .attribute(let position), let bands):
            guard let number = block.number(ofAttribute: position, row: row) else { return -1 }
            return bands.position(of: number.millionths, over: ExactDecimal.scale)
        case .attribute(let position): return block.code(ofAttribute: position, row: row)
        case .applied:
            let (session, trainee) = (Int(block.sessions[row]), Int(block.trainees[row]))
            guard let position = dataset.followUps.position(session: session, trainee: trainee) else { return -1 }
            return dataset.followUps.rows[position].applied?.position ?? -1
        // Participations are no answers to evaluation forms.
        case .evaluationItem, .evaluationValue: return -1
        // Ages and sessions have codes of their own.
        case .band(of: .age, _), .band(of: .sessionDays, _): return -1
        }
    }
}
