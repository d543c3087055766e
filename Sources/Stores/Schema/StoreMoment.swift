import TrainingStats

/// Which state of a store is meant.
package enum StoreMoment: Hashable, Sendable {
    /// What was known at the end of a day, in the dataset's time zone.
    case day(CivilDate)
    /// What was known after an import, by its number.
    case importNumber(Int)

    /// The moment that a text names: a day, or the number of an import.
    package init?(_ text: String) {
        if let number = Int(text), number > 0 {
            self = .importNumber(number)
        } else if let day = CivilDate(text) {
            self = .day(day)
        } else {
            return nil
        }
    }
}
