import TrainingStats

/// How many came to each session, for what is suspicious about that.
struct AttendanceTally {
    /// Attendances of each session, headcounts included.
    private(set) var attendances: [Int]
    /// Whether each session is reported: it has any participation, or a headcount with a number.
    private(set) var isReported: [Bool]
    private let attends: [Bool]

    /// A tally of nothing yet for the sessions of a dataset.
    init(_ dataset: Dataset) {
        attendances = [Int](repeating: 0, count: dataset.sessions.count)
        isReported = [Bool](repeating: false, count: dataset.sessions.count)
        attends = dataset.settings.attendingStatuses
    }

    /// Takes in a group whose number is known.
    mutating func add(headcount participants: Int, to session: Int) {
        attendances[session] += participants
        isReported[session] = true
    }

    /// Takes in participations.
    mutating func add(_ block: ParticipationBlock) {
        attendances.withUnsafeMutableBufferPointer { attendances in
            isReported.withUnsafeMutableBufferPointer { isReported in
                for row in block.sessions.indices {
                    let session = Int(block.sessions[row])
                    isReported[session] = true
                    attendances[session] += attends[Int(block.statuses[row])] ? 1 : 0
                }
            }
        }
    }

    /// Takes in another tally of the same sessions.
    mutating func merge(_ other: AttendanceTally) {
        for session in attendances.indices {
            attendances[session] += other.attendances[session]
            isReported[session] = isReported[session] || other.isReported[session]
        }
    }
}
