import Aggregation
import TrainingStats

extension DatasetDescription {
    /// The most periods of an axis of time on which those without records have their places.
    private static let mostPeriods = 400

    /// The codes of the periods between some that are in their order, by the index of the one before which they lie.
    ///
    /// Empty where the dimension is no part of the calendar.
    func periodsBetween(_ codes: [String], of dimension: Dimension) -> [Int: [String]] {
        guard let kind = dimension.periodKind, let first = codes.first, let last = codes.last,
            let labels = kind.labels(from: first, to: last, most: Self.mostPeriods, settings.calendar)
        else { return [:] }
        var between: [Int: [String]] = [:]
        var place = 0
        for label in labels {
            if place < codes.count, codes[place] == label {
                place += 1
            } else {
                between[place, default: []].append(label)
            }
        }
        // Codes in another order are no axis of time.
        return place == codes.count ? between : [:]
    }
}
