import Support
import TrainingStats

/// What follows for participations from the days in `attendance.csv`, and which ones follow-ups refer to.
///
/// It is made before the participations are read, and completes them block by block, on all threads.
struct AttendedDays: Sendable {
    /// What one thread met while it completed blocks.
    struct Notes: Sendable {
        /// For each participation that is referred to, whether it was met.
        fileprivate(set) var isMet: [Bool]
        /// Keys of participations that were rejected.
        var rejected: Set<UInt64> = []

        /// Nothing met yet.
        init(of days: AttendedDays?) { isMet = [Bool](repeating: false, count: days?.totals.count ?? 0) }

        /// Takes in what another thread met.
        mutating func merge(_ other: Notes) {
            for position in isMet.indices where other.isMet[position] { isMet[position] = true }
            rejected.formUnion(other.rejected)
        }
    }

    /// The positions of totals by the keys of participations.
    private var positions: [UInt64: Int32] = [:]
    private var totals: [AttendanceTotal] = []
    private let hoursPerDay: ExactDecimal

    /// The days of a dataset.
    init(_ dataset: Dataset) {
        hoursPerDay = dataset.settings.hoursPerDay
        for day in dataset.attendance {
            let position = position(of: participationKey(Int(day.session), Int(day.trainee)))
            totals[position].add(day)
        }
        for followUp in dataset.followUps.rows {
            _ = position(of: participationKey(followUp.session, followUp.trainee))
        }
    }

    /// The position of a participation's total, which is new where there was none.
    private mutating func position(of key: UInt64) -> Int {
        if let known = positions[key] { return Int(known) }
        positions[key] = Int32(totals.count)
        totals.append(AttendanceTotal())
        return totals.count - 1
    }

    /// Adds to the participations of a block what follows: days present and recorded, and the hours of those that state none.
    func complete(_ block: inout ParticipationBlock, noting notes: inout Notes) {
        for row in block.sessions.indices {
            let key = participationKey(Int(block.sessions[row]), Int(block.trainees[row]))
            guard let position = positions[key].map(Int.init) else { continue }
            notes.isMet[position] = true
            let total = totals[position]
            guard total.daysRecorded > 0 else { continue }
            block[.daysPresent].set(ExactDecimal(total.daysPresent), at: row)
            block[.daysRecorded].set(ExactDecimal(total.daysRecorded), at: row)
            if block[.hours][row] == nil { block[.hours].set(total.hours(hoursPerDay: hoursPerDay), at: row) }
        }
    }

    /// The keys of participations that are referred to and that nobody met.
    func lacking(_ notes: Notes) -> Set<UInt64> {
        Set(positions.lazy.filter { !notes.isMet[Int($0.value)] }.map(\.key))
    }
}
