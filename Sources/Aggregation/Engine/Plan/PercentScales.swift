import Support
import TrainingStats

/// How points of courses with different highest scores become whole numbers of one unit of percent.
///
/// A percentage of 30 points has no decimal form, but it is a whole number of hundred-thirtieths, and percentages of 20, 30
/// and 100 points have a unit in common. So a number of points is multiplied by what belongs to its course, and sums stay
/// sums of integers. Where a common unit would be too small, there are several families of courses, each with its unit.
/// Where all courses have the same highest score, no number is multiplied.
struct PercentScales: Sendable {
    /// The denominators of common units stay below this, so that sums and their squares have room.
    private static let unitLimit: Int128 = 1 << 56
    /// How many families a further scale is held against, before it begins one of its own.
    private static let triedFamilies = 8

    /// What the unit of each family is.
    let units: [Unit]
    /// The family of each session's course; empty where all courses have one scale.
    let families: [Int32]
    /// What the points of each session are multiplied by, 0 where there is no percentage; empty where all have one scale.
    let factors: [Int64]

    /// Points that all have one scale: as a measure that is no percentage has them.
    static let plain = PercentScales(units: [.millionth], families: [], factors: [])

    private init(units: [Unit], families: [Int32], factors: [Int64]) {
        self.units = units
        self.families = families
        self.factors = factors
    }

    /// The scales of the courses that have sessions.
    init(of dataset: Dataset) {
        let scales = Set(dataset.sessions.map { dataset.courses[$0.course].maxScore.millionths })
        var members: [(denominator: Int128, scales: [Int128])] = []
        for scale in scales.sorted() where scale > 0 {
            let denominator = Self.onePoint(of: scale).denominator
            let known = members.indices.suffix(Self.triedFamilies).lazy
                .compactMap { index in Self.common(members[index].denominator, denominator).map { (index, $0) } }.first
            if let (index, common) = known {
                members[index].denominator = common
                members[index].scales.append(scale)
            } else {
                members.append((denominator, [scale]))
            }
        }
        guard members.count > 1 || scales.count > 1 else {
            self.init(units: [members.first.map { Self.onePoint(of: $0.scales[0]) } ?? .one], families: [], factors: [])
            return
        }
        var units: [Unit] = []
        var places: [Int128: (family: Int32, factor: Int64)] = [:]
        for (denominator, scales) in members {
            let factors = scales.map { scale in
                let point = Self.onePoint(of: scale)
                return point.numerator * (denominator / point.denominator)
            }
            let shared = factors.dropFirst().reduce(factors[0], greatestCommonDivisor)
            for (scale, factor) in zip(scales, factors) {
                // A scale of its own has the factor 1; others are below 100 times the limit.
                places[scale] = (Int32(units.count), Int64(truncatingIfNeeded: factor / shared))
            }
            units.append(Unit(shared, over: denominator))
        }
        let found = dataset.sessions.map { places[dataset.courses[$0.course].maxScore.millionths] ?? (0, 0) }
        self.init(units: units.isEmpty ? [.one] : units, families: found.map(\.family), factors: found.map(\.factor))
    }

    /// How many percent a millionth of a point is.
    private static func onePoint(of scale: Int128) -> Unit { Unit(100, over: scale) }

    /// The least common multiple of two denominators; nil if it is above the limit.
    private static func common(_ first: Int128, _ second: Int128) -> Int128? {
        let rest = second / greatestCommonDivisor(first, second)
        let (multiple, overflow) = first.multipliedReportingOverflow(by: rest)
        return overflow || multiple > unitLimit ? nil : multiple
    }

    /// A number of points of a session as a whole number of its family's unit; nil where it has no percentage.
    @inline(always)
    func scaled(_ points: ExactDecimal, inSession session: Int) -> (number: Int128, family: Int)? {
        guard !factors.isEmpty else { return (points.millionths, 0) }
        let factor = factors[session]
        return factor == 0 ? nil : (points.millionths * Int128(factor), Int(families[session]))
    }
}
