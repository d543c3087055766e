import TrainingStats

/// Days and times as spreadsheets count them: days since an epoch, the time of day as a fraction.
struct SerialDate: Sendable {
    /// Which day is number 0.
    enum Epoch: Sendable {
        /// Day 1 is 1900-01-01, and there is a 29 February 1900, day 60, which no calendar has.
        case year1900
        /// Day 0 is 1904-01-01.
        case year1904
    }

    private static let secondsOfDay = 86_400
    /// The end of the year 9999.
    private static let lastDay = 2_958_465

    let epoch: Epoch

    /// Adds a number as what its format shows; the kind is ``SheetCell/Kind/number`` of one that is no date.
    func append(_ number: Double, as shape: NumberFormat.Shape, to bytes: inout [UInt8]) -> SheetCell.Kind {
        guard number >= 0, number < Double(Self.lastDay) + 1 else {
            NumberText.append(number, to: &bytes)
            return .number
        }
        // A time that is half a second off comes from adding fractions up.
        let seconds = Int((number * Double(Self.secondsOfDay)).rounded())
        let (day, time) = seconds.quotientAndRemainder(dividingBy: Self.secondsOfDay)
        switch shape {
        case .time:
            append(time: time, to: &bytes)
            return .time
        case .duration:
            append(time: seconds, to: &bytes)
            return .time
        default:
            // Of a date without a clock the fraction is passed over, not rounded up to the next day.
            guard let date = date(shape == .date ? Int(number) : day) else {
                NumberText.append(number, to: &bytes)
                return .number
            }
            bytes += date.description.utf8
            guard shape == .dateTime, time > 0 else { return .date }
            bytes.append(UInt8(ascii: "T"))
            append(time: time, to: &bytes)
            return .dateTime
        }
    }

    /// The day of a number; nil of those that are no day.
    private func date(_ number: Int) -> CivilDate? {
        switch epoch {
        case .year1904: return number <= Self.lastDay - 1_462 ? CivilDate(day: Int32(number - 24_107)) : nil
        case .year1900:
            guard number >= 1, number != 60, number <= Self.lastDay else { return nil }
            return CivilDate(day: Int32(number < 60 ? number - 25_568 : number - 25_569))
        }
    }

    private func append(time seconds: Int, to bytes: inout [UInt8]) {
        func append(_ number: Int) {
            if number < 10 { bytes.append(0x30) }
            bytes += "\(number)".utf8
        }
        append(seconds / 3_600)
        bytes.append(UInt8(ascii: ":"))
        append(seconds / 60 % 60)
        guard seconds % 60 > 0 else { return }
        bytes.append(UInt8(ascii: ":"))
        append(seconds % 60)
    }
}
