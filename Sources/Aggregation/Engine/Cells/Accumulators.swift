import Support
import TrainingStats

/// What takes in values of a cell.
///
/// Merging is adding, exact and in any order: a cell may be fed by any number of threads, and groups of cells are merged
/// for totals, with the same outcome to the last bit.
protocol Accumulator: Sendable {
    /// An accumulator of nothing.
    init()
    /// Takes in all that another has taken in.
    mutating func merge(_ other: Self)
}

extension Int: Accumulator {
    mutating func merge(_ other: Int) { self += other }
}
extension Moments: Accumulator {}
extension QuotientSum: Accumulator {}

/// A sum of values that some records state and others do not.
struct StatedSum: Accumulator {
    /// The sum of what is stated, exact.
    var sum = ExactDecimal.zero
    /// How many records state the value.
    var stated = 0
    /// How many records could.
    var applicable = 0

    /// Takes in one record.
    @inline(always)
    mutating func add(_ value: ExactDecimal?) {
        applicable += 1
        guard let value else { return }
        sum += value
        stated += 1
    }

    /// Takes in one record that states a value.
    @inline(always)
    mutating func add(millionths: Int64) {
        applicable += 1
        sum.millionths += Int128(millionths)
        stated += 1
    }

    /// Takes in several records that state the same.
    mutating func add(_ value: ExactDecimal?, times: Int) {
        applicable += times
        guard let value else { return }
        sum.millionths += value.millionths * Int128(times)
        stated += times
    }

    mutating func merge(_ other: StatedSum) {
        sum += other.sum
        stated += other.stated
        applicable += other.applicable
    }

    /// The sum; unknown where there are records and none states a value; 0 of no records.
    var value: Value { applicable > 0 && stated == 0 ? .unknown : .decimal(sum) }
}
