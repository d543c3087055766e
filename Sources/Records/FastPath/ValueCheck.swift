import Support
import TrainingStats

/// What a value of a participation must be for its row to be sound, in millionths.
struct ValueCheck {
    private enum Greatest {
        case number(Int64)
        /// By session, and one more number for rows whose session is not known.
        case bySession([Int64])
    }

    private let value: ParticipationValue
    private let least: Int64
    private let greatest: Greatest

    /// The checks of some values; none for a value that may be any number.
    static func list(for values: [ParticipationValue], in dataset: Dataset) -> [ValueCheck] {
        // Values with the same limits share a table, so that it stays in the caches.
        var tables: [LimitKey: [Int64]] = [:]
        return values.compactMap { value in
            let admissible = value.admissible
            let least = admissible.least.map { Int64($0) * 1_000_000 }
            let key = LimitKey(limit: admissible.greatest, plan: value.isHeldAgainstPlannedHours)
            switch (key.limit, key.plan) {
            case (.none, false):
                guard let least else { return nil }
                return ValueCheck(value: value, least: least, greatest: .number(.max))
            case (.number(let number), false):
                return ValueCheck(
                    value: value, least: least ?? .min, greatest: .number(Int64(number) * 1_000_000))
            case (.maximumScore, _), (.none, true), (.number, true):
                let table = tables[key] ?? table(of: key, in: dataset)
                tables[key] = table
                return ValueCheck(value: value, least: least ?? .min, greatest: .bySession(table))
            }
        }
    }

    /// Marks the rows of a batch whose value is not within the limits.
    func apply(to batch: ParticipationBatch) {
        let (numbers, soundness) = (batch.decimals(of: value), batch.soundness)
        switch greatest {
        case .number(let greatest):
            for row in 0..<batch.count { soundness[row] &= isSound(numbers[row], upTo: greatest) }
        case .bySession(let table):
            let unknown = UInt32(table.count - 1)
            table.withUnsafeBufferPointer { table in
                // Invariant: sessions are positions in the table, or negative, which is beyond its end without a sign.
                for row in 0..<batch.count {
                    let session = min(UInt32(bitPattern: batch.sessions[row]), unknown)
                    soundness[row] &= isSound(numbers[row], upTo: table[Int(session)])
                }
            }
        }
    }

    @inline(always)
    private func isSound(_ number: Int64, upTo greatest: Int64) -> UInt8 {
        (number >= least && number <= greatest) || number == DecimalColumn.missing ? 1 : 0
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
