import Support
import TrainingStats

/// Where a value of participations stands, and what it must be for its row to be sound, in millionths.
struct ValueCheck {
    private enum Greatest {
        case number(Int64)
        /// By session, and one more number for rows whose session is not known.
        case bySession([Int64])
    }

    let value: ParticipationValue
    /// The column in which it stands.
    let position: Int
    private let least: Int64
    private let greatest: Greatest

    /// The checks of values that stand in some columns.
    static func list(
        for values: [(value: ParticipationValue, position: Int)], in dataset: Dataset
    ) -> [ValueCheck] {
        // Values with the same limits share a table, so that it stays in the caches.
        var tables: [LimitKey: [Int64]] = [:]
        return values.map { value, position in
            let admissible = value.admissible
            // Any number is more than what stands for an odd one.
            let least = admissible.least.map { Int64($0) * 1_000_000 } ?? oddDecimal + 1
            let key = LimitKey(limit: admissible.greatest, plan: value.isHeldAgainstPlannedHours)
            let greatest: Greatest
            switch (key.limit, key.plan) {
            case (.none, false): greatest = .number(.max)
            case (.number(let number), false): greatest = .number(Int64(number) * 1_000_000)
            case (.maximumScore, _), (.none, true), (.number, true):
                let table = tables[key] ?? table(of: key, in: dataset)
                tables[key] = table
                greatest = .bySession(table)
            }
            return ValueCheck(value: value, position: position, least: least, greatest: greatest)
        }
    }

    /// Reads the fields of the value into a batch whose sessions are known, and marks the rows whose value is not within the
    /// limits or must be read with care.
    func read(_ fields: TextPlaces, into batch: ParticipationBatch) {
        let (numbers, soundness, sessions) = (batch.decimals(of: value), batch.soundness, batch.sessions)
        readDecimals(fields, into: numbers)
        switch greatest {
        case .number(let greatest):
            for row in 0..<fields.count { soundness[row] &= isSound(numbers[row], upTo: greatest) }
        case .bySession(let table):
            let unknown = UInt32(table.count - 1)
            table.withUnsafeBufferPointer { table in
                // Invariant: sessions are positions in the table, or negative, which is beyond its end without a sign.
                for row in 0..<fields.count {
                    let session = min(UInt32(bitPattern: sessions[row]), unknown)
                    soundness[row] &= isSound(numbers[row], upTo: table[Int(session)])
                }
            }
        }
    }

    @inline(always)
    private func isSound(_ number: Int64, upTo greatest: Int64) -> UInt8 {
        let isWithin: UInt8 = number >= least ? 1 : 0
        return (isWithin & (number <= greatest ? 1 : 0)) | (number == DecimalColumn.missing ? 1 : 0)
    }

    private struct LimitKey: Hashable {
        var limit: ParticipationValue.Limit
        var plan: Bool
    }

    private static func table(of key: LimitKey, in dataset: Dataset) -> [Int64] {
        func narrow(_ number: ExactDecimal?) -> Int64 { number.map { Int64(clamping: $0.millionths) } ?? .max }
        let byCourse = dataset.courses.map { course in
            min(narrow(key.limit.number(in: course)), key.plan ? narrow(course.hours) : .max)
        }
        return dataset.sessions.map { byCourse[$0.course] } + [.max]
    }
}
